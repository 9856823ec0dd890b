import type { CampaignInput } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { LETTER_FIELDS } from '@hoicho/shared/recruitment/letter.ts'
import { useMessages } from '../platform/i18n.ts'
import { CheckboxField } from '../ui/choices.tsx'
import { SelectField, TextArea, TextField } from '../ui/inputs.tsx'
import { NumberField } from '../ui/number-fields.tsx'
import type { Form } from '../ui/use-form.ts'

const MODES = ['head', 'collective', 'acting', 'deputy', 'by-order', 'by-delegation'] as const

/** The official letter and the mail that carries it. */
export function LetterFields({ form }: { form: Form<CampaignInput> }) {
  const t = useMessages('campaigns-desk')
  return (
    <div class="flex flex-col gap-5">
      <details class="rounded-field border border-line p-3 text-sm">
        <summary class="cursor-pointer font-medium">{t('letter.fields')}</summary>
        <dl class="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {LETTER_FIELDS.map(name => (
            <div key={name} class="contents">
              <dt class="font-mono">{`{${name}}`}</dt>
              <dd>{t(`letter.field.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
      <TextField
        {...form.sub('letter', 'about')}
        label={t('letter.form.about')}
        hint={t('letter.form.about.hint')}
        maxLength={300}
      />
      <TextArea
        {...form.sub('letter', 'body')}
        label={t('letter.form.body')}
        hint={t('letter.form.body.hint')}
        rows={9}
        maxLength={8000}
      />
      <SelectField
        {...form.sub('letter', 'signingMode')}
        label={t('letter.form.mode')}
        width="md"
        options={MODES.map(value => ({ value, label: t(`letter.mode.${value}`) }))}
      />
      {form.values.letter.signingMode !== 'head' && (
        <TextField
          {...form.sub('letter', 'signingFor')}
          label={t('letter.form.for')}
          required={false}
          maxLength={120}
        />
      )}
      <TextField
        {...form.sub('letter', 'signerPosition')}
        label={t('letter.form.position')}
        width="md"
        maxLength={120}
      />
      <TextField
        {...form.sub('letter', 'signerName')}
        label={t('letter.form.name')}
        width="md"
        maxLength={120}
      />
      <TextArea
        {...form.sub('letter', 'copies')}
        label={t('letter.form.copies')}
        hint={t('letter.form.copies.hint')}
        required={false}
        rows={3}
        value={form.values.letter.copies.join('\n')}
        onValue={value => form.sub('letter', 'copies').onValue(value.split('\n'))}
      />
      <TextField {...form.sub('letter', 'mailSubject')} label={t('letter.form.subject')} maxLength={200} />
      <TextArea
        {...form.sub('letter', 'mailText')}
        label={t('letter.form.mail')}
        hint={t('letter.form.mail.hint')}
        rows={7}
        maxLength={5000}
      />
    </div>
  )
}

type PaceValues = Pick<CampaignInput, 'batchSize' | 'batchMinutes' | 'reminderDays' | 'remindersOn'>

interface PaceProps {
  values: PaceValues
  onValues: (values: PaceValues) => void
}

/** Batches and reminders. */
export function PaceFields({ values, onValues }: PaceProps) {
  const t = useMessages('campaigns-desk')
  return (
    <div class="flex flex-col gap-5">
      <NumberField
        id="pace-size"
        name="batchSize"
        label={t('pace.size')}
        width="xs"
        value={values.batchSize}
        onValue={value => onValues({ ...values, batchSize: value ?? 1 })}
      />
      <NumberField
        id="pace-minutes"
        name="batchMinutes"
        label={t('pace.minutes')}
        hint={t('pace.quiet')}
        width="xs"
        value={values.batchMinutes}
        onValue={value => onValues({ ...values, batchMinutes: value ?? 1 })}
      />
      <CheckboxField
        id="pace-reminders"
        name="remindersOn"
        label={t('pace.reminders')}
        value={values.remindersOn}
        onValue={remindersOn => onValues({ ...values, remindersOn })}
      />
      {values.remindersOn && (
        <TextField
          id="pace-days"
          name="reminderDays"
          label={t('pace.days')}
          hint={t('pace.days.hint')}
          required={false}
          width="sm"
          value={values.reminderDays.join(', ')}
          onValue={text =>
            onValues({
              ...values,
              reminderDays: text
                .split(/[^\d]+/)
                .filter(Boolean)
                .map(Number),
            })
          }
        />
      )}
    </div>
  )
}
