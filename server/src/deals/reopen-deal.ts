import type { DealView } from '@hoicho/shared/deals/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { readDeal } from './reads.ts'
import { stepDeal } from './step-deal.ts'

/** Takes an officer's word back, yes or no: the deal is only logged again and the report no longer counts it. */
export async function reopenDeal(ctx: Ctx, dealId: string): Promise<DealView> {
  return await change(ctx, 'deals.reopen', { deal: dealId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { deal, state } = await stepDeal(tx, fairId, dealId, 'reopen')
    await tx
      .updateTable('deal')
      .set({ state, verifiedBy: null, verifiedAt: null, rejectionReason: null, version: deal.version + 1 })
      .where('id', '=', dealId)
      .execute()
    const result = await readDeal(tx, fairId, dealId)
    const before = { state: deal.state, verifiedBy: deal.verifiedBy, rejectionReason: deal.rejectionReason }
    return { result, audit: { entity: 'deal', entityId: dealId, before, after: { state } } }
  })
}
