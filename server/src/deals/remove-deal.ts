import type { DealView } from '@hoicho/shared/deals/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { readDeal } from './reads.ts'
import { stepDeal } from './step-deal.ts'

/** Takes a deal off every list for good; its row and its history stay. A verified one must be reopened first. */
export async function removeDeal(ctx: Ctx, dealId: string): Promise<DealView> {
  return await change(ctx, 'deals.remove', { deal: dealId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { deal, state } = await stepDeal(tx, fairId, dealId, 'remove')
    await tx
      .updateTable('deal')
      .set({ state, version: deal.version + 1 })
      .where('id', '=', dealId)
      .execute()
    const result = await readDeal(tx, fairId, dealId)
    const audit = { entity: 'deal', entityId: dealId, before: { state: deal.state }, after: { state } }
    return { result, audit }
  })
}
