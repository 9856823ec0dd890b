import type { Standing } from '@hoicho/shared/reports/schema.ts'
import { OrganizerSwitch } from '../identity/organizer-switch.tsx'
import { useOrganizer } from '../identity/use-organizer.ts'
import { formatDays } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { page } from '../platform/page.ts'
import { useCan } from '../platform/rights.ts'
import type { Session } from '../platform/session.ts'
import { useDesk } from '../reports/api.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await, EmptyState, Loading } from '../ui/states.tsx'
import { DeadlineText, PhaseTag } from './deadline-text.tsx'
import { ProgressLine } from './progress-line.tsx'
import { WaitingList } from './waiting-list.tsx'

/** What the first screen opens with, for those whose work is one thing; each comes with its own words. */
const ROLE_PARTS = {
  reviewer: page(() => import('./reviewer-part.tsx'), ['selection-desk']),
  finance: page(() => import('./finance-part.tsx')),
  gate: page(() => import('./gate-part.tsx')),
}
const PART_ROLES = ['reviewer', 'finance', 'gate'] as const

/** The first screen of the staff: what waits for me, and where does each fair stand? */
export default function DeskHomePage() {
  const t = useMessages('home-desk')
  const { organizer, organizers, choose, isPending } = useOrganizer()
  if (isPending) return <Loading />
  if (!organizer) {
    return (
      <Page title={t('title')}>
        <EmptyState title={t('guest.title')}>{t('guest.text')}</EmptyState>
      </Page>
    )
  }
  return (
    <OrganizerSwitch organizers={organizers} current={organizer.id} choose={choose}>
      <DeskOf key={organizer.id} organizer={organizer} />
    </OrganizerSwitch>
  )
}

function DeskOf({ organizer }: { organizer: Session['organizers'][number] }) {
  const t = useMessages('home-desk')
  const desk = useDesk(organizer.id)
  const mayCreate = useCan()('fairs.create', { organizerId: organizer.id })
  return (
    <Page
      title={t('title')}
      lead={organizer.name}
      actions={
        mayCreate && (
          <Button icon="plus" href="/desk/fairs/new">
            {t('create')}
          </Button>
        )
      }
    >
      <Await query={desk}>
        {items =>
          items.length === 0 ? (
            <EmptyState
              title={t('empty')}
              action={
                mayCreate && (
                  <Button kind="primary" href="/desk/fairs/new">
                    {t('create')}
                  </Button>
                )
              }
            >
              {t(mayCreate ? 'empty.text' : 'empty.text.wait')}
            </EmptyState>
          ) : (
            <>
              {PART_ROLES.filter(role => organizer.roles.includes(role)).map(role => {
                const Part = ROLE_PARTS[role]
                return <Part key={role} standings={items} />
              })}
              <Standings items={items} />
            </>
          )
        }
      </Await>
    </Page>
  )
}

/** Fairs with life in them first, the nearest opening at the top; those that are over, and ask for nothing, after. */
function Standings({ items }: { items: readonly Standing[] }) {
  const t = useMessages('home-desk')
  const isPast = (item: Standing) => item.phase === 'over' && item.waiting.length === 0
  const living = items.filter(item => !isPast(item)).toSorted(byWork)
  const past = items.filter(isPast)
  return (
    <>
      <div class="grid gap-4 xl:grid-cols-2">
        {living.map(item => (
          <FairCard key={item.fair.id} standing={item} />
        ))}
      </div>
      {past.length > 0 && (
        <Section title={t('past.title')} bare>
          <div class="grid gap-4 xl:grid-cols-2">
            {past.map(item => (
              <FairCard key={item.fair.id} standing={item} />
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

function byWork(a: Standing, b: Standing): number {
  const work = (item: Standing) => item.waiting.reduce((sum, one) => sum + one.count, 0)
  return Number(work(b) > 0) - Number(work(a) > 0) || a.fair.opensOn.localeCompare(b.fair.opensOn)
}

function FairCard({ standing }: { standing: Standing }) {
  const { fair, phase, waiting, nextDeadline } = standing
  const name = locale.value === 'vi' ? fair.nameVi : fair.nameEn || fair.nameVi
  return (
    <article class="flex flex-col gap-3 rounded-box border border-line bg-base-100 p-4 sm:p-5">
      <header>
        <div class="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
          <h2 class="min-w-0 text-base font-semibold">
            <a class="hover:text-primary hover:underline" href={`/desk/fairs/${fair.id}/overview`}>
              {name}
            </a>
          </h2>
          <PhaseTag phase={phase} />
        </div>
        <p class="mt-0.5 text-sm text-muted">
          {formatDays(fair.opensOn, fair.closesOn)} · {fair.city}
        </p>
      </header>
      <div class="-mx-2">
        <WaitingList fairId={fair.id} waiting={waiting} />
      </div>
      <div class="mt-auto flex flex-col gap-3 border-t border-line pt-3">
        <ProgressLine standing={standing} />
        <p class="text-sm">
          <DeadlineText deadline={nextDeadline} />
        </p>
      </div>
    </article>
  )
}
