import type { RankingView, RankRow } from '@hoicho/shared/selection/schema.ts'
import { formatNumber } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Stat, StatRow } from '../ui/figures.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { useCriteria, useRanking } from './api.ts'
import { useGroupName } from './groups.ts'
import { deskText, OutcomeTag } from './words.tsx'

const TOLD_APART = new Set([
  'first',
  'mean',
  'normalised',
  'lot',
  'outstanding-product',
  'export',
  'many-workers',
])

export function RankingTab({ fairId }: { fairId: string }) {
  return <Await query={useRanking(fairId)}>{view => <Ranking fairId={fairId} view={view} />}</Await>
}

function Ranking({ fairId, view }: { fairId: string; view: RankingView }) {
  const t = useMessages('selection-desk')
  const ready = view.items.filter(row => row.filed >= view.leastSheets).length
  return (
    <div class="flex flex-col gap-5">
      <p class="max-w-prose text-muted">{t('ranking.lead')}</p>
      <StatRow>
        <Stat
          label={t('ranking.quota')}
          value={formatNumber(view.quota)}
          href={`/desk/fairs/${fairId}/setup`}
        />
        <Stat
          label={t('ranking.pass-mark')}
          value={formatNumber(view.passMark)}
          href={`/desk/fairs/${fairId}/setup`}
        />
        <Stat label={t('ranking.candidates')} value={formatNumber(view.items.length)} />
        <Stat
          label={t('ranking.ready')}
          value={`${formatNumber(ready)} / ${formatNumber(view.items.length)}`}
          href={`/desk/fairs/${fairId}/selection?tab=progress`}
        />
      </StatRow>
      {view.unexamined > 0 && (
        <Notice
          tone="warning"
          action={
            <Button small href={`/desk/fairs/${fairId}/applications`}>
              {t('assign.to-applications')}
            </Button>
          }
        >
          {t('ranking.unexamined', { count: view.unexamined })}
        </Notice>
      )}
      <QuotaNotices view={view} />
      <RankingTable fairId={fairId} view={view} />
    </div>
  )
}

/** How each quota would fare if it were decided now; one that cannot be kept stands out. */
function QuotaNotices({ view }: { view: RankingView }) {
  const t = useMessages('selection-desk')
  const nameOf = useGroupName()
  if (view.quotas.length === 0) return null
  return (
    <ul class="flex flex-col gap-1 text-sm">
      {view.quotas.map(quota => (
        <li
          key={quota.key}
          class={quota.shortBy + quota.overBy > 0 ? 'font-medium text-error' : 'text-muted'}
        >
          {t('ranking.quota-line', {
            group: nameOf(quota.key),
            taken: quota.taken,
            floor: quota.floor,
            ceiling: quota.ceiling === null ? '∞' : String(quota.ceiling),
            eligible: quota.eligible,
          })}
          {quota.shortBy > 0 && ` ${t('ranking.quota-short', { count: quota.shortBy })}`}
          {quota.overBy > 0 && ` ${t('ranking.quota-over', { count: quota.overBy })}`}
        </li>
      ))}
    </ul>
  )
}

function RankingTable({ fairId, view }: { fairId: string; view: RankingView }) {
  const t = useMessages('selection-desk')
  const criteria = useCriteria(fairId)
  const groupName = useGroupName()
  const figure = (value: number | null) => (value === null ? '–' : formatNumber(value, 2))
  const toldApart = (code: string | null) => {
    if (code === null) return '–'
    if (TOLD_APART.has(code)) return deskText(`decided-by.${code}`)
    return criteria.data?.items.find(item => item.code === code)?.nameVi ?? code
  }
  const columns: Column<RankRow>[] = [
    {
      key: 'rank',
      header: t('column.rank'),
      numeric: true,
      cell: row => row.rank ?? '–',
      sort: row => row.rank,
    },
    {
      key: 'name',
      header: t('column.application'),
      cell: row => row.establishmentName,
      sort: row => row.establishmentName,
      primary: true,
    },
    {
      key: 'province',
      header: t('column.province'),
      cell: row => row.provinceName,
      sort: row => row.provinceName,
    },
    {
      key: 'mean',
      header: t('column.mean'),
      numeric: true,
      cell: row => (row.isHidden ? t('ranking.hidden') : <strong>{figure(row.mean)}</strong>),
      sort: row => row.mean,
    },
    {
      key: 'median',
      header: t('column.median'),
      numeric: true,
      cell: row => figure(row.median),
      sort: row => row.median,
    },
    {
      key: 'normalised',
      header: t('column.normalised'),
      numeric: true,
      cell: row => figure(row.normalised),
      sort: row => row.normalised,
      desktopOnly: true,
    },
    {
      key: 'range',
      header: t('column.range'),
      numeric: true,
      cell: row =>
        row.lowest === null ? '–' : `${formatNumber(row.lowest, 2)} – ${formatNumber(row.highest ?? 0, 2)}`,
      sort: row => row.spread,
    },
    {
      key: 'deviation',
      header: t('column.deviation'),
      numeric: true,
      cell: row => figure(row.deviation),
      sort: row => row.deviation,
    },
    {
      key: 'both-ranks',
      header: `${t('column.raw-rank')} / ${t('column.normalised-rank')}`,
      numeric: true,
      cell: row => `${row.rawRank ?? '–'} / ${row.normalisedRank ?? '–'}`,
      sort: row => row.normalisedRank,
      desktopOnly: true,
    },
    {
      key: 'filed',
      header: t('column.filed'),
      numeric: true,
      cell: row => `${row.filed} / ${row.filed + row.missing}`,
      sort: row => row.filed,
    },
    {
      key: 'outcome',
      header: t('column.outcome'),
      cell: row =>
        row.outcome ? (
          <span class="inline-flex flex-wrap items-center gap-x-2 max-md:justify-end">
            <OutcomeTag outcome={row.outcome} />
            {row.quota && row.reason && (
              <span class="text-sm text-muted">
                {deskText(`reason.${row.reason}`, { group: groupName(row.quota) })}
              </span>
            )}
          </span>
        ) : (
          <span class="text-muted">{t('ranking.too-few')}</span>
        ),
      sort: row => row.outcome,
    },
    {
      key: 'decided-by',
      header: t('column.decided-by'),
      cell: row => toldApart(row.decidedBy),
      desktopOnly: true,
    },
  ]
  return (
    <DataTable
      caption={t('tab.ranking')}
      columns={columns}
      rows={view.items}
      rowKey={row => row.applicationId}
      rowHref={row => `/desk/fairs/${fairId}/applications/${row.applicationId}`}
      search={row => `${row.establishmentName} ${row.number} ${row.provinceName}`}
      filters={
        <>
          <Button
            small
            icon="download"
            href={`/api/fairs/${fairId}/selection/ranking.xlsx?lang=${locale.value === 'vi' ? 'vi' : 'en'}`}
            download
          >
            {t('ranking.workbook')}
          </Button>
          <Button small icon="print" onClick={() => globalThis.print()}>
            {t('ranking.print')}
          </Button>
        </>
      }
      initialSort={{ key: 'rank', descending: false }}
      empty={{
        title: t('ranking.empty'),
        text: t('ranking.empty.text'),
        action: <Button href={`/desk/fairs/${fairId}/applications`}>{t('assign.to-applications')}</Button>,
      }}
    />
  )
}
