import { FIGURE_UNIT } from './limits.ts'

/** How far the sheets of an application lie apart. */
export type Scatter = { lowest: number; highest: number; deviation: number }

/**
 * Lowest and highest total and the standard deviation of the population, four decimals, half up; `null` without a sheet.
 * Sums are of whole numbers, so the order of sheets does not matter.
 */
export function scatterOf(totals: readonly number[]): Scatter | null {
  if (totals.length === 0) return null
  const sum = totals.reduce((a, b) => a + b, 0)
  const squares = totals.reduce((a, b) => a + b * b, 0)
  const deviation = Math.sqrt(totals.length * squares - sum * sum) / totals.length
  return {
    lowest: totals.reduce((a, b) => Math.min(a, b)),
    highest: totals.reduce((a, b) => Math.max(a, b)),
    deviation: Math.round(deviation * FIGURE_UNIT) / FIGURE_UNIT,
  }
}
