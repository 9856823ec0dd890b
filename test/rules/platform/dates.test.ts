import {
  addDays,
  addMonths,
  daysBetween,
  eachDay,
  endOfLocalDay,
  formatDate,
  formatDateRange,
  formatInstant,
  instant,
  instantAt,
  isoDate,
  localDate,
  localTime,
  startOfLocalDay,
  timeZoneName,
  weekdayOf,
} from '@hoicho/shared/platform/dates.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const day = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))

const monthsOf = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))

describe('days', () => {
  it('counts days over months, years and leap days', () => {
    expect(addDays('2026-12-15', -30)).toBe('2026-11-15')
    expect(addDays('2026-12-15', -365)).toBe('2025-12-15')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(daysBetween('2026-11-15', '2026-12-15')).toBe(30)
    expect(eachDay('2019-06-29', '2019-07-01')).toEqual(['2019-06-29', '2019-06-30', '2019-07-01'])
    expect(eachDay('2019-07-02', '2019-07-01')).toEqual([])
    expect(weekdayOf('2019-06-30')).toBe(7)
  })

  it.each([
    ['2023-08-31', 36, '2026-08-31'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-01-31', -2, '2025-11-30'],
    ['2026-12-31', 2, '2027-02-28'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to)
  })

  it('adds months into the right month, never past its end', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -240, max: 240 }), (from, months) => {
        const to = addMonths(from, months)
        expect(monthsOf(to) - monthsOf(from)).toBe(months)
        expect(to.slice(8) <= from.slice(8)).toBe(true)
        expect(isoDate().safeParse(to).success).toBe(true)
      }),
    )
  })

  it('undoes adding by counting', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -9000, max: 9000 }), (from, days) => {
        expect(daysBetween(from, addDays(from, days))).toBe(days)
      }),
    )
  })

  it('refuses what is no day', () => {
    expect(() => addDays('15/12/2026', 1)).toThrow(RangeError)
    expect(isoDate().safeParse('2026-02-30').success).toBe(false)
  })
})

describe('moments', () => {
  it('rewrites any offset to UTC', () => {
    expect(instant().parse('2019-06-29T09:00:00+02:00')).toBe('2019-06-29T07:00:00.000Z')
    expect(instant().safeParse('2019-06-29 09:00').success).toBe(false)
  })

  it('knows the day and the clock of a place', () => {
    expect(localDate('2019-06-29T18:30:00.000Z', 'Asia/Ho_Chi_Minh')).toBe('2019-06-30')
    expect(localDate('2019-06-29T18:30:00.000Z', 'Europe/Berlin')).toBe('2019-06-29')
    expect(localTime('2019-06-29T18:30:00.000Z', 'Europe/Berlin')).toBe('20:30')
  })

  it.each([
    ['2019-06-29', 'Europe/Berlin', '2019-06-28T22:00:00.000Z'],
    ['2019-01-15', 'Europe/Berlin', '2019-01-14T23:00:00.000Z'],
    ['2019-03-31', 'Europe/Berlin', '2019-03-30T23:00:00.000Z'],
    ['2019-04-01', 'Europe/Berlin', '2019-03-31T22:00:00.000Z'],
    ['2019-10-27', 'Europe/Berlin', '2019-10-26T22:00:00.000Z'],
    ['2019-10-28', 'Europe/Berlin', '2019-10-27T23:00:00.000Z'],
    ['2026-12-15', 'Asia/Ho_Chi_Minh', '2026-12-14T17:00:00.000Z'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
  ])('%s in %s begins at %s', (date, zone, at) => {
    expect(startOfLocalDay(date, zone)).toBe(at)
    expect(endOfLocalDay(addDays(date, -1), zone)).toBe(at)
  })

  it('begins each day with its own first moment', () => {
    const zones = fc.constantFrom('Europe/Berlin', 'Asia/Ho_Chi_Minh', 'America/Sao_Paulo', 'Asia/Beirut')
    fc.assert(
      fc.property(day, zones, (date, zone) => {
        const start = startOfLocalDay(date, zone)
        expect(localDate(start, zone)).toBe(date)
        expect(localDate(new Date(Date.parse(start) - 1).toISOString(), zone)).toBe(addDays(date, -1))
      }),
    )
  })

  it('reads a local clock, also when it jumps or repeats', () => {
    expect(instantAt('2022-06-01', '11:30', 'Asia/Ho_Chi_Minh')).toBe('2022-06-01T04:30:00.000Z')
    expect(instantAt('2019-03-31', '02:30', 'Europe/Berlin')).toBe('2019-03-31T01:30:00.000Z')
    expect(instantAt('2019-10-27', '02:30', 'Europe/Berlin')).toBe('2019-10-27T00:30:00.000Z')
  })

  it('knows time zones', () => {
    expect(timeZoneName().safeParse('Europe/Berlin').success).toBe(true)
    expect(timeZoneName().safeParse('Europe/Hanoi').success).toBe(false)
  })
})

describe('dates for people', () => {
  it('writes a day', () => {
    expect(formatDate('2019-06-29', 'vi')).toBe('29/06/2019')
    expect(formatDate('2019-07-01', 'en')).toBe('1 July 2019')
    expect(formatDate('2019-06-29', 'de')).toBe('29.06.2019')
  })

  it.each([
    ['2019-06-29', '2019-07-01', '29/06 – 01/07/2019', '29 June – 1 July 2019', '29.06. – 01.07.2019'],
    ['2026-12-15', '2026-12-20', '15 – 20/12/2026', '15 – 20 December 2026', '15. – 20.12.2026'],
    [
      '2026-12-30',
      '2027-01-02',
      '30/12/2026 – 02/01/2027',
      '30 December 2026 – 2 January 2027',
      '30.12.2026 – 02.01.2027',
    ],
    ['2026-12-15', '2026-12-15', '15/12/2026', '15 December 2026', '15.12.2026'],
  ])('writes %s to %s', (from, to, vi, en, de) => {
    expect(formatDateRange(from, to, 'vi')).toBe(vi)
    expect(formatDateRange(from, to, 'en')).toBe(en)
    expect(formatDateRange(from, to, 'de')).toBe(de)
  })

  it('writes a moment in the time of the place', () => {
    expect(formatInstant('2019-06-29T07:05:00.000Z', 'vi', 'Asia/Ho_Chi_Minh')).toBe('14:05 29/06/2019')
    expect(formatInstant('2019-06-29T07:05:00.000Z', 'en', 'Europe/Berlin')).toBe('29 June 2019, 09:05')
  })
})
