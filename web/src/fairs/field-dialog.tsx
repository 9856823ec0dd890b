import type { FieldKind, FormField } from '@hoicho/shared/fairs/form.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Icon } from '../ui/icon.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import { type Form, useForm } from '../ui/use-form.ts'
import { codeFor, fieldOfKind, NO_WORDS, without } from './form-edits.ts'
import { EditDialog, needed } from './words-dialog.tsx'

const KINDS: readonly FieldKind[] = ['text', 'multiline', 'number', 'yes-no', 'choice']

interface Values {
  field: FormField
}

interface Props {
  field: FormField
  /** Codes in use, for a new field's own. */
  taken: readonly string[]
  onField: (field: FormField) => void
  onClose: () => void
}

/** One field: its kind, its words, and what its kind allows. A field keeps its code, so drafts keep their answers. */
export function FieldDialog({ field, taken, onField, onClose }: Props) {
  const t = useMessages('fairs-desk')
  const p = useMessages('platform')
  const form = useForm<Values>({
    initial: { field },
    validate: values => needed('/field/label', values.field.label.vi, p('form.requiredMissing')),
    submit: async values => {
      const kept = withOptionCodes(values.field)
      onField(kept.code === '' ? { ...kept, code: codeFor(kept.label.vi, taken) } : kept)
      onClose()
    },
  })
  const value = form.values.field
  const set = (next: FormField) => form.set('field', next)
  const label = form.sub('field', 'label')
  const hint = form.sub('field', 'hint')
  return (
    <EditDialog title={t(field.code ? 'form.editField' : 'form.addField')} form={form} onClose={onClose}>
      <SelectField
        id={form.idOf('/field/kind')}
        name="kind"
        label={t('field.kind')}
        value={value.kind}
        onValue={kind => set(fieldOfKind(kind, value))}
        options={KINDS.map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
        width="md"
      />
      <TextField
        {...label}
        label={t('words.vi')}
        value={value.label.vi}
        onValue={vi => label.onValue({ ...value.label, vi })}
        width="full"
        maxLength={200}
      />
      {(['en', 'de'] as const).map(language => (
        <TextField
          key={language}
          id={form.idOf(`/field/label/${language}`)}
          name={`label.${language}`}
          label={t(`words.${language}`)}
          value={value.label[language]}
          onValue={word => label.onValue({ ...value.label, [language]: word })}
          width="full"
          maxLength={200}
          required={false}
        />
      ))}
      {(['vi', 'en', 'de'] as const).map(language => (
        <TextField
          key={language}
          id={form.idOf(`/field/hint/${language}`)}
          name={`hint.${language}`}
          label={t('field.hint', { language: p(`locale.${language}`) })}
          value={value.hint[language]}
          onValue={word => hint.onValue({ ...value.hint, [language]: word })}
          width="full"
          maxLength={500}
          required={false}
        />
      ))}
      <CheckboxField {...form.sub('field', 'required')} label={t('field.required')} />
      <KindSettings form={form} value={value} set={set} />
    </EditDialog>
  )
}

function KindSettings(props: { form: Form<Values>; value: FormField; set: (field: FormField) => void }) {
  const { form, value, set } = props
  const t = useMessages('fairs-desk')
  const at = (name: string) => ({ id: form.idOf(`/field/${name}`), name })
  switch (value.kind) {
    case 'text':
    case 'multiline':
      return (
        <NumberField
          {...at('maxLength')}
          label={t('field.maxLength')}
          width="xs"
          value={value.maxLength}
          onValue={maxLength => set({ ...value, maxLength: maxLength ?? 0 })}
        />
      )
    case 'number':
      return (
        <div class="flex flex-wrap gap-4">
          <NumberField
            {...at('min')}
            label={t('field.min')}
            width="xs"
            value={value.min}
            onValue={min => set({ ...value, min: min ?? 0 })}
          />
          <NumberField
            {...at('max')}
            label={t('field.max')}
            width="xs"
            value={value.max}
            onValue={max => set({ ...value, max: max ?? 0 })}
          />
        </div>
      )
    case 'yes-no':
      return (
        <CheckboxField
          {...at('mustBeYes')}
          label={t('field.mustBeYes')}
          hint={t('field.mustBeYes.hint')}
          value={value.mustBeYes}
          onValue={mustBeYes => set({ ...value, mustBeYes })}
        />
      )
    default:
      return <Options form={form} value={value} set={set} />
  }
}

type ChoiceField = Extract<FormField, { kind: 'choice' }>

function Options(props: { form: Form<Values>; value: ChoiceField; set: (field: FormField) => void }) {
  const { form, value, set } = props
  const t = useMessages('fairs-desk')
  const change = (index: number, language: 'vi' | 'en' | 'de', word: string) =>
    set({
      ...value,
      options: value.options.map((option, at) =>
        at === index ? { ...option, label: { ...option.label, [language]: word } } : option,
      ),
    })
  const add = () => {
    const code = codeFor(
      'x',
      value.options.map(option => option.value),
    )
    set({ ...value, options: [...value.options, { value: code, label: NO_WORDS }] })
  }
  return (
    <fieldset class="flex flex-col gap-2">
      <legend class="mb-1 font-medium">{t('field.options')}</legend>
      {value.options.map((option, index) => (
        <div key={option.value} class="grid items-end gap-2 sm:grid-cols-[1fr_1fr_1fr_auto]">
          {(['vi', 'en', 'de'] as const).map(language => (
            <TextField
              key={language}
              id={form.idOf(`/field/options/${index}/label/${language}`)}
              name={`option.${index}.${language}`}
              label={t('field.option', { number: index + 1, language })}
              value={option.label[language]}
              onValue={word => change(index, language, word)}
              width="full"
              required={language === 'vi'}
              placeholder={language.toUpperCase()}
              hideLabel
            />
          ))}
          {value.options.length > 2 && (
            <button
              type="button"
              class="btn btn-ghost btn-sm btn-square"
              aria-label={t('field.removeOption', { number: index + 1 })}
              onClick={() => set({ ...value, options: without(value.options, index) })}
            >
              <Icon name="trash" />
            </button>
          )}
        </div>
      ))}
      <div>
        <Button small icon="plus" onClick={add}>
          {t('field.addOption')}
        </Button>
      </div>
    </fieldset>
  )
}

/** Options that never had words drop out; new ones take their code from their words, old ones keep it. */
function withOptionCodes(field: FormField): FormField {
  if (field.kind !== 'choice') return field
  const taken: string[] = []
  const options = field.options
    .filter(option => option.label.vi.trim() !== '')
    .map(option => {
      const isNew = /^([ab]|x\d*)$/.test(option.value)
      const value = isNew || taken.includes(option.value) ? codeFor(option.label.vi, taken) : option.value
      taken.push(value)
      return { ...option, value }
    })
  return { ...field, options }
}
