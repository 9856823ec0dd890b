import { z } from 'zod'
import type { Locale } from './i18n.ts'

/**
 * Days and moments. A day is `YYYY-MM-DD` with no time zone; a moment is `2019-06-29T07:00:00.000Z`.
 * Both sort as text. Which day a moment falls on depends on the fair's time zone, so it is always named.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type IsoDate = string

/** A moment in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type Instant = string

/** A day in a request; 30 February is refused, and so is a year that must be a slip of the keys. */
export const isoDate = () => z.iso.date().refine(inLivingMemory, 'year-range')

/** A moment in a request; any offset is accepted and rewritten to UTC with milliseconds. */
export const instant = () =>
  z.iso
    .datetime({ offset: true, abort: true })
    .refine(inLivingMemory, { message: 'year-range', abort: true })
    .overwrite(toInstant)

/** From 1900 to 2199: further off no fair, paper or person has a date, and the database soon has none either. */
const inLivingMemory = (date: string): boolean => /^(19|20|21)\d\d-/.test(date)

/** An IANA time zone name the runtime knows, such as `Europe/Berlin`. */
export const timeZoneName = () => z.string().max(60).refine(isTimeZone, { message: 'unknown time zone' })

/** @throws RangeError for text that is no time */
export function toInstant(time: string | number): Instant {
  return new Date(time).toISOString()
}

/** `addDays('2026-12-15', -30)` is `2026-11-15`. @throws RangeError for text that is no day */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dayOfMillis(millisOfDay(date) + days * DAY_MILLIS)
}

/** The same day of a later month, or that month's last day: 31 August + 6 months is 28 (29) February. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const from = new Date(millisOfDay(date))
  const monthCount = from.getUTCFullYear() * 12 + from.getUTCMonth() + months
  const year = Math.floor(monthCount / 12)
  const month = monthCount - year * 12
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return dayOfMillis(Date.UTC(year, month, Math.min(from.getUTCDate(), lastDay)))
}

/** Days from one day to another: 0 for the same day, negative when `to` comes first. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((millisOfDay(to) - millisOfDay(from)) / DAY_MILLIS)
}

/** Every day from the first to the last, both included; empty when the last comes first. */
export function eachDay(first: IsoDate, last: IsoDate): IsoDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i))
}

/** The calendar year of a day. */
export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4))

/** 1 Monday ... 7 Sunday (ISO 8601). */
export const weekdayOf = (date: IsoDate): number => new Date(millisOfDay(date)).getUTCDay() || 7

/** The day it is in a time zone at a moment. */
export function localDate(at: Instant, timeZone: string): IsoDate {
  return wallClock(Date.parse(at), timeZone).slice(0, 10)
}

/** The clock in a time zone at a moment, `HH:mm`. */
export function localTime(at: Instant, timeZone: string): string {
  return wallClock(Date.parse(at), timeZone).slice(11, 16)
}

/**
 * The first moment of a day in a time zone, right on days when the clocks change, also where they change at
 * midnight (the day then begins at 01:00). A day that a zone skipped begins where the next one does.
 */
export function startOfLocalDay(date: IsoDate, timeZone: string): Instant {
  const utcMidnight = millisOfDay(date)
  const begins = (t: number) => wallClock(t, timeZone) >= date
  const guess = millisAtLocal(`${date}T00:00:00`, timeZone)
  if (begins(guess) && !begins(guess - 1)) return toInstant(guess)
  let before = utcMidnight - 2 * DAY_MILLIS
  let after = utcMidnight + 2 * DAY_MILLIS
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (begins(middle)) after = middle
    else before = middle
  }
  return toInstant(after)
}

/** The first moment after a day in a time zone: a deadline "on" a day has passed when this is reached. */
export const endOfLocalDay = (date: IsoDate, timeZone: string): Instant =>
  startOfLocalDay(addDays(date, 1), timeZone)

/**
 * The moment a local clock shows a time (`HH:mm`) on a day. A time the clocks jump over is read an hour
 * later; of a time that comes twice, the first is meant.
 */
