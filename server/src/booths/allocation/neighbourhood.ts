import type { Random } from '@hoicho/shared/booths/allocation/random.ts'
import type { Candidates } from './candidates.ts'
import type { Lagrangian } from './lagrangian.ts'
import type { Placement } from './placement.ts'

/**
 * Where to look for more value. The gap between L and the value of an allocation is the sum of what each exhibitor stands below
 * its best at today's prices and of the prices of empty booths. A neighbourhood starts at one such loss, taken by chance in
 * proportion to its size, and grows along the places its members would rather have and those who stand there.
 */
export class Neighbourhoods {
  readonly #duals: Lagrangian
  readonly #candidates: Candidates
  readonly #random: Random
  readonly #tries: Uint16Array

  constructor(duals: Lagrangian, candidates: Candidates, random: Random) {
    this.#duals = duals
    this.#candidates = candidates
    this.#random = random
    this.#tries = new Uint16Array(duals.model.exhibitorCount + duals.model.boothCount)
  }

  /** About `size` exhibitors. Where nobody loses anything (the gap then lies in side rows) it starts anywhere. */
  next(placement: Placement, size: number): Set<number> {
    const { exhibitorCount, boothCount } = this.#duals.model
    const weights = new Float64Array(exhibitorCount + boothCount)
    let total = 0
    for (let at = 0; at < weights.length; at++) {
      const loss =
        at < exhibitorCount ? this.#loss(placement, at) : this.#idle(placement, at - exhibitorCount)
      weights[at] = loss > 0.01 ? loss / (1 + (this.#tries[at] as number)) ** 2 : 0
      total += weights[at] as number
    }
    let rest = this.#random() * total
    let seed =
      total > 0 ? weights.findIndex(weight => weight > 0) : Math.floor(this.#random() * exhibitorCount)
    for (let at = 0; at < weights.length && rest > 0; at++) {
      if ((weights[at] as number) > 0) seed = at
      rest -= weights[at] as number
    }
    this.#tries[seed] = (this.#tries[seed] as number) + 1
    const members = new Set<number>()
    const queue: number[] = []
    const join = (e: number) => {
      if (members.has(e) || members.size >= size) return
      members.add(e)
      queue.push(e)
    }
    if (seed < exhibitorCount) join(seed)
    else for (const e of this.#wanting(seed - exhibitorCount)) join(e)
    for (let e = queue.shift(); e !== undefined && members.size < size; e = queue.shift()) {
      for (const other of this.#around(placement, e)) join(other)
    }
    return members
  }

  #loss(placement: Placement, e: number): number {
    const c = placement.column[e] as number
    return (this.#duals.profit[e] as number) - (c < 0 ? 0 : this.#duals.margin(c))
  }

  #idle(placement: Placement, booth: number): number {
    return (placement.owner[booth] as number) < 0 ? (this.#duals.boothPrice[booth] as number) : 0
  }

  #wanting(booth: number): number[] {
    const { columnExhibitor } = this.#duals.model
    const columns = [...(this.#candidates.wanting[booth] ?? [])]
    columns.sort((a, b) => this.#duals.regret(a) - this.#duals.regret(b) || a - b)
    return [...new Set(columns.map(c => columnExhibitor[c] as number))].slice(0, 12)
  }

  /** Partners and rivals, who stands where e would like to, and who would like to stand where e does. */
  #around(placement: Placement, e: number): number[] {
    const { columnBundle, bundles, pairs } = this.#duals.model
    const found: number[] = (placement.links.pairsOf[e] ?? []).flatMap(pair => {
      const both = pairs[pair]
      return both ? [both.a, both.b] : []
    })
    for (const c of (this.#candidates.of[e] ?? []).slice(0, 8)) {
      found.push(...placement.inTheWay(c))
      for (const booth of bundles[columnBundle[c] as number]?.booths ?? []) {
        if ((placement.owner[booth] as number) < 0) found.push(...this.#wanting(booth).slice(0, 4))
      }
    }
    const own = placement.column[e] as number
    const booths = own < 0 ? [] : (bundles[columnBundle[own] as number]?.booths ?? [])
    for (const booth of booths) found.push(...this.#wanting(booth).slice(0, 4))
    return found
  }
}
