import { FIGURE_UNIT } from './limits.ts'

/** How far the sheets of an application lie apart. */
export type Scatter = { lowest: number; highest: number; deviation: number }

/**
 * Lowest and highest total and the standard deviation of the population, in points, four decimals, half up; `null` without a
 * sheet. Sums are of whole numbers, so the order of sheets does not matter.
 * @param unit parts of a point the totals are counted in
 */
export function scatterOf(totals: readonly number[], unit = 1): Scatter | null {
  if (totals.length === 0) return null
  const sum = totals.reduce((a, b) => a + b, 0)
  const squares = totals.reduce((a, b) => a + b * b, 0)
  const deviation = Math.sqrt(totals.length * squares - sum * sum) / totals.length
  return {
    lowest: totals.reduce((a, b) => Math.min(a, b)) / unit,
    highest: totals.reduce((a, b) => Math.max(a, b)) / unit,
    deviation: Math.round((deviation * FIGURE_UNIT) / unit) / FIGURE_UNIT,
  }
}
