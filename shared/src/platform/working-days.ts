import { z } from 'zod'
import { addDays, type IsoDate, weekdayOf } from './dates.ts'

/** The dated rule `calendar.working-days`. */
export const calendarRule = z.object({
  /** Days off every year, `MM-DD`. */
  yearly: z.array(z.string()),
  /** Days off of one year: those by the lunar calendar, and working days swapped for a weekend's. */
  holidays: z.array(z.string()),
  /** Days of a weekend that are worked in exchange. */
  workingWeekendDays: z.array(z.string()),
})
export type Calendar = z.infer<typeof calendarRule>

/** Monday to Friday and weekend days worked in exchange, but no holiday. */
export function isWorkingDay(day: IsoDate, { yearly, holidays, workingWeekendDays }: Calendar): boolean {
  if (holidays.includes(day) || yearly.includes(day.slice(5))) return false
  return weekdayOf(day) <= 5 || workingWeekendDays.includes(day)
}

/**
 * The last day of a deadline of so many working days, the day it runs from not counted: a letter of Friday with 1 day is due
 * on Monday. 0 days: the day itself.
 */
export function addWorkingDays(from: IsoDate, days: number, calendar: Calendar): IsoDate {
  let [day, left] = [from, days]
  // No calendar has a year without a working day; a rule that is so wrong ends in an error, not in a loop.
  const latest = addDays(from, days * 7 + 366)
  while (left > 0 && day < latest) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) left -= 1
  }
  if (left > 0) throw new RangeError('the calendar has no working days')
  return day
}
