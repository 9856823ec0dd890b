import type { HomeView } from '@hoicho/shared/reports/schema.ts'
import { fairName } from '../fairs/fair-name.ts'
import { RequireSignIn } from '../identity/require-sign-in.tsx'
import { formatDateTime, formatDays } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { useSession } from '../platform/session.ts'
import { useEstablishmentHome } from '../reports/api.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, EmptyState, Loading } from '../ui/states.tsx'
import { ApplicationCard } from './application-card.tsx'
import { usePublicFairs } from './fairs-api.ts'

/** The first screen of an establishment: what must I do next, by when? */
export default function ExhibitorHomePage() {
  return (
    <RequireSignIn>
      <Home />
    </RequireSignIn>
  )
}

function Home() {
  const { session } = useSession()
  if (!session) return <Loading />
  if (session.establishments.length === 0) return <FirstTime />
  return (
    <>
      {session.establishments.map(one => (
        <HomeOf key={one.id} establishment={one} isOnly={session.establishments.length === 1} />
      ))}
    </>
  )
}

interface HomeOfProps {
  establishment: { id: string; name: string }
  isOnly: boolean
}

function HomeOf({ establishment, isOnly }: HomeOfProps) {
  const t = useMessages('home')
  const home = useEstablishmentHome(establishment.id)
  return (
    <Page title={isOnly ? t('title') : establishment.name} width="narrow">
      <Await query={home}>{view => <Parts home={view} establishmentId={establishment.id} />}</Await>
    </Page>
  )
}

/** What is one's turn first, what one waits for next, what is over last. */
function Parts({ home, establishmentId }: { home: HomeView; establishmentId: string }) {
  const t = useMessages('home')
  const finished = home.applications.filter(one => one.step.turn === 'done' && one.step.code !== 'ready')
  const living = home.applications.filter(one => !finished.includes(one))
  return (
    <>
      {living.length > 0 && (
        <ul class="flex flex-col gap-4">
          {living.map(one => (
            <ApplicationCard key={one.id} application={one} />
          ))}
        </ul>
      )}
      {home.applications.length === 0 && home.openFairs.length > 0 && (
        <EmptyState title={t('empty.applications')}>{t('empty.applications.text')}</EmptyState>
      )}
      {(home.openFairs.length > 0 || living.length === 0) && (
        <OpenFairs fairs={home.openFairs} establishmentId={establishmentId} />
      )}
      {finished.length > 0 && (
        <Section title={t('finished.title')} bare>
          <ul class="flex flex-col gap-4">
            {finished.map(one => (
              <ApplicationCard key={one.id} application={one} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function OpenFairs({ fairs, establishmentId }: { fairs: HomeView['openFairs']; establishmentId: string }) {
  const t = useMessages('home')
  if (fairs.length === 0) return <EmptyState title={t('open.none')}>{t('open.none.text')}</EmptyState>
  return (
    <Section title={t('open.title')} bare>
      <ul class="flex flex-col gap-3">
        {fairs.map(fair => (
          <li
            key={fair.id}
            class="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-box border border-line bg-base-100 p-4"
          >
            <div class="min-w-0 flex-1 basis-64">
              <h3 class="font-semibold">
                <a class="hover:text-primary hover:underline" href={`/f/${fair.slug}`}>
                  {fairName(fair)}
                </a>
              </h3>
              <p class="text-muted">
                {formatDays(fair.opensOn, fair.closesOn)} · {fair.city}
              </p>
              <p class="mt-0.5">
                {t('open.until', { at: formatDateTime(fair.registrationClosesAt, fair.timeZone) })}
              </p>
            </div>
            <Button href={`/f/${fair.slug}/apply?establishment=${establishmentId}`}>{t('open.apply')}</Button>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** For an account that acts for nobody yet: register the establishment, and see what for. */
function FirstTime() {
  const t = useMessages('home')
  const fairs = usePublicFairs()
  const today = new Date().toISOString().slice(0, 10)
  const coming = fairs.data?.filter(fair => fair.state === 'published' && fair.closesOn >= today) ?? []
  return (
    <Page title={t('title.first')} width="narrow">
      <Section>
        <p class="max-w-prose">{t('first.text')}</p>
        <div class="mt-4 flex flex-col gap-2 sm:items-start">
          <Button kind="primary" href="/e/new">
            {t('first.register')}
          </Button>
          <p class="text-sm text-muted">{t('first.invited')}</p>
        </div>
      </Section>
      {coming.length > 0 && (
        <ul class="flex flex-col gap-3">
          {coming.map(fair => (
            <li
              key={fair.id}
              class="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-box border border-line bg-base-100 p-4"
            >
              <div class="min-w-0 flex-1 basis-64">
                <p class="font-semibold">{fairName(fair)}</p>
                <p class="text-muted">
                  {formatDays(fair.opensOn, fair.closesOn)} · {fair.city}
                </p>
              </div>
              <Button href={`/f/${fair.slug}`}>{t('open.see')}</Button>
            </li>
          ))}
        </ul>
      )}
    </Page>
  )
}
