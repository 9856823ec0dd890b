import { daysBetween } from '@hoicho/shared/platform/dates.ts'
import {
  type Period,
  type PeriodCounts,
  roadOverTime,
  TIMED_STEPS,
  type TimedStep,
} from '@hoicho/shared/reports/funnel.ts'
import type { RecruitmentFunnel } from '@hoicho/shared/reports/schema.ts'
import { formatDate, formatDays, formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { RadioField } from '../ui/choices.tsx'
import { Section } from '../ui/page.tsx'
import { rowsHref } from './api.ts'
import { Figure, type FigureColumn, FigureTable } from './figure-table.tsx'

/** More days than these are read by week only. */
const MOST_DAYS = 92

/** How the time of a funnel can be divided. */
export function periodsOf({ moments }: RecruitmentFunnel): Period[] {
  const days = moments.map(moment => moment.day).toSorted()
  const [first, last] = [days[0], days.at(-1)]
  return first && last && daysBetween(first, last) < MOST_DAYS ? ['week', 'day'] : ['week']
}

interface Props {
  funnel: RecruitmentFunnel
  period: Period
  onPeriod: (period: Period) => void
}

/** How many got to each step, week by week or day by day: small charts on one time line, and the figures. */
export function OverTime({ funnel, period, onPeriod }: Props) {
  const t = useMessages('reports-desk')
  const rows = roadOverTime(funnel.moments, period)
  const periods = periodsOf(funnel)
  const columns: FigureColumn<PeriodCounts>[] = [
    { key: 'when', header: t('time.when'), isName: true, cell: whenOf },
    ...TIMED_STEPS.map(step => ({
      key: step,
      header: t(`road.${step}`),
      cell: (row: PeriodCounts) => (
        <Figure
          value={row.counts[step]}
          of={`${whenOf(row)}, ${t(`road.${step}`)}`}
          href={rowsHref(funnel.fair.id, {
            reached: step,
            from: row.from,
            to: row.to,
            scheme: funnel.scheme,
          })}
        />
      ),
    })),
  ]
  return (
    <Section title={t('time.title')} lead={t('time.lead')}>
      <div class="flex flex-col gap-4">
        {periods.length > 1 && (
          <div class="no-print">
            <RadioField
              id="period"
              name="period"
              label={t('time.period')}
              inline
              value={period}
              onValue={value => onPeriod(value === 'day' ? 'day' : 'week')}
              options={periods.map(value => ({ value, label: t(`time.${value}`) }))}
            />
          </div>
        )}
        <Charts rows={rows} />
        <FigureTable caption={t('time.title')} columns={columns} rows={rows} rowKey={row => row.from} />
      </div>
    </Section>
  )
}

const whenOf = ({ from, to }: PeriodCounts) => (from === to ? formatDate(from) : formatDays(from, to))

/** One small chart a step, all on the same days, each on a scale of its own. */
function Charts({ rows }: { rows: readonly PeriodCounts[] }) {
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return null
  return (
    <figure class="flex flex-col gap-2">
      {TIMED_STEPS.map(step => (
        <Columns key={step} step={step} rows={rows} />
      ))}
      <figcaption class="tnum flex justify-between text-sm text-muted sm:pr-16 sm:pl-44" aria-hidden="true">
        <span>{formatDate(first.from)}</span>
        <span>{formatDate(last.to)}</span>
      </figcaption>
    </figure>
  )
}

function Columns({ step, rows }: { step: TimedStep; rows: readonly PeriodCounts[] }) {
  const t = useMessages('reports-desk')
  const values = rows.map(row => row.counts[step])
  const most = Math.max(...values)
  const sum = values.reduce((total, value) => total + value, 0)
  const peak = rows.find(row => row.counts[step] === most)
  const label = t('time.chart', {
    step: t(`road.${step}`),
    count: formatNumber(sum),
    most: formatNumber(most),
    when: peak ? whenOf(peak) : '',
  })
  return (
    <div class="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-3 sm:grid-cols-[10.25rem_minmax(0,1fr)_3.25rem]">
      <span class="text-sm">{t(`road.${step}`)}</span>
      <svg
        class="order-last col-span-2 h-10 w-full border-b border-edge sm:order-none sm:col-span-1"
        viewBox={`0 0 ${rows.length} 1`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {values.map((value, nth) => {
          const height = most > 0 ? value / most : 0
          const at = rows[nth]
          return (
            <rect
              key={at?.from}
              x={nth + 0.1}
              y={1 - height}
              width={0.8}
              height={height}
              class="fill-primary"
            />
          )
        })}
      </svg>
      <span class="tnum text-right font-semibold">{formatNumber(sum)}</span>
    </div>
  )
}
