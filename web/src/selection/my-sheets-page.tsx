import type { MySheet } from '@hoicho/shared/selection/schema.ts'
import { useFair } from '../fairs/api.ts'
import { formatDate } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Progress } from '../ui/figures.tsx'
import { Page, Section } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { useMySheets } from './api.ts'
import { useCouncil } from './council-api.ts'
import { CouncilTab } from './council-tab.tsx'
import { deskText, SheetTag } from './words.tsx'

const ORDER = { draft: 0, none: 1, filed: 2, abstained: 3 } as const

/** What a reviewer has to score, the unfinished first. */
export default function MySheetsPage({ params: { fairId } }: PageProps<'fairId'>) {
  const t = useMessages('selection-desk')
  const fair = useFair(fairId)
  const query = useMySheets(fairId)
  const sheets = query.data
  const council = useCouncil(fairId).data
  const presides = council?.seat === 'chair' || council?.seat === 'secretary'
  const filed = sheets?.filter(sheet => sheet.state === 'filed' || sheet.state === 'abstained').length ?? 0
  const columns: Column<MySheet>[] = [
    {
      key: 'name',
      header: t('column.application'),
      cell: row => row.establishmentName,
      sort: row => row.establishmentName,
      primary: true,
    },
    { key: 'number', header: t('column.number'), cell: row => row.number, sort: row => row.number },
    {
      key: 'province',
      header: t('column.province'),
      cell: row => row.provinceName,
      sort: row => row.provinceName,
    },
    {
      key: 'sheet',
      header: t('column.sheet'),
      cell: row =>
        row.state !== 'filed' && row.state !== 'abstained' && row.applicationState !== 'complete' ? (
          <StateTag tone="neutral">{t('my-sheets.closed')}</StateTag>
        ) : (
          <SheetTag state={row.state} />
        ),
      sort: row => ORDER[row.state],
    },
    {
      key: 'total',
      header: t('column.total'),
      numeric: true,
      cell: row => row.total ?? '–',
      sort: row => row.total,
    },
  ]
  return (
    <Page title={t('my-sheets.title')} lead={fair.data?.nameVi}>
      <p class="max-w-prose text-muted">{t('my-sheets.lead')}</p>
      {council?.council && (
        <p class="font-medium">
          {deskText(`round.${council.council.state}`)}
          {council.council.dueOn && ` · ${t('council.due', { date: formatDate(council.council.dueOn) })}`}
        </p>
      )}
      {sheets && sheets.length > 0 && (
        <Progress
          share={filed / sheets.length}
          label={t('my-sheets.progress', { filed, total: sheets.length })}
        />
      )}
      <DataTable
        caption={t('my-sheets.title')}
        columns={columns}
        rows={sheets}
        rowKey={row => row.applicationId}
        rowHref={row => `/desk/fairs/${fairId}/selection/sheets/${row.applicationId}`}
        search={row => `${row.establishmentName} ${row.number} ${row.provinceName}`}
        error={query.error}
        retry={query.refetch}
        initialSort={{ key: 'sheet', descending: false }}
        empty={{ title: t('my-sheets.empty'), text: t('my-sheets.empty.text') }}
      />
      {presides && (
        <Section title={t('tab.council')} bare>
          <CouncilTab fairId={fairId} />
        </Section>
      )}
    </Page>
  )
}
