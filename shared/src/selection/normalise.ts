/** Normalised points are whole ten-thousandths, so that sums and comparisons stay exact. */
export const NORMAL_UNIT = 10_000

type Sheet = { reviewerId: string; total: number }

/**
 * Sets each sheet's total from its reviewer's mean and deviation to those of the whole panel: `M + D · (x − m) / d`, in
 * {@link NORMAL_UNIT}ths of a point, half up. A severe judge and a mild one who order alike come to the same. A reviewer
 * whose totals are all equal says nothing of the order: each of them becomes the panel's mean. Judges who gave the same
 * totals change nothing. Sums are of whole numbers, so the order of sheets does not matter.
 */
export function normaliser(sheets: readonly Sheet[]): (sheet: Sheet) => number {
  const panel = spreadOf(sheets.map(sheet => sheet.total))
  const byReviewer = new Map<string, number[]>()
  for (const { reviewerId, total } of sheets) {
    const totals = byReviewer.get(reviewerId)
    if (totals) totals.push(total)
    else byReviewer.set(reviewerId, [total])
  }
  const spreads = new Map([...byReviewer].map(([id, totals]) => [id, spreadOf(totals)]))
  return ({ reviewerId, total }) => {
    const own = spreads.get(reviewerId) ?? panel
    const distance = own.deviation === 0 ? 0 : (total * own.count - own.sum) / own.deviation
    return Math.round(((panel.sum + panel.deviation * distance) * NORMAL_UNIT) / panel.count)
  }
}

/** Deviation times count, of the population: `sqrt(n Σx² − (Σx)²)`, with nothing rounded under the root. */
function spreadOf(totals: readonly number[]): { count: number; sum: number; deviation: number } {
  const sum = totals.reduce((a, b) => a + b, 0)
  const squares = totals.reduce((a, b) => a + b * b, 0)
  return { count: totals.length, sum, deviation: Math.sqrt(totals.length * squares - sum * sum) }
}
