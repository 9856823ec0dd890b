import { bundleOf, meetsNeeds } from './bundles.ts'
import {
  draftByPriority,
  feasiblePlaces,
  isAwayFromRivals,
  type Place,
  type Places,
  worthAt,
} from './draft.ts'
import type { AllocationPolicy } from './policy.ts'
import type { Exhibitor, Problem } from './problem.ts'
import { type ValueParts, valueParts, weightOf } from './value.ts'

/** Why someone has no place. */
export type UnplacedReason =
  /** No bundle of its size, needs and zones exists. */
  | 'no-feasible-bundle'
  /** All it could use stand within the reach of its rivals or are taken, some only by rivals' distance. */
  | 'rivals'
  /** There is a free place it could use, but its presence would cost the others more than it adds. */
  | 'worth-less-than-it-costs'
  /** Everything it could use went to claims worth more. */
  | 'taken-by-better-claims'

/** A place the exhibitor would rather have: what it would gain there, what the booths cost by their prices, and who has them. */
export interface BetterPlace {
  booths: number[]
  gain: number
  price: number
  holders: number[]
}

export interface Explanation {
  booths: readonly number[] | null
  parts: ValueParts | null
  /** Price of the booths it has: what the others would have given for them. */
  price: number
  /** The dearest wishes not met, most gain first, three at most. */
  better: BetterPlace[]
  unplaced: UnplacedReason | null
}

const MOST_BETTER = 3

/** The allocation explained to one exhibitor, from the prices behind the bound. */
export function explain(
  problem: Problem,
  policy: AllocationPolicy,
  places: Places,
  boothPrices: readonly number[],
  e: number,
): Explanation {
  const exhibitor = problem.exhibitors[e]
  const booths = places.get(e) ?? null
  const priceOf = (of: readonly number[]) => of.reduce((sum, booth) => sum + (boothPrices[booth] ?? 0), 0)
  const feasible = exhibitor && !exhibitor.pin ? feasiblePlaces(problem, policy, e) : []
  const today = exhibitor && booths ? worthAt(problem, policy, exhibitor, booths) : 0
  const owner = ownersOf(places)
  const better = feasible
    .filter(place => place.value > today)
    .sort((a, b) => b.value - a.value || (a.bundle.booths[0] ?? 0) - (b.bundle.booths[0] ?? 0))
    .slice(0, MOST_BETTER)
    .map(({ bundle, value }) => ({
      booths: bundle.booths,
      gain: value - today,
      price: priceOf(bundle.booths),
      holders: [...new Set(bundle.booths.flatMap(booth => owner.get(booth) ?? []))].filter(
        other => other !== e,
      ),
    }))
  return {
    booths,
    parts: exhibitor && booths ? partsAt(problem, policy, exhibitor, booths) : null,
    price: priceOf(booths ?? []),
    better,
    unplaced: booths ? null : reasonFor(problem, places, owner, e, feasible),
  }
}

function partsAt(
  problem: Problem,
  policy: AllocationPolicy,
  exhibitor: Exhibitor,
  booths: readonly number[],
): ValueParts {
  const bundle = bundleOf(problem, booths)
  const tier = exhibitor.tierOfZone.get(bundle.zone) ?? 2
  return valueParts(problem, policy, exhibitor, weightOf(exhibitor, policy), bundle, tier)
}

function reasonFor(
  problem: Problem,
  places: Places,
  owner: ReadonlyMap<number, number>,
  e: number,
  feasible: readonly Place[],
): UnplacedReason {
  if (feasible.length === 0) return 'no-feasible-bundle'
  const empty = feasible.filter(({ bundle }) => !bundle.booths.some(booth => owner.has(booth)))
  if (empty.length === 0) return 'taken-by-better-claims'
  const isOpen = empty.some(({ bundle }) => isAwayFromRivals(problem, places, e, bundle.booths))
  return isOpen ? 'worth-less-than-it-costs' : 'rivals'
}

/** `who` would rather stand where `holder` stands, weighs more, is of the same size and could stand there. */
export interface Envy {
  who: number
  holder: number
  gain: number
}

/** Justified envy, greatest gain first. Nobody is envied for a pin. */
export function justifiedEnvy(problem: Problem, policy: AllocationPolicy, places: Places): Envy[] {
  const bySize = new Map<number, number[]>()
  for (const [e, { pin, size }] of problem.exhibitors.entries()) {
    if (!pin) bySize.set(size, [...(bySize.get(size) ?? []), e])
  }
  const weights = problem.exhibitors.map(exhibitor => weightOf(exhibitor, policy))
  const bundles = new Map([...places].map(([e, booths]) => [e, bundleOf(problem, booths)]))
  const found: Envy[] = []
  for (const members of bySize.values()) {
    for (const who of members) {
      const exhibitor = problem.exhibitors[who]
      if (!exhibitor) continue
      const today = worthAt(problem, policy, exhibitor, places.get(who))
      for (const holder of members) {
        const bundle = bundles.get(holder)
        if (!bundle || (weights[who] ?? 0) <= (weights[holder] ?? 0)) continue
        if (!exhibitor.tierOfZone.has(bundle.zone) || !meetsNeeds(exhibitor, bundle)) continue
        const gain = worthAt(problem, policy, exhibitor, bundle.booths) - today
        if (gain > 0 && isAwayFromRivals(problem, places, who, bundle.booths, holder))
          found.push({ who, holder, gain })
      }
    }
  }
  return found.sort((a, b) => b.gain - a.gain || a.who - b.who || a.holder - b.holder)
}

/** The allocation beside the draft by priority: who would have been better off there, and by how much, greatest first. */
export function betterOffInDraft(
  problem: Problem,
  policy: AllocationPolicy,
  places: Places,
): { draft: Map<number, number[]>; losers: { who: number; loss: number }[] } {
  const draft = draftByPriority(problem, policy)
  const losers = problem.exhibitors.flatMap((exhibitor, who) => {
    const loss =
      worthAt(problem, policy, exhibitor, draft.get(who)) -
      worthAt(problem, policy, exhibitor, places.get(who))
    return loss > 0 ? [{ who, loss }] : []
  })
  return { draft, losers: losers.sort((a, b) => b.loss - a.loss || a.who - b.who) }
}

function ownersOf(places: Places): Map<number, number> {
  return new Map([...places].flatMap(([e, booths]) => booths.map((booth): [number, number] => [booth, e])))
}
