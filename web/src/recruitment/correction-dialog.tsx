import type { MailPreview } from '@hoicho/shared/recruitment/inbox-schema.ts'
import type { ApplicationView, CorrectionInput } from '@hoicho/shared/recruitment/schema.ts'
import { useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { CheckboxGroup } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { DateField, TextArea, TextField } from '../ui/inputs.tsx'
import { Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { type Form as FormState, useForm } from '../ui/use-form.ts'
import { previewCorrection, requestCorrection } from './desk-api.ts'
import { labelOf } from './words.ts'

/** What must be corrected: a message, the items concerned with a remark each, a day. */
export function CorrectionDialog(props: { view: ApplicationView; open: boolean; onClose: () => void }) {
  const t = useMessages('recruitment-desk')
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('correct.title')} wide>
      <CorrectionForm view={props.view} onDone={props.onClose} />
    </Dialog>
  )
}

interface Values {
  note: string
  pointers: readonly string[]
  notes: Record<string, string>
  dueOn: string
}

function CorrectionForm({ view, onDone }: { view: ApplicationView; onDone: () => void }) {
  const t = useMessages('recruitment-desk')
  const [mails, setMails] = useState<MailPreview['items']>()
  const form = useForm<Values>({
    initial: { note: '', pointers: [], notes: {}, dueOn: '' },
    draftKey: `correction.${view.id}`,
    submit: async values => {
      const request = requestOf(values)
      if (mails === undefined) return setMails((await previewCorrection(view.id, request)).items)
      await requestCorrection(view.id, request)
      notify({ text: t('correct.sent') })
      onDone()
    },
  })
  if (mails) return <MailsToSend mails={mails} form={form} onBack={() => setMails(undefined)} />
  const { pointers, notes } = form.values
  return (
    <Form form={form}>
      <TextArea
        {...form.field('note')}
        label={t('correct.note')}
        rows={3}
        maxLength={2000}
        required={false}
      />
      <CheckboxGroup
        {...form.field('pointers')}
        label={t('correct.fields')}
        hint={t('correct.fields.hint')}
        options={pointersOf(view)}
        columns
        required={false}
      />
      {pointers.map((pointer, index) => (
        <TextField
          key={pointer}
          id={form.idOf(`/fields/${index}/note`)}
          name={pointer}
          label={t('correct.field-note', { field: labelAt(view, pointer) })}
          maxLength={500}
          value={notes[pointer] ?? ''}
          error={form.errors.find(error => error.pointer === `/fields/${index}/note`)?.message}
          onValue={value => form.set('notes', { ...notes, [pointer]: value })}
        />
      ))}
      <DateField {...form.field('dueOn')} label={t('correct.due')} required={false} />
      <div>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('correct.preview')}
        </Button>
      </div>
    </Form>
  )
}

const requestOf = ({ note, pointers, notes, dueOn }: Values): CorrectionInput => ({
  note,
  fields: pointers.map(pointer => ({ pointer, note: notes[pointer] ?? '' })),
  dueOn: dueOn || null,
})

interface MailsToSendProps {
  mails: MailPreview['items']
  form: FormState<Values>
  onBack: () => void
}

/** The mails word for word before they go out, and the way back to what was written. */
function MailsToSend({ mails, form, onBack }: MailsToSendProps) {
  const t = useMessages('recruitment-desk')
  return (
    <Form form={form}>
      {mails.length === 0 && <Notice tone="warning">{t('correct.no-mail')}</Notice>}
      {mails.map(mail => (
        <article key={mail.to} class="rounded-box border border-line p-4">
          <p class="text-sm text-muted">{t('correct.to', { name: mail.name, address: mail.to })}</p>
          <p class="mt-1 font-semibold">{mail.subject}</p>
          <p class="mt-2 max-w-prose break-words whitespace-pre-line">{mail.text}</p>
        </article>
      ))}
      <Actions>
        <Button kind="primary" type="submit" busy={form.pending}>
          {t('correct.send')}
        </Button>
        <Button onClick={onBack}>{t('correct.back')}</Button>
      </Actions>
    </Form>
  )
}

const labelAt = (view: ApplicationView, pointer: string) =>
  labelOf(view.form, pointer.split('/').at(-1) ?? '')

function pointersOf(view: ApplicationView) {
  const pointers = [
    ...view.form.sections.flatMap(section => section.fields.map(field => `/answers/${field.code}`)),
    '/products',
    ...view.form.papers.map(paper => `/papers/${paper.code}`),
  ]
  return pointers.map(value => ({ value, label: labelAt(view, value) }))
}
