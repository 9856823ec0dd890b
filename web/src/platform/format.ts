import * as dates from '@hoicho/shared/platform/dates.ts'
import * as money from '@hoicho/shared/platform/money.ts'
import { locale } from './i18n.ts'

/** Formats for the language on screen. Read inside a component, they follow a change of language. */
const REGIONS = { vi: 'vi-VN', en: 'en-GB', de: 'de-DE' } as const
const DEFAULT_ZONE = 'Asia/Ho_Chi_Minh'

/** A calendar day `YYYY-MM-DD` as the reader writes it: `29/06/2019`. */
export function formatDate(day: string): string {
  return dates.formatDate(day.slice(0, 10), locale.value)
}

/** Two days as a period, what they share written once: `29/06 – 01/07/2019`. */
export function formatDays(from: string, to: string): string {
  return dates.formatDateRange(from, to, locale.value)
}

/** The weekday of a day: `Thứ Bảy`. */
export function formatWeekday(day: string): string {
  const options = { weekday: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(REGIONS[locale.value], options).format(new Date(`${day}T00:00:00Z`))
}

/** An instant on the clock of a place: `14:05 29/06/2019`. */
export function formatDateTime(instant: string, timeZone: string = DEFAULT_ZONE): string {
  return dates.formatInstant(instant, locale.value, timeZone)
}

/** Only the clock: `14:05`. */
export function formatTime(instant: string, timeZone: string = DEFAULT_ZONE): string {
  return dates.localTime(instant, timeZone)
}

/** A currency we know, or VND: the server only sends known ones. */
export function knownCurrency(code: string): money.Currency {
  return money.CURRENCY_CODES.find(known => known === code) ?? 'VND'
}

/** Integer minor units with their currency: `12.500.000 ₫`. */
export function formatMoney(amountMinor: number, currency = 'VND'): string {
  return money.formatMoney({ amountMinor, currency: knownCurrency(currency) }, locale.value)
}

/** How many digits follow the point in a currency: 0 for VND, 2 for EUR. */
export function minorDigits(currency: string): number {
  return money.CURRENCIES[knownCurrency(currency)]
}

export function formatNumber(value: number, maximumFractionDigits = 0): string {
  return new Intl.NumberFormat(REGIONS[locale.value], { maximumFractionDigits }).format(value)
}

/** A share 0…1 as `42 %`. */
export function formatPercent(share: number, maximumFractionDigits = 0): string {
  const options = { style: 'percent', maximumFractionDigits } as const
  return new Intl.NumberFormat(REGIONS[locale.value], options).format(share)
}

/** Square centimetres as square metres: `9 m²`. */
export function formatArea(areaCm2: number): string {
  return `${formatNumber(areaCm2 / 10_000, 2)} m²`
}

/** A size in bytes: `1,4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.ceil(bytes / 1000))} kB`
  return `${formatNumber(bytes / 1_000_000, 1)} MB`
}
