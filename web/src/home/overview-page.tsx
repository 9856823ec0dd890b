import { FAIR_PHASES } from '@hoicho/shared/reports/phases.ts'
import type { Activity, OverviewView } from '@hoicho/shared/reports/schema.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDate, formatDateTime, formatDays } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { useOverview } from '../reports/api.ts'
import { Button } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Await } from '../ui/states.tsx'
import { SummaryList } from '../ui/summary-list.tsx'
import { useActivitySentence } from './activity-sentence.ts'
import { PhaseTag, useDaysLeft } from './deadline-text.tsx'
import { ProgressLine } from './progress-line.tsx'
import { WaitingList } from './waiting-list.tsx'

/** One fair at a glance: where it stands, what waits, by when, and what just happened. */
export default function OverviewPage({ params: { fairId } }: PageProps<'fairId'>) {
  const t = useMessages('home-desk')
  const common = useMessages('platform')
  const overview = useOverview(fairId)
  const fair = overview.data?.fair
  const { can } = useFairRights(fairId)
  return (
    <Page
      title={fair ? nameOf(fair) : common('desk.fair.overview')}
      tag={overview.data && <PhaseTag phase={overview.data.phase} />}
      lead={fair && `${formatDays(fair.opensOn, fair.closesOn)} · ${fair.venueName}, ${fair.city}`}
      actions={
        <>
          {can('fairs.edit') && <Button href={`/desk/fairs/${fairId}/setup`}>{t('setup')}</Button>}
          {can('reports.view') && <Button href={`/desk/fairs/${fairId}/reports`}>{t('report')}</Button>}
        </>
      }
    >
      <Await query={overview} lines={10}>
        {data => <Parts overview={data} />}
      </Await>
    </Page>
  )
}

const nameOf = (fair: OverviewView['fair']) =>
  locale.value === 'vi' ? fair.nameVi : fair.nameEn || fair.nameVi

function Parts({ overview }: { overview: OverviewView }) {
  const t = useMessages('home-desk')
  const { fair, waiting, phase } = overview
  return (
    <>
      <PhaseBar phase={phase} />
      <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div class="flex flex-col gap-6">
          <Section title={t('overview.waiting')}>
            <div class="-mx-2">
              <WaitingList fairId={fair.id} waiting={waiting} />
            </div>
          </Section>
          <Section title={t('overview.progress')} lead={t('progress.quota', { quota: fair.quota })}>
            <ProgressLine standing={overview} />
          </Section>
        </div>
        <div class="flex flex-col gap-6 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Deadlines overview={overview} />
          <Facts overview={overview} />
        </div>
        <RecentActivity overview={overview} />
      </div>
    </>
  )
}

/** The life of a fair in seven steps; the one it is in stands out by weight, mark and word. */
function PhaseBar({ phase }: { phase: OverviewView['phase'] }) {
  const t = useMessages('home-desk')
  const at = FAIR_PHASES.findIndex(one => one === phase)
  return (
    <ol
      aria-label={t('phase.label')}
      class="grid grid-cols-7 gap-1 rounded-box border border-line bg-base-100 p-3 text-[0.8125rem] max-md:grid-cols-1 max-md:gap-0"
    >
      {FAIR_PHASES.map((one, index) => (
        <li
          key={one}
          aria-current={index === at ? 'step' : undefined}
          class={`flex flex-col gap-1.5 max-md:flex-row max-md:items-center max-md:py-0.5 ${
            index === at ? 'font-semibold' : index < at ? '' : 'text-muted'
          }`}
        >
          <svg
            class="h-1.5 w-full max-md:size-2.5 max-md:shrink-0"
            viewBox="0 0 100 10"
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect
              width="100"
              height="10"
              class={index === at ? 'fill-primary' : index < at ? 'fill-primary/40' : 'fill-base-300'}
            />
          </svg>
          {t(`phase.${one}`)}
        </li>
      ))}
    </ol>
  )
}

function Deadlines({ overview }: { overview: OverviewView }) {
  const t = useMessages('home-desk')
  const left = useDaysLeft()
  const next = overview.nextDeadline?.code
  return (
    <Section title={t('overview.deadlines')} lead={t('overview.deadlines.lead')}>
      <ol class="flex flex-col">
        {overview.deadlines.map(deadline => (
          <li
            key={deadline.code}
            class={`grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-line py-2 first:border-t-0 ${
              deadline.daysLeft < 0 ? 'text-muted' : ''
            }`}
          >
            <span class={deadline.code === next ? 'font-semibold' : ''}>
              {t(`deadline.${deadline.code}`)}
              {deadline.legalBasis && (
                <span class="block text-sm font-normal text-muted">{deadline.legalBasis}</span>
              )}
            </span>
            <span class="tnum text-right whitespace-nowrap">
              {formatDate(deadline.on)}
              <span
                class={`block text-sm ${deadline.code === next && deadline.daysLeft <= 7 ? 'font-semibold text-warning' : 'text-muted'}`}
              >
                {left(deadline.daysLeft)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Facts({ overview: { fair } }: { overview: OverviewView }) {
  const t = useMessages('home-desk')
  const isPublic = fair.state === 'published' || fair.state === 'closed'
  return (
    <Section title={t('overview.facts')}>
      <SummaryList
        rows={[
          { key: 'kind', label: t('fact.kind'), value: t(`fact.kind.${fair.kind}`) },
          { key: 'when', label: t('fact.when'), value: formatDays(fair.opensOn, fair.closesOn) },
          { key: 'where', label: t('fact.where'), value: `${fair.venueName}, ${fair.city}` },
          { key: 'quota', label: t('fact.quota'), value: t('fact.quota.value', { quota: fair.quota }) },
          {
            key: 'page',
            label: t('fact.page'),
            value: isPublic ? <a href={`/f/${fair.slug}`}>/f/{fair.slug}</a> : t('fact.page.draft'),
          },
        ]}
      />
    </Section>
  )
}

function RecentActivity({ overview }: { overview: OverviewView }) {
  const t = useMessages('home-desk')
  if (overview.activity.length === 0) return null
  return (
    <Section title={t('overview.activity')}>
      <ul class="flex flex-col">
        {overview.activity.map(entry => (
          <ActivityLine key={entry.id} entry={entry} timeZone={overview.fair.timeZone} />
        ))}
      </ul>
    </Section>
  )
}

function ActivityLine({ entry, timeZone }: { entry: Activity; timeZone: string }) {
  const sentence = useActivitySentence()
  const { who, what } = sentence(entry)
  return (
    <li class="grid gap-x-4 border-t border-line py-2 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]">
      <span>
        <span class="font-medium">{who}</span> {what}
        {entry.establishmentName && <span class="block text-sm text-muted">{entry.establishmentName}</span>}
      </span>
      <time class="tnum text-sm text-muted" dateTime={entry.at}>
        {formatDateTime(entry.at, timeZone)}
      </time>
    </li>
  )
}
