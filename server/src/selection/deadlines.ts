import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import {
  addDays,
  type Instant,
  type IsoDate,
  localDate,
  startOfLocalDay,
} from '@hoicho/shared/platform/dates.ts'
import { addWorkingDays, calendarRule } from '@hoicho/shared/platform/working-days.ts'
import { z } from 'zod'
import type { Db, Tx } from '../platform/context.ts'
import { datedRules } from './queries.ts'

type Fair = { ruleSetOn: IsoDate; timeZone: string }

/** Complaints are handled at the organizer's seat: its working days and its clock. */
const ZONE = 'Asia/Ho_Chi_Minh'

/** The end of the day so many days on, at the fair's clock; never beyond the eve of its opening. */
export function answerDueAt(
  now: Instant,
  days: number,
  fair: { timeZone: string; opensOn: IsoDate },
): Instant {
  const last = addDays(localDate(now, fair.timeZone), days + 1)
  const end = startOfLocalDay(last < fair.opensOn ? last : fair.opensOn, fair.timeZone)
  return end > now ? end : startOfLocalDay(last, fair.timeZone)
}

/** The last day an answer counts, for a deadline that is the moment after it. */
export const lastDayOf = (dueAt: Instant, timeZone: string): IsoDate =>
  localDate(new Date(Date.parse(dueAt) - 1).toISOString(), timeZone)

const complaintsRule = z.object({
  fileWithinWorkingDays: z.int().min(0).max(365),
  answerWithinWorkingDays: z.int().min(0).max(365),
})

/** Deadlines of complaints by the rules of a fair, in working days; `null` where it has no such rule. */
export async function complaintDeadlines(db: Db | Tx, fair: Pick<Fair, 'ruleSetOn'>) {
  const rules = await datedRules(db, ['selection.complaints', 'calendar.working-days'])
  const days = ruleValueOn(rules, 'selection.complaints', fair.ruleSetOn, complaintsRule)
  const calendar = ruleValueOn(rules, 'calendar.working-days', fair.ruleSetOn, calendarRule)
  if (!days || !calendar) return null
  const after = (from: Instant, count: number) => addWorkingDays(localDate(from, ZONE), count, calendar.value)
  return {
    today: (now: Instant): IsoDate => localDate(now, ZONE),
    fileUntil: (releasedAt: Instant): IsoDate => after(releasedAt, days.value.fileWithinWorkingDays),
    answerUntil: (filedAt: Instant): IsoDate => after(filedAt, days.value.answerWithinWorkingDays),
  }
}
