import type { CouncilView } from '@hoicho/shared/selection/council-schema.ts'
import { useMessages } from '../platform/i18n.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/page.tsx'
import { reopenSheet } from './council-api.ts'
import { ReasonButton } from './reason-button.tsx'
import { SheetTag } from './words.tsx'

type Row = CouncilView['progress'][number]

const done = (row: Row) => row.sheets.filter(({ state }) => state === 'filed' || state === 'abstained').length

/** Who has filed what. The chair gives a filed sheet back from here. */
export function CouncilProgress({ view }: { view: CouncilView }) {
  const t = useMessages('selection-desk')
  const mayReopen = view.seat === 'chair' && view.council?.state === 'open'
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: t('column.application'),
      cell: row => row.name,
      sort: row => row.name,
      primary: true,
    },
    {
      key: 'filed',
      header: t('column.filed'),
      numeric: true,
      cell: row => `${done(row)} / ${row.sheets.length}`,
      sort: row => done(row) - row.sheets.length,
    },
    {
      key: 'reviewers',
      header: t('column.reviewers'),
      cell: row => (
        <ul class="flex flex-col gap-1">
          {row.sheets.map(sheet => (
            <li key={sheet.reviewerId} class="flex flex-wrap items-center gap-2 max-md:justify-end">
              <span>{sheet.name}</span>
              <SheetTag state={sheet.state} />
              {mayReopen && row.state === 'complete' && sheet.state !== 'none' && sheet.state !== 'draft' && (
                <ReasonButton
                  reasonLabel={t('council.reason')}
                  kind="quiet"
                  label={t('council.give-back')}
                  title={t('council.give-back.title', { name: sheet.name })}
                  onReason={reason => reopenSheet(row.applicationId, sheet.reviewerId, reason)}
                />
              )}
            </li>
          ))}
        </ul>
      ),
    },
  ]
  return (
    <Section title={t('tab.progress')} bare>
      <DataTable
        caption={t('tab.progress')}
        columns={columns}
        rows={view.progress}
        rowKey={row => row.applicationId}
        search={row => `${row.name} ${row.sheets.map(sheet => sheet.name).join(' ')}`}
        initialSort={{ key: 'filed', descending: false }}
        empty={{ title: t('assign.nobody') }}
      />
    </Section>
  )
}
