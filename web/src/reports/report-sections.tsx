import { STAGES } from '@hoicho/shared/reports/funnel.ts'
import type { FairReport, FunnelFilter, FunnelRow } from '@hoicho/shared/reports/schema.ts'
import { formatArea, formatDate, formatDateTime, formatNumber, formatWeekday } from '../platform/format.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import { Money } from '../ui/number-fields.tsx'
import { Section } from '../ui/page.tsx'
import { EmptyState } from '../ui/states.tsx'
import { rowsHref } from './api.ts'
import { Figure, type FigureColumn, FigureTable } from './figure-table.tsx'

type Part = { report: FairReport }

interface GroupsProps extends Part {
  title: string
  first: string
  rows: readonly FunnelRow[]
  filterOf: (row: FunnelRow) => FunnelFilter
}

/** The funnel cut by province or sector: a row each, a step a column, every number with its rows behind it. */
export function Groups({ report, title, first, rows, filterOf }: GroupsProps) {
  const t = useMessages('reports-desk')
  const nameOf = (row: FunnelRow) =>
    (locale.value === 'vi' ? row.nameVi : row.nameEn || row.nameVi) || t('sector.none')
  const columns: FigureColumn<FunnelRow>[] = [
    { key: 'name', header: first, isName: true, cell: nameOf },
    ...STAGES.map(stage => ({
      key: stage,
      header: t(`stage.${stage}`),
      cell: (row: FunnelRow) => (
        <Figure
          value={row.counts[stage]}
          of={`${nameOf(row)}, ${t(`stage.${stage}`)}`}
          href={rowsHref(report.fair.id, { ...filterOf(row), stage, scheme: report.scheme })}
        />
      ),
    })),
  ]
  return (
    <Section title={title}>
      {rows.length === 0 ? (
        <EmptyState title={t('province.empty')}>{t('province.empty.text')}</EmptyState>
      ) : (
        <FigureTable caption={title} columns={columns} rows={rows} rowKey={row => row.key} />
      )}
    </Section>
  )
}

/** Deals by kind and currency; the counts lead to the list of deals. */
export function Deals({ report }: Part) {
  const t = useMessages('reports-desk')
  const words = useMessages('deals')
  const href = (kind: string, currency: string | null, state: string) =>
    `/desk/fairs/${report.fair.id}/deals?${new URLSearchParams({ kind, ...(currency ? { currency } : {}), state })}`
  type Row = FairReport['deals'][number]
  const amount = (minor: number | null, currency: string | null) =>
    minor && currency ? <Money amountMinor={minor} currency={currency} /> : <span class="text-muted">–</span>
  const columns: FigureColumn<Row>[] = [
    { key: 'kind', header: t('column.kind'), isName: true, cell: row => words(`kind.${row.kind}`) },
    {
      key: 'currency',
      header: t('column.currency'),
      isName: true,
      cell: row => row.currency ?? <span class="text-muted">{t('deals.noValue')}</span>,
    },
    {
      key: 'verified',
      header: t('deals.verifiedCount'),
      cell: row => <Figure value={row.verifiedCount} href={href(row.kind, row.currency, 'verified')} />,
    },
    {
      key: 'verifiedValue',
      header: t('deals.verifiedValue'),
      cell: row => <span class="font-semibold">{amount(row.verifiedMinor, row.currency)}</span>,
    },
    {
      key: 'logged',
      header: t('deals.loggedCount'),
      cell: row => <Figure value={row.loggedCount} href={href(row.kind, row.currency, 'logged')} />,
    },
    {
      key: 'loggedValue',
      header: t('deals.loggedValue'),
      cell: row => amount(row.loggedMinor, row.currency),
    },
  ]
  return (
    <Section title={t('deals.title')} lead={t('deals.lead')}>
      {report.deals.length === 0 ? (
        <p class="text-muted">{t('deals.empty')}</p>
      ) : (
        <FigureTable
          caption={t('deals.title')}
          columns={columns}
          rows={report.deals}
          rowKey={row => `${row.kind} ${row.currency}`}
        />
      )}
    </Section>
  )
}

