import type { CampaignEdit, CampaignView } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { found, problem } from '../../platform/problem.ts'
import { campaignColumns, demandList } from './campaign-columns.ts'
import { campaignById } from './queries.ts'
import { readCampaign } from './reads.ts'

/** Replaces a draft. Refused: platform.wrong-state once started, platform.changed-meanwhile from an older version. */
export async function editCampaign(
  ctx: Ctx,
  fairId: string,
  campaignId: string,
  { version, ...input }: CampaignEdit,
): Promise<CampaignView> {
  return await change(ctx, 'recruitment.run-campaigns', { fair: fairId }, async (tx, target) => {
    const before = found(await campaignById(tx, fairId, campaignId, true))
    if (before.state !== 'draft') throw problem('platform.wrong-state')
    if (before.version !== version) throw problem('platform.changed-meanwhile')
    await demandList(tx, target.organizerId, input.audience.listId)
    await tx
      .updateTable('campaign')
      .set({ ...campaignColumns(input), version: version + 1 })
      .where('id', '=', campaignId)
      .execute()
    const { name, audience, letter } = before
    const audit = {
      entity: 'campaign',
      entityId: campaignId,
      before: { name, audience, letter },
      after: { name: input.name, audience: input.audience, letter: input.letter },
    }
    return { result: await readCampaign(tx, ctx, fairId, campaignId), audit }
  })
}
