import type { AssignmentRow } from '@hoicho/shared/selection/schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Progress } from '../ui/figures.tsx'
import { useAssignments } from './api.ts'
import { ApplicationTag, SheetTag } from './words.tsx'

/** Who has filed and who has not: numbers of sheets, never their points. */
export function ProgressTab({ fairId }: { fairId: string }) {
  const t = useMessages('selection-desk')
  const query = useAssignments(fairId)
  const counted = (row: AssignmentRow) => row.reviewers.filter(reviewer => reviewer.sheet !== 'conflict')
  const filed = (row: AssignmentRow) => row.reviewers.filter(reviewer => reviewer.sheet === 'filed').length
  const rows = query.data?.filter(row => row.reviewers.length > 0)
  const total = rows?.reduce((sum, row) => sum + counted(row).length, 0) ?? 0
  const done = rows?.reduce((sum, row) => sum + filed(row), 0) ?? 0
  const columns: Column<AssignmentRow>[] = [
    {
      key: 'name',
      header: t('column.application'),
      cell: row => row.establishmentName,
      sort: row => row.establishmentName,
      csv: row => row.establishmentName,
      primary: true,
    },
    {
      key: 'number',
      header: t('column.number'),
      cell: row => row.number,
      sort: row => row.number,
      csv: row => row.number,
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: row => <ApplicationTag state={row.state} />,
      sort: row => row.state,
    },
    {
      key: 'filed',
      header: t('column.filed'),
      numeric: true,
      cell: row => `${filed(row)} / ${counted(row).length}`,
      sort: row => filed(row) - counted(row).length,
      csv: row => `${filed(row)}/${counted(row).length}`,
    },
    {
      key: 'reviewers',
      header: t('column.reviewers'),
      cell: row => (
        <ul class="flex flex-col gap-1">
          {row.reviewers.map(reviewer => (
            <li key={reviewer.id} class="flex flex-wrap items-center gap-2 max-md:justify-end">
              <span>{reviewer.name}</span>
              <SheetTag state={reviewer.sheet} />
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <div class="flex flex-col gap-5">
      {total > 0 && <Progress share={done / total} label={t('my-sheets.progress', { filed: done, total })} />}
      <DataTable
        caption={t('tab.progress')}
        columns={columns}
        rows={rows}
        rowKey={row => row.applicationId}
        search={row =>
          `${row.establishmentName} ${row.number} ${row.reviewers.map(reviewer => reviewer.name).join(' ')}`
        }
        error={query.error}
        retry={query.refetch}
        csvName={t('tab.progress')}
        initialSort={{ key: 'filed', descending: false }}
        empty={{
          title: t('assign.nobody'),
          text: t('assign.balance.text'),
          action: <Button href="?tab=assign">{t('tab.assign')}</Button>,
        }}
      />
    </div>
  )
}
