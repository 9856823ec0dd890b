import type { DirectoryEntry, DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import { useEffect, useState } from 'preact/hooks'
import { formatNumber } from '../platform/format.ts'
import { useMessages } from '../platform/i18n.ts'
import { useCanSomewhere } from '../platform/rights.ts'
import { useSession } from '../platform/session.ts'
import { Button } from '../ui/button.tsx'
import { type Column, DataTable, SearchBox } from '../ui/data-table.tsx'
import { DateText } from '../ui/date-text.tsx'
import { Page } from '../ui/page.tsx'
import { StateTag } from '../ui/state-tag.tsx'
import { Loading } from '../ui/states.tsx'
import { directoryFileUrl, useDirectory } from './api.ts'
import { DirectoryFilters } from './directory-filters.tsx'
import { useProvinceName, useSectorName } from './reference.ts'

/** The directory all organizers share: find an establishment, read its profile, add one that is missing. */
export default function DirectoryPage() {
  const t = useMessages('establishments-desk')
  const transfer = useMessages('directory-import-desk')
  const { session, isPending } = useSession()
  const organizerId = session?.organizers[0]?.id
  const can = useCanSomewhere()
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {can('establishments.import') && (
            <Button icon="upload" href="/desk/establishments/import">
              {transfer('page.open')}
            </Button>
          )}
          {can('establishments.add') && (
            <Button href="/desk/establishments/duplicates">{t('duplicates')}</Button>
          )}
          {can('establishments.add') && (
            <Button kind="primary" icon="plus" href="/desk/establishments/new">
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      {isPending && <Loading lines={6} />}
      {organizerId && <Directory organizerId={organizerId} />}
    </Page>
  )
}

type Filters = Omit<DirectoryQuery, 'q' | 'after'>

function Directory({ organizerId }: { organizerId: string }) {
  const t = useMessages('establishments-desk')
  const transfer = useMessages('directory-import-desk')
  const p = useMessages('platform')
  const [typed, setTyped] = useState('')
  const [filters, setFilters] = useState<Filters>({ sort: 'name' })
  const q = useSettled(typed.trim())
  const query = q === '' ? filters : { ...filters, q }
  const pages = useDirectory(organizerId, query)
  const columns = useColumns()
  const rows = pages.data?.pages.flatMap(page => page.items)
  const total = pages.data?.pages[0]?.total ?? 0
  const isMore = pages.data?.pages[0]?.isMore ?? false
  const isNarrowed =
    q !== '' || Boolean(filters.province ?? filters.sector ?? filters.recognition ?? filters.endedBefore)
  const clear = () => {
    setTyped('')
    setFilters({ sort: filters.sort })
  }
  return (
    <div class="flex flex-col gap-3">
      <div class="flex flex-wrap items-end gap-2">
        <SearchBox value={typed} onValue={setTyped} label={t('search')} />
        <DirectoryFilters filters={filters} onFilters={setFilters} />
        {isNarrowed && (
          <Button kind="quiet" small onClick={clear}>
            {p('action.clear')}
          </Button>
        )}
        <Button kind="quiet" small icon="download" download href={directoryFileUrl(organizerId, query)}>
          {transfer('export')}
        </Button>
      </div>
      <DataTable<DirectoryEntry>
        caption={t('title')}
        columns={columns}
        rows={rows}
        rowKey={row => row.id}
        rowHref={row => `/desk/establishments/${row.id}`}
        pageSize={100_000}
        csvName={t('csv')}
        error={pages.error}
        retry={() => pages.refetch()}
        empty={
          isNarrowed
            ? {
                title: t('none'),
                text: t('none.text'),
                action: <Button onClick={clear}>{p('action.clear')}</Button>,
              }
            : { title: t('empty'), text: t('empty.text') }
        }
      />
      {pages.hasNextPage && (
        <div class="flex flex-col items-center gap-1">
          <output class="tnum text-sm text-muted">
            {t('count', {
              shown: formatNumber(rows?.length ?? 0),
              total: `${formatNumber(total)}${isMore ? '+' : ''}`,
            })}
          </output>
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {p('action.showMore', { count: isMore ? 50 : Math.min(50, total - (rows?.length ?? 0)) })}
          </Button>
        </div>
      )}
    </div>
  )
}

/** What was typed, a moment after the last key: one request for a word, not one for each letter. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

function useColumns(): readonly Column<DirectoryEntry>[] {
  const t = useMessages('establishments-desk')
  const e = useMessages('establishments')
  const provinceName = useProvinceName()
  const sectorName = useSectorName()
  const province = (row: DirectoryEntry) => provinceName(row.provinceScheme, row.provinceCode)
  const titles = (row: DirectoryEntry) =>
    row.titles.map(title => `${e(`scheme.${title.scheme}`)}, ${e(`level.${title.level}`)}`).join('; ')
  return [
    {
      key: 'name',
      header: t('name'),
      cell: row => <span class="md:inline-block md:min-w-52">{row.name}</span>,
      csv: row => row.name,
      primary: true,
    },
    {
      key: 'taxCode',
      header: e('taxCode'),
      cell: row => <span class="tnum whitespace-nowrap">{row.taxCode ?? '–'}</span>,
      // A masked number is a person's: exports leave it out.
      csv: row => (row.taxCode?.includes('•') ? '' : row.taxCode),
    },
    { key: 'province', header: e('province'), cell: province, csv: province },
    {
      key: 'sector',
      header: e('sector'),
      cell: row => sectorName(row.sectorCode) || '–',
      csv: row => sectorName(row.sectorCode),
    },
    { key: 'titles', header: t('titles'), cell: row => titles(row) || '–', csv: titles },
    {
      key: 'products',
      header: t('products'),
      numeric: true,
      cell: row => formatNumber(row.productCount),
      csv: row => row.productCount,
    },
    {
      key: 'account',
      header: t('account'),
      cell: row => (
        <StateTag tone={row.memberCount > 0 ? 'success' : 'neutral'}>
          {t(row.memberCount > 0 ? 'account.yes' : 'account.no')}
        </StateTag>
      ),
      csv: row => t(row.memberCount > 0 ? 'account.yes' : 'account.no'),
    },
    {
      key: 'createdAt',
      header: t('createdAt'),
      cell: row => <DateText value={row.createdAt.slice(0, 10)} />,
      csv: row => row.createdAt.slice(0, 10),
      desktopOnly: true,
    },
  ]
}
