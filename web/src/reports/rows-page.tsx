import { CHANNELS, ROAD, STAGES } from '@hoicho/shared/reports/funnel.ts'
import type { DossierRow, FunnelFilter } from '@hoicho/shared/reports/schema.ts'
import { useProvinceName, useSectorName } from '../establishments/reference.ts'
import { RequireSignIn } from '../identity/require-sign-in.tsx'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { rowsHref, useDossiers } from './api.ts'
import { Figure } from './figure-table.tsx'

/** The establishments behind a number of the report. */
export default function RowsPage({ params, query }: PageProps<'fairId'>) {
  return (
    <RequireSignIn>
      <Rows fairId={params.fairId} filter={filterOf(query)} />
    </RequireSignIn>
  )
}

function filterOf(query: PageProps['query']): FunnelFilter {
  const { province, sector, scheme, from, to } = query
  const reached = ROAD.find(one => one === query.reached)
  const stage = STAGES.find(one => one === query.stage)
  const channel = CHANNELS.find(one => one === query.channel)
  return {
    ...(stage ? { stage } : {}),
    ...(channel ? { channel } : {}),
    ...(reached ? { reached } : {}),
    ...(reached && from ? { from } : {}),
    ...(reached && to ? { to } : {}),
    ...(province ? { province } : {}),
    ...(sector ? { sector } : {}),
    ...(scheme === 'gso-63' || scheme === 'gso-34' ? { scheme } : {}),
  }
}

function Rows({ fairId, filter }: { fairId: string; filter: FunnelFilter }) {
  const t = useMessages('reports-desk')
  const dossiers = useDossiers(fairId, filter)
  const reports = `/desk/fairs/${fairId}/reports`
  return (
    <Page
      title={titleOf(filter, t)}
      lead={useFilterText(filter)}
      breadcrumbs={[
        {
          label: t(filter.reached ? 'road.title' : 'rows.back'),
          href: `${reports}${filter.reached ? '/funnel' : ''}${filter.scheme ? `?scheme=${filter.scheme}` : ''}`,
        },
      ]}
    >
      <DataTable
        caption={t('rows.title')}
        columns={useColumns(fairId)}
        rows={dossiers.data}
        rowKey={row => row.establishmentId}
        rowHref={row =>
          row.applicationId ? `/desk/fairs/${fairId}/applications/${row.applicationId}` : undefined
        }
        search={row => `${row.establishmentName} ${row.applicationNumber ?? ''} ${row.provinceNameVi ?? ''}`}
        error={dossiers.error}
        retry={dossiers.refetch}
        csvName="co-so"
        initialSort={{ key: 'name', descending: false }}
        empty={{
          title: t('rows.empty'),
          text: t('rows.empty.text'),
          action: <Button href={rowsHref(fairId, {})}>{t('rows.everything')}</Button>,
        }}
      />
    </Page>
  )
}

function titleOf({ stage, reached }: FunnelFilter, t: ReturnType<typeof useMessages<'reports-desk'>>) {
  if (reached) return t(`road.${reached}`)
  return stage ? t(`stage.${stage}`) : t('rows.title')
}

function useFilterText(filter: FunnelFilter): string {
  const t = useMessages('reports-desk')
  const province = useProvinceName()
  const sector = useSectorName()
  const [scheme = null, code = null] = filter.province?.split(':') ?? []
  const parts = [
    filter.province && province(scheme, code),
    filter.sector && (filter.sector === 'none' ? t('sector.none') : sector(filter.sector)),
    filter.channel && t(`channel.${filter.channel}`),
    filter.from &&
      t(filter.to === filter.from ? 'rows.on' : 'rows.between', {
        from: formatDate(filter.from),
        to: filter.to ? formatDate(filter.to) : '',
      }),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : t('rows.all')
}

function useColumns(fairId: string): Column<DossierRow>[] {
  const t = useMessages('reports-desk')
  const sector = useSectorName()
  return [
    {
      key: 'name',
      header: t('column.establishment'),
      primary: true,
      sort: row => row.establishmentName,
      csv: row => row.establishmentName,
      cell: row => row.establishmentName,
    },
    {
      key: 'number',
      header: t('column.application'),
      sort: row => row.applicationNumber,
      csv: row => row.applicationNumber,
      cell: row => row.applicationNumber ?? <span class="text-muted">{t('rows.noApplication')}</span>,
    },
    {
      key: 'province',
      header: t('column.province'),
      sort: row => row.provinceNameVi,
      csv: row => row.provinceNameVi,
      cell: row => row.provinceNameVi ?? '–',
    },
    {
      key: 'sector',
      header: t('column.sector'),
      sort: row => sector(row.sectorCode),
      csv: row => sector(row.sectorCode),
      cell: row => sector(row.sectorCode) || '–',
      desktopOnly: true,
    },
    {
      key: 'channel',
      header: t('column.channel'),
      sort: row => row.channel,
      csv: row => t(`channel.${row.channel}`),
      cell: row => t(`channel.${row.channel}`),
      desktopOnly: true,
    },
    {
      key: 'stage',
      header: t('column.farthest'),
      sort: row => STAGES.indexOf(row.stage),
      csv: row => t(`stage.${row.stage}`),
      cell: row => t(`stage.${row.stage}`),
    },
    {
      key: 'deals',
      header: t('column.deals'),
      numeric: true,
      sort: row => row.dealCount,
      csv: row => row.dealCount,
      cell: row => (
        <Figure
          value={row.dealCount}
          href={`/desk/fairs/${fairId}/deals?${new URLSearchParams({ q: row.applicationNumber ?? '' })}`}
        />
      ),
    },
  ]
}
