import type { OwnOutcome } from '@hoicho/shared/selection/place-schema.ts'
import { useState } from 'preact/hooks'
import { formatDate, formatDateTime, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { ConfirmButton, Dialog } from '../ui/dialog.tsx'
import { Form } from '../ui/form.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { notify } from '../ui/toast.tsx'
import { useForm } from '../ui/use-form.ts'
import { answerPlace, complain, useOwnOutcome } from './place-api.ts'

/** What became of the application, on the establishment's own page: confirm, decline, complain. Nothing before the letter. */
export default function OwnOutcomePart({ applicationId }: { applicationId: string }) {
  return (
    <Await query={useOwnOutcome(applicationId)}>
      {view => (view.outcome === null ? null : <Outcome view={view} />)}
    </Await>
  )
}

function Outcome({ view }: { view: OwnOutcome }) {
  const t = useMessages('selection')
  const figures = {
    mean: view.mean === null ? '–' : formatNumber(view.mean, 2),
    passMark: view.passMark ?? 0,
    quota: view.quota ?? 0,
  }
  return (
    <Section title={t('own.title')}>
      <div class="flex flex-col gap-4">
        <Place view={view} />
        {view.reason && (
          <p class="max-w-prose">
            <span class="font-medium">{view.outcome && t(`outcome.${view.outcome}`)}</span>
            {view.waitingPosition !== null && ` (${t('own.position', { position: view.waitingPosition })})`}
            {': '}
            {t(`reason.${view.reason}`, figures)}
          </p>
        )}
        <ComplaintPart view={view} />
      </div>
    </Section>
  )
}

function Place({ view: { place, applicationId, timeZone } }: { view: OwnOutcome }) {
  const t = useMessages('selection')
  const [isDeclining, setDeclining] = useState(false)
  if (!place) return null
  if (place.state !== 'offered') {
    const at = place.answeredAt ? formatDateTime(place.answeredAt, timeZone) : ''
    return (
      <Notice tone={place.state === 'confirmed' ? 'success' : 'info'}>
        {t(`own.${place.state}`, { at })}
      </Notice>
    )
  }
  return (
    <div class="rounded-box border-2 border-primary p-4">
      <p class="text-lg font-semibold">{t('own.confirm.title')}</p>
      {place.dueAt && (
        <p class="mt-1">{t('own.confirm.text', { time: formatDateTime(place.dueAt, timeZone) })}</p>
      )}
      <div class="mt-3">
        <Actions>
          <ConfirmButton
            kind="primary"
            title={t('own.confirm.ask')}
            text={t('own.confirm.ask.text')}
            onConfirm={async () => {
              await answerPlace(applicationId, { answer: 'confirm', reason: '' })
              notify({ text: t('own.done') })
            }}
          >
            {t('own.confirm')}
          </ConfirmButton>
          <Button kind="secondary" onClick={() => setDeclining(true)}>
            {t('own.decline')}
          </Button>
        </Actions>
      </div>
      {isDeclining && <DeclineDialog applicationId={applicationId} onClose={() => setDeclining(false)} />}
    </div>
  )
}

function DeclineDialog({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const t = useMessages('selection')
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await answerPlace(applicationId, { answer: 'decline', reason })
      notify({ text: t('own.done') })
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('own.decline.title')}>
      <p class="mb-4">{t('own.decline.text')}</p>
      <Form form={form}>
        <TextArea {...form.field('reason')} label={t('own.decline.reason')} required={false} rows={3} />
        <Actions>
          <Button kind="destroy" type="submit" busy={form.pending}>
            {t('own.decline')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}

function ComplaintPart({ view }: { view: OwnOutcome }) {
  const t = useMessages('selection')
  const [isOpen, setOpen] = useState(false)
  const { complaint, complaintUntil, mayComplain, applicationId } = view
  return (
    <div class="flex flex-col gap-3">
      {complaint && (
        <div class="border-l-4 border-line pl-3">
          <p class="font-medium">{t(`own.complaint.${complaint.state}`)}</p>
          <p class="whitespace-pre-line text-muted">{complaint.text}</p>
          {complaint.state === 'filed' ? (
            <p>{t('own.complaint.due', { day: formatDate(complaint.answerDueOn) })}</p>
          ) : (
            <p class="whitespace-pre-line">{complaint.reasons}</p>
          )}
        </div>
      )}
      {mayComplain && complaintUntil && (
        <div>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            {t('own.complain', { day: formatDate(complaintUntil) })}
          </Button>
        </div>
      )}
      {isOpen && <ComplainDialog applicationId={applicationId} onClose={() => setOpen(false)} />}
    </div>
  )
}

function ComplainDialog({ applicationId, onClose }: { applicationId: string; onClose: () => void }) {
  const t = useMessages('selection')
  const form = useForm({
    initial: { text: '' },
    draftKey: `complaint.${applicationId}`,
    submit: async ({ text }) => {
      await complain(applicationId, text)
      notify({ text: t('own.complained') })
      onClose()
    },
  })
  return (
    <Dialog open onClose={onClose} title={t('own.complain.title')}>
      <Form form={form}>
        <TextArea {...form.field('text')} label={t('own.complain.text')} maxLength={5000} rows={6} />
        <Actions>
          <Button kind="primary" type="submit" busy={form.pending}>
            {t('own.complain.send')}
          </Button>
        </Actions>
      </Form>
    </Dialog>
  )
}
