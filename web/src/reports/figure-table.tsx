import type { ComponentChildren } from 'preact'
import { formatNumber } from '../platform/format.ts'

export interface FigureColumn<R> {
  key: string
  header: string
  cell: (row: R) => ComponentChildren
  /** The row's name: the first column of most tables. */
  isName?: boolean
}

export interface FigureTableProps<R> {
  caption: string
  columns: readonly FigureColumn<R>[]
  rows: readonly R[]
  rowKey: (row: R) => string
  foot?: ComponentChildren
}

/** Figures for reading and for paper: names at the left, numbers at the right, all rows at once. */
export function FigureTable<R>({ caption, columns, rows, rowKey, foot }: FigureTableProps<R>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <section class="overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table class="w-full text-[0.9375rem] print:text-[9pt]">
        <caption class="sr-only">{caption}</caption>
        <thead class="border-b border-line text-left text-sm">
          <tr>
            {columns.map(column => (
              <th
                key={column.key}
                scope="col"
                class={`px-2 py-1.5 align-bottom font-semibold first:pl-0 last:pr-0 ${column.isName ? '' : 'text-right'}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={rowKey(row)} class="border-b border-line last:border-b-0">
              {columns.map((column, at) => {
                const look = `px-2 py-1.5 first:pl-0 last:pr-0 ${column.isName ? 'text-left print:min-w-32' : 'tnum text-right whitespace-nowrap'}`
                return at === 0 ? (
                  <th key={column.key} scope="row" class={`${look} font-normal`}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} class={look}>
                    {column.cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {foot && <tfoot class="border-t-2 border-line font-semibold">{foot}</tfoot>}
      </table>
    </section>
  )
}

/** A number that leads to its rows; nothing behind a zero. */
export function Figure({ value, href, of }: { value: number; href?: string; of?: string }) {
  if (value === 0) return <span class="text-muted">0</span>
  if (!href) return <>{formatNumber(value)}</>
  return (
    <a class="text-primary hover:underline" href={href} aria-label={of && `${of}: ${formatNumber(value)}`}>
      {formatNumber(value)}
    </a>
  )
}
