import type { FormField, TableColumn } from '@hoicho/shared/fairs/form.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/choices.tsx'
import { Icon } from '../ui/icon.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import type { Form } from '../ui/use-form.ts'
import { codeFor, NO_WORDS, without } from './form-edits.ts'

export interface FieldValues {
  field: FormField
}

/** What the kind of a field allows: lengths, ranges, options, columns. */
export function KindSettings(props: {
  form: Form<FieldValues>
  value: FormField
  set: (field: FormField) => void
}) {
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
    case 'money':
      return (
        <div class="flex flex-wrap gap-4">
          {value.kind === 'number' && (
            <TextField
              {...at('unit')}
              label={t('field.unit')}
              width="xs"
              required={false}
              maxLength={20}
              value={value.unit?.vi ?? ''}
              onValue={vi =>
                set({ ...value, unit: { vi, en: value.unit?.en ?? '', de: value.unit?.de ?? '' } })
              }
            />
          )}
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
    case 'date':
      return null
    case 'table':
      return <Columns form={form} value={value} set={set} />
    default:
      return (
        <>
          <Options form={form} value={value} set={set} />
          {value.kind === 'choices' && (
            <NumberField
              {...at('most')}
              label={t('field.most')}
              hint={t('field.most.hint')}
              width="xs"
              value={value.most}
              onValue={most => set({ ...value, most: most ?? 0 })}
            />
          )}
        </>
      )
  }
}

type ChoiceField = Extract<FormField, { kind: 'choice' | 'choices' }>
type TableField = Extract<FormField, { kind: 'table' }>

function Options(props: { form: Form<FieldValues>; value: ChoiceField; set: (field: FormField) => void }) {
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

function Columns(props: { form: Form<FieldValues>; value: TableField; set: (field: FormField) => void }) {
  const { form, value, set } = props
  const t = useMessages('fairs-desk')
  const change = (index: number, column: TableColumn) =>
    set({ ...value, columns: value.columns.map((old, at) => (at === index ? column : old)) })
  const add = () => {
    const code = codeFor(
      'x',
      value.columns.map(column => column.code),
    )
    set({ ...value, columns: [...value.columns, { code, label: NO_WORDS, kind: 'text', maxLength: 200 }] })
  }
  return (
    <fieldset class="flex flex-col gap-2">
      <legend class="mb-1 font-medium">{t('field.columns')}</legend>
      {value.columns.map((column, index) => (
        <div key={column.code} class="grid items-end gap-2 sm:grid-cols-[1fr_1fr_1fr_9rem_auto]">
          {(['vi', 'en', 'de'] as const).map(language => (
            <TextField
              key={language}
              id={form.idOf(`/field/columns/${index}/label/${language}`)}
              name={`column.${index}.${language}`}
              label={t('field.column', { number: index + 1, language })}
              value={column.label[language]}
              onValue={word => change(index, { ...column, label: { ...column.label, [language]: word } })}
              width="full"
              required={language === 'vi'}
              placeholder={language.toUpperCase()}
              hideLabel
            />
          ))}
          <SelectField
            id={form.idOf(`/field/columns/${index}/kind`)}
            name={`column.${index}.kind`}
            label={t('field.kind')}
            hideLabel
            width="full"
            value={column.kind}
            onValue={kind => change(index, columnOfKind(kind, column))}
            options={(['text', 'number'] as const).map(kind => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          {value.columns.length > 1 && (
            <button
              type="button"
              class="btn btn-ghost btn-sm btn-square"
              aria-label={t('field.removeColumn', { number: index + 1 })}
              onClick={() => set({ ...value, columns: without(value.columns, index) })}
            >
              <Icon name="trash" />
            </button>
          )}
        </div>
      ))}
      {value.columns.length < 8 && (
        <div>
          <Button small icon="plus" onClick={add}>
            {t('field.addColumn')}
          </Button>
        </div>
      )}
      <div class="flex flex-wrap gap-4">
        {(['minRows', 'maxRows'] as const).map(name => (
          <NumberField
            key={name}
            id={form.idOf(`/field/${name}`)}
            name={name}
            label={t(`field.${name}`)}
            width="xs"
            value={value[name]}
            onValue={count => set({ ...value, [name]: count ?? 0 })}
          />
        ))}
      </div>
    </fieldset>
  )
}

const columnOfKind = (kind: TableColumn['kind'], { code, label }: TableColumn): TableColumn =>
  kind === 'number' ? { code, label, kind, min: 0, max: 1_000_000 } : { code, label, kind, maxLength: 200 }
