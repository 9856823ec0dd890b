import type { Candidates } from './candidates.ts'
import type { Lagrangian } from './lagrangian.ts'
import type { Placement } from './placement.ts'

/** How many occupied places are tried for each exhibitor that was put out, and how often in a row. */
const WIDTH = 4
const DEPTH = 2

/**
 * Improves an allocation by chains: someone moves to a better place, whoever stood there moves on, and so on to the depth
 * allowed. A chain is kept when it adds value, else undone. One pass looks at everyone who stands worse than its prices say.
 */
export class LocalSearch {
  readonly #duals: Lagrangian
  readonly #placement: Placement
  readonly #candidates: Candidates
  readonly #journal: { e: number; from: number }[] = []

  constructor(duals: Lagrangian, placement: Placement, candidates: Candidates) {
    this.#duals = duals
    this.#placement = placement
    this.#candidates = candidates
  }

  /** One pass; answers by how much the value rose. */
  pass(): number {
    const before = this.#placement.value
    const losses = Float64Array.from(this.#duals.profit.keys(), e => this.loss(e))
    const order = [...losses.keys()].filter(e => (losses[e] as number) > 0.01)
    order.sort((a, b) => (losses[b] as number) - (losses[a] as number) || a - b)
    for (const e of order) this.#improve(e)
    return this.#placement.value - before
  }

  /** How much more the exhibitor could have at today's prices. */
  loss(e: number): number {
    const c = this.#placement.column[e] as number
    return (this.#duals.profit[e] as number) - (c < 0 ? 0 : this.#duals.margin(c))
  }

  #improve(e: number): void {
    const placement = this.#placement
    const value = placement.value
    const loss = this.loss(e)
    for (const c of this.#candidates.of[e] ?? []) {
      if (this.#duals.regret(c) >= loss) break
      this.#journal.length = 0
      this.#enter(e, c, DEPTH)
      if (placement.value > value) return
      this.#undo(0)
    }
  }

  /** Puts e on the column and finds places for whoever stood in the way. */
  #enter(e: number, c: number, depth: number): void {
    const out = this.#placement.inTheWay(c).slice()
    this.#set(e, -1)
    for (const other of out) this.#set(other, -1)
    this.#set(e, c)
    out.sort((a, b) => (this.#duals.profit[b] as number) - (this.#duals.profit[a] as number) || a - b)
    for (const other of out) this.#settle(other, depth - 1)
  }

  /** The best place for someone without one: free, or taken from others who then find one in turn. */
  #settle(e: number, depth: number): void {
    const placement = this.#placement
    const mark = this.#journal.length
    let best = -1
    let bestValue = placement.value
    let tried = 0
    for (const c of this.#candidates.of[e] ?? []) {
      const isFree = placement.isFree(c)
      if (!isFree && (depth <= 0 || tried >= WIDTH)) continue
      if (!isFree) tried++
      this.#enter(e, c, isFree ? 0 : depth)
      if (placement.value > bestValue) {
        best = c
        bestValue = placement.value
      }
      this.#undo(mark)
      if (isFree) break
    }
    if (best >= 0) this.#enter(e, best, depth)
  }

  #set(e: number, c: number): void {
    const from = this.#placement.column[e] as number
    if (from === c) return
    this.#journal.push({ e, from })
    if (from >= 0) this.#placement.remove(e)
    if (c >= 0) this.#placement.place(c)
  }

  /** Takes back what was done since the mark, in reverse: at each point the places given back are free. */
  #undo(mark: number): void {
    while (this.#journal.length > mark) {
      const last = this.#journal.pop()
      if (!last) return
      this.#placement.remove(last.e)
      if (last.from >= 0) this.#placement.place(last.from)
    }
  }
}