export function Booths({ report }: Part) {
  const t = useMessages('reports-desk')
  type Row = FairReport['booths'][number]
  const href = `/desk/fairs/${report.fair.id}/booths`
  const columns: FigureColumn<Row>[] = [
    {
      key: 'funding',
      header: t('column.funding'),
      isName: true,
      cell: row => t(`funding.${row.fundingSource}`),
    },
    { key: 'booths', header: t('booths.count'), cell: row => <Figure value={row.booths} href={href} /> },
    { key: 'area', header: t('booths.area'), cell: row => formatArea(row.areaCm2) },
    {
      key: 'assigned',
      header: t('booths.assigned'),
      cell: row => <Figure value={row.assignedBooths} href={href} />,
    },
    { key: 'assignedArea', header: t('booths.assignedArea'), cell: row => formatArea(row.assignedAreaCm2) },
  ]
  return (
    <Section title={t('booths.title')}>
      {report.booths.length === 0 ? (
        <p class="text-muted">{t('booths.empty')}</p>
      ) : (
        <FigureTable
          caption={t('booths.title')}
          columns={columns}
          rows={report.booths}
          rowKey={row => row.fundingSource}
        />
      )}
    </Section>
  )
}

export function Support({ report }: Part) {
  const t = useMessages('reports-desk')
  type Row = FairReport['support'][number]
  const money = (minor: number, row: Row) => <Money amountMinor={minor} currency={row.currency} />
  const href = `/desk/fairs/${report.fair.id}/contracts`
  const columns: FigureColumn<Row>[] = [
    { key: 'item', header: t('column.costItem'), isName: true, cell: row => t(`cost.${row.costItem}`) },
    {
      key: 'state',
      header: t('column.contractState'),
      isName: true,
      cell: row => t(row.isSigned ? 'support.signed' : 'support.open'),
    },
    {
      key: 'contracts',
      header: t('support.contracts'),
      cell: row => <Figure value={row.contracts} href={href} />,
    },
    { key: 'total', header: t('support.total'), cell: row => money(row.amountMinor, row) },
    { key: 'support', header: t('support.support'), cell: row => money(row.supportMinor, row) },
    { key: 'own', header: t('support.own'), cell: row => money(row.ownMinor, row) },
  ]
  return (
    <Section title={t('support.title')}>
      {report.support.length === 0 ? (
        <p class="text-muted">{t('support.empty')}</p>
      ) : (
        <FigureTable
          caption={t('support.title')}
          columns={columns}
          rows={report.support}
          rowKey={row => `${row.costItem} ${row.currency} ${row.isSigned}`}
        />
      )}
    </Section>
  )
}

export function Visits({ report }: Part) {
  const t = useMessages('reports-desk')
  const { visits, lastScanAt, fair, visitorsRegistered } = report
  type Row = FairReport['visits'][number]
  const guestsOf = (row: Row) => row.visitors + row.buyers + row.guests
  const sum = (of: (row: Row) => number) => formatNumber(visits.reduce((total, row) => total + of(row), 0))
  const columns: (FigureColumn<Row> & { of?: (row: Row) => number })[] = [
    {
      key: 'day',
      header: t('column.day'),
      isName: true,
      cell: row => `${formatWeekday(row.day)}, ${formatDate(row.day)}`,
    },
    { key: 'all', header: t('visits.all'), cell: row => <Figure value={guestsOf(row)} />, of: guestsOf },
    ...(['visitors', 'buyers', 'guests', 'staff'] as const).map(key => ({
      key,
      header: t(`visits.${key}`),
      cell: (row: Row) => <Figure value={row[key]} />,
      of: (row: Row) => row[key],
    })),
  ]
  return (
    <Section title={t('visits.title')} lead={t('visits.lead')}>
      <FigureTable
        caption={t('visits.title')}
        columns={columns}
        rows={visits}
        rowKey={row => row.day}
        foot={
          <tr>
            {columns.map(column => (
              <td
                key={column.key}
                class={`px-2 py-1.5 first:pl-0 last:pr-0 ${column.of ? 'tnum text-right' : ''}`}
              >
                {column.of ? sum(column.of) : t('visits.sum')}
              </td>
            ))}
          </tr>
        }
      />
      <p class="mt-3 text-sm text-muted">
        {lastScanAt ? t('visits.last', { at: formatDateTime(lastScanAt, fair.timeZone) }) : t('visits.none')}{' '}
        {t('visits.registered')}: <span class="tnum font-semibold">{formatNumber(visitorsRegistered)}</span>
      </p>
    </Section>
  )
}
