import { addDays, type Instant, type IsoDate, instantAt, localDate } from '../platform/dates.ts'

/** When a campaign reminds: so many days before the day registration closes, in the morning of the fair's clock. */
export type ReminderPlan = { closesAt: Instant; timeZone: string; days: readonly number[] }

/** What one invitee was sent so far. `deadlineOn` is the deadline a reminder spoke of. */
export type Contact = {
  /** When the letter left; null while it has not. */
  letterAt: Instant | null
  reminders: readonly { daysBefore: number; deadlineOn: IsoDate; at: Instant }[]
}

const MORNING = '09:00'
/** Between two letters to the same establishment, in hours: a moved deadline must not bring two in a day. */
export const REMINDER_GAP_HOURS = 20

/** The day registration closes, by the fair's clock. */
export const deadlineOf = (plan: ReminderPlan): IsoDate => localDate(plan.closesAt, plan.timeZone)

/** The moment from which the reminder `daysBefore` the deadline is due. */
export const reminderAt = (plan: ReminderPlan, daysBefore: number): Instant =>
  instantAt(addDays(deadlineOf(plan), -daysBefore), MORNING, plan.timeZone)

/** The reminder whose turn it is: of those due the one nearest to the deadline; null before the first and once closed. */
export function reminderStage(plan: ReminderPlan, now: Instant): { daysBefore: number; at: Instant } | null {
  if (now >= plan.closesAt) return null
  const due = plan.days.filter(
    days => reminderAt(plan, days) <= now && reminderAt(plan, days) < plan.closesAt,
  )
  if (due.length === 0) return null
  const daysBefore = Math.min(...due)
  return { daysBefore, at: reminderAt(plan, daysBefore) }
}

/**
 * The reminder to send to an invitee who has not answered, as days before the deadline, or null. Each is sent at most once
 * for a deadline; one that came due before the letter left is passed over, as is one overtaken by the next; and at least
 * {@link REMINDER_GAP_HOURS} lie between two letters. A deadline that moves takes its reminders with it.
 */
export function dueReminder(plan: ReminderPlan, contact: Contact, now: Instant): number | null {
  const stage = reminderStage(plan, now)
  if (!stage || contact.letterAt === null || contact.letterAt >= stage.at) return null
  const deadlineOn = deadlineOf(plan)
  if (contact.reminders.some(sent => sent.deadlineOn === deadlineOn && sent.daysBefore <= stage.daysBefore))
    return null
  const last = Math.max(
    ...[contact.letterAt, ...contact.reminders.map(sent => sent.at)].map(at => Date.parse(at)),
  )
  return Date.parse(now) - last >= REMINDER_GAP_HOURS * 3_600_000 ? stage.daysBefore : null
}

/** The next reminder moment still ahead, for the preview; null when none is left. */
export function nextReminderAt(plan: ReminderPlan, now: Instant): { daysBefore: number; at: Instant } | null {
  const ahead = plan.days
    .map(daysBefore => ({ daysBefore, at: reminderAt(plan, daysBefore) }))
    .filter(one => one.at > now && one.at < plan.closesAt)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return ahead[0] ?? null
}
