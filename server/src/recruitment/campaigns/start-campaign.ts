import { step } from '@hoicho/shared/platform/states.ts'
import type { CampaignView } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { CAMPAIGN_STATES } from '@hoicho/shared/recruitment/states.ts'
import { issueDocument } from '../../documents/issue-document.ts'
import { change } from '../../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../../platform/context.ts'
import { found, problem } from '../../platform/problem.ts'
import { demandLettersMayGo } from '../open-call.ts'
import { type FairForRecruitment, fairByIdOrSlug } from '../queries.ts'
import { freezeAudience } from './audience-query.ts'
import { demandList } from './campaign-columns.ts'
import { letterData, letterFileName, openWriting, registerLetter } from './letter.ts'
import { audienceOf, type CampaignRow, campaignById } from './queries.ts'
import { readCampaign } from './reads.ts'

/**
 * Starts a campaign: freezes its recipients, takes one number for its letter from the register and issues the letter as a
 * paper; the worker then sends it in batches. The version is the one the person checked.
 * Refused: a fair whose letters may not go, recruitment.nobody-to-write-to, platform.changed-meanwhile, wrong state.
 */
export async function startCampaign(
  ctx: Ctx,
  fairId: string,
  campaignId: string,
  version: number,
): Promise<CampaignView> {
  return await change(ctx, 'recruitment.run-campaigns', { fair: fairId }, async tx => {
    const campaign = found(await campaignById(tx, fairId, campaignId, true))
    const state = step(CAMPAIGN_STATES, campaign.state, 'start')
    if (!state) throw problem('platform.wrong-state')
    if (campaign.version !== version) throw problem('platform.changed-meanwhile')
    const fair = found(await fairByIdOrSlug(tx, fairId))
    demandLettersMayGo(ctx, fair)
    const recipients = await freeze(tx, fair, campaign)
    const letter = await registerLetter(tx, ctx, fair.organizerId)
    const documentId = await issueLetter(tx, ctx, fair, { ...campaign, ...letter })
    const startsAt = campaign.startAt && campaign.startAt > ctx.now() ? campaign.startAt : ctx.now()
    await tx
      .updateTable('campaign')
      .set({ state, ...letter, documentId, nextBatchAt: startsAt, version: version + 1 })
      .set({ startedBy: actorPersonId(ctx), startedAt: ctx.now() })
      .where('id', '=', campaignId)
      .execute()
    const audit = {
      entity: 'campaign',
      entityId: campaignId,
      before: { state: campaign.state },
      after: { state, letterNumber: letter.letterNumber, recipients },
    }
    return { result: await readCampaign(tx, ctx, fairId, campaignId), audit }
  })
}

/** Writes the recipients down; says how many get a letter. */
async function freeze(tx: Tx, fair: FairForRecruitment, campaign: CampaignRow): Promise<number> {
  const audience = audienceOf(campaign)
  await demandList(tx, fair.organizerId, audience.listId)
  await freezeAudience(tx, fair, campaign.id, audience)
  const { count } = await tx
    .selectFrom('campaignRecipient')
    .select(row => row.fn.countAll<number>().as('count'))
    .where('campaignId', '=', campaign.id)
    .where('state', '=', 'queued')
    .executeTakeFirstOrThrow()
  if (Number(count) === 0) throw problem('recruitment.nobody-to-write-to')
  return Number(count)
}

/** The copy that stays in the register: addressed to all recipients together. */
async function issueLetter(
  tx: Tx,
  ctx: Ctx,
  fair: FairForRecruitment,
  campaign: CampaignRow,
): Promise<string> {
  const writing = await openWriting(tx, fair, campaign)
  const everybody = { name: writing.words('letter.everybody'), representativeName: null }
  const { id } = await issueDocument(tx, ctx, {
    kind: 'campaign-letter',
    organizerId: fair.organizerId,
    fairId: fair.id,
    number: campaign.letterNumber,
    ruleSetOn: fair.ruleSetOn,
    template: 'campaign-letter',
    data: letterData(writing, everybody),
    fileName: letterFileName(campaign.letterNumber),
    scope: { organizerId: fair.organizerId, fairId: fair.id },
  })
  return id
}
