import { foldText } from '../../platform/text.ts'
import type { ImportCell } from './columns.ts'

/** Words after an amount and what they multiply it by: nghìn, triệu, tỷ and their short forms. */
const SCALES: readonly (readonly [word: RegExp, factor: number])[] = [
  [/ty|ti|billion|bn/, 1_000_000_000],
  [/trieu|tr|million|mn/, 1_000_000],
  [/nghin|ngan|thousand/, 1000],
]

/**
 * A whole number as people write it: `1.500.000`, `1,500,000`, `1 500 000 đ`, `1,5 tỷ`, `120 người`. A point or comma
 * before exactly three figures parts thousands, unless a word such as tỷ follows. `null`: no whole number.
 */
export function readWhole(cell: ImportCell): number | null {
  if (typeof cell === 'number') return wholeOf(cell)
  const folded = foldText(cell ?? '')
  const match = /^(\d[\d.,\s']*)([a-z/ .]*)$/.exec(folded)
  const figures = match?.[1]?.replace(/[\s']/g, '').replace(/[.,]$/, '')
  if (!match || !figures) return null
  const scale =
    SCALES.find(([word]) => new RegExp(`^(?:${word.source})(?![a-z])`).test(match[2]?.trim() ?? ''))?.[1] ?? 1
  const isGrouped = /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(figures)
  if (/^\d+$/.test(figures) || (isGrouped && (scale === 1 || figures.length > 7))) {
    return wholeOf(Number(figures.replace(/[.,]/g, '')) * scale)
  }
  const decimal = /^(\d+(?:\.\d{3})*),(\d+)$|^(\d+(?:,\d{3})*)\.(\d+)$/.exec(figures)
  if (!decimal) return null
  const units = (decimal[1] ?? decimal[3] ?? '').replace(/[.,]/g, '')
  return wholeOf(Number(`${units}.${decimal[2] ?? decimal[4]}`) * scale)
}

/** A year: `2025`, `Năm 2025`, or the year of a date such as `31/12/2025` or `2025-12-31`. */
export function readYear(cell: ImportCell): number | null {
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell : null
  const day = readDay(cell)
  if (day !== null) return Number(day.slice(0, 4))
  const match = /^(?:nam |year )?(\d{4})$/.exec(foldText(cell ?? ''))
  return match ? Number(match[1]) : null
}

/** A day as text: `31/12/2025`, `31-12-2025`, `31.12.2025`, `2025-12-31`; `null` where there is no such day. */
export function readDay(cell: ImportCell): string | null {
  if (typeof cell !== 'string') return null
  const text = cell.trim()
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  const [year, month, day] = local ? [local[3], local[2], local[1]] : [iso?.[1], iso?.[2], iso?.[3]]
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const parsed = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date) ? date : null
}

/** The number if it is whole but for what binary fractions add, and safe. */
function wholeOf(value: number): number | null {
  const whole = Math.round(value)
  return Number.isSafeInteger(whole) && Math.abs(whole - value) < 1e-6 * Math.max(1, value) ? whole : null
}
