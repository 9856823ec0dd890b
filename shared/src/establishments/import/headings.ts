import { guessColumns, type ImportCell } from './columns.ts'

/** A row of a sheet and its number there, from 1. */
export type NumberedCells = { rowNumber: number; cells: readonly ImportCell[] }

/** Which of the rows hold the headings (one row or two), and what each column is called. */
export type Headings = { index: number; span: 1 | 2; texts: string[] }

/**
 * The headings of a list: of its first twenty rows the one, or the two, that name most fields; null where none names an
 * establishment.
 */
export function findHeadings(rows: readonly NumberedCells[]): Headings | null {
  let best: { headings: Headings; score: number } | null = null
  for (const index of rows.slice(0, 20).keys()) {
    for (const span of [1, 2] as const) {
      const headings = headingsAt(rows, index, span)
      const score = headings ? scoreOf(headings.texts) : 0
      if (headings && score > (best?.score ?? 0)) best = { headings, score }
    }
  }
  return best?.headings ?? null
}

/**
 * What the columns are called when the headings begin at `index`. Two rows are read together as `Địa chỉ` over `Trụ sở`;
 * null where the second row is no row of headings.
 */
export function headingsAt(rows: readonly NumberedCells[], index: number, span: 1 | 2): Headings | null {
  const top = rows[index]?.cells ?? []
  if (span === 1) return { index, span, texts: top.map(textOf) }
  const bottom = rows[index + 1]
  const isBelow = bottom?.rowNumber === (rows[index]?.rowNumber ?? 0) + 1
  if (!bottom || !isBelow || !isSecondRow(top, bottom.cells)) return null
  let over = ''
  const texts = Array.from({ length: Math.max(top.length, bottom.cells.length) }, (_, column) => {
    const above = textOf(top[column] ?? null)
    const below = textOf(bottom.cells[column] ?? null)
    if (above !== '') over = above
    if (below === '' || below === above) return above
    return `${above === '' ? over : above} ${below}`.trim()
  })
  return { index, span, texts }
}

/** Words under a heading that reaches over several columns, and no figures as data has them. */
function isSecondRow(top: readonly ImportCell[], bottom: readonly ImportCell[]): boolean {
  const filled = bottom.filter(cell => textOf(cell) !== '')
  const isUnder = bottom.some(
    (cell, column) =>
      textOf(cell) !== '' &&
      textOf(top[column] ?? null) === '' &&
      top.slice(0, column).some(left => textOf(left) !== ''),
  )
  return isUnder && filled.every(cell => typeof cell === 'string' && cell.length <= 60 && !/\d{4}/.test(cell))
}

function scoreOf(texts: readonly string[]): number {
  const fields = guessColumns(texts).filter(field => field !== null)
  const isHeading = fields.includes('name') || fields.includes('id') || fields.includes('taxCode')
  return isHeading ? fields.length : 0
}

/** Rows that repeat the headings, as printed lists do on each page, or number the columns: `(1) (2) (3)`, `A B 1 2`. */
export function isNoRecord(cells: readonly ImportCell[], headings: Headings): boolean {
  const texts = cells.map(textOf)
  const filled = texts.filter(text => text !== '')
  if (filled.length < 2) return false
  const repeats = texts.filter((text, column) => text !== '' && text === headings.texts[column]).length
  if (repeats >= 2 && repeats === filled.length) return true
  const numbers = filled.map(text => /^\(?([A-Z]|\d{1,2})\)?$/.exec(text)?.[1] ?? '')
  const counted = numbers.filter(text => /^\d+$/.test(text)).map(Number)
  return numbers.every(text => text !== '') && counted.every((n, i) => n === (counted[0] ?? 0) + i)
}

const textOf = (cell: ImportCell): string =>
  cell === null ? '' : String(cell).normalize('NFC').replace(/\s+/g, ' ').trim()
