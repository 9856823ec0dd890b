import { areNear, type Bundle, bundleOf, bundlesOf, meetsNeeds } from './bundles.ts'
import type { AllocationPolicy } from './policy.ts'
import type { Exhibitor, Problem } from './problem.ts'
import { valueParts, weightOf } from './value.ts'

/** Booths by exhibitor; both by their place in the problem's lists. */
export type Places = ReadonlyMap<number, readonly number[]>

/**
 * The draft by priority: pins stand, then by falling weight (the earlier row first where two are equal) each takes what it values
 * most of what is left. This is what an allocation has to be better than, and what its losers may point to.
 */
export function draftByPriority(problem: Problem, policy: AllocationPolicy): Map<number, number[]> {
  const places = new Map<number, number[]>()
  for (const [e, { pin }] of problem.exhibitors.entries()) if (pin) places.set(e, pin)
  const weights = problem.exhibitors.map(exhibitor => weightOf(exhibitor, policy))
  const order = [...problem.exhibitors.keys()].filter(e => !places.has(e))
  order.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b)
  const taken = new Set([...places.values()].flat())
  for (const e of order) {
    const best = feasiblePlaces(problem, policy, e)
      .filter(({ bundle }) => isFree(problem, places, taken, e, bundle))
      .reduce<Place | null>((most, place) => (most && most.value >= place.value ? most : place), null)
    if (!best) continue
    places.set(e, best.bundle.booths)
    for (const booth of best.bundle.booths) taken.add(booth)
  }
  return places
}

export interface Place {
  bundle: Bundle
  value: number
}

/** Every place an exhibitor could use in an empty fair, with what it is worth there without its partners. */
export function feasiblePlaces(problem: Problem, policy: AllocationPolicy, e: number): Place[] {
  const exhibitor = problem.exhibitors[e]
  if (!exhibitor) return []
  const weight = weightOf(exhibitor, policy)
  return [...exhibitor.tierOfZone].flatMap(([zone, tier]) =>
    (problem.blocksOfZone[zone] ?? []).flatMap(block =>
      bundlesOf(problem, block, exhibitor.size)
        .filter(bundle => bundle.zone === zone && meetsNeeds(exhibitor, bundle))
        .map(bundle => ({
          bundle,
          value: valueParts(problem, policy, exhibitor, weight, bundle, tier).total,
        })),
    ),
  )
}

/** What a place is worth to an exhibitor, without its partners; 0 for none. A place outside its zones counts as in the last tier. */
export function worthAt(
  problem: Problem,
  policy: AllocationPolicy,
  exhibitor: Exhibitor,
  booths: readonly number[] | undefined,
): number {
  if (!booths) return 0
  const bundle = bundleOf(problem, booths)
  const tier = exhibitor.tierOfZone.get(bundle.zone) ?? 2
  return valueParts(problem, policy, exhibitor, weightOf(exhibitor, policy), bundle, tier).total
}

/** True when no rival of the exhibitor, other than those left out, stands too near the bundle. */
export function isAwayFromRivals(
  problem: Problem,
  places: Places,
  e: number,
  booths: readonly number[],
  except?: number,
): boolean {
  return problem.rivals.every(
    group =>
      !group.includes(e) ||
      group.every(rival => {
        const theirs = rival === e || rival === except ? undefined : places.get(rival)
        return !theirs || !areNear(problem, theirs, booths)
      }),
  )
}

function isFree(
  problem: Problem,
  places: Places,
  taken: ReadonlySet<number>,
  e: number,
  { booths }: Bundle,
): boolean {
  return !booths.some(booth => taken.has(booth)) && isAwayFromRivals(problem, places, e, booths)
}
