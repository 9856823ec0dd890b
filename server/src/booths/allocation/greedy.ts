import type { Lagrangian } from './lagrangian.ts'
import type { Placement } from './placement.ts'

/**
 * A whole allocation at today's prices. The columns in `first` are placed in turn where they still fit; then everyone left, who
 * gains most above the prices first, takes the best place still free, measured above the prices, so that nobody takes a booth
 * that others would pay more for.
 */
export function placeByPrices(duals: Lagrangian, placement: Placement, first: Iterable<number> = []): void {
  placement.clear()
  for (const c of first) {
    const e = duals.model.columnExhibitor[c] as number
    if ((placement.column[e] as number) < 0 && placement.isFree(c)) placement.place(c)
  }
  const order = Int32Array.from(duals.profit.keys())
  order.sort((a, b) => (duals.profit[b] as number) - (duals.profit[a] as number) || a - b)
  const later: number[] = []
  for (const e of order) {
    if ((placement.column[e] as number) >= 0) continue
    const c = duals.choice[e] as number
    if (c >= 0 && placement.isFree(c)) placement.place(c)
    else later.push(e)
  }
  for (const e of later) placeBest(duals, placement, e)
}

/** Places one exhibitor where it leaves most above the prices, among the free places that add something. */
export function placeBest(duals: Lagrangian, placement: Placement, e: number): boolean {
  const { columnStart } = duals.model
  let best = Number.NEGATIVE_INFINITY
  let at = -1
  const end = columnStart[e + 1] as number
  for (let c = columnStart[e] as number; c < end; c++) {
    const left = duals.margin(c)
    if (left > best && placement.isFree(c) && placement.gain(c) > 0) {
      best = left
      at = c
    }
  }
  if (at >= 0) placement.place(at)
  return at >= 0
}
