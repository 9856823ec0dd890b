import { z } from 'zod'
import {
  addDays,
  type Instant,
  instantAt,
  isoDate,
  localDate,
  localTime,
  startOfLocalDay,
  timeZoneName,
  weekdayOf,
} from '../platform/dates.ts'

/**
 * When letters to many may not leave: a daily span of the clock, which may cross midnight (`20:00` to `07:00`; the same
 * time twice is no span), whole weekdays (1 Monday … 7 Sunday) and single days, all by the clock of one time zone.
 */
export type QuietHours = {
  startsAt: string
  endsAt: string
  weekdays: readonly number[]
  days: readonly string[]
  timeZone: string
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

const fields = {
  startsAt: clock,
  endsAt: clock,
  /** At least one weekday stays open, so that a letter always leaves some day. */
  weekdays: z.array(z.int().min(1).max(7)).max(6),
  days: z.array(isoDate()).max(100),
  timeZone: timeZoneName(),
}

/** The value of the dated rule `mail.quiet-hours`: what an organizer starts from. */
export const quietHoursRule = z.object(fields)

/** True while no letter to many may leave. */
export function isQuiet(hours: QuietHours, at: Instant): boolean {
  const day = localDate(at, hours.timeZone)
  if (hours.days.includes(day) || hours.weekdays.includes(weekdayOf(day))) return true
  const time = localTime(at, hours.timeZone)
  const { startsAt, endsAt } = hours
  if (startsAt <= endsAt) return startsAt <= time && time < endsAt
  return time >= startsAt || time < endsAt
}

/** The first moment from `at` on at which a letter may leave: `at` itself outside the quiet hours. */
export function nextSendingTime(hours: QuietHours, at: Instant): Instant {
  if (!isQuiet(hours, at)) return at
  const today = localDate(at, hours.timeZone)
  // One open weekday in seven, each of which may be an excluded day.
  const horizon = 7 * (hours.days.length + 2)
  for (let ahead = 0; ahead <= horizon; ahead++) {
    const day = addDays(today, ahead)
    const openings = [startOfLocalDay(day, hours.timeZone), instantAt(day, hours.endsAt, hours.timeZone)]
    const next = openings.find(opening => opening >= at && !isQuiet(hours, opening))
    if (next) return next
  }
  throw new RangeError('quiet hours leave no time to send')
}

/** Quiet hours as an organizer sets them. `version` is the one edited, 0 for the dated default. */
export const QuietHoursInput = z
  .object({ ...fields, version: z.int().min(0) })
  .meta({ id: 'QuietHoursInput' })
export type QuietHoursInput = z.infer<typeof QuietHoursInput>
