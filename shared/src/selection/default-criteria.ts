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
  return Object.entries(weights).map(([code, maxPoints]) => ({ code, maxPoints, ...words(code) }))
}