export function instantAt(date: IsoDate, time: string, timeZone: string): Instant {
  return toInstant(millisAtLocal(`${date}T${time}:00`, timeZone))
}

/** A day for people: `29/06/2019` (vi), `29 June 2019` (en), `29.06.2019` (de). */
export function formatDate(date: IsoDate, locale: Locale): string {
  const { d, m, y } = partsOf(date)
  if (locale === 'en') return `${Number(d)} ${monthName(date)} ${y}`
  return locale === 'vi' ? `${d}/${m}/${y}` : `${d}.${m}.${y}`
}

/**
 * Two days for people, what they share written once: `29/06 – 01/07/2019` (vi), `29 June – 1 July 2019` (en),
 * `29.06. – 01.07.2019` (de); within a month `15 – 20/12/2026`, `15 – 20 December 2026`, `15. – 20.12.2026`.
 */
export function formatDateRange(from: IsoDate, to: IsoDate, locale: Locale): string {
  const { d, m } = partsOf(from)
  const end = formatDate(to, locale)
  if (from === to) return end
  if (from.slice(0, 4) !== to.slice(0, 4)) return `${formatDate(from, locale)} – ${end}`
  const sameMonth = from.slice(0, 7) === to.slice(0, 7)
  if (locale === 'en') return `${Number(d)}${sameMonth ? '' : ` ${monthName(from)}`} – ${end}`
  if (locale === 'vi') return `${d}${sameMonth ? '' : `/${m}`} – ${end}`
  return `${d}.${sameMonth ? '' : `${m}.`} – ${end}`
}

/**
 * A moment for people in a time zone: `14:05 29/06/2019` (vi), `29 June 2019, 14:05` (en), `29.06.2019,
 * 14:05` (de).
 */
export function formatInstant(at: Instant, locale: Locale, timeZone: string): string {
  const date = formatDate(localDate(at, timeZone), locale)
  const time = localTime(at, timeZone)
  return locale === 'vi' ? `${time} ${date}` : `${date}, ${time}`
}

const DAY_MILLIS = 86_400_000

function millisOfDay(date: IsoDate): number {
  const millis = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : Number.NaN
  if (Number.isNaN(millis)) throw new RangeError(`not a day: ${date}`)
  return millis
}

const dayOfMillis = (millis: number): IsoDate => new Date(millis).toISOString().slice(0, 10)

const partsOf = (date: IsoDate) => ({ y: date.slice(0, 4), m: date.slice(5, 7), d: date.slice(8, 10) })

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

const monthName = (date: IsoDate): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? ''

function isTimeZone(name: string): boolean {
  try {
    clockOf(name)
    return true
  } catch {
    return false
  }
}

/**
 * Tries the offsets in force a day before and a day after, and takes the earlier moment that shows the wanted
 * clock.
 */
function millisAtLocal(wanted: string, timeZone: string): number {
  const asUtc = Date.parse(`${wanted}Z`)
  const offsetAt = (t: number) => Date.parse(`${wallClock(t, timeZone)}Z`) - t
  const guesses = [asUtc - offsetAt(asUtc - DAY_MILLIS), asUtc - offsetAt(asUtc + DAY_MILLIS)]
  const exact = guesses.filter(t => wallClock(t, timeZone) === wanted)
  return exact.length > 0 ? Math.min(...exact) : Math.max(...guesses)
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** @throws RangeError for a time zone the runtime does not know */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  clocks.set(timeZone, made)
  return made
}

/** What a clock in the zone shows, `YYYY-MM-DDTHH:mm:ss`. */
function wallClock(millis: number, timeZone: string): string {
  const part = new Map(
    clockOf(timeZone)
      .formatToParts(millis)
      .map(p => [p.type, p.value]),
  )
  const date = `${(part.get('year') ?? '').padStart(4, '0')}-${part.get('month')}-${part.get('day')}`
  return `${date}T${part.get('hour')}:${part.get('minute')}:${part.get('second')}`
}
