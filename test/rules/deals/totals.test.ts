import { DEAL_KINDS } from '@hoicho/shared/deals/kinds.ts'
import { DEAL_STATES } from '@hoicho/shared/deals/states.ts'
import { type DealFigure, dealTotals } from '@hoicho/shared/deals/totals.ts'
import { CURRENCY_CODES } from '@hoicho/shared/platform/money.ts'
import { statesOf } from '@hoicho/shared/platform/states.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const valued = fc.record({ currency: fc.constantFrom(...CURRENCY_CODES), valueMinor: fc.nat(10 ** 12) })
const figure: fc.Arbitrary<DealFigure> = fc
  .record({
    kind: fc.constantFrom(...DEAL_KINDS),
    state: fc.constantFrom(...statesOf(DEAL_STATES)),
    value: fc.option(valued),
    count: fc.integer({ min: 1, max: 5 }),
  })
  .map(({ value, ...rest }) => ({
    ...rest,
    currency: value?.currency ?? null,
    valueMinor: value?.valueMinor ?? null,
  }))

const deal = (changes: Partial<DealFigure>): DealFigure => ({
  kind: 'contract',
  state: 'verified',
  currency: 'EUR',
  valueMinor: 100,
  count: 1,
  ...changes,
})

describe('dealTotals', () => {
  it('keeps kinds, currencies and the two states apart', () => {
    const totals = dealTotals([
      deal({}),
      deal({ valueMinor: 250 }),
      deal({ state: 'logged', valueMinor: 7 }),
      deal({ currency: 'VND', valueMinor: 1_000_000 }),
      deal({ kind: 'memorandum', valueMinor: 999 }),
      deal({ kind: 'lead', currency: null, valueMinor: null }),
      deal({ state: 'rejected' }),
      deal({ state: 'removed' }),
    ])
    expect(totals).toEqual([
      {
        kind: 'contract',
        currency: 'VND',
        verifiedCount: 1,
        verifiedMinor: 1_000_000,
        loggedCount: 0,
        loggedMinor: 0,
      },
      {
        kind: 'contract',
        currency: 'EUR',
        verifiedCount: 2,
        verifiedMinor: 350,
        loggedCount: 1,
        loggedMinor: 7,
      },
      {
        kind: 'memorandum',
        currency: 'EUR',
        verifiedCount: 1,
        verifiedMinor: 999,
        loggedCount: 0,
        loggedMinor: 0,
      },
      {
        kind: 'lead',
        currency: null,
        verifiedCount: 1,
        verifiedMinor: null,
        loggedCount: 0,
        loggedMinor: null,
      },
    ])
  })

  it('has no row without a deal', () => {
    expect(dealTotals([])).toEqual([])
  })

  it('loses and invents nothing', () => {
    fc.assert(
      fc.property(fc.array(figure), figures => {
        const totals = dealTotals(figures)
        for (const state of ['verified', 'logged'] as const) {
          const counted = figures.filter(one => one.state === state)
          const sum = totals.reduce((total, row) => total + row[`${state}Count`], 0)
          expect(sum).toBe(counted.reduce((total, one) => total + one.count, 0))
          for (const row of totals) {
            const same = counted.filter(one => one.kind === row.kind && one.currency === row.currency)
            const minor = same.reduce((total, one) => total + (one.valueMinor ?? 0), 0)
            expect(row[`${state}Minor`]).toBe(row.currency === null ? null : minor)
          }
        }
      }),
    )
  })

  it('does not depend on the order or on how deals were counted together', () => {
    fc.assert(
      fc.property(fc.array(figure), fc.nat(), (figures, at) => {
        const turned = [
          ...figures.slice(at % (figures.length + 1)),
          ...figures.slice(0, at % (figures.length + 1)),
        ]
        expect(dealTotals(turned)).toEqual(dealTotals(figures))
        const apart = figures.flatMap(({ count, valueMinor, ...rest }) =>
          Array.from({ length: count }, (_, index) => ({
            ...rest,
            count: 1,
            valueMinor: index === 0 ? valueMinor : valueMinor === null ? null : 0,
          })),
        )
        expect(dealTotals(apart)).toEqual(dealTotals(figures))
      }),
    )
  })

  it('has one row for a kind in a currency', () => {
    fc.assert(
      fc.property(fc.array(figure), figures => {
        const keys = dealTotals(figures).map(row => `${row.kind} ${row.currency}`)
        expect(new Set(keys).size).toBe(keys.length)
      }),
    )
  })
})
