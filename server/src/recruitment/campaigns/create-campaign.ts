import type { CampaignInput, CampaignView } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { change } from '../../platform/change.ts'
import { actorPersonId, type Ctx } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { campaignColumns, demandList } from './campaign-columns.ts'
import { readCampaign } from './reads.ts'

/** Keeps a campaign as a draft: nothing is sent, the audience stays a description. Refused: a list that is not there (422). */
export async function createCampaign(ctx: Ctx, fairId: string, input: CampaignInput): Promise<CampaignView> {
  return await change(ctx, 'recruitment.run-campaigns', { fair: fairId }, async (tx, target) => {
    await demandList(tx, target.organizerId, input.audience.listId)
    const id = newId()
    await tx
      .insertInto('campaign')
      .values({
        id,
        fairId,
        state: 'draft',
        ...campaignColumns(input),
        createdBy: actorPersonId(ctx),
        createdAt: ctx.now(),
      })
      .execute()
    const audit = { entity: 'campaign', entityId: id, after: { state: 'draft', name: input.name } }
    return { result: await readCampaign(tx, ctx, fairId, id), audit }
  })
}
