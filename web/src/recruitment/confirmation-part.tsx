import type { ConfirmationView } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { EDITABLE_STATES } from '@hoicho/shared/recruitment/states.ts'
import { useState } from 'preact/hooks'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FileInput } from '../ui/file-input.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Section } from '../ui/page.tsx'
import { Await, ErrorState, Notice } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { notify } from '../ui/toast.tsx'
import { askConfirmation, confirmWithPaper, useConfirmation } from './confirmation-api.ts'
import { LINK } from './words.ts'

/** Who entered the application for the establishment, and whether it stands behind it. */
export function ConfirmationPart({ view, fairId }: { view: ApplicationView; fairId: string }) {
  const t = useMessages('recruitment-desk')
  const { can } = useFairRights(fairId)
  const confirmation = useConfirmation(view.id)
  const mayWrite = EDITABLE_STATES.includes(view.state) && can('recruitment.enter-application')
  const isOpen = view.confirmation === 'awaiting' && view.state === 'submitted'
  return (
    <Section
      title={t('confirmed.title')}
      actions={
        mayWrite && (
          <Button href={`/desk/fairs/${fairId}/applications/${view.id}/write`}>{t('enter.continue')}</Button>
        )
      }
    >
      {view.state === 'draft' && <Notice>{t('confirmed.draft')}</Notice>}
      {isOpen && <Notice tone="warning">{t('confirmed.awaiting')}</Notice>}
      <Await query={confirmation}>
        {found => (
          <>
            <Facts found={found} view={view} />
            {isOpen && can('recruitment.ask-confirmation') && <Ask view={view} found={found} />}
          </>
        )}
      </Await>
    </Section>
  )
}

function Facts({ found, view }: { found: ConfirmationView; view: ApplicationView }) {
  return <SummaryList rows={useRows(found, view)} />
}

function useRows(found: ConfirmationView, view: ApplicationView) {
  const t = useMessages('recruitment-desk')
  const rows = [
    { key: 'by', label: t('confirmed.entered'), value: found.enteredBy ?? undefined },
    {
      key: 'from',
      label: t('confirmed.from'),
      value: found.enteredFrom ? t(`enter.from.${found.enteredFrom}`) : undefined,
    },
  ]
  if (found.requestedAt && !found.method) {
    const sent = found.addresses.join('\n') || t('confirmed.no-address')
    rows.push({ key: 'sent', label: t('confirmed.sent'), value: sent })
    rows.push({ key: 'phone', label: t('confirmed.phone'), value: found.phone ?? undefined })
  }
  if (!found.method) return rows
  const when = found.confirmedAt ? formatDateTime(found.confirmedAt, view.fair.timeZone) : undefined
  return [
    ...rows,
    { key: 'how', label: t('confirmed.how'), value: t(`confirmed.how.${found.method}`) },
    { key: 'who', label: t('confirmed.who'), value: found.confirmedName ?? undefined },
    { key: 'when', label: t('confirmed.when'), value: when },
    ...(found.fileId
      ? [
          {
            key: 'file',
            label: t('confirmed.evidence'),
            value: (
              <a class={LINK} href={`/api/files/${found.fileId}?inline=1`} target="_blank" rel="noreferrer">
                {found.reason}
              </a>
            ),
          },
        ]
      : []),
  ]
}

function Ask({ view, found }: { view: ApplicationView; found: ConfirmationView }) {
  const t = useMessages('recruitment-desk')
  const [code, setCode] = useState<string>()
  const [isPaper, setPaper] = useState(false)
  const [error, setError] = useState<unknown>()
  const ask = async (by: 'mail' | 'code') => {
    setError(undefined)
    try {
      const given = await askConfirmation(view.id, by)
      if (given) setCode(given)
      else notify({ text: t('confirmed.mail.done') })
    } catch (reason) {
      setError(reason)
    }
  }
  return (
    <div class="mt-3 flex flex-col gap-3">
      {error !== undefined && <ErrorState error={error} />}
      {code && <Notice title={code}>{t('confirmed.code.text', { link: `${location.host}/x` })}</Notice>}
      <Actions>
        {found.addresses.length > 0 && (
          <Button small onClick={() => void ask('mail')}>
            {t('confirmed.mail')}
          </Button>
        )}
        <Button small onClick={() => void ask('code')}>
          {t('confirmed.code')}
        </Button>
        <Button small kind="quiet" onClick={() => setPaper(true)}>
          {t('confirmed.paper')}
        </Button>
      </Actions>
      <Dialog open={isPaper} onClose={() => setPaper(false)} title={t('confirmed.paper.title')}>
        <PaperForm applicationId={view.id} />
      </Dialog>
    </div>
  )
}

function PaperForm({ applicationId }: { applicationId: string }) {
  const t = useMessages('recruitment-desk')
  const r = useMessages('recruitment')
  const [files, setFiles] = useState<File[]>([])
  const [reason, setReason] = useState('')
  const [isTried, setTried] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const lacks = (is: boolean) => (isTried && is ? r('confirm.required') : undefined)
  const send = async () => {
    setTried(true)
    const [file] = files
    if (!file || !reason.trim() || isBusy) return
    setBusy(true)
    setError(undefined)
    await confirmWithPaper(applicationId, file, reason).catch(setError)
    setBusy(false)
  }
  return (
    <div class="flex flex-col gap-4">
      <p class="max-w-prose text-muted">{t('confirmed.paper.text')}</p>
      <FileInput
        id="signed-paper"
        label={t('confirmed.paper.file')}
        files={files}
        onFiles={setFiles}
        accept=".pdf,image/*"
        maxBytes={10_000_000}
        error={lacks(files.length === 0)}
      />
      <TextArea
        id="signed-reason"
        name="reason"
        label={t('confirmed.paper.reason')}
        rows={3}
        maxLength={500}
        value={reason}
        onValue={setReason}
        error={lacks(!reason.trim())}
      />
      {error !== undefined && <ErrorState error={error} />}
      <div>
        <Button kind="primary" busy={isBusy} onClick={() => void send()}>
          {t('confirmed.paper.do')}
        </Button>
      </div>
    </div>
  )
}
