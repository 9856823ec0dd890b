import { z } from 'zod'
import { amountMinor, percentOf } from '../platform/money.ts'
import type { CostItem } from './vocabulary.ts'

/**
 * State support for an exhibitor's costs. The percent and the cap belong to a cost item, not to the whole
 * bill, because only some items are supported (circular 28/2018/TT-BTC; before it joint circular
 * 26/2014/TTLT-BTC-BCT, article 6). The figures are dated rules; here is only how they are applied.
 */

/**
 * Value of a dated rule `support.rate.…`: percent of the cost, at most the cap; `null` where the text gives
 * none.
 */
export const supportRate = z.object({
  percent: z.number().min(0).max(100).nullable(),
  capMinor: amountMinor().nullable(),
})

export type SupportRate = z.infer<typeof supportRate>

/** What the money is given for: the centre's own home fair, a home fair of another organiser, a fair abroad. */
export type SupportActivity = 'organise-home-fair' | 'join-home-fair' | 'fair-abroad'

/** Key of the dated rule that holds a rate. */
export const supportRateKey = (activity: SupportActivity, item: CostItem): string =>
  `support.rate.${activity}.${item}`

export interface SupportShare {
  costItem: CostItem
  amountMinor: number
  supportMinor: number
  ownMinor: number
  /** What set the amount: the percent, the cap, or that no rule supports this item. */
  limitedBy: 'percent' | 'cap' | 'not-supported'
}

/**
 * The State's part and the exhibitor's part of one cost; they add up to the cost exactly. A `null` rate, or
 * one with neither percent nor cap, supports nothing: an unwritten rate is no promise.
 * @param cost `amountMinor` whole and not negative
 * @param priorityFactor raises the percent for priority cases (1 to 1.5 by circular 36/2013/TT-BCT, a dated
 *   rule); never above the whole cost
 * @throws RangeError when the amount is not whole
 */
export function supportOf(
  cost: { costItem: CostItem; amountMinor: number; rate: SupportRate | null },
  priorityFactor = 1,
): SupportShare {
  const { costItem, amountMinor: amount, rate } = cost
  if (rate === null || (rate.percent === null && rate.capMinor === null)) {
    return { costItem, amountMinor: amount, supportMinor: 0, ownMinor: amount, limitedBy: 'not-supported' }
  }
  const percent = Math.min(100, Math.round((rate.percent ?? 100) * priorityFactor * 10_000) / 10_000)
  const byPercent = percentOf(amount, percent)
  const isCapped = rate.capMinor !== null && rate.capMinor < byPercent
  const supportMinor = isCapped ? (rate.capMinor ?? 0) : byPercent
  const limitedBy = isCapped ? 'cap' : 'percent'
  return { costItem, amountMinor: amount, supportMinor, ownMinor: amount - supportMinor, limitedBy }
}

/** The three sums a supported contract must state (circular 36/2013/TT-BCT, article 14). */
export function sumShares(shares: readonly SupportShare[]) {
  return shares.reduce(
    (sum, share) => ({
      amountMinor: sum.amountMinor + share.amountMinor,
      supportMinor: sum.supportMinor + share.supportMinor,
      ownMinor: sum.ownMinor + share.ownMinor,
    }),
    { amountMinor: 0, supportMinor: 0, ownMinor: 0 },
  )
}

/** Value of the dated rule `support.advance`. */
export const advanceRule = z.object({ percent: z.number().min(0).max(100) })

/**
 * What is paid on the contract and what after acceptance (70 % and the rest by circular 36/2013/TT-BCT,
 * article 13).
 */
export function advanceOf(
  supportMinor: number,
  percent: number,
): { advanceMinor: number; restMinor: number } {
  const advanceMinor = percentOf(supportMinor, percent)
  return { advanceMinor, restMinor: supportMinor - advanceMinor }
}

/** Value of the dated rule `support.trips-abroad`. */
export const tripLimitRule = z.object({ perYear: z.int().min(0) })

/**
 * Whether one more supported fair abroad is within an establishment's yearly number (at most two by circular
 * 46/2012/TT-BCT, article 4). Going beyond is for an authorised person with a reason, not for this function.
 */
export function tripLimit(supportedThisYear: number, perYear: number): { within: boolean; left: number } {
  const left = Math.max(0, perYear - supportedThisYear)
  return { within: left > 0, left }
}

/** A cost someone's budget pays for. */
export interface SupportClaim {
  establishmentId: string
  fairId: string
  costItem: CostItem
  fund: string
}

/**
 * Claims that already have state money for the same expense from another fund, or the same one again: no
 * expense is supported twice (joint circular 26/2014/TTLT-BTC-BCT, article 7).
 */
export function doubleFunding(claim: SupportClaim, existing: readonly SupportClaim[]): SupportClaim[] {
  return existing.filter(
    other =>
      other.establishmentId === claim.establishmentId &&
      other.fairId === claim.fairId &&
      other.costItem === claim.costItem,
  )
}
