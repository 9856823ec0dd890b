import type { ImportRow, ImportRowsQuery, ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { IMPORT_VERDICTS } from '@hoicho/shared/establishments/import/verdict-words.ts'
import { useEffect, useState } from 'preact/hooks'
import { formatNumber } from '../../platform/format.ts'
import { useMessages } from '../../platform/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { type Column, DataTable, SearchBox } from '../../ui/data-table.tsx'
import { StateTag, type Tone } from '../../ui/state-tag.tsx'
import { notifyError } from '../../ui/toast.tsx'
import { chooseRows, type ImportKey, useImportRows } from './api.ts'
import { BulkMenu } from './bulk-menu.tsx'
import { RowContent } from './row-content.tsx'

interface Props {
  of: ImportKey
  view: ImportView
  /** Choices can still be made. */
  isOpen?: boolean
}

export const VERDICT_TONES: Record<ImportRow['verdict'], Tone> = {
  new: 'success',
  update: 'info',
  duplicate: 'warning',
  unchanged: 'neutral',
  fault: 'error',
}

/** The rows of an import, found, ordered and paged by the server. */
export function RowList({ of, view, isOpen = false }: Props) {
  const t = useMessages('directory-import-desk')
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Pick<ImportRowsQuery, 'verdict' | 'sort'>>({ sort: 'verdict' })
  const [page, setPage] = useState(0)
  const q = useSettled(typed.trim())
  const query = { ...filter, ...(q === '' ? {} : { q }), page }
  const rows = useImportRows(of, query)
  const columns = useColumns({ of, view, isOpen })
  const narrow = (change: Partial<ImportRowsQuery>) => {
    const { verdict, ...rest } = { ...filter, ...change }
    setFilter(verdict ? { ...rest, verdict } : rest)
    setPage(0)
  }
  return (
    <div class="flex flex-col gap-3">
      <VerdictFilter view={view} current={filter.verdict} onPick={verdict => narrow({ verdict })} />
      <div class="flex flex-wrap items-center gap-2">
        <SearchBox
          value={typed}
          onValue={value => {
            setTyped(value)
            setPage(0)
          }}
          label={t('preview.search')}
        />
        <SortSelect value={filter.sort ?? 'row'} onValue={sort => narrow({ sort })} />
        {isOpen && rows.data && (
          <BulkMenu of={of} found={rows.data} filter={{ verdict: filter.verdict, q }} />
        )}
      </div>
      <DataTable<ImportRow>
        caption={t('preview.title')}
        columns={columns}
        rows={rows.data?.items}
        rowKey={row => String(row.rowNumber)}
        pageSize={1000}
        error={rows.error}
        retry={() => rows.refetch()}
        empty={{ title: t('preview.none') }}
      />
      {rows.data && <Pager total={rows.data.total} size={rows.data.pageSize} page={page} onPage={setPage} />}
    </div>
  )
}

interface VerdictProps {
  view: ImportView
  current: ImportRow['verdict'] | undefined
  onPick: (verdict: ImportRow['verdict'] | undefined) => void
}

function VerdictFilter({ view, current, onPick }: VerdictProps) {
  const t = useMessages('directory-import-desk')
  const countFor = (verdict?: ImportRow['verdict']) =>
    view.counts.reduce((sum, one) => sum + (!verdict || one.verdict === verdict ? one.count : 0), 0)
  const shown = IMPORT_VERDICTS.filter(verdict => countFor(verdict) > 0 || verdict === current)
  return (
    <fieldset class="flex flex-wrap gap-2">
      <legend class="sr-only">{t('preview.verdict')}</legend>
      {[undefined, ...shown].map(verdict => (
        <button
          key={verdict ?? 'all'}
          type="button"
          class={`btn btn-sm ${verdict === current ? 'btn-primary' : 'btn-outline border-edge bg-base-100 text-base-content hover:bg-base-300'}`}
          aria-pressed={verdict === current}
          onClick={() => onPick(verdict)}
        >
          {t(`verdict.${verdict ?? 'all'}`)} <span class="tnum">{formatNumber(countFor(verdict))}</span>
        </button>
      ))}
    </fieldset>
  )
}

const SORTS = ['verdict', 'row', 'name'] as const
type Sort = (typeof SORTS)[number]

function SortSelect({ value, onValue }: { value: Sort; onValue: (sort: Sort) => void }) {
  const t = useMessages('directory-import-desk')
  return (
    <select
      class="select w-full sm:w-auto"
      aria-label={t('preview.sort')}
      onChange={event => onValue(SORTS.find(sort => sort === event.currentTarget.value) ?? 'row')}
    >
      {SORTS.map(sort => (
        <option key={sort} value={sort} selected={sort === value}>
          {t(`sort.${sort}`)}
        </option>
      ))}
    </select>
  )
}

interface PagerProps {
  total: number
  size: number
  page: number
  onPage: (page: number) => void
}

function Pager({ total, size, page, onPage }: PagerProps) {
  const t = useMessages('directory-import-desk')
  if (total <= size && page === 0) return null
  const last = Math.max(0, Math.ceil(total / size) - 1)
  return (
    <div class="flex flex-wrap items-center gap-3">
      {page > 0 && (
        <Button small onClick={() => onPage(page - 1)}>
          {t('preview.previous')}
        </Button>
      )}
      <output class="tnum text-sm text-muted">
        {t('preview.count', {
          from: formatNumber(Math.min(total, page * size + 1)),
          to: formatNumber(Math.min(total, (page + 1) * size)),
          total: formatNumber(total),
        })}
      </output>
      {page < last && (
        <Button small onClick={() => onPage(page + 1)}>
          {t('preview.next')}
        </Button>
      )}
    </div>
  )
}

function useColumns({ of, view, isOpen }: Required<Props>): Column<ImportRow>[] {
  const t = useMessages('directory-import-desk')
  const nameColumn = view.mapping.indexOf('name')
  const nameOf = (row: ImportRow) =>
    String(row.cells[nameColumn] ?? '') || row.establishmentName || t('preview.nameless')
  return [
    {
      key: 'name',
      header: t('preview.name'),
      cell: row => <span class="break-words md:inline-block md:min-w-48">{nameOf(row)}</span>,
      primary: true,
    },
    { key: 'row', header: t('preview.row'), numeric: true, cell: row => row.rowNumber },
    {
      key: 'verdict',
      header: t('preview.verdict'),
      cell: row => (
        <span class="whitespace-nowrap">
          <StateTag tone={VERDICT_TONES[row.verdict]}>{t(`verdict.${row.verdict}`)}</StateTag>
        </span>
      ),
    },
    {
      key: 'what',
      header: t('preview.what'),
      cell: row => <RowContent of={of} view={view} row={row} isOpen={isOpen} />,
    },
    {
      key: 'action',
      header: t('preview.action'),
      cell: row => <ActionSelect of={of} row={row} isOpen={isOpen} />,
    },
  ]
}

function ActionSelect({ of, row, isOpen }: { of: ImportKey; row: ImportRow; isOpen: boolean }) {
  const t = useMessages('directory-import-desk')
  if (!isOpen || row.actions.length < 2) return <>{t(`action.${row.action}`)}</>
  return (
    <select
      class="select select-sm w-32"
      aria-label={t('preview.actionOf', { row: row.rowNumber })}
      onChange={event => {
        const action = row.actions.find(one => one === event.currentTarget.value)
        if (action) void chooseRows(of, { rowNumbers: [row.rowNumber], action }).catch(notifyError)
      }}
    >
      {row.actions.map(action => (
        <option key={action} value={action} selected={action === row.action}>
          {t(`action.${action}`)}
        </option>
      ))}
    </select>
  )
}

/** What was typed, a moment after the last key. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 250)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
