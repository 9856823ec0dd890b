import { nextSendingTime } from '@hoicho/shared/mail/quiet-hours.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { registrationStatus } from '@hoicho/shared/recruitment/registration.ts'
import { CAMPAIGN_STATES } from '@hoicho/shared/recruitment/states.ts'
import { sql } from 'kysely'
import { saveFiles } from '../../files/store-file.ts'
import { queueMails } from '../../mail/queue-mail.ts'
import { quietHoursOf } from '../../mail/quiet-hours.ts'
import { change } from '../../platform/change.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { found, problem } from '../../platform/problem.ts'
import { linkHashes, linkUrl, stopUrl } from '../invitation-link.ts'
import { type FairForRecruitment, fairByIdOrSlug } from '../queries.ts'
import { letterFileName, letterMail, letterPdf, openWriting } from './letter.ts'
import { type CampaignRow, nextRecipients } from './queries.ts'

type Reader = Awaited<ReturnType<typeof nextRecipients>>[number] & { invitationId: string }

/**
 * Makes a running campaign's next batch: an invitation, the letter as PDF and a mail for each recipient in turn, all of it
 * or nothing. Of several workers one makes it; in quiet hours the batch waits for their end; when registration has closed
 * the campaign pauses for somebody to decide. Returns how many letters went into the outbox.
 */
export async function sendBatch(ctx: Ctx, fairId: string, campaignId: string): Promise<number> {
  return await change<number>(ctx, 'recruitment.run-campaigns', { fair: fairId }, async tx => {
    const campaign = await claim(tx, ctx, fairId, campaignId)
    if (!campaign) return { result: 0, audit: [] }
    const fair = found(await fairByIdOrSlug(tx, fairId))
    const isOver = fair.state !== 'published' || registrationStatus(fair, ctx.now()) === 'closed'
    if (isOver) return { result: 0, audit: await move(tx, ctx, campaign, 'pause') }
    const sendAt = nextSendingTime(await quietHoursOf(tx, fair.organizerId, ctx.now()), ctx.now())
    if (sendAt > ctx.now()) {
      await tx.updateTable('campaign').set({ nextBatchAt: sendAt }).where('id', '=', campaignId).execute()
      return { result: 0, audit: [] }
    }
    const readers = await invite(tx, ctx, fair, campaign)
    await write(tx, ctx, fair, campaign, readers)
    const audit = { entity: 'campaign', entityId: campaignId, after: { letters: readers.length } }
    return { result: readers.length, audit: [audit, ...(await goOn(tx, ctx, campaign))] }
  })
}

/** The campaign, locked, when it is still this batch's turn; undefined when another worker has it or had it. */
const claim = (tx: Tx, ctx: Ctx, fairId: string, campaignId: string) =>
  tx
    .selectFrom('campaign')
    .selectAll()
    .where('id', '=', campaignId)
    .where('fairId', '=', fairId)
    .where('state', '=', 'running')
    .where('nextBatchAt', '<=', ctx.now())
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** Written out: as a parameter it would not match the partial index once PostgreSQL plans the statement for any value. */
const REVOKED = sql.lit<'revoked'>('revoked')

/** Invites the next recipients; those invited by somebody else since, or who opted out, are skipped and say why. */
async function invite(tx: Tx, ctx: Ctx, fair: FairForRecruitment, campaign: CampaignRow): Promise<Reader[]> {
  const next = await nextRecipients(tx, campaign.id, fair.organizerId, campaign.batchSize)
  const willing = next.filter(one => !one.optedOut).map(one => ({ ...one, invitationId: newId() }))
  const made = await insertInvitations(tx, ctx, campaign, willing)
  const readers = willing.filter(one => made.has(one.invitationId))
  await settle(tx, ctx, campaign.id, readers, null)
  const optedOut = next.filter(one => one.optedOut)
  await settle(tx, ctx, campaign.id, optedOut, 'opted-out')
  const known = willing.filter(one => !made.has(one.invitationId))
  await settle(tx, ctx, campaign.id, known, 'already-invited')
  return readers
}

