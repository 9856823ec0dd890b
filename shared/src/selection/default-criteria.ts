import type { CriterionInput } from './schema.ts'

/** Greatest points by code: value of the dated rule `selection.weights`. The codes below are its usual ones. */
type Weights = Readonly<Record<string, number>>

/**
 * The criteria a fair starts with, weighed by the dated rule. No published criteria for choosing exhibitors were found; each
 * of these goes back to circulars 46/2012/TT-BCT and 36/2013/TT-BCT, and the organizer may change them until a sheet is filed.
 * @param words name and guidance of a code in both languages of the desk
 */
export function defaultCriteria(
  weights: Weights,
  words: (code: string) => Omit<CriterionInput, 'code' | 'maxPoints'>,
): CriterionInput[] {
  const place = (code: string) =>
    USUAL_ORDER.includes(code) ? USUAL_ORDER.indexOf(code) : USUAL_ORDER.length
  return Object.entries(weights)
    .sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(([code, maxPoints]) => ({ code, maxPoints, ...words(code) }))
}

/** The order of the sheet: the stored rule does not keep one. */
const USUAL_ORDER = ['recognition', 'export-readiness', 'theme', 'capacity', 'priority', 'discipline']
