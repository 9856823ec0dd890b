/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- as cards on a phone
   the table loses its display, and in some browsers with it its meaning; the roles put the meaning back */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { useMessages } from '../platform/i18n.ts'
import type { Column, DataTableProps } from './data-table.tsx'
import { Icon } from './icon.tsx'
import type { SortState } from './use-rows.ts'

export interface GridProps<R> extends DataTableProps<R> {
  shown: readonly R[]
  all: readonly R[]
  sort: SortState | undefined
  toggleSort: (key: string) => void
}

/**
 * The rows as a table, or as cards where there is no room. A table wider than its page scrolls within its frame, by the
 * keyboard too, and its leading column keeps the width names need.
 */
export function Grid<R>(props: GridProps<R>) {
  const { caption, columns, shown, all, rowKey, selection, sort, toggleSort } = props
  const t = useMessages('platform')
  const isAll = selection !== undefined && all.every(row => selection.keys.has(rowKey(row)))
  const frame = useScrolls()
  return (
    <div
      ref={frame.ref}
      class="overflow-x-auto md:rounded-box md:border md:border-line md:bg-base-100"
      {...(frame.scrolls ? { role: 'region', tabIndex: 0, 'aria-label': caption } : {})}
    >
      <table role="table" aria-label={caption} class="w-full max-md:block">
        <thead role="rowgroup" class="border-b border-line bg-base-200 text-left text-sm max-md:sr-only">
          <tr role="row">
            {selection && (
              <th role="columnheader" class="w-10 px-3">
                <input
                  type="checkbox"
                  class="checkbox checkbox-sm checkbox-primary"
                  aria-label={t('table.selectAll')}
                  checked={isAll}
                  onChange={() => selection.onChange(new Set(isAll ? [] : all.map(rowKey)))}
                />
              </th>
            )}
            {columns.map(column => (
              <Heading key={column.key} column={column} sort={sort} toggleSort={toggleSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" class="max-md:flex max-md:flex-col max-md:gap-3">
          {shown.map(row => (
            <Row key={rowKey(row)} {...props} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface HeadingProps<R> {
  column: Column<R>
  sort: SortState | undefined
  toggleSort: (key: string) => void
}

function Heading<R>({ column, sort, toggleSort }: HeadingProps<R>) {
  const t = useMessages('platform')
  const isSorted = sort?.key === column.key
  const order = sort?.descending ? 'descending' : 'ascending'
  return (
    <th
      role="columnheader"
      scope="col"
      class={`px-3 py-2 font-semibold whitespace-nowrap ${column.numeric ? 'text-right' : ''}`}
      aria-sort={isSorted ? order : undefined}
    >
      {column.sort ? (
        <button
          type="button"
          class={`inline-flex cursor-pointer items-center gap-1 hover:text-primary ${column.numeric ? 'flex-row-reverse' : ''}`}
          title={t('table.sortBy', { column: column.header })}
          onClick={() => toggleSort(column.key)}
        >
          {column.header}
          <Icon
            name={isSorted ? (sort?.descending ? 'down' : 'up') : 'sort'}
            class={`size-3.5 ${isSorted ? '' : 'opacity-40'}`}
          />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

function Row<R>(props: DataTableProps<R> & { row: R }) {
  const { row, columns, rowKey, rowHref, rowName, selection } = props
  const t = useMessages('platform')
  const key = rowKey(row)
  const href = rowHref?.(row)
  const primary = columns.find(column => column.primary) ?? columns[0]
  const toggle = () => {
    const next = new Set(selection?.keys)
    if (!next.delete(key)) next.add(key)
    selection?.onChange(next)
  }
  return (
    <tr
      role="row"
      class="relative border-line has-[a:focus-visible]:bg-base-200 has-[a:hover]:bg-base-200 max-md:flex max-md:flex-col max-md:rounded-box max-md:border max-md:bg-base-100 max-md:p-3 md:not-last:border-b"
    >
      {selection && (
        <td role="cell" class="px-3 max-md:absolute max-md:top-3 max-md:right-0 max-md:z-10">
          <input
            type="checkbox"
            class="checkbox checkbox-sm checkbox-primary"
            aria-label={t('table.select', { name: rowName?.(row) ?? key })}
            checked={selection.keys.has(key)}
            onChange={toggle}
          />
        </td>
      )}
      {columns.map(column => (
        <Cell
          key={column.key}
          column={column}
          row={row}
          isPrimary={column === primary}
          href={href}
          hasBox={selection !== undefined}
        />
      ))}
    </tr>
  )
}

interface CellProps<R> {
  column: Column<R>
  row: R
  isPrimary: boolean
  href: string | undefined
  hasBox: boolean
}

function Cell<R>({ column, row, isPrimary, href, hasBox }: CellProps<R>) {
  const t = column.cell(row)
  if (isPrimary) {
    return (
      <td
        role="cell"
        class={`px-3 py-2 font-medium md:min-w-52 max-md:order-first max-md:px-0 max-md:pt-0 max-md:pb-1 ${hasBox ? 'max-md:pr-10' : ''}`}
      >
        {href ? (
          // The link covers its row, so the whole row can be pressed and there is one stop for the keyboard.
          <a class="text-primary hover:underline after:absolute after:inset-0" href={href}>
            {t}
          </a>
        ) : (
          t
        )}
      </td>
    )
  }
  const phone = column.desktopOnly
    ? 'max-md:hidden'
    : 'max-md:flex max-md:items-baseline max-md:justify-between max-md:gap-4 max-md:px-0 max-md:py-0.5 max-md:text-right'
  return (
    <td role="cell" class={`px-3 py-2 ${column.numeric ? 'tnum text-right' : ''} ${phone}`}>
      <span class="text-sm text-muted md:hidden">{column.header}</span>
      <span class="min-w-0 md:contents">{t}</span>
    </td>
  )
}

/** Whether what is in the frame is wider than the frame: only then is it a stop for the keyboard. */
function useScrolls() {
  const ref = useRef<HTMLDivElement>(null)
  const [scrolls, setScrolls] = useState(false)
  useLayoutEffect(() => {
    const frame = ref.current
    if (!frame) return
    const measure = () => setScrolls(frame.scrollWidth > frame.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(frame)
    if (frame.firstElementChild) observer.observe(frame.firstElementChild)
    measure()
    return () => observer.disconnect()
  }, [])
  return { ref, scrolls }
}
