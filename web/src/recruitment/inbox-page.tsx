import { statesOf } from '@hoicho/shared/platform/states.ts'
import type { Inbox } from '@hoicho/shared/recruitment/inbox-schema.ts'
import { APPLICATION_STATES, type ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useFairRights } from '../fairs/use-fair-rights.ts'
import { formatNumber } from '../platform/format.ts'
import { type Translate, useMessages } from '../platform/i18n.ts'
import type { PageProps } from '../platform/page.ts'
import { Button } from '../ui/button.tsx'
import { DataTable, SearchBox } from '../ui/data-table.tsx'
import { Page } from '../ui/page.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { inboxSheetUrl, useInbox } from './desk-api.ts'
import { useInboxColumns } from './inbox-columns.tsx'
import { DeskFilters, filterOf, PlaceFilters, searchOf } from './inbox-filters.tsx'
import { inboxSlots } from './inbox-slots.ts'
import { useRowKeys } from './use-row-keys.ts'

type Wanted = ReturnType<typeof filterOf>

/** The officer's inbox: a fair's applications by state and age, page by page. What is asked for stands in the address. */
export default function InboxPage({ params, query }: PageProps<'fairId'>) {
  const t = useMessages('recruitment-desk')
  const r = useMessages('recruitment')
  const { route } = useLocation()
  const { fairId } = params
  const wanted = filterOf(query)
  const want = (next: Wanted) => route(`/desk/fairs/${fairId}/applications${searchOf(next)}`, true)
  const pages = useInbox(fairId, wanted)
  const first = pages.data?.pages[0]
  const counts = first?.counts ?? {}
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const shownStates = statesOf(APPLICATION_STATES).filter(
    one => one === wanted.state || (counts[one] ?? 0) > 0,
  )
  return (
    <Page
      title={t('inbox.title')}
      lead={<span class="max-md:hidden">{t('inbox.keys')}</span>}
      actions={
        useFairRights(fairId).can('recruitment.enter-application') && (
          <Button href={`/desk/fairs/${fairId}/applications/enter`}>{t('enter.title')}</Button>
        )
      }
    >
      <Tabs<ApplicationState | 'all'>
        label={t('inbox.state')}
        current={wanted.state ?? 'all'}
        onSelect={state => want({ ...wanted, state: state === 'all' ? undefined : state })}
        tabs={[
          { key: 'all', label: t('inbox.all'), count: total },
          ...shownStates.map(one => ({ key: one, label: r(`state.${one}`), count: counts[one] ?? 0 })),
        ]}
      >
        <List
          fairId={fairId}
          wanted={wanted}
          want={want}
          pages={pages}
          matching={wanted.state ? (counts[wanted.state] ?? 0) : total}
        />
      </Tabs>
    </Page>
  )
}

interface ListProps {
  fairId: string
  wanted: Wanted
  want: (next: Wanted) => void
  pages: ReturnType<typeof useInbox>
  matching: number
}

