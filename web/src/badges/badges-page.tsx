import type { BadgeView } from '@hoicho/shared/badges/schema.ts'
import { BADGE_KINDS } from '@hoicho/shared/badges/vocabulary.ts'
import { useState } from 'preact/hooks'
import { useFair } from '../fairs/api.ts'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Page } from '../ui/page.tsx'
import { TabLinks } from '../ui/tabs.tsx'
import { notifyError } from '../ui/toast.tsx'
import { printBadges, useBadges } from './api.ts'
import { BadgeMenu } from './badge-menu.tsx'
import { BadgeStateTag } from './badge-state-tag.tsx'
import { IssueDialog } from './issue-dialog.tsx'

/** All badges of a fair: find, issue, print, mail, replace, revoke. */
export default function BadgesPage({ params }: PageProps<'fairId'>) {
  const t = useMessages('badges-desk')
  const { fairId } = params
  const [isIssuing, setIssuing] = useState(false)
  const print = (layout: 'sheet' | 'single', ids: readonly string[] | null) =>
    void printBadges(fairId, ids, layout).catch(notifyError)
  const issue = useFairRights(fairId).can('badges.issue') && (
    <Button kind="primary" icon="plus" onClick={() => setIssuing(true)}>
      {t('issue')}
    </Button>
  )
  return (
    <Page
      title={t('title')}
      actions={
        <>
          {issue}
          <Button icon="print" onClick={() => print('sheet', null)}>
            {t('print.all')}
          </Button>
        </>
      }
    >
      <BadgeTabs fairId={fairId} current="badges" />
      <List fairId={fairId} onPrint={print} emptyAction={issue} />
      <IssueDialog fairId={fairId} open={isIssuing} onClose={() => setIssuing(false)} />
    </Page>
  )
}

/** Badges and gates are two pages of one room. */
export function BadgeTabs({ fairId, current }: { fairId: string; current: 'badges' | 'gates' }) {
  const t = useMessages('badges-desk')
  return (
    <TabLinks
      label={t('title')}
      links={(['badges', 'gates'] as const).map(key => ({
        key,
        label: t(`tab.${key}`),
        href: `/desk/fairs/${fairId}/${key}`,
        current: key === current,
      }))}
    />
  )
}

function List(props: {
  fairId: string
  onPrint: (layout: 'sheet' | 'single', ids: readonly string[]) => void
  emptyAction: preact.ComponentChildren
}) {
  const t = useMessages('badges-desk')
  const badges = useBadges(props.fairId)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [kind, setKind] = useState('')
  const columns = useColumns(props.fairId)
  const rows = badges.data?.filter(row => kind === '' || row.kind === kind)
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={row => row.id}
      rowName={row => row.holderName}
      search={row => `${row.holderName} ${row.company} ${row.number} ${row.email ?? ''}`}
      filters={<KindFilter kind={kind} onKind={setKind} />}
      csvName="badges"
      error={badges.error}
      retry={badges.refetch}
      empty={{ title: t('empty'), text: t('empty.hint'), action: props.emptyAction }}
      selection={{
        keys: chosen,
        onChange: setChosen,
        actions: (
          <>
            <Button small icon="print" onClick={() => props.onPrint('sheet', [...chosen])}>
              {t('print.sheet')}
            </Button>
            <Button small onClick={() => props.onPrint('single', [...chosen])}>
              {t('print.single')}
            </Button>
          </>
        ),
      }}
    />
  )
}

function KindFilter({ kind, onKind }: { kind: string; onKind: (kind: string) => void }) {
  const t = useMessages('badges-desk')
  const kinds = useMessages('badges')
  return (
    <label class="w-full sm:w-48">
      <span class="sr-only">{t('filter.kind')}</span>
      <select class="select w-full" value={kind} onChange={event => onKind(event.currentTarget.value)}>
        <option value="">
          {t('filter.kind')}: {t('filter.all')}
        </option>
        {BADGE_KINDS.map(one => (
          <option key={one} value={one}>
            {kinds(`kind.${one}`)}
          </option>
        ))}
      </select>
    </label>
  )
}

function useColumns(fairId: string): Column<BadgeView>[] {
  const t = useMessages('badges-desk')
  const words = useMessages('badges')
  const fair = useFair(fairId).data
  const zone = fair ? { timeZone: fair.timeZone } : {}
  return [
    {
      key: 'holder',
      header: t('column.holder'),
      cell: row => row.holderName,
      sort: row => row.holderName,
      csv: row => row.holderName,
      primary: true,
    },
    {
      key: 'number',
      header: t('column.number'),
      cell: row => <span class="tnum whitespace-nowrap">{row.number}</span>,
      sort: row => Number.parseInt(row.number, 10),
      csv: row => row.number,
    },
    {
      key: 'company',
      header: t('column.company'),
      cell: row => row.company || '–',
      sort: row => row.company,
      csv: row => row.company,
    },
    {
      key: 'kind',
      header: t('column.kind'),
      cell: row => words(`kind.${row.kind}`),
      sort: row => row.kind,
      csv: row => words(`kind.${row.kind}`),
    },
    {
      key: 'state',
      header: t('column.state'),
      cell: row => <BadgeStateTag state={row.state} />,
      sort: row => row.state,
      csv: row => words(`state.${row.state}`),
    },
    {
      key: 'issued',
      header: t('column.issued'),
      cell: row => <DateText value={row.issuedAt} {...zone} />,
      sort: row => row.issuedAt,
      csv: row => row.issuedAt,
      desktopOnly: true,
    },
    {
      key: 'printed',
      header: t('column.printed'),
      cell: row => <DateText value={row.printedAt} {...zone} />,
      sort: row => row.printedAt ?? '',
      csv: row => row.printedAt ?? '',
      desktopOnly: true,
    },
    { key: 'actions', header: '', cell: row => <BadgeMenu fairId={fairId} badge={row} /> },
  ]
}
