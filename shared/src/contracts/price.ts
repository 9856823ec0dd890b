import { type DatedRule, ruleValueOn } from '../platform/dated-rules.ts'
import type { IsoDate } from '../platform/dates.ts'
import { percentOf } from '../platform/money.ts'
import type { ContractInput, ContractLine, RateOverride } from './schema.ts'
import { type SupportRate, sumShares, supportOf, supportRate } from './support.ts'
import type { CostItem, SupportScheme } from './vocabulary.ts'

/** A booth as its contract names it. */
export interface PricedBooth {
  number: string
  /** What stands in the line: kind, size, hall. */
  description: string
  priceMinor: number
}

export interface ContractPrice {
  lines: ContractLine[]
  totalMinor: number
  supportMinor: number
  ownMinor: number
}

/**
 * What a contract costs, line by line: the rent of each booth and the other costs, tax on top, the State's part by the
 * dated rule of the line's cost item on the fair's rule-set day, and the establishment's own part. Support counts on
 * the amount with tax, since that is the expense. An override sets a line's percent and keeps its reason; a rule's cap
 * no longer binds it. Every line's parts add up to it exactly, and the lines to the sums
 * (circular 36/2013/TT-BCT, article 14).
 * @throws RangeError when an override names no line, see {@link unknownOverride}
 */
export function contractPrice(
  booths: readonly PricedBooth[],
  input: Pick<ContractInput, 'scheme' | 'vatPercent' | 'extras' | 'overrides'>,
  rules: readonly DatedRule[],
  ruleSetOn: IsoDate,
): ContractPrice {
  const stray = unknownOverride(booths, input)
  if (stray) throw new RangeError(`no such line: ${stray.lineKey}`)
  const lines = costsOf(booths, input.extras).map(cost => {
    const override = input.overrides.find(({ lineKey }) => lineKey === cost.key)
    return priceLine(cost, input.vatPercent, rateFor(input.scheme, cost.costItem, rules, ruleSetOn), override)
  })
  const { amountMinor, ...sums } = sumShares(lines)
  return { lines, totalMinor: amountMinor, ...sums }
}

/** The first override that names no line, or undefined. */
export function unknownOverride(
  booths: readonly PricedBooth[],
  { extras, overrides }: Pick<ContractInput, 'extras' | 'overrides'>,
): RateOverride | undefined {
  const keys = new Set(costsOf(booths, extras).map(cost => cost.key))
  return overrides.find(override => !keys.has(override.lineKey))
}

interface Cost {
  key: string
  costItem: CostItem
  boothNumber: string | null
  description: string
  netMinor: number
}

function costsOf(booths: readonly PricedBooth[], extras: ContractInput['extras']): Cost[] {
  return [
    ...booths.map(booth => ({
      key: `booth:${booth.number}`,
      costItem: 'booth-rent' as const,
      boothNumber: booth.number,
      description: booth.description,
      netMinor: booth.priceMinor,
    })),
    ...extras.map((extra, i) => ({
      key: `extra:${i + 1}`,
      costItem: extra.costItem,
      boothNumber: null,
      description: extra.description,
      netMinor: extra.amountMinor,
    })),
  ]
}

type FoundRate = DatedRule<SupportRate> | null

function rateFor(
  scheme: SupportScheme,
  costItem: CostItem,
  rules: readonly DatedRule[],
  on: IsoDate,
): FoundRate {
  if (scheme === 'none') return null
  return ruleValueOn(rules, `support.rate.${scheme}.${costItem}`, on, supportRate)
}

function priceLine(
  cost: Cost,
  vatPercent: number,
  rule: FoundRate,
  override: RateOverride | undefined,
): ContractLine {
  const vatMinor = percentOf(cost.netMinor, vatPercent)
  const amountMinor = cost.netMinor + vatMinor
  const rate = override ? { percent: override.percent, capMinor: null } : (rule?.value ?? null)
  const share = supportOf({ costItem: cost.costItem, amountMinor, rate })
  return {
    ...cost,
    vatMinor,
    amountMinor,
    percent: share.limitedBy === 'not-supported' ? null : (rate?.percent ?? null),
    supportMinor: share.supportMinor,
    ownMinor: share.ownMinor,
    limitedBy: share.limitedBy,
    legalBasis: share.limitedBy === 'not-supported' || override ? '' : (rule?.legalBasis ?? ''),
    overrideReason: override?.reason ?? '',
  }
}

/** What is still to be paid of the own part: payments made void do not count. Negative when too much was paid. */
export function balanceOf(
  ownMinor: number,
  payments: readonly { amountMinor: number; voidedAt: string | null }[],
): { paidMinor: number; balanceMinor: number } {
  const paidMinor = payments
    .filter(payment => payment.voidedAt === null)
    .reduce((sum, payment) => sum + payment.amountMinor, 0)
  return { paidMinor, balanceMinor: ownMinor - paidMinor }
}
