import { z } from 'zod'
import { addDays, daysBetween, type IsoDate, weekdayOf } from '../platform/dates.ts'

/**
 * Days by which papers about a fair must be with the authorities (decree 81/2018/NĐ-CP, articles 29 to 31).
 * The numbers are dated rules passed in; all days are calendar days of the place that receives the papers
 * unless said otherwise.
 */

/** Value of the dated rules `fair.filing.home` and `fair.filing.abroad`: days before the opening day. */
export const filingRule = z.object({ earliestDays: z.int().min(0), latestDays: z.int().min(0) })

/** Value of the dated rules `fair.change`, `fair.report` (`days`) and `fair.answer` (`workingDays`). */
export const daysRule = z.object({ days: z.int().min(0) })
export const workingDaysRule = z.object({ workingDays: z.int().min(0) })

export interface FilingWindow {
  earliestOn: IsoDate
  latestOn: IsoDate
}

/** The first and the last day a registration may arrive; both count as in time. */
export function filingWindow(opensOn: IsoDate, rule: z.infer<typeof filingRule>): FilingWindow {
  return { earliestOn: addDays(opensOn, -rule.earliestDays), latestOn: addDays(opensOn, -rule.latestDays) }
}

/** Where a day lies; `daysLeft` counts to the last day and is 0 on it, negative after. */
export function filingStatus(window: FilingWindow, on: IsoDate) {
  const daysLeft = daysBetween(on, window.latestOn)
  if (on < window.earliestOn) return { state: 'too-early', daysLeft } as const
  return { state: daysLeft < 0 ? 'too-late' : 'open', daysLeft } as const
}

/** The last day a change may be filed. */
export const changeLatestOn = (opensOn: IsoDate, rule: z.infer<typeof daysRule>): IsoDate =>
  addDays(opensOn, -rule.days)

/** The last day of the report on the fair's results. */
export const reportLatestOn = (closesOn: IsoDate, rule: z.infer<typeof daysRule>): IsoDate =>
  addDays(closesOn, rule.days)

/**
 * The day an answer is due: working days after the day of a full dossier, which itself does not count.
 * @param calendar public holidays on a weekday, and Saturdays or Sundays worked instead; both are announced
 *   yearly
 */
export function answerDueOn(
  receivedOn: IsoDate,
  rule: z.infer<typeof workingDaysRule>,
  calendar: { holidays: ReadonlySet<IsoDate>; workedWeekends: ReadonlySet<IsoDate> },
): IsoDate {
  let day = receivedOn
  let left = rule.workingDays
  while (left > 0) {
    day = addDays(day, 1)
    const isWorked = weekdayOf(day) < 6 ? !calendar.holidays.has(day) : calendar.workedWeekends.has(day)
    if (isWorked) left -= 1
  }
  return day
}
