import { step } from '@hoicho/shared/platform/states.ts'
import type { CampaignView } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { CAMPAIGN_STATES } from '@hoicho/shared/recruitment/states.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { found, problem } from '../../platform/problem.ts'
import { demandLettersMayGo } from '../open-call.ts'
import { fairByIdOrSlug } from '../queries.ts'
import { campaignById } from './queries.ts'
import { readCampaign } from './reads.ts'

/**
 * Pauses, resumes or cancels a campaign. Paused: no further batch is made, and what waits in the outbox is held back; at
 * most the letter under way at that moment still leaves. Cancelled: letters not yet sent are taken back for good and their
 * links die, those sent stay valid. Waits for a batch being made. Refused: a step the table does not have.
 */
export async function moveCampaign(
  ctx: Ctx,
  fairId: string,
  campaignId: string,
  action: 'pause' | 'resume' | 'cancel',
): Promise<CampaignView> {
  return await change(ctx, 'recruitment.run-campaigns', { fair: fairId }, async tx => {
    const campaign = found(await campaignById(tx, fairId, campaignId, true))
    const state = step(CAMPAIGN_STATES, campaign.state, action)
    if (!state) throw problem('platform.wrong-state')
    if (action === 'resume') demandLettersMayGo(ctx, found(await fairByIdOrSlug(tx, fairId)))
    await tx
      .updateTable('campaign')
      .set(row => ({ state, version: row('version', '+', 1) }))
      .set({ nextBatchAt: action === 'resume' ? ctx.now() : null })
      .set({ endedAt: action === 'cancel' ? ctx.now() : null })
      .where('id', '=', campaignId)
      .execute()
    if (action === 'cancel') await takeBack(tx, ctx, campaignId)
    else await hold(tx, campaignId, action === 'pause' ? ctx.now() : null)
    const audit = {
      entity: 'campaign',
      entityId: campaignId,
      before: { state: campaign.state },
      after: { state },
    }
    return { result: await readCampaign(tx, ctx, fairId, campaignId), audit }
  })
}

/** Holds back the campaign's mails that still wait, letters and reminders alike, or lets them go. */
async function hold(tx: Tx, campaignId: string, heldAt: string | null): Promise<void> {
  await tx
    .updateTable('mail')
    .set({ heldAt })
    .where('state', '=', 'queued')
    .where(sql<boolean>`id in (
      select i.mail_id from fair_invitation i where i.campaign_id = ${campaignId}
      union select q.mail_id from invitation_reminder q join fair_invitation i on i.id = q.invitation_id
      where i.campaign_id = ${campaignId})`)
    .execute()
}

/** A letter under way (being handed to the mail server now) is left to arrive. */
async function takeBack(tx: Tx, ctx: Ctx, campaignId: string): Promise<void> {
  await sql`
    with stopped as (
      update mail set state = 'cancelled', held_at = null
      where state = 'queued' and (sending_at is null or locked_until < ${ctx.now()})
        and id in (select mail_id from fair_invitation where campaign_id = ${campaignId}
          union select q.mail_id from invitation_reminder q join fair_invitation i on i.id = q.invitation_id
          where i.campaign_id = ${campaignId})
      returning id
    )
    update fair_invitation set state = 'revoked', revoked_at = ${ctx.now()}
    where campaign_id = ${campaignId} and state = 'sent' and mail_id in (select id from stopped)`.execute(tx)
  await sql`
    update campaign_recipient r set state = 'cancelled', handled_at = ${ctx.now()}
    where r.campaign_id = ${campaignId} and (r.state = 'queued' or exists (
      select from fair_invitation i join mail m on m.id = i.mail_id
      where i.id = r.invitation_id and i.state = 'revoked' and m.state = 'cancelled'))
      and r.state <> 'skipped'`.execute(tx)
}
