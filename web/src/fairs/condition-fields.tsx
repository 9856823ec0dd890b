import { wordsIn } from '@hoicho/shared/fairs/answers.ts'
import type { FormDefinition, FormField, ShowWhen } from '@hoicho/shared/fairs/form.ts'
import { useId } from 'preact/hooks'
import { locale, useMessages } from '../platform/i18n.ts'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'

export interface ConditionProps {
  form: FormDefinition
  /** Codes of fields it cannot look at: itself. */
  except: readonly string[]
  value: ShowWhen | undefined
  onValue: (condition: ShowWhen | undefined) => void
}

/** When a question, section or paper is shown: always, or when another answer is as chosen here. */
export function ConditionFields({ form, except, value, onValue }: ConditionProps) {
  const t = useMessages('fairs-desk')
  const id = useId()
  const sources = form.sections
    .flatMap(section => section.fields)
    .filter(field => !except.includes(field.code) && opsOf(field).length > 0)
  const source = sources.find(field => field.code === value?.field)
  const choose = (code: string) => {
    const chosen = sources.find(field => field.code === code)
    onValue(chosen && startOf(chosen))
  }
  return (
    <fieldset class="flex flex-col gap-3 rounded-field border border-line p-3">
      <legend class="px-1 font-medium">{t('when.title')}</legend>
      <SelectField
        id={`${id}-field`}
        name="when.field"
        label={t('when.field')}
        width="full"
        value={source?.code ?? ''}
        onValue={choose}
        options={[
          { value: '', label: t('when.always') },
          ...sources.map(field => ({ value: field.code, label: wordsIn(field.label, locale.value) })),
        ]}
      />
      {source && value && <Comparison id={id} source={source} value={value} onValue={onValue} />}
    </fieldset>
  )
}

interface ComparisonProps {
  id: string
  source: FormField
  value: ShowWhen
  onValue: (condition: ShowWhen) => void
}

function Comparison({ id, source, value, onValue }: ComparisonProps) {
  const t = useMessages('fairs-desk')
  return (
    <div class="flex flex-wrap items-end gap-3">
      <SelectField
        id={`${id}-op`}
        name="when.op"
        label={t('when.op')}
        width="sm"
        value={value.op}
        onValue={op => onValue(conditionOf(source, op, value.value))}
        options={opsOf(source).map(op => ({ value: op, label: t(`when.${op}`) }))}
      />
      <Compared id={id} source={source} value={value} onValue={onValue} />
    </div>
  )
}

function Compared({ id, source, value, onValue }: ComparisonProps) {
  const t = useMessages('fairs-desk')
  const common = { id: `${id}-value`, name: 'when.value', label: t('when.value') }
  if (source.kind === 'choice' || source.kind === 'choices') {
    return (
      <SelectField
        {...common}
        width="md"
        value={String(value.value)}
        onValue={picked => onValue(conditionOf(source, value.op, picked))}
        options={source.options.map(option => ({
          value: option.value,
          label: wordsIn(option.label, locale.value),
        }))}
      />
    )
  }
  if (source.kind === 'yes-no') {
    return (
      <SelectField
        {...common}
        width="sm"
        value={value.value === true ? 'yes' : 'no'}
        onValue={picked => onValue(conditionOf(source, value.op, picked === 'yes'))}
        options={(['yes', 'no'] as const).map(word => ({ value: word, label: t(`when.answer.${word}`) }))}
      />
    )
  }
  if (source.kind === 'text' || source.kind === 'multiline' || source.kind === 'date') {
    return (
      <TextField
        {...common}
        width="md"
        maxLength={200}
        value={String(value.value)}
        onValue={text => onValue(conditionOf(source, value.op, text))}
      />
    )
  }
  return (
    <NumberField
      {...common}
      width="sm"
      value={typeof value.value === 'number' ? value.value : null}
      onValue={number => onValue(conditionOf(source, value.op, number ?? 0))}
    />
  )
}

/** How the answer of a field can be compared. */
function opsOf(field: FormField): ShowWhen['op'][] {
  switch (field.kind) {
    case 'number':
    case 'money':
      return ['more-than', 'is', 'is-not']
    case 'table':
      return ['more-than']
    case 'choices':
    case 'multiline':
      return ['contains']
    case 'text':
      return ['contains', 'is', 'is-not']
    default:
      return ['is', 'is-not']
  }
}

const startOf = (source: FormField): ShowWhen => conditionOf(source, opsOf(source)[0] ?? 'is', undefined)

/** A condition with a value of the kind its source answers in. */
function conditionOf(source: FormField, op: ShowWhen['op'], value: ShowWhen['value'] | undefined): ShowWhen {
  const field = source.code
  if (op === 'more-than') return { field, op, value: typeof value === 'number' ? value : 0 }
  const first = source.kind === 'choice' || source.kind === 'choices' ? source.options[0]?.value : undefined
  const text = typeof value === 'string' ? value : (first ?? '')
  if (op === 'contains') return { field, op, value: text }
  if (source.kind === 'yes-no') return { field, op, value: value !== false }
  if (source.kind === 'number' || source.kind === 'money') {
    return { field, op, value: typeof value === 'number' ? value : 0 }
  }
  return { field, op, value: text }
}

/** The same thing shown under another condition, or always. */
export function withCondition<T extends { showWhen?: ShowWhen | undefined }>(
  item: T,
  showWhen: ShowWhen | undefined,
): T {
  const { showWhen: _before, ...rest } = item
  return (showWhen ? { ...rest, showWhen } : rest) as T
}
