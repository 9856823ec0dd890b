import {
  addMoney,
  amountMinor,
  CURRENCIES,
  CURRENCY_CODES,
  formatMoney,
  money,
  percentOf,
  totalsByCurrency,
} from '@hoicho/shared/platform/money.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const plain = (s: string) => s.replace(/\u00a0|\u202f/g, ' ')

describe('formatMoney', () => {
  it.each([
    [money(2_500_000, 'VND'), 'vi', 'symbol', '2.500.000 ₫'],
    [money(2_500_000, 'VND'), 'vi', 'word', '2.500.000 đồng'],
    [money(2_500_000, 'VND'), 'en', 'symbol', '₫2,500,000'],
    [money(2_500_000, 'VND'), 'de', 'code', '2.500.000 VND'],
    [money(123_450, 'EUR'), 'vi', 'symbol', '1.234,50 €'],
    [money(123_450, 'EUR'), 'en', 'symbol', '€1,234.50'],
    [money(123_450, 'EUR'), 'de', 'symbol', '1.234,50 €'],
    [money(5, 'USD'), 'en', 'code', '0.05 USD'],
    [money(0, 'VND'), 'vi', 'word', '0 đồng'],
  ] as const)('%j in %s as %s', (amount, locale, style, shown) => {
    expect(plain(formatMoney(amount, locale, style))).toBe(shown)
  })
})

describe('sums', () => {
  it('adds one currency and refuses two', () => {
    expect(addMoney(money(1, 'EUR'), money(2, 'EUR'))).toEqual({ amountMinor: 3, currency: 'EUR' })
    expect(() => addMoney(money(1, 'EUR'), money(2, 'VND'))).toThrow(RangeError)
  })

  it('keeps totals by currency', () => {
    const amounts = [money(5, 'EUR'), money(100, 'VND'), money(7, 'EUR')]
    expect(totalsByCurrency(amounts)).toEqual([money(100, 'VND'), money(12, 'EUR')])
    expect(totalsByCurrency([])).toEqual([])
  })

  it('refuses what is not whole', () => {
    expect(() => money(1.5, 'VND')).toThrow(RangeError)
    expect(amountMinor().safeParse(1.5).success).toBe(false)
    expect(amountMinor().safeParse(-1).success).toBe(false)
    expect(amountMinor().safeParse(999_999_999_999_999).success).toBe(true)
  })

  it('lists every currency once', () => {
    expect([...CURRENCY_CODES].sort()).toEqual(Object.keys(CURRENCIES).sort())
  })
})

describe('percentOf', () => {
  it.each([
    [12_000_000, 80, 9_600_000],
    [400_000_000, 70, 280_000_000],
    [1, 50, 1],
    [3, 50, 2],
    [-1, 50, -1],
    [101, 33.3333, 34],
    [1000, 1.5, 15],
    [999_999_999_999_999, 100, 999_999_999_999_999],
  ])('%d at %d percent is %d', (amount, percent, part) => {
    expect(percentOf(amount, percent)).toBe(part)
  })

  it('never loses a minor unit between a part and the rest', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), fc.integer({ min: 0, max: 1_000_000 }), (amount, scaled) => {
        const part = percentOf(amount, scaled / 10_000)
        expect(part).toBeGreaterThanOrEqual(0)
        expect(part).toBeLessThanOrEqual(amount)
        expect(percentOf(-amount, scaled / 10_000)).toBe(part === 0 ? 0 : -part)
      }),
    )
  })

  it('refuses a percent finer than four decimals', () => {
    expect(() => percentOf(100, 33.33333)).toThrow(RangeError)
  })
})
