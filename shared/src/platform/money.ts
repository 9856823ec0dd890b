import { z } from 'zod'
import type { Locale } from './i18n.ts'

/**
 * Money is a whole number of minor units beside its currency. VND has no minor unit (1 = 1 đồng), EUR and USD
 * count cents. Amounts of different currencies are never added.
 */

/** Number of decimals of each currency in use (ISO 4217). */
export const CURRENCIES = { VND: 0, EUR: 2, USD: 2, GBP: 2, CHF: 2, CNY: 2, JPY: 0, KRW: 0 } as const

export type Currency = keyof typeof CURRENCIES

export const CURRENCY_CODES: readonly Currency[] = ['VND', 'EUR', 'USD', 'GBP', 'CHF', 'CNY', 'JPY', 'KRW']

export interface Money {
  amountMinor: number
  currency: Currency
}

/** A currency in a request. */
export const currency = () => z.enum(CURRENCY_CODES)

/**
 * A whole, not negative amount in minor units, small enough to be exact in JavaScript and in a `bigint`
 * column.
 */
export const amountMinor = () => z.int().min(0).max(MAX_AMOUNT_MINOR)

/** One below 10^15: every amount up to here can be summed a few times and stay exact. */
export const MAX_AMOUNT_MINOR = 999_999_999_999_999

/** @throws RangeError when the amount is not a whole number that JavaScript holds exactly */
export function money(amount: number, code: Currency): Money {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole amount: ${amount}`)
  return { amountMinor: amount, currency: code }
}

/** @throws RangeError for two currencies: a programming error, totals are kept by currency */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${a.currency} and ${b.currency}`)
  return money(a.amountMinor + b.amountMinor, a.currency)
}

/**
 * The sum of each currency on its own, in the order of {@link CURRENCIES}; currencies that do not occur are
 * left out.
 */
export function totalsByCurrency(amounts: Iterable<Money>): Money[] {
  const sums = new Map<Currency, number>()
  for (const one of amounts) sums.set(one.currency, (sums.get(one.currency) ?? 0) + one.amountMinor)
  return CURRENCY_CODES.flatMap(code => {
    const sum = sums.get(code)
    return sum === undefined ? [] : [money(sum, code)]
  })
}

/**
 * A percentage of an amount, exact (no floating point), rounded half up to a whole minor unit; a negative
 * amount mirrors the positive one, so a refund equals its charge.
 * @param percent at most four decimals, such as 80, 2.5 or 33.3333
 * @throws RangeError for an amount that is not whole or a percent with more decimals
 */
export function percentOf(amount: number, percent: number): number {
  const scaled = Math.round(percent * PERCENT_SCALE)
  if (!Number.isSafeInteger(amount) || !Number.isSafeInteger(scaled))
    throw new RangeError('not a whole amount')
  if (Math.abs(scaled / PERCENT_SCALE - percent) > 1e-9) throw new RangeError(`percent too fine: ${percent}`)
  const product = BigInt(amount) * BigInt(scaled)
  const size = product < 0n ? -product : product
  const rounded = (size + PERCENT_DIVISOR / 2n) / PERCENT_DIVISOR
  return Number(product < 0n ? -rounded : rounded)
}

const PERCENT_SCALE = 10_000

const PERCENT_DIVISOR = 1_000_000n

/**
 * How an amount names its currency: the sign (`₫`), the Vietnamese word in documents (`đồng`), or the ISO
 * code.
 */
export type MoneyStyle = 'symbol' | 'word' | 'code'

/**
 * An amount for people: `2.500.000 ₫`, as a word `2.500.000 đồng`; `€1,234.50` in English, `1.234,50 €` in
 * German. A currency other than VND has no word form and shows its code. The blank before a sign does not
 * break.
 */
export function formatMoney(amount: Money, locale: Locale, style: MoneyStyle = 'symbol'): string {
  const decimals = CURRENCIES[amount.currency]
  const value = amount.amountMinor / 10 ** decimals
  if (style === 'symbol') {
    return numberFormat(locale, decimals, amount.currency).format(value)
  }
  const figures = numberFormat(locale, decimals, null).format(value)
  const isDong = amount.currency === 'VND' && style === 'word'
  return `${figures}\u00a0${isDong ? DONG_WORD[locale] : amount.currency}`
}

/** A whole number with the separators of the language: `2.500.000` in Vietnamese and German. */
export const formatCount = (value: number, locale: Locale): string =>
  numberFormat(locale, 0, null).format(value)

const DONG_WORD = { vi: 'đồng', en: 'dong', de: 'Dong' } as const

const BCP47 = { vi: 'vi-VN', en: 'en-GB', de: 'de-DE' } as const

const formats = new Map<string, Intl.NumberFormat>()

/** Formatters are costly to make and lists show hundreds of amounts, so each is made once. */
function numberFormat(locale: Locale, decimals: number, code: Currency | null): Intl.NumberFormat {
  const key = `${locale} ${decimals} ${code}`
  const known = formats.get(key)
  if (known) return known
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const style =
    code === null ? {} : ({ style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' } as const)
  const made = new Intl.NumberFormat(BCP47[locale], { ...digits, ...style })
  formats.set(key, made)
  return made
}
