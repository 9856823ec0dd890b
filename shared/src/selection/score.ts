/**
 * Points of score sheets. A criterion's weight is its greatest number of points; the weights of a fair sum to 100. Points
 * are whole numbers, so sums are exact and a mean is compared as the fraction `sum / count`, never as a rounded number.
 */

export const FULL_POINTS = 100

export interface Criterion {
  code: string
  maxPoints: number
  /** May be left unanswered without costing points. */
  isOptional?: boolean
}

/** What a sheet offers beside the bare points: named values, and whether points between them may be given. */
export interface ScaledCriterion extends Criterion {
  values?: readonly { points: number }[]
  allowsBetween?: boolean
}

/** A value below `below` given by at least `members` members shuts an application out, whatever its mean. */
export interface KnockOut {
  code: string
  below: number
  members: number
}

/** Points by the criterion's code. */
export type Points = Readonly<Record<string, number>>

/** Sum of the greatest points; a fair's criteria must come to {@link FULL_POINTS}. */
export const fullPoints = (criteria: readonly Criterion[]): number =>
  criteria.reduce((sum, criterion) => sum + criterion.maxPoints, 0)

export type SheetFault = { code: string; fault: 'missing' | 'out-of-range' | 'not-a-value' }

/**
 * What keeps a sheet from being filed, by criterion: no points given where they must be, not a whole number from 0 to the
 * greatest, or none of the named values where only those may be given. A sheet answering nothing lacks everything.
 */
export function sheetFaults(criteria: readonly ScaledCriterion[], points: Points): SheetFault[] {
  const isBlank = criteria.every(({ code }) => points[code] === undefined)
  return criteria.flatMap((criterion): SheetFault[] => {
    const { code, maxPoints, isOptional, values = [], allowsBetween = true } = criterion
    const given = points[code]
    if (given === undefined) return isOptional && !isBlank ? [] : [{ code, fault: 'missing' }]
    const isInRange = Number.isSafeInteger(given) && given >= 0 && given <= maxPoints
    if (!isInRange) return [{ code, fault: 'out-of-range' }]
    const isNamed = allowsBetween || values.length === 0 || values.some(value => value.points === given)
    return isNamed ? [] : [{ code, fault: 'not-a-value' }]
  })
}

/**
 * Parts of a point the totals of these criteria are counted in: whole points, or hundredths where a criterion may be left
 * out, so that totals stay whole numbers of this unit.
 */
export const totalUnit = (criteria: readonly Criterion[]): 1 | 100 =>
  criteria.some(criterion => criterion.isOptional) ? 100 : 1

/**
 * Total of a sheet in {@link totalUnit}s of a point. An optional criterion left out is left out of the weight too: the
 * points given are set to the full weight, `points × weight of all / weight answered`, half up to the hundredth. One that is
 * not optional counts 0 without points, as in a sheet being filled in.
 */
export function totalInUnits(criteria: readonly Criterion[], points: Points): number {
  const answered = criteria.filter(({ code, isOptional }) => !isOptional || points[code] !== undefined)
  const sum = answered.reduce((total, { code }) => total + (points[code] ?? 0), 0)
  const unit = totalUnit(criteria)
  const weight = fullPoints(answered)
  if (weight === 0) return 0
  return Math.floor((2 * sum * unit * fullPoints(criteria) + weight) / (2 * weight))
}

/** Total of a sheet in points, to the hundredth: {@link totalInUnits} for people to read. */
export const sheetTotal = (criteria: readonly Criterion[], points: Points): number =>
  totalInUnits(criteria, points) / totalUnit(criteria)

/** The first criterion that shuts an application out, in the order of the list; `null` when none does. */
export function knockedOutBy(
  knockOuts: readonly KnockOut[],
  sheets: readonly { points: Points }[],
): string | null {
  const found = knockOuts.find(({ code, below, members }) => {
    const low = sheets.filter(({ points }) => (points[code] ?? below) < below)
    return low.length >= members
  })
  return found?.code ?? null
}

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

/**
 * Raw figures of an application from the totals of its filed sheets, in whatever order they come.
 * @param unit parts of a point the totals are counted in; the figures are in points
 */
export function summarise(totals: readonly number[], unit = 1): ScoreSummary {
  const sorted = [...totals].sort((a, b) => a - b)
  const count = sorted.length
  const sum = sorted.reduce((a, b) => a + b, 0)
  const lowest = sorted[0]
  const highest = sorted[count - 1]
  if (lowest === undefined || highest === undefined)
    return { count, sum, mean: null, median: null, spread: null }
  const middle = sorted.slice(Math.floor((count - 1) / 2), Math.floor(count / 2) + 1)
  const median = middle.reduce((a, b) => a + b, 0) / (middle.length * unit)
  const mean = roundedMean(sum, count * unit)
  return { count, sum: sum / unit, mean, median, spread: (highest - lowest) / unit }
}

/** `sum / count` to four decimals, half up: for show and for the stored column, never for comparing. */
export const roundedMean = (sum: number, count: number): number =>
  Math.floor((sum * 20_000 + count) / (2 * count)) / 10_000

/** Order of two means given as fractions: negative when the first is higher. Exact; no sheets stand last. */
export function compareMeans(a: { sum: number; count: number }, b: { sum: number; count: number }): number {
  if (a.count === 0 || b.count === 0) return Number(a.count === 0) - Number(b.count === 0)
  return b.sum * a.count - a.sum * b.count
}
