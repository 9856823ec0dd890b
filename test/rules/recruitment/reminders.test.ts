import { addDays, instantAt, localDate } from '@hoicho/shared/platform/dates.ts'
import {
  type Contact,
  deadlineOf,
  dueReminder,
  nextReminderAt,
  REMINDER_GAP_HOURS,
  reminderAt,
} from '@hoicho/shared/recruitment/reminders.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const HOUR = 3_600_000
const plan = (closesAt: string, days = [14, 7, 2], timeZone = 'Asia/Ho_Chi_Minh') => ({
  closesAt,
  timeZone,
  days,
})
const closes = '2026-12-20T10:00:00.000Z'
const at = (day: string, time = '09:00') => instantAt(day, time, 'Asia/Ho_Chi_Minh')
const letter = (day: string): Contact => ({ letterAt: at(day), reminders: [] })

describe('the reminder schedule', () => {
  it("reminds in the morning so many days before the deadline, by the fair's clock", () => {
    expect(reminderAt(plan(closes), 14)).toBe('2026-12-06T02:00:00.000Z')
    expect(dueReminder(plan(closes), letter('2026-12-01'), at('2026-12-06', '08:59'))).toBeNull()
    expect(dueReminder(plan(closes), letter('2026-12-01'), at('2026-12-06'))).toBe(14)
    expect(nextReminderAt(plan(closes), at('2026-12-10'))).toEqual({ daysBefore: 7, at: at('2026-12-13') })
  })

  it('passes over what came due before the letter, and what the next one overtook', () => {
    expect(dueReminder(plan(closes), letter('2026-12-07'), at('2026-12-08'))).toBeNull()
    expect(dueReminder(plan(closes), letter('2026-12-01'), at('2026-12-19'))).toBe(2)
  })

  it('follows a deadline that moves, with a night between two letters', () => {
    const sent = {
      letterAt: at('2026-12-01'),
      reminders: [{ daysBefore: 7, deadlineOn: '2026-12-20', at: at('2026-12-13') }],
    }
    const later = plan('2026-12-27T10:00:00.000Z')
    expect(dueReminder(later, sent, at('2026-12-13', '12:00'))).toBeNull()
    expect(dueReminder(later, sent, at('2026-12-14'))).toBe(14)
    expect(dueReminder(later, sent, at('2026-12-20'))).toBe(7)
  })

  it('sends each at most once a deadline, none after it, none before the letter, however often the worker looks', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 })
    const moves = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 60 * 24 }), fc.integer({ min: -20, max: 30 })),
      { maxLength: 3 },
    )
    const zones = fc.constantFrom('Asia/Ho_Chi_Minh', 'Europe/Berlin', 'America/New_York')
    fc.assert(
      fc.property(
        days,
        moves,
        zones,
        fc.integer({ min: 0, max: 40 * 24 }),
        fc.integer({ min: 1, max: 30 }),
        (list, moved, timeZone, letterHour, everyHours) => {
          const start = Date.parse('2026-03-01T03:00:00.000Z')
          const contact = {
            letterAt: new Date(start + letterHour * HOUR).toISOString(),
            reminders: [] as { daysBefore: number; deadlineOn: string; at: string }[],
          }
          for (let hour = 0; hour < 70 * 24; hour += everyHours) {
            const now = new Date(start + hour * HOUR).toISOString()
            if (now < contact.letterAt) continue
            const shift = moved.filter(([from]) => from <= hour).reduce((sum, [, by]) => sum + by, 0)
            const closesAt = instantAt(addDays('2026-04-20', shift), '17:00', timeZone)
            const current = { closesAt, timeZone, days: list }
            const daysBefore = dueReminder(current, contact, now)
            if (daysBefore === null) continue
            expect(list).toContain(daysBefore)
            expect(now < closesAt).toBe(true)
            expect(reminderAt(current, daysBefore) > contact.letterAt).toBe(true)
            expect(localDate(now, timeZone) >= addDays(deadlineOf(current), -daysBefore)).toBe(true)
            const last = [contact.letterAt, ...contact.reminders.map(one => one.at)].toSorted().at(-1) ?? ''
            expect(Date.parse(now) - Date.parse(last)).toBeGreaterThanOrEqual(REMINDER_GAP_HOURS * HOUR)
            const deadlineOn = deadlineOf(current)
            expect(
              contact.reminders.some(one => one.deadlineOn === deadlineOn && one.daysBefore === daysBefore),
            ).toBe(false)
            contact.reminders.push({ daysBefore, deadlineOn, at: now })
          }
        },
      ),
      { numRuns: 25 },
    )
  })
})
