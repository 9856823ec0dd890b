import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { type Translate, useMessages } from '../platform/i18n.ts'
import { Button } from './button.tsx'
import { type CsvValue, saveCsv } from './csv.ts'
import { Icon } from './icon.tsx'
import { EmptyState, ErrorState, Loading } from './states.tsx'
import { Grid } from './table-grid.tsx'
import { type SortState, type SortValue, useRows } from './use-rows.ts'

export interface Column<R> {
  key: string
  header: string
  cell: (row: R) => ComponentChildren
  /** Makes the column sortable. */
  sort?: (row: R) => SortValue
  /** Right-aligned, tabular figures. */
  numeric?: boolean
  /** What the exported file holds; a column without it is left out. */
  csv?: (row: R) => CsvValue
  /** The card's heading on a phone, and the row's link; the first column by default. */
  primary?: boolean
  /** Left out of the card on a phone. */
  desktopOnly?: boolean
}

export interface Selection {
  keys: ReadonlySet<string>
  onChange: (keys: ReadonlySet<string>) => void
  /** What can be done with the chosen rows. */
  actions?: ComponentChildren
}

export interface DataTableProps<R> {
  /** Names the table for those who hear it; also its search box. */
  caption: string
  columns: readonly Column<R>[]
  rows: readonly R[] | undefined
  rowKey: (row: R) => string
  /** The page behind a row. */
  rowHref?: (row: R) => string | undefined
  /** Spoken name of a row, for its checkbox. */
  rowName?: (row: R) => string
  /** Text the search box looks through; without it there is no box. */
  search?: (row: R) => string
  /** Filters beside the search box. */
  filters?: ComponentChildren
  empty?: { title: string; text?: ComponentChildren; action?: ComponentChildren }
  error?: unknown
  retry?: (() => unknown) | undefined
  /** Name of the exported file; without it there is no export. */
  csvName?: string
  initialSort?: SortState
  selection?: Selection
  /** How many there are in all, where only some of them are here. */
  total?: number | undefined
  /** Rows drawn at first; more on request. */
  pageSize?: number
}

/** Rows of one kind: search, sort, export; a table at a desk, cards on a phone. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { rows, error, retry, empty } = props
  const t = useMessages('platform')
  if (error && !rows) return <ErrorState error={error} retry={retry} />
  if (!rows) return <Loading lines={6} />
  if (rows.length === 0) {
    return (
      <div class="flex flex-col gap-3">
        {props.filters && <div class="flex flex-wrap items-end gap-2">{props.filters}</div>}
        <EmptyState title={empty?.title ?? t('table.empty')} action={empty?.action}>
          {empty?.text}
        </EmptyState>
      </div>
    )
  }
  return <FilledTable {...props} rows={rows} />
}

function FilledTable<R>(props: DataTableProps<R> & { rows: readonly R[] }) {
  const { rows, columns, search, filters, selection, csvName, pageSize = 100 } = props
  const t = useMessages('platform')
  const [limit, setLimit] = useState(pageSize)
  const list = useRows({
    rows,
    search,
    sortValue: key => columns.find(column => column.key === key)?.sort,
    initialSort: props.initialSort,
  })
  const { shown, query } = list
  const exportRows = () => {
    const kept = columns.filter(column => column.csv)
    const cells = shown.map(row => kept.map(column => column.csv?.(row)))
    saveCsv(
      csvName ?? props.caption,
      kept.map(column => column.header),
      cells,
    )
  }
  return (
    <div class="flex flex-col gap-3">
      <div class="no-print flex flex-wrap items-end gap-2">
        {search && (
          <SearchBox value={query} onValue={list.setQuery} label={`${t('table.search')}: ${props.caption}`} />
        )}
        {filters}
        <PhoneSort columns={columns} sort={list.sort} setSort={list.setSort} />
        <span class="ml-auto flex items-center gap-2">
          <output class="tnum text-sm text-muted">
            {query
              ? t('table.count', { shown: shown.length, total: rows.length })
              : countText(t, rows.length, props.total)}
          </output>
          {csvName && (
            <Button kind="quiet" small icon="download" onClick={exportRows}>
              {t('action.export')}
            </Button>
          )}
        </span>
      </div>
      {selection && selection.keys.size > 0 && (
        <div class="flex flex-wrap items-center gap-3 rounded-box border border-primary/40 bg-primary/6 px-3 py-2">
          <span class="font-medium">{t('table.selected', { count: selection.keys.size })}</span>
          {selection.actions}
        </div>
      )}
      {shown.length === 0 ? (
        <EmptyState
          title={t('table.noMatch', { query })}
          action={<Button onClick={() => list.setQuery('')}>{t('table.clearSearch')}</Button>}
        />
      ) : (
        <Grid
          {...props}
          shown={shown.slice(0, limit)}
          all={shown}
          sort={list.sort}
          toggleSort={list.toggleSort}
        />
      )}
      {shown.length > limit && (
        // Paper says what it leaves out; the button that brings the rest is not on it.
        <p class="tnum hidden print:block">{t('table.count', { shown: limit, total: shown.length })}</p>
      )}
      {shown.length > limit && (
        <div class="text-center">
          <Button onClick={() => setLimit(limit + pageSize)}>
            {t('action.showMore', { count: Math.min(pageSize, shown.length - limit) })}
          </Button>
        </div>
      )}
    </div>
  )
}

const countText = (t: Translate<'platform'>, here: number, total = here) =>
  total > here ? t('table.count', { shown: here, total }) : t('table.total', { total: here })

/** The box alone, for lists that are not tables. */
export function SearchBox(props: { value: string; onValue: (value: string) => void; label: string }) {
  const t = useMessages('platform')
  return (
    <label class="input w-full sm:w-64">
      <Icon name="search" class="size-4 text-muted" />
      <span class="sr-only">{props.label}</span>
      <input
        type="search"
        placeholder={t('action.search')}
        value={props.value}
        onInput={event => props.onValue(event.currentTarget.value)}
      />
    </label>
  )
}

interface PhoneSortProps<R> {
  columns: readonly Column<R>[]
  sort: SortState | undefined
  setSort: (sort: SortState) => void
}

/** Cards have no column heads to press, so a phone sorts by a list. */
function PhoneSort<R>({ columns, sort, setSort }: PhoneSortProps<R>) {
  const t = useMessages('platform')
  const id = useId()
  const sortable = columns.filter(column => column.sort)
  if (sortable.length === 0) return null
  return (
    <span class="w-full md:hidden">
      <label for={id} class="sr-only">
        {t('table.sort')}
      </label>
      <select
        id={id}
        class="select w-full"
        onChange={event => {
          const [key = '', direction] = event.currentTarget.value.split(':')
          setSort({ key, descending: direction === 'down' })
        }}
      >
        {!sort && <option value="">{t('table.sort')}</option>}
        {sortable.flatMap(column =>
          (['up', 'down'] as const).map(direction => (
            <option
              key={column.key + direction}
              value={`${column.key}:${direction}`}
              selected={sort?.key === column.key && sort.descending === (direction === 'down')}
            >
              {column.header} {direction === 'up' ? '↑' : '↓'}
            </option>
          )),
        )}
      </select>
    </span>
  )
}