async function insertInvitations(tx: Tx, ctx: Ctx, campaign: CampaignRow, willing: readonly Reader[]) {
  if (willing.length === 0) return new Set<string>()
  const rows = willing.map(one => ({
    id: one.invitationId,
    fairId: campaign.fairId,
    establishmentId: one.id,
    email: one.email,
    ...linkHashes(ctx.app, one.invitationId),
    state: 'sent' as const,
    channel: 'campaign' as const,
    campaignId: campaign.id,
    invitedBy: campaign.startedBy,
    invitedAt: ctx.now(),
  }))
  const made = await tx
    .insertInto('fairInvitation')
    .values(rows)
    .onConflict(conflict =>
      conflict.columns(['fairId', 'establishmentId']).where('state', '<>', REVOKED).doNothing(),
    )
    .returning('id')
    .execute()
  return new Set(made.map(row => row.id))
}

/** Marks recipients as written to, or as skipped for a reason. */
async function settle(
  tx: Tx,
  ctx: Ctx,
  campaignId: string,
  recipients: readonly { id: string; invitationId?: string }[],
  skipReason: 'opted-out' | 'already-invited' | null,
): Promise<void> {
  if (recipients.length === 0) return
  await sql`
    update campaign_recipient r
    set state = ${skipReason ? 'skipped' : 'sent'}, skip_reason = ${skipReason}, invitation_id = v.invitation_id,
      handled_at = ${ctx.now()}
    from unnest(${recipients.map(one => one.id)}::uuid[], ${recipients.map(one => (skipReason ? null : (one.invitationId ?? null)))}::uuid[])
      v(establishment_id, invitation_id)
    where r.campaign_id = ${campaignId} and r.establishment_id = v.establishment_id`.execute(tx)
}

/** Renders, stores and queues the letters: as many statements for one as for two hundred. */
async function write(
  tx: Tx,
  ctx: Ctx,
  fair: FairForRecruitment,
  campaign: CampaignRow,
  readers: readonly Reader[],
): Promise<void> {
  const writing = await openWriting(tx, fair, campaign)
  const name = letterFileName(campaign.letterNumber)
  const papers = []
  for (const reader of readers) {
    const scope = { organizerId: fair.organizerId, fairId: fair.id, establishmentId: reader.id }
    papers.push({ name, mediaType: 'application/pdf', bytes: await letterPdf(writing, reader), scope })
  }
  const files = await saveFiles(tx, ctx, papers)
  const mails = readers.map((reader, nth) => ({
    ...letterMail(writing, reader, linkUrl(ctx.app, reader.invitationId)),
    to: { address: reader.email ?? '', name: reader.name },
    attachments: [{ fileId: files[nth]?.id ?? '', name }],
    isSecret: true,
    isBulk: true,
    unsubscribeUrl: stopUrl(ctx.app, reader.invitationId),
    scope: { organizerId: fair.organizerId, fairId: fair.id, establishmentId: reader.id },
  }))
  const mailIds = await queueMails(ctx.app, tx, ctx.now(), mails)
  await sql`
    update fair_invitation i set mail_id = v.mail_id
    from unnest(${readers.map(reader => reader.invitationId)}::uuid[], ${mailIds}::uuid[]) v(id, mail_id)
    where i.id = v.id`.execute(tx)
}

/** Sets the time of the next batch, or finishes the campaign when nobody is left. */
async function goOn(tx: Tx, ctx: Ctx, campaign: CampaignRow) {
  const left = await tx
    .selectFrom('campaignRecipient')
    .select('establishmentId')
    .where('campaignId', '=', campaign.id)
    .where('state', '=', 'queued')
    .limit(1)
    .executeTakeFirst()
  if (!left) return await move(tx, ctx, campaign, 'finish')
  const nextBatchAt = new Date(Date.parse(ctx.now()) + campaign.batchMinutes * 60_000).toISOString()
  await tx.updateTable('campaign').set({ nextBatchAt }).where('id', '=', campaign.id).execute()
  return []
}

async function move(tx: Tx, ctx: Ctx, campaign: CampaignRow, action: 'pause' | 'finish') {
  const state = step(CAMPAIGN_STATES, campaign.state, action)
  if (!state) throw problem('platform.wrong-state')
  await tx
    .updateTable('campaign')
    .set(row => ({ state, nextBatchAt: null, version: row('version', '+', 1) }))
    .set({ endedAt: action === 'finish' ? ctx.now() : null })
    .where('id', '=', campaign.id)
    .execute()
  const before = { state: campaign.state }
  return [{ entity: 'campaign', entityId: campaign.id, before, after: { state } }]
}
