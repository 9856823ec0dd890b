import { nextSendingTime } from '@hoicho/shared/mail/quiet-hours.ts'
import { formatInstant } from '@hoicho/shared/platform/dates.ts'
import { type Contact, deadlineOf, dueReminder, reminderStage } from '@hoicho/shared/recruitment/reminders.ts'
import { sql } from 'kysely'
import { queueMails } from '../../mail/queue-mail.ts'
import { quietHoursOf } from '../../mail/quiet-hours.ts'
import { change } from '../../platform/change.ts'
import type { App, Ctx, Tx } from '../../platform/context.ts'
import { systemContext } from '../../platform/system-context.ts'
import { letterParams } from '../invitation-letter.ts'
import { linkUrl, stopUrl } from '../invitation-link.ts'
import { type FairForRecruitment, fairByIdOrSlug } from '../queries.ts'
import { campaignById, planOf, reminderCandidates, remindingCampaigns } from './queries.ts'

/** Reminders written in one transaction; the rest follows in the next round. */
const AT_ONCE = 100

/** One round of the worker: reminds whoever is due in every campaign that reminds. Says how many it queued. */
export async function runReminders(app: App, now: () => string): Promise<number> {
  let letters = 0
  for (const { id, fairId } of await remindingCampaigns(app.db, now())) {
    try {
      letters += await sendReminders(systemContext(app, now), fairId, id)
    } catch (error) {
      app.log.error(
        { campaignId: id, name: error instanceof Error ? error.name : 'unknown' },
        'reminders failed',
      )
    }
  }
  return letters
}

/**
 * Queues the reminder whose turn it is for those of a campaign who have not answered: neither submitted nor declined,
 * revoked or opted out. One who began an application is asked to finish it. Each at most once, whatever several workers do;
 * nothing in quiet hours; the deadline is read anew each time, so a moved one is followed.
 */
export async function sendReminders(ctx: Ctx, fairId: string, campaignId: string): Promise<number> {
  return await change<number>(ctx, 'recruitment.run-campaigns', { fair: fairId }, async tx => {
    const fair = await fairByIdOrSlug(tx, fairId)
    const campaign = await campaignById(tx, fairId, campaignId, true)
    const isOff = !campaign?.remindersOn || (campaign.state !== 'running' && campaign.state !== 'done')
    if (!fair || isOff || fair.state !== 'published') return { result: 0, audit: [] }
    const hours = await quietHoursOf(tx, fair.organizerId, ctx.now())
    if (nextSendingTime(hours, ctx.now()) > ctx.now()) return { result: 0, audit: [] }
    const due = await dueNow(tx, ctx, fair, campaign)
    if (due.length === 0) return { result: 0, audit: [] }
    await write(tx, ctx, fair, deadlineOf(planOf(fair, campaign)), due)
    const after = { reminders: due.length, daysBefore: due[0]?.daysBefore }
    return { result: due.length, audit: { entity: 'campaign', entityId: campaignId, after } }
  })
}

type Due = Awaited<ReturnType<typeof reminderCandidates>>[number] & { daysBefore: number }

async function dueNow(
  tx: Tx,
  ctx: Ctx,
  fair: FairForRecruitment,
  campaign: { id: string; reminderDays: unknown },
): Promise<Due[]> {
  const plan = planOf(fair, campaign)
  const stage = reminderStage(plan, ctx.now())
  if (!stage) return []
  const candidates = await reminderCandidates(tx, fair, campaign.id, deadlineOf(plan), stage, AT_ONCE)
  return candidates.flatMap(row => {
    const daysBefore = dueReminder(plan, contactOf(row), ctx.now())
    return daysBefore === null ? [] : [{ ...row, daysBefore }]
  })
}

/** The column is made by the query, as the type says. */
const contactOf = (row: { sentAt: string | null; reminders: unknown }): Contact => ({
  letterAt: row.sentAt,
  reminders: row.reminders as Contact['reminders'],
})

async function write(tx: Tx, ctx: Ctx, fair: FairForRecruitment, deadlineOn: string, due: readonly Due[]) {
  const mails = due.map(row => ({
    template: row.state === 'started' ? 'fair-reminder-draft' : 'fair-reminder',
    to: { address: row.email ?? '', name: row.name },
    locale: row.locale ?? 'vi',
    params: {
      ...letterParams(fair, row.name, row.locale ?? 'vi', linkUrl(ctx.app, row.id)),
      closesAt: formatInstant(fair.registrationClosesAt, row.locale ?? 'vi', fair.timeZone),
      stop: stopUrl(ctx.app, row.id),
    },
    isSecret: true,
    isBulk: true,
    unsubscribeUrl: stopUrl(ctx.app, row.id),
    scope: { organizerId: fair.organizerId, fairId: fair.id, establishmentId: row.establishmentId },
  }))
  const mailIds = await queueMails(ctx.app, tx, ctx.now(), mails)
  await sql`
    insert into invitation_reminder (invitation_id, days_before, deadline_on, mail_id, created_at)
    select v.id, v.days, ${deadlineOn}::date, v.mail_id, ${ctx.now()}
    from unnest(${due.map(row => row.id)}::uuid[], ${due.map(row => row.daysBefore)}::int[], ${mailIds}::uuid[])
      v(id, days, mail_id)`.execute(tx)
}
