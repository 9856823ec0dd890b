import { areNear, type Bundle, bundleOf, bundlesOf, meetsNeeds } from './bundles.ts'
import type { AllocationPolicy } from './policy.ts'
import { type Exhibitor, InstanceFault, type Problem } from './problem.ts'
import { partnerValue, valueParts, weightOf } from './value.ts'

/**
 * The allocation as a choice of columns. A column is one exhibitor on one bundle; it is worth `columnValue`. Chosen columns
 * must be one per exhibitor and one per booth at most, and rivals' columns must not be near each other; a pair of partners
 * adds its bonus when both stand in one block. All tables are typed arrays: a large fair has half a million columns.
 *
 * Pinned exhibitors are settled before: their booths are gone, their rivals have no columns near them, the bonus of their
 * partners is in the partners' columns, and what they are worth is in `fixedValue`.
 */
export interface Model {
  problem: Problem
  policy: AllocationPolicy
  exhibitorCount: number
  boothCount: number
  blockCount: number
  bundles: Bundle[]
  bundleStart: Int32Array
  bundleBooths: Int32Array
  bundleBlock: Int32Array
  /** The columns of exhibitor e are columnStart[e] to columnStart[e + 1] - 1. */
  columnStart: Int32Array
  columnExhibitor: Int32Array
  columnBundle: Int32Array
  columnValue: Float64Array
  /** Groups of exhibitors that are free and must keep apart. */
  rivals: number[][]
  pairs: Pair[]
  /** Booths of the pinned, by exhibitor. */
  pinned: Map<number, number[]>
  fixedValue: number
}

/** Two free partners; `bonus` counts once when both stand in one block. */
export interface Pair {
  a: number
  b: number
  bonus: number
}

/** Every column of the problem under a policy. Throws `InstanceFault` when pinned rivals stand too near each other. */
export function buildModel(problem: Problem, policy: AllocationPolicy): Model {
  const pinned = pinsOf(problem)
  const weights = problem.exhibitors.map(exhibitor => weightOf(exhibitor, policy))
  const bonus = (a: number, b: number) => partnerValue(weights[a] ?? 0, weights[b] ?? 0, policy)
  const free = problem.partners.filter(pair => !pair.some(at => pinned.has(at)))
  const pairs = free.map(([a, b]) => ({ a, b, bonus: bonus(a, b) }))
  const draft = new ColumnDraft(problem, policy, weights, pinned, pairs, bonus)
  for (const at of problem.exhibitors.keys()) draft.add(at)
  return {
    problem,
    policy,
    exhibitorCount: problem.exhibitors.length,
    boothCount: problem.booths.length,
    blockCount: problem.boothsOfBlock.length,
    ...draft.tables(),
    rivals: problem.rivals
      .map(group => group.filter(at => !pinned.has(at)))
      .filter(group => group.length > 1),
    pairs,
    pinned,
    fixedValue: fixedValue(problem, policy, weights, pinned, bonus),
  }
}

/** Collects the columns exhibitor by exhibitor; bundles of a block and size are worked out once. */
class ColumnDraft {
  #bundles: Bundle[] = []
  #bundlesOf = new Map<number, { first: number; bundles: Bundle[] }>()
  #starts = [0]
  #columnBundle = new Numbers()
  #columnValue = new Numbers()
  #taken: Set<number>
  #nearPins: Map<number, number[][]>
  #partnerPins: Map<number, Map<number, number>>
  #mayAdd: number[]
  #problem: Problem
  #policy: AllocationPolicy
  #weights: readonly number[]
  #pinned: ReadonlyMap<number, number[]>

  constructor(
    problem: Problem,
    policy: AllocationPolicy,
    weights: readonly number[],
    pinned: ReadonlyMap<number, number[]>,
    pairs: readonly Pair[],
    bonus: (a: number, b: number) => number,
  ) {
    this.#problem = problem
    this.#policy = policy
    this.#weights = weights
    this.#pinned = pinned
    this.#taken = new Set([...pinned.values()].flat())
    this.#nearPins = pinnedRivals(problem, pinned)
    this.#partnerPins = pinnedPartners(problem, pinned, bonus)
    this.#mayAdd = problem.exhibitors.map(() => 0)
    for (const { a, b, bonus: more } of pairs) {
      this.#mayAdd[a] = (this.#mayAdd[a] ?? 0) + more
      this.#mayAdd[b] = (this.#mayAdd[b] ?? 0) + more
    }
  }

  add(at: number): void {
    const exhibitor = this.#problem.exhibitors[at]
    if (exhibitor && !this.#pinned.has(at)) {
      for (const [zone, tier] of exhibitor.tierOfZone) {
        for (const block of this.#problem.blocksOfZone[zone] ?? []) {
          this.#addBlock(at, exhibitor, block, zone, tier)
        }
      }
    }
    this.#starts.push(this.#columnBundle.count)
  }

