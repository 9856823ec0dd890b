import type {
  Audience,
  AudiencePreview,
  CampaignLetterPreview,
  CampaignSummary,
  CampaignView,
  Invitee,
} from '@hoicho/shared/recruitment/campaign-schema.ts'
import { nextReminderAt } from '@hoicho/shared/recruitment/reminders.ts'
import { mailTexts } from '../../mail/queue-mail.ts'
import type { Ctx, Db, Tx } from '../../platform/context.ts'
import { mayRead } from '../../platform/permission.ts'
import { found } from '../../platform/problem.ts'
import { fairByIdOrSlug } from '../queries.ts'
import { countAudience, firstOfAudience } from './audience-query.ts'
import { letterMail, letterPdf, openWriting } from './letter.ts'
import * as queries from './queries.ts'

/** How many of an audience a preview names. */
const PREVIEW = 100

/** How many answer the description now, and the first of them. Reads only. */
export async function previewAudience(
  ctx: Ctx,
  fairId: string,
  audience: Audience,
): Promise<AudiencePreview> {
  await mayRead(ctx, 'recruitment.run-campaigns', { fair: fairId })
  const { db } = ctx.app
  const fair = found(await fairByIdOrSlug(db, fairId))
  return {
    counts: await countAudience(db, fair, audience),
    items: await firstOfAudience(db, fair, audience, PREVIEW),
  }
}

/** A fair's campaigns, the newest first, with how far each is. */
export async function listCampaigns(ctx: Ctx, fairId: string): Promise<CampaignSummary[]> {
  await mayRead(ctx, 'recruitment.list-invitations', { fair: fairId })
  const counted = await queries.inviteeCounts(ctx.app.db, fairId)
  const rows = await queries.campaignsOf(ctx.app.db, fairId)
  return rows.map(row => ({ ...row, ...sums(counted.filter(one => one.campaignId === row.id)) }))
}

const sums = (counted: readonly { state: string; count: number }[]) => ({
  counts: Object.fromEntries(counted.map(({ state, count }) => [state, count])),
  total: counted.reduce((total, { count }) => total + count, 0),
})

export async function viewCampaign(ctx: Ctx, fairId: string, campaignId: string): Promise<CampaignView> {
  await mayRead(ctx, 'recruitment.list-invitations', { fair: fairId })
  return await readCampaign(ctx.app.db, ctx, fairId, campaignId)
}

/** The view a write answers with: read in the same transaction. */
export async function readCampaign(
  db: Db | Tx,
  ctx: Ctx,
  fairId: string,
  campaignId: string,
): Promise<CampaignView> {
  const row = found(await queries.campaignById(db, fairId, campaignId))
  const fair = found(await fairByIdOrSlug(db, fairId))
  const reminds = row.remindersOn && row.state !== 'cancelled'
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    endedAt: row.endedAt,
    ...sums(await queries.inviteeCounts(db, fairId, campaignId)),
    audience: queries.audienceOf(row),
    letter: queries.letterOf(row),
    batchSize: row.batchSize,
    batchMinutes: row.batchMinutes,
    reminderDays: queries.reminderDaysOf(row),
    remindersOn: row.remindersOn,
    startAt: row.startAt,
    letterNumber: row.letterNumber,
    letterOn: row.letterOn,
    nextBatchAt: row.nextBatchAt,
    nextReminder: reminds ? nextReminderAt(queries.planOf(fair, row), ctx.now()) : null,
    isDelivering: ctx.app.config.smtpUrl !== undefined,
    version: row.version,
  }
}

/** Every recipient of a started campaign and where each stands. */
export async function listInvitees(ctx: Ctx, fairId: string, campaignId: string): Promise<Invitee[]> {
  await mayRead(ctx, 'recruitment.list-invitations', { fair: fairId })
  found(await queries.campaignById(ctx.app.db, fairId, campaignId))
  return await queries.inviteesOf(ctx.app.db, found(await fairByIdOrSlug(ctx.app.db, fairId)), campaignId)
}

async function writingFor(ctx: Ctx, fairId: string, campaignId: string, establishmentId: string) {
  await mayRead(ctx, 'recruitment.run-campaigns', { fair: fairId })
  const { db } = ctx.app
  const campaign = found(await queries.campaignById(db, fairId, campaignId))
  const [reader] = await queries.addresseesById(db, [establishmentId])
  const fair = found(await fairByIdOrSlug(db, fairId))
  return { writing: await openWriting(db, fair, campaign), reader: found(reader) }
}

/** The mail as one real establishment would get it, its personal link left open. */
export async function previewLetter(
  ctx: Ctx,
  fairId: string,
  campaignId: string,
  establishmentId: string,
): Promise<CampaignLetterPreview> {
  const { writing, reader } = await writingFor(ctx, fairId, campaignId, establishmentId)
  const mail = letterMail(writing, reader, `${ctx.app.config.publicUrl}/i/…`)
  return { to: reader.email, ...(await mailTexts(ctx.app, mail)) }
}

/** The letter itself as PDF bytes, as the same establishment would get it. */
export async function previewLetterPdf(
  ctx: Ctx,
  fairId: string,
  campaignId: string,
  establishmentId: string,
): Promise<Uint8Array> {
  const { writing, reader } = await writingFor(ctx, fairId, campaignId, establishmentId)
  return await letterPdf(writing, reader)
}
