import { z } from 'zod'

const amount = z.number().min(0).max(100_000)

/** Every weight of the value of an allocation. A fair sets its own; what it leaves out is as in `DEFAULT_POLICY`. */
export const AllocationPolicySchema = z.strictObject({
  /** For each booth of a placed exhibitor. */
  placed: amount,
  /** Taken off for each booth, by tier of the zone: own, general, sister. */
  tierCosts: z.array(amount).min(1).max(10),
  /** For the best preference inside the bundle, first wish first. */
  preferences: z.array(amount).max(20),
  /** For a place in the same block as a preferred booth, when no preference is inside. */
  preferredBlock: amount,
  corner: amount,
  /** For a place right at a gate, falling to 0 at the farthest: for those who asked, and for the others. */
  nearWanted: amount,
  near: amount,
  /** For each booth kept from the last fair. */
  keep: amount,
  /** For a pair of partners in one block, times their mean weight. */
  partner: amount,
  /** weight = (base + points / pointsFor1 + scoreFull × score / 100 + paid)^exponent. A steeper exponent is nearer to a draft. */
  weight: z.strictObject({
    base: amount,
    pointsFor1: z.number().positive().max(100_000),
    scoreFull: amount,
    paid: amount,
    exponent: z.number().min(0).max(6),
  }),
  /** For staying where one stands today. `null`: what each exhibitor's row says. */
  stayBonus: amount.nullable(),
})

export type AllocationPolicy = z.infer<typeof AllocationPolicySchema>

export const DEFAULT_POLICY: AllocationPolicy = {
  placed: 100,
  tierCosts: [0, 15, 40],
  preferences: [60, 45, 33, 24, 18],
  preferredBlock: 8,
  corner: 15,
  nearWanted: 20,
  near: 4,
  keep: 15,
  partner: 40,
  weight: { base: 1, pointsFor1: 60, scoreFull: 0.5, paid: 0.25, exponent: 1 },
  stayBonus: null,
}
