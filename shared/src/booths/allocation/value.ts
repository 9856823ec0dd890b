import type { Bundle } from './bundles.ts'
import type { AllocationPolicy } from './policy.ts'
import type { Exhibitor, Problem } from './problem.ts'

/** What one place is worth to one exhibitor, part by part, before the weight; `total` is the whole number that counts. */
export interface ValueParts {
  placed: number
  /** Place in the exhibitor's list of wishes, 0 for the first; null when none is inside. */
  wish: number | null
  preference: number
  corner: number
  near: number
  keep: number
  stay: number
  weight: number
  total: number
}

/** The priority weight of an exhibitor: 1 to 2.75 under the default policy. */
export function weightOf(exhibitor: Exhibitor, { weight }: AllocationPolicy): number {
  const plain =
    exhibitor.givenWeight ??
    weight.base +
      exhibitor.points / weight.pointsFor1 +
      weight.scoreFull * (exhibitor.score / 100) +
      (exhibitor.isPaid ? weight.paid : 0)
  return weight.exponent === 1 ? plain : plain ** weight.exponent
}

/** Worth of two partners in one block. */
export function partnerValue(a: number, b: number, policy: AllocationPolicy): number {
  return Math.round((policy.partner * (a + b)) / 2)
}

/**
 * The value of a bundle to an exhibitor of this weight: `round(v × weight)`. The order of the additions is part of the rule:
 * it decides which way a half is rounded.
 */
export function valueParts(
  { booths }: Problem,
  policy: AllocationPolicy,
  exhibitor: Exhibitor,
  weight: number,
  bundle: Bundle,
  tier: number,
): ValueParts {
  const inside = bundle.booths
  const at = exhibitor.wishes.findIndex(booth => inside.includes(booth))
  const wish = at >= 0 ? at : null
  const isInBlock = at < 0 && exhibitor.wishes.some(booth => booths[booth]?.block === bundle.block)
  const placed = (policy.placed - (policy.tierCosts[tier] ?? policy.tierCosts.at(-1) ?? 0)) * inside.length
  const preference = wish !== null ? (policy.preferences[wish] ?? 0) : isInBlock ? policy.preferredBlock : 0
  const corner = exhibitor.wantsCorner && bundle.hasCorner ? policy.corner : 0
  const near = bundle.nearness * (exhibitor.wantsEntrance ? policy.nearWanted : policy.near)
  const keep = policy.keep * exhibitor.lastBooths.filter(booth => inside.includes(booth)).length
  const stay = staysAt(exhibitor, inside) ? (policy.stayBonus ?? exhibitor.stayBonus) : 0
  const total = Math.round((placed + preference + corner + near + keep + stay) * weight)
  return { placed, wish, preference, corner, near, keep, stay, weight, total }
}

/** True when the bundle is where the exhibitor stands today. */
export function staysAt({ stay }: Exhibitor, bundle: readonly number[]): boolean {
  return stay !== null && stay.length === bundle.length && stay.every((booth, at) => booth === bundle[at])
}