  #addBlock(at: number, exhibitor: Exhibitor, block: number, zone: number, tier: number): void {
    const rivals = this.#nearPins.get(at)
    const withPinned = this.#partnerPins.get(at)?.get(block) ?? 0
    const mayAdd = this.#mayAdd[at] ?? 0
    const weight = this.#weights[at] ?? 0
    const { first, bundles } = this.#bundlesIn(block, exhibitor.size)
    for (const [n, bundle] of bundles.entries()) {
      if (bundle.zone !== zone || !meetsNeeds(exhibitor, bundle)) continue
      if (rivals?.some(booths => areNear(this.#problem, booths, bundle.booths))) continue
      const own = valueParts(this.#problem, this.#policy, exhibitor, weight, bundle, tier).total
      if (own + withPinned + mayAdd <= 0) continue
      this.#columnBundle.push(first + n)
      this.#columnValue.push(own + withPinned)
    }
  }

  #bundlesIn(block: number, size: number): { first: number; bundles: Bundle[] } {
    const key = block * 64 + size - 1
    const known = this.#bundlesOf.get(key)
    if (known) return known
    const isFree = (bundle: Bundle) => !bundle.booths.some(booth => this.#taken.has(booth))
    const bundles = bundlesOf(this.#problem, block, size).filter(isFree)
    const found = { first: this.#bundles.length, bundles }
    this.#bundles.push(...bundles)
    this.#bundlesOf.set(key, found)
    return found
  }

  tables() {
    const bundles = this.#bundles
    const bundleStart = new Int32Array(bundles.length + 1)
    for (const [at, { booths }] of bundles.entries()) {
      bundleStart[at + 1] = (bundleStart[at] ?? 0) + booths.length
    }
    const columnStart = Int32Array.from(this.#starts)
    const columnExhibitor = new Int32Array(this.#columnBundle.count)
    for (let e = 0; e + 1 < columnStart.length; e++) {
      columnExhibitor.fill(e, columnStart[e], columnStart[e + 1])
    }
    return {
      bundles,
      bundleStart,
      bundleBooths: Int32Array.from(bundles.flatMap(bundle => bundle.booths)),
      bundleBlock: Int32Array.from(bundles, bundle => bundle.block),
      columnStart,
      columnExhibitor,
      columnBundle: Int32Array.from(this.#columnBundle.all()),
      columnValue: this.#columnValue.all(),
    }
  }
}

/** A list of numbers that grows: half a million plain objects would weigh ten times as much. */
class Numbers {
  count = 0
  #room = new Float64Array(1024)

  push(value: number): void {
    if (this.count === this.#room.length) {
      const larger = new Float64Array(this.#room.length * 2)
      larger.set(this.#room)
      this.#room = larger
    }
    this.#room[this.count++] = value
  }

  all(): Float64Array {
    return this.#room.slice(0, this.count)
  }
}

function pinsOf(problem: Problem): Map<number, number[]> {
  const pinned = new Map<number, number[]>()
  for (const [at, { pin }] of problem.exhibitors.entries()) if (pin) pinned.set(at, pin)
  for (const group of problem.rivals) {
    const fixed = group.filter(at => pinned.has(at))
    for (const [i, a] of fixed.entries()) {
      for (const b of fixed.slice(i + 1)) {
        if (!areNear(problem, pinned.get(a) ?? [], pinned.get(b) ?? [])) continue
        const [one, other] = [problem.exhibitors[a]?.id, problem.exhibitors[b]?.id]
        throw new InstanceFault(`rivals ${one} and ${other} are pinned too near each other`)
      }
    }
  }
  return pinned
}

/** For each free exhibitor, the booths of its pinned rivals. */
function pinnedRivals(problem: Problem, pinned: ReadonlyMap<number, number[]>): Map<number, number[][]> {
  const near = new Map<number, number[][]>()
  for (const group of problem.rivals) {
    const fixed = group.flatMap(at => (pinned.has(at) ? [pinned.get(at) ?? []] : []))
    for (const at of group) if (!pinned.has(at)) near.set(at, [...(near.get(at) ?? []), ...fixed])
  }
  return near
}

/** For each free exhibitor, the bonus of its pinned partners by block. */
function pinnedPartners(
  problem: Problem,
  pinned: ReadonlyMap<number, number[]>,
  bonus: (a: number, b: number) => number,
): Map<number, Map<number, number>> {
  const byExhibitor = new Map<number, Map<number, number>>()
  for (const [a, b] of problem.partners) {
    if (pinned.has(a) === pinned.has(b)) continue
    const [free, fixed] = pinned.has(a) ? [b, a] : [a, b]
    const block = blockOf(problem, pinned.get(fixed) ?? [])
    const byBlock = byExhibitor.get(free) ?? new Map<number, number>()
    byBlock.set(block, (byBlock.get(block) ?? 0) + bonus(a, b))
    byExhibitor.set(free, byBlock)
  }
  return byExhibitor
}

function fixedValue(
  problem: Problem,
  policy: AllocationPolicy,
  weights: readonly number[],
  pinned: ReadonlyMap<number, number[]>,
  bonus: (a: number, b: number) => number,
): number {
  let value = 0
  for (const [at, booths] of pinned) {
    const exhibitor = problem.exhibitors[at]
    // A pin outside the allowed zones stands as in a sister zone.
    const bundle = bundleOf(problem, booths)
    const tier = exhibitor?.tierOfZone.get(bundle.zone) ?? 2
    if (exhibitor) value += valueParts(problem, policy, exhibitor, weights[at] ?? 0, bundle, tier).total
  }
  for (const [a, b] of problem.partners) {
    const [one, other] = [pinned.get(a), pinned.get(b)]
    if (one && other && blockOf(problem, one) === blockOf(problem, other)) value += bonus(a, b)
  }
  return value
}

/** The block of a set of booths is that of its first. */
export function blockOf(problem: Problem, booths: readonly number[]): number {
  return problem.booths[booths[0] ?? -1]?.block ?? -1
}
