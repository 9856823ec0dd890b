import type { RankingView, RankRow } from '@hoicho/shared/selection/schema.ts'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Stat, StatRow } from '../ui/figures.tsx'
import { Await, Notice } from '../ui/states.tsx'
import { useCriteria, useRanking } from './api.ts'
import { deskText, OutcomeTag } from './words.tsx'

const TOLD_APART = new Set(['first', 'mean', 'lot', 'outstanding-product', 'export', 'many-workers'])

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
      <RankingTable fairId={fairId} view={view} />
    </div>
  )
}

function RankingTable({ fairId, view }: { fairId: string; view: RankingView }) {
  const t = useMessages('selection-desk')
  const criteria = useCriteria(fairId)
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
      csv: row => row.rank,
    },
    {
      key: 'name',
      header: t('column.application'),
      cell: row => row.establishmentName,
      sort: row => row.establishmentName,
      csv: row => row.establishmentName,
      primary: true,
    },
    {
      key: 'province',
      header: t('column.province'),
      cell: row => row.provinceName,
      sort: row => row.provinceName,
      csv: row => row.provinceName,
    },
    {
      key: 'mean',
      header: t('column.mean'),
      numeric: true,
      cell: row => (row.isHidden ? t('ranking.hidden') : <strong>{figure(row.mean)}</strong>),
      sort: row => row.mean,
      csv: row => row.mean,
    },
    {
      key: 'median',
      header: t('column.median'),
      numeric: true,
      cell: row => figure(row.median),
      sort: row => row.median,
      csv: row => row.median,
    },
    {
      key: 'spread',
      header: t('column.spread'),
      numeric: true,
      cell: row => figure(row.spread),
      sort: row => row.spread,
      csv: row => row.spread,
    },
    {
      key: 'filed',
      header: t('column.filed'),
      numeric: true,
      cell: row => `${row.filed} / ${row.filed + row.missing}`,
      sort: row => row.filed,
      csv: row => row.filed,
    },
    {
      key: 'outcome',
      header: t('column.outcome'),
      cell: row =>
        row.outcome ? (
          <OutcomeTag outcome={row.outcome} />
        ) : (
          <span class="text-muted">{t('ranking.too-few')}</span>
        ),
      sort: row => row.outcome,
      csv: row => (row.outcome ? deskText(`state.${row.outcome}`) : ''),
    },
    {
      key: 'decided-by',
      header: t('column.decided-by'),
      cell: row => toldApart(row.decidedBy),
      csv: row => toldApart(row.decidedBy),
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
      csvName={t('tab.ranking')}
      initialSort={{ key: 'rank', descending: false }}
      empty={{
        title: t('ranking.empty'),
        text: t('ranking.empty.text'),
        action: <Button href={`/desk/fairs/${fairId}/applications`}>{t('assign.to-applications')}</Button>,
      }}
    />
  )
}
