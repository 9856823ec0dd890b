import type { FieldKind, FormDefinition, FormField } from '@hoicho/shared/fairs/form.ts'
import { useMessages } from '../platform/i18n.ts'
import { CheckboxField } from '../ui/choices.tsx'
import { SelectField, TextField } from '../ui/inputs.tsx'
import { useForm } from '../ui/use-form.ts'
import { ConditionFields, withCondition } from './condition-fields.tsx'
import { codeFor, fieldOfKind } from './form-edits.ts'
import { type FieldValues, KindSettings } from './kind-settings.tsx'
import { EditDialog, needed } from './words-dialog.tsx'

const KINDS: readonly FieldKind[] = [
  'text',
  'multiline',
  'number',
  'money',
  'date',
  'yes-no',
  'choice',
  'choices',
  'table',
]

interface Props {
  /** The whole form: a condition may look at any other field. */
  definition: FormDefinition
  field: FormField
  /** Codes in use, for a new field's own. */
  taken: readonly string[]
  onField: (field: FormField) => void
  onClose: () => void
}

/** One field: its kind, its words, and what its kind allows. A field keeps its code, so drafts keep their answers. */
export function FieldDialog({ definition, field, taken, onField, onClose }: Props) {
  const t = useMessages('fairs-desk')
  const p = useMessages('platform')
  const form = useForm<FieldValues>({
    initial: { field },
    validate: values => needed('/field/label', values.field.label.vi, p('form.requiredMissing')),
    submit: async values => {
      const kept = withColumnCodes(withOptionCodes(values.field))
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
      <ConditionFields
        form={definition}
        except={[value.code]}
        value={value.showWhen}
        onValue={showWhen => set(withCondition(value, showWhen))}
      />
    </EditDialog>
  )
}

/** Options that never had words drop out; new ones take their code from their words, old ones keep it. */
function withOptionCodes(field: FormField): FormField {
  if (field.kind !== 'choice' && field.kind !== 'choices') return field
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

/** Columns that never had words drop out; new ones take their code from their words, old ones keep it. */
function withColumnCodes(field: FormField): FormField {
  if (field.kind !== 'table') return field
  const taken: string[] = []
  const columns = field.columns
    .filter(column => column.label.vi.trim() !== '')
    .map(column => {
      const isNew = /^x\d*$/.test(column.code) || taken.includes(column.code)
      const code = isNew ? codeFor(column.label.vi, taken) : column.code
      taken.push(code)
      return { ...column, code }
    })
  return { ...field, columns }
}
