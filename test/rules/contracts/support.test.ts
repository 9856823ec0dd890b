import { readReference } from '@hoicho/db/seed/reference/load.ts'
import {
  advanceOf,
  advanceRule,
  doubleFunding,
  type SupportActivity,
  sumShares,
  supportOf,
  supportRate,
  supportRateKey,
  tripLimit,
} from '@hoicho/shared/contracts/support.ts'
import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const rent = (amountMinor: number, percent: number | null, capMinor: number | null = null) =>
  supportOf({ costItem: 'booth-rent', amountMinor, rate: { percent, capMinor } })

describe('supportOf', () => {
  it('pays 80 % of a rent at another organiser and 100 % at an own fair, by the delivered rules', async () => {
    const { datedRules } = await readReference()
    const rateOf = (activity: SupportActivity) =>
      ruleValueOn(datedRules, supportRateKey(activity, 'booth-rent'), '2026-12-15', supportRate)?.value ??
      null
    const cost = { costItem: 'booth-rent', amountMinor: 12_000_000 } as const
    expect(supportOf({ ...cost, rate: rateOf('join-home-fair') })).toEqual({
      ...cost,
      supportMinor: 9_600_000,
      ownMinor: 2_400_000,
      limitedBy: 'percent',
    })
    expect(supportOf({ ...cost, rate: rateOf('organise-home-fair') })).toMatchObject({
      supportMinor: 12_000_000,
      ownMinor: 0,
    })
  })

  it('stops at the cap, also without a percent', () => {
    expect(rent(12_000_000, 80, 5_000_000)).toMatchObject({ supportMinor: 5_000_000, limitedBy: 'cap' })
    expect(rent(12_000_000, null, 5_000_000)).toMatchObject({ supportMinor: 5_000_000, limitedBy: 'cap' })
    expect(rent(4_000_000, null, 5_000_000)).toMatchObject({ supportMinor: 4_000_000, ownMinor: 0 })
  })

  it('promises nothing where no rate is written', () => {
    const nothing = { supportMinor: 0, ownMinor: 30_000_000, limitedBy: 'not-supported' }
    expect(rent(30_000_000, null)).toMatchObject(nothing)
    expect(supportOf({ costItem: 'airfare', amountMinor: 30_000_000, rate: null })).toMatchObject(nothing)
  })

  it('raises priority cases, never above the cost', () => {
    const cost = {
      costItem: 'design',
      amountMinor: 1_000_000,
      rate: { percent: 50, capMinor: null },
    } as const
    expect(supportOf(cost, 1.5).supportMinor).toBe(750_000)
    expect(supportOf({ ...cost, rate: { percent: 80, capMinor: null } }, 1.5).supportMinor).toBe(1_000_000)
  })

  it('splits every cost exactly, within its cap', () => {
    const cap = fc.option(fc.nat(1_000_000_000))
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.option(fc.nat(100)), cap, (amount, percent, capMinor) => {
        const share = rent(amount, percent, capMinor)
        expect(share.supportMinor + share.ownMinor).toBe(amount)
        expect(share.ownMinor).toBeGreaterThanOrEqual(0)
        expect(share.supportMinor).toBeLessThanOrEqual(capMinor ?? amount)
      }),
    )
  })
})

it('sums the shares of a contract', () => {
  expect(sumShares([rent(12_000_000, 80), rent(1_000_000, null)])).toEqual({
    amountMinor: 13_000_000,
    supportMinor: 9_600_000,
    ownMinor: 3_400_000,
  })
  expect(sumShares([])).toEqual({ amountMinor: 0, supportMinor: 0, ownMinor: 0 })
})

it('advances 70 % on the contract and the rest after acceptance', async () => {
  const { datedRules } = await readReference()
  const percent = ruleValueOn(datedRules, 'support.advance', '2026-01-01', advanceRule)?.value.percent ?? 0
  expect(advanceOf(400_000_000, percent)).toEqual({ advanceMinor: 280_000_000, restMinor: 120_000_000 })
})

it('blocks the third supported fair abroad of a year', () => {
  expect([0, 1, 2, 3].map(had => tripLimit(had, 2))).toEqual([
    { within: true, left: 2 },
    { within: true, left: 1 },
    { within: false, left: 0 },
    { within: false, left: 0 },
  ])
})

it('finds the same expense in another fund, not other expenses', () => {
  const claim = { establishmentId: 'e1', fairId: 'f1', costItem: 'booth-rent', fund: 'national' } as const
  const local = { ...claim, fund: 'local' }
  const others = [
    { ...claim, costItem: 'design' } as const,
    { ...claim, fairId: 'f2' },
    { ...claim, establishmentId: 'e2' },
  ]
  expect(doubleFunding(claim, [local, ...others])).toEqual([local])
})
