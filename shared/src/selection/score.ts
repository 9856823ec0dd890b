/**
 * Points of score sheets. A criterion's weight is its greatest number of points; the weights of a fair sum to 100. Points
 * are whole numbers, so sums are exact and a mean is compared as the fraction `sum / count`, never as a rounded number.
 */

export const FULL_POINTS = 100

export interface Criterion {
  code: string
  maxPoints: number
}

/** Points by the criterion's code. */
export type Points = Readonly<Record<string, number>>

/** Sum of the greatest points; a fair's criteria must come to {@link FULL_POINTS}. */
export const fullPoints = (criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, criterion) => sum + criterion.maxPoints, 0)

export type SheetFault = { code: string; fault: 'missing' | 'out-of-range' }

/** What keeps a sheet from being filed, by criterion: no points given, or not a whole number from 0 to the greatest. */
export function sheetFaults(criteria: readonly Criterion[], points: Points): SheetFault[] {
  return criteria.flatMap(({ code, maxPoints }): SheetFault[] => {
    const given = points[code]
    if (given === undefined) return [{ code, fault: 'missing' }]
    const isInRange = Number.isSafeInteger(given) && given >= 0 && given <= maxPoints
    return isInRange ? [] : [{ code, fault: 'out-of-range' }]
  })
}

/** Points of a sheet over the criteria; one without points counts 0, as in a sheet being filled in. */
export const sheetTotal = (criteria: readonly Criterion[], points: Points): number =>
  criteria.reduce((sum, { code }) => sum + (points[code] ?? 0), 0)

export interface ScoreSummary {
  /** Filed sheets. */
  count: number
  sum: number
  /** Four decimals, half up; `null` without a sheet. */
  mean: number | null
  median: number | null
  /** Highest less lowest total; `null` without a sheet. */
  spread: number | null
}

/** Raw figures of an application from the totals of its filed sheets, in whatever order they come. */
export function summarise(totals: readonly number[]): ScoreSummary {
  const sorted = [...totals].sort((a, b) => a - b)
  const count = sorted.length
  const sum = sorted.reduce((a, b) => a + b, 0)
  const lowest = sorted[0]
  const highest = sorted[count - 1]
  if (lowest === undefined || highest === undefined)
    return { count, sum, mean: null, median: null, spread: null }
  const middle = sorted.slice(Math.floor((count - 1) / 2), Math.floor(count / 2) + 1)
  const median = middle.reduce((a, b) => a + b, 0) / middle.length
  return { count, sum, mean: roundedMean(sum, count), median, spread: highest - lowest }
}

/** `sum / count` to four decimals, half up: for show and for the stored column, never for comparing. */
export const roundedMean = (sum: number, count: number): number =>
  Math.floor((sum * 20_000 + count) / (2 * count)) / 10_000

/** Order of two means given as fractions: negative when the first is higher. Exact; no sheets stand last. */
export function compareMeans(a: { sum: number; count: number }, b: { sum: number; count: number }): number {
  if (a.count === 0 || b.count === 0) return Number(a.count === 0) - Number(b.count === 0)
  return b.sum * a.count - a.sum * b.count
}
