import type { CampaignPace, CampaignView } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { found, problem } from '../../platform/problem.ts'
import { paceColumns } from './campaign-columns.ts'
import { campaignById, reminderDaysOf } from './queries.ts'
import { readCampaign } from './reads.ts'

/**
 * Changes batches and reminders, also while letters go out; reminders can be called off and on until the deadline.
 * Refused: platform.wrong-state when cancelled, platform.changed-meanwhile from an older version.
 */
export async function adjustPace(
  ctx: Ctx,
  fairId: string,
  campaignId: string,
  { version, ...pace }: CampaignPace,
): Promise<CampaignView> {
  return await change(ctx, 'recruitment.run-campaigns', { fair: fairId }, async tx => {
    const row = found(await campaignById(tx, fairId, campaignId, true))
    if (row.state === 'cancelled') throw problem('platform.wrong-state')
    if (row.version !== version) throw problem('platform.changed-meanwhile')
    const after = paceColumns(pace)
    await tx
      .updateTable('campaign')
      .set({ ...after, version: version + 1 })
      .where('id', '=', campaignId)
      .execute()
    const { batchSize, batchMinutes, remindersOn } = row
    const before = { batchSize, batchMinutes, remindersOn, reminderDays: reminderDaysOf(row) }
    const audit = { entity: 'campaign', entityId: campaignId, before, after }
    return { result: await readCampaign(tx, ctx, fairId, campaignId), audit }
  })
}
