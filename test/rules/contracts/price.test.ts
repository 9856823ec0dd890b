import { readReference } from '@hoicho/db/seed/reference/load.ts'
import { paymentReference } from '@hoicho/shared/contracts/payment-reference.ts'
import { balanceOf, contractPrice, unknownOverride } from '@hoicho/shared/contracts/price.ts'
import { COST_ITEMS, SUPPORT_SCHEMES } from '@hoicho/shared/contracts/vocabulary.ts'

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const { datedRules: rules } = await readReference()
const booth = (number: string, priceMinor: number) => ({ number, description: `Booth ${number}`, priceMinor })
const terms = { scheme: 'join-home-fair' as const, vatPercent: 0, extras: [], overrides: [] }

describe('contractPrice', () => {
  it('supports a home fair of another organiser by 80 %, an own one by all of the rent', () => {
    const joined = contractPrice([booth('A01', 12_000_000)], terms, rules, '2016-05-01')
    expect(joined).toMatchObject({ totalMinor: 12_000_000, supportMinor: 9_600_000, ownMinor: 2_400_000 })
    const own = contractPrice(
      [booth('A01', 12_000_000)],
      { ...terms, scheme: 'organise-home-fair' },
      rules,
      '2019-05-01',
    )
    expect(own).toMatchObject({ supportMinor: 12_000_000, ownMinor: 0 })
    expect(own.lines[0]).toMatchObject({
      key: 'booth:A01',
      percent: 100,
      legalBasis: 'Thông tư 28/2018/TT-BTC',
    })
  })

  it('puts tax on top and supports the amount with tax', () => {
    const priced = contractPrice(
      [booth('A01', 10_000_005)],
      { ...terms, vatPercent: 10 },
      rules,
      '2016-05-01',
    )
    expect(priced.lines[0]).toMatchObject({
      netMinor: 10_000_005,
      vatMinor: 1_000_001,
      amountMinor: 11_000_006,
    })
    expect(priced).toMatchObject({ supportMinor: 8_800_005, ownMinor: 2_200_001 })
  })

  it('promises nothing for what no rule names, nor before a rule was in force', () => {
    const extras = [{ costItem: 'airfare' as const, description: 'Vé', amountMinor: 100_000 }]
    const abroad = contractPrice(
      [booth('9.1 D44', 270_000)],
      { ...terms, scheme: 'fair-abroad', extras },
      rules,
      '2019-03-01',
    )
    expect(abroad.lines.map(line => [line.key, line.percent, line.ownMinor])).toEqual([
      ['booth:9.1 D44', 100, 0],
      ['extra:1', null, 100_000],
    ])
    expect(contractPrice([booth('A01', 7)], terms, rules, '2010-01-01').supportMinor).toBe(0)
    expect(
      contractPrice([booth('A01', 7)], { ...terms, scheme: 'none' }, rules, '2019-01-01').supportMinor,
    ).toBe(0)
  })

  it('keeps the reason of an override instead of the law', () => {
    const overrides = [{ lineKey: 'booth:A01', percent: 50, reason: 'Theo quyết định 12' }]
    const { lines } = contractPrice([booth('A01', 1001)], { ...terms, overrides }, rules, '2019-01-01')
    expect(lines[0]).toMatchObject({
      percent: 50,
      supportMinor: 501,
      ownMinor: 500,
      legalBasis: '',
      overrideReason: 'Theo quyết định 12',
    })
    const stray = { extras: [], overrides: [{ lineKey: 'booth:B9', percent: 1, reason: 'x' }] }
    expect(unknownOverride([booth('A01', 1)], stray)?.lineKey).toBe('booth:B9')
    expect(() => contractPrice([], { ...terms, ...stray }, rules, '2019-01-01')).toThrow(RangeError)
  })

  it('adds up to the last đồng whatever the figures', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 12 })
    const extra = fc.record({
      costItem: fc.constantFrom(...COST_ITEMS),
      description: fc.constant('x'),
      amountMinor: amount,
    })
    const scheme = fc.constantFrom(...SUPPORT_SCHEMES)
    const vat = fc.integer({ min: 0, max: 10_000 }).map(n => n / 100)
    fc.assert(
      fc.property(
        fc.array(amount, { maxLength: 5 }),
        fc.array(extra, { maxLength: 5 }),
        scheme,
        vat,
        (rents, extras, kind, vatPercent) => {
          const booths = rents.map((rent, i) => booth(`A${i + 10}`, rent))
          const input = { scheme: kind, vatPercent, extras, overrides: [] }
          const price = contractPrice(booths, input, rules, '2019-05-01')
          for (const line of price.lines) {
            expect(line.netMinor + line.vatMinor).toBe(line.amountMinor)
            expect(line.supportMinor + line.ownMinor).toBe(line.amountMinor)
            expect(Math.min(line.supportMinor, line.ownMinor)).toBeGreaterThanOrEqual(0)
          }
          expect(price.supportMinor + price.ownMinor).toBe(price.totalMinor)
        },
      ),
    )
  })
})

describe('what is owed', () => {
  it('leaves void payments out and says when too much was paid', () => {
    const paid = (amountMinor: number, voidedAt: string | null = null) => ({ amountMinor, voidedAt })
    expect(balanceOf(100, [paid(30), paid(50, '2019-01-01T00:00:00.000Z')])).toEqual({
      paidMinor: 30,
      balanceMinor: 70,
    })
    expect(balanceOf(100, [paid(130)]).balanceMinor).toBe(-30)
  })

  it('is named by words every bank lets through, the number first', () => {
    expect(paymentReference('01/HĐ-TTKC', ['B12', '9.1 D44'])).toBe('01 HD TTKC B12 9 1 D44')
  })
})
