import type { FairSummary } from '@hoicho/shared/fairs/schema.ts'
import { homeOf } from '../identity/after-sign-in.ts'
import { formatDays } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, EmptyState } from '../ui/states.tsx'
import { usePublicFairs } from './fairs-api.ts'

/** The front door: which fairs can be visited or joined, and the way in for those who work here. */
export default function HomePage() {
  const t = useMessages('platform')
  const fairs = usePublicFairs()
  const { session, person } = useSession()
  const isGuest = !session || !person
  const isStaff = session !== undefined && session.organizers.length > 0
  return (
    <Page
      title={t('home.title')}
      lead={t('home.lead')}
      actions={
        session &&
        person && (
          <Button kind="primary" href={homeOf(session)}>
            {t('home.mine')}
          </Button>
        )
      }
    >
      <Await query={fairs}>{found => <Fairs fairs={found} />}</Await>
      <div class="grid gap-4 md:grid-cols-2">
        {(isGuest || !isStaff || session.establishments.length > 0) && (
          <WayIn title={t('home.exhibitor')} text={t('home.exhibitor.text')} place="/e" />
        )}
        {(isGuest || isStaff) && (
          <WayIn title={t('home.organizer')} text={t('home.organizer.text')} place="/desk" />
        )}
      </div>
    </Page>
  )
}

function Fairs({ fairs }: { fairs: readonly FairSummary[] }) {
  const t = useMessages('platform')
  if (fairs.length === 0) return <EmptyState title={t('home.empty')}>{t('home.empty.hint')}</EmptyState>
  const today = new Date().toISOString().slice(0, 10)
  const isComing = (fair: FairSummary) => fair.state === 'published' && fair.closesOn >= today
  const coming = fairs.filter(isComing)
  const past = fairs.filter(fair => !isComing(fair) && fair.state !== 'cancelled')
  return (
    <>
      <ul class="grid gap-4 md:grid-cols-2">
        {coming.map(fair => (
          <FairCard key={fair.slug} fair={fair} isOpen />
        ))}
      </ul>
      {past.length > 0 && (
        <Section title={t('home.past')} bare>
          <ul class="grid gap-4 md:grid-cols-2">
            {past.map(fair => (
              <FairCard key={fair.slug} fair={fair} isOpen={false} />
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}

function FairCard({ fair, isOpen }: { fair: FairSummary; isOpen: boolean }) {
  const t = useMessages('platform')
  const names = { vi: fair.nameVi, en: fair.nameEn, de: fair.nameDe }
  const hasBegun = fair.opensOn <= new Date().toISOString().slice(0, 10)
  return (
    <li class="flex flex-col gap-3 rounded-box border border-line bg-base-100 p-4 sm:p-5">
      <div>
        <h2 class="text-lg font-semibold">
          <a class="text-primary hover:underline" href={`/f/${fair.slug}`}>
            {names[locale.value] || fair.nameVi}
          </a>
        </h2>
        <p class="tnum mt-1">{formatDays(fair.opensOn, fair.closesOn)}</p>
        <p class="text-muted">{fair.city}</p>
      </div>
      <div class="mt-auto flex flex-wrap items-center gap-2">
        <Button href={`/f/${fair.slug}`}>{t('home.visit')}</Button>
        {isOpen && (
          <Button kind="quiet" href={`/f/${fair.slug}/register`}>
            {t('home.register')}
          </Button>
        )}
        {isOpen && !hasBegun && (
          <Button kind="quiet" href={`/f/${fair.slug}/apply`}>
            {t('home.apply')}
          </Button>
        )}
      </div>
    </li>
  )
}

function WayIn({ title, text, place }: { title: string; text: string; place: '/e' | '/desk' }) {
  const t = useMessages('platform')
  const { person } = useSession()
  return (
    <Section title={title}>
      <p class="mb-3 max-w-prose text-muted">{text}</p>
      {person ? (
        <Button href={place}>{t(place === '/e' ? 'nav.establishment' : 'nav.desk')}</Button>
      ) : (
        <div class="flex flex-wrap gap-2">
          <Button href="/sign-in">{t('action.signIn')}</Button>
          {place === '/e' && (
            <Button kind="quiet" href="/sign-up">
              {t('action.signUp')}
            </Button>
          )}
        </div>
      )}
    </Section>
  )
}
