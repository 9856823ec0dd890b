import type { InboxItem } from '@hoicho/shared/recruitment/inbox-schema.ts'
import { useProvinceName, useSectorName } from '../establishments/reference.ts'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatDate, formatDateTime } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import type { Column } from '../ui/data-table.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { AssigneePick } from './assignee-pick.tsx'
import { STATE_TONES } from './words.ts'

/** States in which nobody waits for the desk any more. */
const OVER: ReadonlySet<string> = new Set(['selected', 'rejected', 'withdrawn'])

/** The columns of the inbox. The order is the server's, so none of them sorts. */
export function useInboxColumns(fairId: string): Column<InboxItem>[] {
  const timeZone = useFair(fairId).data?.timeZone
  const t = useMessages('recruitment-desk')
  const sector = useSectorName()
  const province = useProvinceName()
  const whyNot = useFairRights(fairId).whyNot('recruitment.assign-officer')
  return [
    {
      key: 'number',
      header: t('inbox.number'),
      cell: row =>
        row.number ? (
          <span class="tnum whitespace-nowrap">{row.number}</span>
        ) : (
          <span class="text-muted">{t('inbox.not-numbered')}</span>
        ),
    },
    {
      key: 'name',
      header: t('inbox.establishment'),
      primary: true,
      cell: row => <span class="md:inline-block md:min-w-52">{row.establishmentName}</span>,
    },
    { key: 'sector', header: t('inbox.sector'), cell: row => sector(row.sectorCode), desktopOnly: true },
    {
      key: 'province',
      header: t('inbox.province'),
      cell: row => province(row.provinceScheme, row.provinceCode),
    },
    { key: 'state', header: t('inbox.state'), cell: row => <StateCell row={row} /> },
    {
      key: 'since',
      header: t('inbox.since'),
      cell: row =>
        row.submittedAt ? <span class="tnum">{formatDateTime(row.submittedAt, timeZone)}</span> : '–',
      desktopOnly: true,
    },
    {
      key: 'age',
      header: t('inbox.age'),
      numeric: true,
      cell: row =>
        OVER.has(row.state) ? (
          '–'
        ) : (
          <span class="whitespace-nowrap">{t('inbox.age.days', { days: row.waitedDays })}</span>
        ),
    },
    {
      key: 'assignee',
      header: t('inbox.assignee'),
      cell: row => (
        <AssigneePick
          fairId={fairId}
          applicationId={row.id}
          assigneeId={row.assigneeId}
          assigneeName={row.assigneeName}
          name={row.establishmentName}
          whyNot={whyNot}
        />
      ),
    },
  ]
}

/** The state, and of a correction the day it is wanted by. */
function StateCell({ row }: { row: InboxItem }) {
  const t = useMessages('recruitment-desk')
  const r = useMessages('recruitment')
  return (
    <span class="flex flex-col items-start gap-0.5 max-md:items-end">
      <StateTag tone={STATE_TONES[row.state]}>{r(`state.${row.state}`)}</StateTag>
      {row.confirmation === 'awaiting' && <StateTag tone="warning">{t('confirmed.tag')}</StateTag>}
      {row.correctionDueOn && (
        <span
          class={`tnum text-sm whitespace-nowrap ${row.isOverdue ? 'font-medium text-error' : 'text-muted'}`}
        >
          {t(row.isOverdue ? 'inbox.overdue-since' : 'inbox.due-on', {
            date: formatDate(row.correctionDueOn),
          })}
        </span>
      )}
    </span>
  )
}