function List({ fairId, wanted, want, pages, matching }: ListProps) {
  const t = useMessages('recruitment-desk')
  const p = useMessages('platform')
  const list = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [bulk, setBulk] = useState<readonly string[] | null>()
  useRowKeys(list)
  const { sort, ...filter } = wanted
  const isNarrowed = Object.keys(filter).some(name => name !== 'state')
  const { Bulk } = inboxSlots.value
  const mayBulk = useFairRights(fairId).can('selection.check') && Bulk !== undefined
  const rows = pages.data?.pages.flatMap(page => page.items)
  return (
    <div ref={list} class="flex flex-col gap-3">
      <Quick quick={pages.data?.pages[0]?.quick} wanted={wanted} want={want} />
      <div class="no-print flex flex-wrap items-end gap-2">
        <Search key={wanted.q === undefined ? 'blank' : 'typed'} wanted={wanted} want={want} />
        <DeskFilters fairId={fairId} value={wanted} onValue={want} />
        <PlaceFilters
          value={{ sector: wanted.sector, province: wanted.province }}
          onValue={({ sector, province }) => want({ ...wanted, sector, province })}
        />
        {isNarrowed && (
          <Button kind="quiet" small onClick={() => want({ sort, state: wanted.state })}>
            {p('action.clear')}
          </Button>
        )}
        <span class="ml-auto flex flex-wrap gap-2">
          {mayBulk && matching > 0 && (
            <Button small onClick={() => setBulk(null)}>
              {t('bulk.all', { count: matching })}
            </Button>
          )}
          <Button kind="quiet" small icon="download" download href={inboxSheetUrl(fairId, searchOf(wanted))}>
            {t('inbox.sheet')}
          </Button>
        </span>
      </div>
      <DataTable
        caption={t('inbox.title')}
        columns={useInboxColumns(fairId)}
        rows={rows}
        total={matching}
        rowKey={row => row.id}
        rowName={row => row.establishmentName}
        rowHref={row => `/desk/fairs/${fairId}/applications/${row.id}`}
        pageSize={100_000}
        error={pages.error}
        retry={pages.refetch}
        {...(mayBulk && {
          selection: {
            keys: chosen,
            onChange: setChosen,
            actions: (
              <Button small kind="primary" onClick={() => setBulk([...chosen])}>
                {t('bulk.chosen')}
              </Button>
            ),
          },
        })}
        empty={emptyOf(t, fairId, isNarrowed || wanted.state !== undefined)}
      />
      {pages.hasNextPage && (
        <div class="text-center">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {p('action.showMore', { count: Math.min(50, matching - (rows?.length ?? 0)) })}
          </Button>
        </div>
      )}
      {Bulk && bulk !== undefined && (
        <Bulk
          fairId={fairId}
          ids={bulk}
          filter={filter}
          onClose={() => {
            setBulk(undefined)
            setChosen(new Set())
          }}
        />
      )}
    </div>
  )
}

const emptyOf = (t: Translate<'recruitment-desk'>, fairId: string, isNarrowed: boolean) =>
  isNarrowed
    ? { title: t('inbox.no-match') }
    : {
        title: t('inbox.empty'),
        text: t('inbox.empty.text'),
        action: <Button href={`/desk/fairs/${fairId}/recruitment`}>{t('inbox.to-recruitment')}</Button>,
      }

type Narrow = { wanted: Wanted; want: (next: Wanted) => void }

/** The three questions of every morning, each with its figure. */
function Quick({ quick, wanted, want }: Narrow & { quick: Inbox['quick'] | undefined }) {
  const t = useMessages('recruitment-desk')
  const { assignee, overdue } = wanted
  const item = (label: string, count: number, isOn: boolean, next: Wanted) => (
    <button
      type="button"
      class="btn btn-sm border-line bg-base-100 font-normal aria-pressed:border-primary aria-pressed:bg-primary/10 aria-pressed:font-medium"
      aria-pressed={isOn}
      onClick={() => want(next)}
    >
      {label} <span class="tnum text-muted">{formatNumber(count)}</span>
    </button>
  )
  const by = (who: 'me' | 'none') => ({ ...wanted, assignee: assignee === who ? undefined : who })
  return (
    <div class="no-print flex flex-wrap gap-2">
      {item(t('inbox.mine'), quick?.mine ?? 0, assignee === 'me', by('me'))}
      {item(t('inbox.unassigned'), quick?.unassigned ?? 0, assignee === 'none', by('none'))}
      {item(t('inbox.overdue-only'), quick?.overdue ?? 0, overdue === 'yes', {
        ...wanted,
        overdue: overdue ? undefined : 'yes',
      })}
    </div>
  )
}

/** Asks a moment after the last key: one request for a word, not one for each letter. */
function Search({ wanted, want }: Narrow) {
  const t = useMessages('recruitment-desk')
  const [typed, setTyped] = useState(wanted.q ?? '')
  useEffect(() => {
    const q = typed.trim() || undefined
    if (q === wanted.q) return undefined
    const timer = setTimeout(() => want({ ...wanted, q }), 250)
    return () => clearTimeout(timer)
  }, [typed])
  return <SearchBox value={typed} onValue={setTyped} label={t('inbox.search')} />
}
