import { isQuiet, nextSendingTime, quietHoursRule } from '@hoicho/shared/mail/quiet-hours.ts'
import { addDays, instantAt, localTime } from '@hoicho/shared/platform/dates.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const night = { startsAt: '20:00', endsAt: '07:00', weekdays: [], days: [], timeZone: 'Asia/Ho_Chi_Minh' }
const at = (day: string, time: string, zone = night.timeZone) => instantAt(day, time, zone)

describe('quiet hours', () => {
  it('cross midnight', () => {
    const seen = ['19:59', '20:00', '23:59', '00:00', '06:59', '07:00'].map(time =>
      isQuiet(night, at('2026-11-20', time)),
    )
    expect(seen).toEqual([false, true, true, true, true, false])
    expect(nextSendingTime(night, at('2026-11-20', '22:00'))).toBe(at('2026-11-21', '07:00'))
    expect(nextSendingTime(night, at('2026-11-21', '03:00'))).toBe(at('2026-11-21', '07:00'))
    expect(nextSendingTime(night, at('2026-11-21', '12:00'))).toBe(at('2026-11-21', '12:00'))
  })

  it('go by the clock of their own zone, also when it changes', () => {
    const berlin = { ...night, timeZone: 'Europe/Berlin' }
    expect(isQuiet(berlin, '2026-11-20T06:30:00.000Z')).toBe(false)
    expect(isQuiet(night, '2026-11-20T13:30:00.000Z')).toBe(true)
    expect(nextSendingTime(berlin, at('2026-03-28', '23:00', berlin.timeZone))).toBe(
      '2026-03-29T05:00:00.000Z',
    )
  })

  it('skip days off, weekdays and holidays alike', () => {
    const hours = { ...night, weekdays: [6, 7], days: ['2026-11-23'] }
    expect(nextSendingTime(hours, at('2026-11-20', '21:00'))).toBe(at('2026-11-24', '07:00'))
    expect(nextSendingTime({ ...hours, startsAt: '12:00', endsAt: '13:00' }, at('2026-11-22', '10:00'))).toBe(
      at('2026-11-24', '00:00'),
    )
  })

  it('always end, and the moment they end is not quiet', () => {
    const clock = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'))
    const hours = fc.record({
      startsAt: clock,
      endsAt: clock,
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
      days: fc.uniqueArray(
        fc.integer({ min: 0, max: 60 }).map(ahead => addDays('2026-10-01', ahead)),
        { maxLength: 20 },
      ),
      timeZone: fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/Sao_Paulo'),
    })
    fc.assert(
      fc.property(hours, fc.integer({ min: 0, max: 80 * 24 * 60 }), (given, minutes) => {
        expect(quietHoursRule.parse(given)).toEqual(given)
        const now = new Date(Date.parse('2026-09-25T00:00:00.000Z') + minutes * 60_000).toISOString()
        const next = nextSendingTime(given, now)
        expect(next >= now).toBe(true)
        expect(isQuiet(given, next)).toBe(false)
        if (!isQuiet(given, now)) expect(next).toBe(now)
        else expect(['00:00', '01:00', given.endsAt]).toContain(localTime(next, given.timeZone))
      }),
      { numRuns: 300 },
    )
  })
})
