import type { OpenedInvitation } from '@hoicho/shared/recruitment/schema.ts'
import { DECLINE_CODES, type DeclineCode } from '@hoicho/shared/recruitment/vocabulary.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { fairName } from '../fairs/fair-name.ts'
import { formatDateTime, formatDays } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { refreshSession, useSession } from '../platform/session.ts'
import { Actions, Button } from '../ui/button.tsx'
import { RadioField } from '../ui/choices.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/inputs.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, ErrorState, Notice } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { acceptInvitation, declineInvitation, startApplication, stopLetters, useInvitation } from './api.ts'
import { LINK } from './words.ts'

/** Where the personal link of a letter leads: the fair, whom it is for, and the way to apply or to decline. */
export default function InvitationPage({ params }: PageProps<'token'>) {
  const t = useMessages('recruitment')
  const invitation = useInvitation(params.token)
  return (
    <Page
      width="narrow"
      title={t('invitation.title')}
      lead={invitation.data && t('invitation.for', { name: invitation.data.establishmentName })}
    >
      <Await query={invitation}>{opened => <Invitation opened={opened} token={params.token} />}</Await>
    </Page>
  )
}

interface Props {
  opened: OpenedInvitation
  token: string
}

function Invitation({ opened, token }: Props) {
  const t = useMessages('recruitment')
  const { fair } = opened
  const organizer =
    locale.value === 'vi' ? fair.organizerNameVi : fair.organizerNameEn || fair.organizerNameVi
  const rows = [
    { key: 'when', label: t('invitation.when'), value: formatDays(fair.opensOn, fair.closesOn) },
    {
      key: 'where',
      label: t('invitation.where'),
      value: [fair.venueName, fair.city].filter(Boolean).join(', '),
    },
    {
      key: 'until',
      label: t('invitation.until'),
      value: formatDateTime(fair.registrationClosesAt, fair.timeZone),
    },
  ]
  return (
    <>
      <Section>
        <p class="mb-3 text-lg">
          {t('invitation.by', { organizer, name: opened.establishmentName, fair: fairName(fair) })}
        </p>
        <SummaryList rows={rows} />
        <p class="mt-3">
          <a class={LINK} href={`/f/${fair.slug}`}>
            {t('invitation.about')}
          </a>
        </p>
      </Section>
      {opened.state === 'declined' && <Notice>{t('invitation.declined')}</Notice>}
      <WayOn opened={opened} token={token} />
      <Letters opened={opened} token={token} organizer={organizer} />
    </>
  )
}

/** Sign in or up, take the establishment on, start: whichever comes next for this person. */
function WayOn({ opened, token }: Props) {
  const t = useMessages('recruitment')
  const { person } = useSession()
  const { fair, own, registration } = opened
  if (own?.applicationId) {
    return (
      <div>
        <Button kind="primary" href={`/e/applications/${own.applicationId}`}>
          {t('invitation.continue')}
        </Button>
      </div>
    )
  }
  if (registration === 'closed') return <Notice tone="warning">{t('invitation.closed')}</Notice>
  if (registration === 'not-open-yet') {
    const time = formatDateTime(fair.registrationOpensAt, fair.timeZone)
    return <Notice>{t('invitation.not-open-yet', { time })}</Notice>
  }
  const next = encodeURIComponent(`/i/${token}`)
  return (
    <div class="flex flex-col gap-3">
      {opened.hasPeople && !own && <Notice>{t('invitation.has-people')}</Notice>}
      {!opened.hasPeople && !own && <p class="max-w-prose text-muted">{t('invitation.sign-up.text')}</p>}
      <Actions>
        {person && (own || !opened.hasPeople) && <StartButton opened={opened} token={token} />}
        {!person && !opened.hasPeople && (
          <Button kind="primary" href={`/sign-up?next=${next}`}>
            {t('invitation.sign-up')}
          </Button>
        )}
        {!person && (
          <Button kind={opened.hasPeople ? 'primary' : 'secondary'} href={`/sign-in?next=${next}`}>
            {t('invitation.sign-in')}
          </Button>
        )}
        {opened.state !== 'declined' && <Decline token={token} />}
      </Actions>
    </div>
  )
}

function StartButton({ opened, token }: Props) {
  const t = useMessages('recruitment')
  const { route } = useLocation()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const start = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const { establishmentId, joined } = await acceptInvitation(token)
      if (joined) await refreshSession()
      const view = await startApplication(establishmentId, opened.fair.slug, token)
      route(`/e/applications/${view.id}`)
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  return (
    <>
      {error !== undefined && <ErrorState error={error} />}
      <Button kind="primary" busy={isBusy} onClick={() => void start()}>
        {t('invitation.start')}
      </Button>
    </>
  )
}

function Decline({ token }: { token: string }) {
  const t = useMessages('recruitment')
  const p = useMessages('platform')
  const [isOpen, setOpen] = useState(false)
  const [code, setCode] = useState<DeclineCode | ''>('')
  const [reason, setReason] = useState('')
  const [error, setError] = useState<unknown>()
  const decline = async () => {
    try {
      await declineInvitation(token, { code: code || null, reason: reason || null })
      setOpen(false)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('invitation.decline')}
      </Button>
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('invitation.decline.title')}
        actions={
          <>
            <Button kind="primary" onClick={() => void decline()}>
              {p('action.send')}
            </Button>
            <Button onClick={() => setOpen(false)}>{p('action.cancel')}</Button>
          </>
        }
      >
        {error !== undefined && <ErrorState error={error} />}
        <RadioField<DeclineCode | ''>
          id="decline-code"
          name="code"
          label={t('invitation.decline.reason')}
          required={false}
          value={code}
          onValue={setCode}
          options={DECLINE_CODES.map(value => ({ value, label: t(`invitation.decline.${value}`) }))}
        />
        <TextArea
          id="decline-reason"
          name="reason"
          label={t('invitation.decline.more')}
          required={false}
          rows={3}
          maxLength={500}
          value={reason}
          onValue={setReason}
        />
      </Dialog>
    </>
  )
}

/** The way out of further letters, and back. Nothing changes by merely following the link of a mail. */
function Letters({ opened, token, organizer }: Props & { organizer: string }) {
  const t = useMessages('recruitment')
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const set = async (stop: boolean) => {
    setBusy(true)
    setError(undefined)
    await stopLetters(token, stop).catch(setError)
    setBusy(false)
  }
  return (
    <div class="flex flex-col items-start gap-2 border-t border-line pt-4">
      {error !== undefined && <ErrorState error={error} />}
      {opened.isOptedOut && <p class="max-w-prose">{t('invitation.stopped')}</p>}
      <Button small kind="quiet" busy={isBusy} onClick={() => void set(!opened.isOptedOut)}>
        {opened.isOptedOut ? t('invitation.stop.undo') : t('invitation.stop', { organizer })}
      </Button>
    </div>
  )
}
