import type { HallView } from '@hoicho/shared/badges/schema.ts'
import { formatNumber, formatTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Stat, StatRow } from '../ui/figures.tsx'
import { Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'

type Scan = HallView['lastScans'][number]

/** How many are inside, how they come and go, and the last scans. */
export function Hall({ hall }: { hall: HallView }) {
  const t = useMessages('badges-desk')
  const kinds = useMessages('badges')
  const byKind = Object.entries(hall.insideByKind)
    .toSorted(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${kinds(`kind.${kind as 'visitor'}`)} ${formatNumber(count)}`)
    .join(' · ')
  return (
    <>
      <StatRow>
        <Stat label={t('hall.inside')} value={formatNumber(hall.inside)} hint={byKind} />
        <Stat label={t('hall.entries')} value={formatNumber(hall.entriesToday)} />
        <Stat label={t('hall.refused')} value={formatNumber(hall.refusedToday)} />
        <Stat
          label={t('hall.duplicates')}
          value={formatNumber(hall.duplicatesToday)}
          {...(hall.duplicatesToday > 0 && { tone: 'warning' })}
        />
      </StatRow>
      <Section title={t('hall.flow')}>
        <Flow hall={hall} />
      </Section>
      <Section title={t('hall.last')} bare>
        <LastScans hall={hall} />
      </Section>
    </>
  )
}

const HEIGHT = 72
const STEP = 40

/** Pairs of bars, in dark and light, each with its figures for those who hear the page. */
function Flow({ hall }: { hall: HallView }) {
  const t = useMessages('badges-desk')
  const most = Math.max(1, ...hall.flow.map(span => Math.max(span.entries, span.exits)))
  const bar = (value: number) => (value / most) * HEIGHT
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section class="overflow-x-auto" tabIndex={0} aria-label={t('hall.flow')}>
      <svg viewBox={`0 0 ${STEP * 12} ${HEIGHT + 34}`} class="w-full max-w-3xl min-w-140" role="img">
        <title>{t('hall.flow')}</title>
        {hall.flow.map((span, at) => (
          <g key={span.from} transform={`translate(${at * STEP} 0)`}>
            <title>{`${formatTime(span.from, hall.timeZone)}: ${span.entries} / ${span.exits}`}</title>
            <rect
              x="6"
              width="12"
              y={HEIGHT + 12 - bar(span.entries)}
              height={bar(span.entries)}
              class="fill-primary"
            />
            <rect
              x="20"
              width="12"
              y={HEIGHT + 12 - bar(span.exits)}
              height={bar(span.exits)}
              class="fill-base-content/35"
            />
            {span.entries > 0 && (
              <text
                x="12"
                y={HEIGHT + 8 - bar(span.entries)}
                text-anchor="middle"
                class="fill-base-content text-[9px]"
              >
                {span.entries}
              </text>
            )}
            <text x="19" y={HEIGHT + 28} text-anchor="middle" class="tnum fill-muted text-[9px]">
              {formatTime(span.from, hall.timeZone)}
            </text>
          </g>
        ))}
        <line x1="0" x2={STEP * 12} y1={HEIGHT + 12} y2={HEIGHT + 12} class="stroke-line" />
      </svg>
      <p class="mt-1 flex gap-4 text-sm text-muted">
        <span class="flex items-center gap-1.5">
          <span class="size-3 bg-primary" />
          {t('hall.flow.entries')}
        </span>
        <span class="flex items-center gap-1.5">
          <span class="size-3 bg-base-content/35" />
          {t('hall.flow.exits')}
        </span>
      </p>
    </section>
  )
}

function LastScans({ hall }: { hall: HallView }) {
  const t = useMessages('badges-desk')
  const gate = useMessages('gate')
  const columns: Column<Scan>[] = [
    {
      key: 'time',
      header: t('hall.time'),
      cell: row => <span class="tnum">{formatTime(row.scannedAt, hall.timeZone)}</span>,
      sort: row => row.scannedAt,
    },
    { key: 'holder', header: t('hall.holder'), cell: row => row.holderName ?? '–', primary: true },
    {
      key: 'verdict',
      header: t('hall.verdict'),
      cell: row => (
        <StateTag tone={row.verdict === 'admitted' ? 'success' : 'error'}>
          {gate(
            row.verdict === 'admitted' && row.direction === 'exit'
              ? 'verdict.left'
              : `verdict.${row.verdict}`,
          )}
        </StateTag>
      ),
    },
    { key: 'gate', header: t('hall.gate'), cell: row => `${row.gate} · ${row.device}` },
    {
      key: 'offline',
      header: '',
      cell: row => row.wasOffline && <span class="text-warning">{t('hall.offline')}</span>,
    },
  ]
  return (
    <DataTable
      caption={t('hall.last')}
      columns={columns}
      rows={hall.lastScans}
      rowKey={row => row.id}
      search={row => `${row.holderName ?? ''} ${row.gate} ${row.device}`}
      pageSize={10}
      empty={{ title: t('hall.none'), text: t('hall.none.hint') }}
    />
  )
}
