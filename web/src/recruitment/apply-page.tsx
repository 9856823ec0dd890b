import type { PublicFair } from '@hoicho/shared/fairs/schema.ts'
import { registrationStatus } from '@hoicho/shared/recruitment/registration.ts'
import { useQuery } from '@tanstack/preact-query'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { fairName } from '../fairs/fair-name.ts'
import { fetchJson } from '../platform/client.ts'
import { formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { type Session, useSession } from '../platform/session.ts'
import { Actions, Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Await, ErrorState, Loading, Notice } from '../ui/states.tsx'
import { startApplication, useOwnApplications } from './api.ts'
import { STATE_TONES } from './words.ts'

type Establishment = Session['establishments'][number]

const useFair = (slug: string) =>
  useQuery({
    queryKey: ['public-fair', slug],
    queryFn: () => fetchJson<PublicFair>(`/api/public/fairs/${encodeURIComponent(slug)}`),
  })

/** The public call: sign in, choose or register an establishment, start. */
export default function ApplyPage({ params }: PageProps<'slug'>) {
  const t = useMessages('recruitment')
  const fair = useFair(params.slug)
  const lead =
    fair.data &&
    t('apply.lead', {
      fair: fairName(fair.data),
      time: formatDateTime(fair.data.registrationClosesAt, fair.data.timeZone),
    })
  return (
    <Page
      width="narrow"
      title={t('apply.title')}
      lead={lead}
      breadcrumbs={fair.data && [{ label: fairName(fair.data), href: `/f/${fair.data.slug}` }]}
    >
      <Await query={fair}>{found => <Apply fair={found} />}</Await>
    </Page>
  )
}

function Apply({ fair }: { fair: PublicFair }) {
  const t = useMessages('recruitment')
  const { session, person, isPending } = useSession()
  const status = fair.state === 'published' ? registrationStatus(fair, new Date().toISOString()) : 'closed'
  if (isPending) return <Loading />
  const here = encodeURIComponent(`/f/${fair.slug}/apply`)
  if (!person) {
    if (status === 'closed') return <Notice tone="warning">{t('invitation.closed')}</Notice>
    return (
      <Section>
        <p class="mb-3 max-w-prose">{t('apply.sign-in.text')}</p>
        <Actions>
          <Button kind="primary" href={`/sign-up?next=${here}`}>
            {t('invitation.sign-up')}
          </Button>
          <Button href={`/sign-in?next=${here}`}>{t('invitation.sign-in')}</Button>
        </Actions>
      </Section>
    )
  }
  const establishments = session?.establishments ?? []
  return (
    <>
      <Closed fair={fair} status={status} />
      {establishments.length > 0 && (
        <Section title={t('apply.choose')}>
          <ul class="flex flex-col">
            {establishments.map(one => (
              <Choice key={one.id} establishment={one} fair={fair} isOpen={status === 'open'} />
            ))}
          </ul>
        </Section>
      )}
      <Register here={here} isFirst={establishments.length === 0} />
    </>
  )
}

function Closed({ fair, status }: { fair: PublicFair; status: string }) {
  const t = useMessages('recruitment')
  if (status === 'open') return null
  const time = formatDateTime(fair.registrationOpensAt, fair.timeZone)
  return (
    <Notice tone="warning">
      {status === 'closed' ? t('invitation.closed') : t('invitation.not-open-yet', { time })}
    </Notice>
  )
}

function Register({ here, isFirst }: { here: string; isFirst: boolean }) {
  const t = useMessages('recruitment')
  return (
    <Section>
      {isFirst && <p class="mb-3 max-w-prose">{t('apply.register.text')}</p>}
      <Button kind={isFirst ? 'primary' : 'secondary'} href={`/e/new?next=${here}`}>
        {t(isFirst ? 'apply.register.first' : 'apply.register')}
      </Button>
    </Section>
  )
}

interface ChoiceProps {
  establishment: Establishment
  fair: PublicFair
  isOpen: boolean
}

/** An establishment with its way on: the application it has, or a new one. */
function Choice({ establishment, fair, isOpen }: ChoiceProps) {
  const t = useMessages('recruitment')
  const { route } = useLocation()
  const own = useOwnApplications(establishment.id)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const living = own.data?.find(one => one.fair.slug === fair.slug && one.state !== 'withdrawn')
  const start = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const view = await startApplication(establishment.id, fair.slug)
      route(`/e/applications/${view.id}`)
    } catch (reason) {
      setError(reason)
      setBusy(false)
    }
  }
  return (
    <li class="flex flex-wrap items-center gap-3 border-b border-line py-3 last:border-0">
      <span class="min-w-0 flex-1 basis-48 font-medium">{establishment.name}</span>
      {living && <StateTag tone={STATE_TONES[living.state]}>{t(`state.${living.state}`)}</StateTag>}
      {living && (
        <Button kind="primary" href={`/e/applications/${living.id}`}>
          {t('apply.continue')}
        </Button>
      )}
      {own.data && !living && isOpen && (
        <Button kind="primary" busy={isBusy} onClick={() => void start()}>
          {t('apply.start')}
        </Button>
      )}
      {error !== undefined && <ErrorState error={error} />}
    </li>
  )
}
