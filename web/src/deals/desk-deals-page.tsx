import type { DeskDeal } from '@hoicho/shared/deals/schema.ts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { locale, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { EmptyState } from '../ui/states.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { type DealQuery, exportHref, useDeals } from './api.ts'
import { useDealColumns } from './deal-columns.tsx'
import { DealDialog } from './deal-dialog.tsx'
import { DealFilters } from './deal-filters.tsx'
import { DealTotals } from './deal-totals.tsx'
import { LogForDialog } from './log-for-dialog.tsx'

const FILTERS = ['kind', 'state', 'currency', 'province', 'sector', 'q'] as const
type Tab = 'queue' | 'all' | 'totals'

/** Deals of a fair: the queue to verify, all of them, their totals. The filter stands in the address. */
export default function DeskDealsPage({ params: { fairId }, query }: PageProps<'fairId'>) {
  const t = useMessages('deals-desk')
  const { route } = useLocation()
  const { can } = useFairRights(fairId)
  const [isLogging, setLogging] = useState(false)
  const filter: DealQuery = Object.fromEntries(
    FILTERS.flatMap(name => (query[name] ? [[name, query[name]]] : [])),
  )
  const isNarrowed = Object.keys(filter).length > 0
  const tab = tabOf(query.tab, isNarrowed)
  const go = (next: DealQuery, to: Tab) => {
    const given = Object.entries({ ...next, tab: to }).filter(([, value]) => value)
    route(`/desk/fairs/${fairId}/deals?${new URLSearchParams(given as [string, string][])}`, true)
  }
  const queue = useDeals(fairId, { state: 'logged' })
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button icon="download" href={exportHref(fairId, filter, langOf())} download>
            {t('export')}
          </Button>
          {can('deals.log') && (
            <Button kind="primary" icon="plus" onClick={() => setLogging(true)}>
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      <Tabs
        label={t('title')}
        current={tab}
        onSelect={next => go(next === 'queue' ? {} : filter, next)}
        tabs={[
          { key: 'queue', label: t('tab.queue'), count: queue.data?.items.length },
          { key: 'all', label: t('tab.all') },
          { key: 'totals', label: t('tab.totals') },
        ]}
      >
        {tab === 'queue' ? (
          <DealTable fairId={fairId} filter={{ state: 'logged' }} isQueue />
        ) : (
          <Narrowed fairId={fairId} filter={filter} tab={tab} onFilter={next => go(next, tab)} />
        )}
      </Tabs>
      {isLogging && <LogForDialog fairId={fairId} onClose={() => setLogging(false)} />}
    </Page>
  )
}

const langOf = () => (locale.value === 'vi' ? 'vi' : 'en')

function tabOf(asked: string | undefined, isNarrowed: boolean): Tab {
  if (asked === 'queue' || asked === 'all' || asked === 'totals') return asked
  return isNarrowed ? 'all' : 'queue'
}

interface NarrowedProps {
  fairId: string
  filter: DealQuery
  tab: Tab
  onFilter: (filter: DealQuery) => void
}

function Narrowed({ fairId, filter, tab, onFilter }: NarrowedProps) {
  return (
    <div class="flex flex-col gap-4">
      <DealFilters filter={filter} onFilter={onFilter} />
      {tab === 'all' ? (
        <DealTable fairId={fairId} filter={filter} onClear={() => onFilter({})} />
      ) : (
        <DealTotals fairId={fairId} filter={filter} />
      )}
    </div>
  )
}

interface DealTableProps {
  fairId: string
  filter: DealQuery
  isQueue?: boolean
  onClear?: () => void
}

function DealTable({ fairId, filter, isQueue, onClear }: DealTableProps) {
  const t = useMessages('deals-desk')
  const common = useMessages('platform')
  const deals = useDeals(fairId, filter)
  const { can } = useFairRights(fairId)
  const [openId, setOpenId] = useState<string>()
  const [opened, setOpened] = useState<DeskDeal>()
  const columns = useDealColumns(
    deal => {
      setOpenId(deal.id)
      setOpened(deal)
    },
    isQueue === true && can('deals.verify'),
  )
  const current = deals.data?.items.find(deal => deal.id === openId) ?? opened
  const isFiltered = !isQueue && Object.keys(filter).length > 0
  if (isFiltered && deals.data?.items.length === 0) {
    return (
      <EmptyState
        title={t('list.noMatch')}
        action={onClear && <Button onClick={onClear}>{common('action.clear')}</Button>}
      />
    )
  }
  return (
    <>
      <DataTable
        caption={t('title')}
        columns={columns}
        rows={deals.data?.items}
        rowKey={deal => deal.id}
        error={deals.error}
        retry={deals.refetch}
        empty={
          isQueue
            ? { title: t('queue.empty'), text: t('queue.empty.text') }
            : { title: t('list.empty'), text: t('list.empty.text') }
        }
      />
      {openId && current && (
        <DealDialog fairId={fairId} deal={current} onClose={() => setOpenId(undefined)} />
      )}
    </>
  )
}
