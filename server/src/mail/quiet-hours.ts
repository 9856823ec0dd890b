import { isQuiet, type QuietHours, quietHoursRule } from '@hoicho/shared/mail/quiet-hours.ts'
import type { QuietHoursView } from '@hoicho/shared/mail/schema.ts'
import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { type SqlBool, sql } from 'kysely'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'

const KEY = 'mail.quiet-hours'

/** The quiet hours of all organizers, read once a round of deliveries. */
export type OrganizersHours = Awaited<ReturnType<typeof organizersHours>>

/** What each organizer set, and the default of the day for the others. */
export async function organizersHours(db: Db | Tx, now: string) {
  const standard = await defaultHours(db, now)
  const rows = await db.selectFrom('quietHours').selectAll().execute()
  const own = new Map(rows.map(row => [row.organizerId, hoursOf(row)]))
  return {
    of: (organizerId: string | null): QuietHours => own.get(organizerId ?? '') ?? standard,
    /** An SQL condition on a mail: its organizer's quiet hours are now. */
    quietNow: (at: string) => {
      const thatAre = (quiet: boolean) =>
        [...own].filter(([, hours]) => isQuiet(hours, at) === quiet).map(([id]) => id)
      return isQuiet(standard, at)
        ? sql<SqlBool>`not coalesce(organizer_id = any(${thatAre(false)}::uuid[]), false)`
        : sql<SqlBool>`coalesce(organizer_id = any(${thatAre(true)}::uuid[]), false)`
    },
  }
}

/** An organizer's quiet hours: as set, else as the dated rule says today. */
export async function quietHoursOf(db: Db | Tx, organizerId: string, now: string): Promise<QuietHoursView> {
  const row = await db
    .selectFrom('quietHours')
    .selectAll()
    .where('organizerId', '=', organizerId)
    .executeTakeFirst()
  if (!row) return { ...(await defaultHours(db, now)), version: 0 }
  return { ...hoursOf(row), version: row.version }
}

/** The same for the people who may see the outbox. */
export async function viewQuietHours(ctx: Ctx, organizerId: string): Promise<QuietHoursView> {
  await mayRead(ctx, 'mail.list', { organizer: organizerId })
  return await quietHoursOf(ctx.app.db, organizerId, ctx.now())
}

async function defaultHours(db: Db | Tx, now: string) {
  const rules = await db.selectFrom('datedRule').selectAll().where('key', '=', KEY).execute()
  const rule = ruleValueOn(rules, KEY, now.slice(0, 10), quietHoursRule)
  if (!rule) throw new Error(`No dated rule ${KEY} is in force on ${now}`)
  return rule.value
}

/** The columns are written from QuietHoursInput alone. */
function hoursOf(row: {
  startsAt: string
  endsAt: string
  weekdays: unknown
  days: unknown
  timeZone: string
}) {
  const { startsAt, endsAt, timeZone } = row
  return { startsAt, endsAt, weekdays: row.weekdays as number[], days: row.days as string[], timeZone }
}
