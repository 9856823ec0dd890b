import type { DealRejection, DealView } from '@hoicho/shared/deals/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { readDeal } from './reads.ts'
import { stepDeal } from './step-deal.ts'

/** An officer does not take the deal as it stands; the establishment reads why and may correct it. */
export async function rejectDeal(
  ctx: Ctx,
  dealId: string,
  { version, reason }: DealRejection,
): Promise<DealView> {
  return await change(ctx, 'deals.reject', { deal: dealId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { deal, state } = await stepDeal(tx, fairId, dealId, 'reject', version)
    await tx
      .updateTable('deal')
      .set({ state, rejectionReason: reason, version: version + 1 })
      .where('id', '=', dealId)
      .execute()
    const result = await readDeal(tx, fairId, dealId)
    const audit = {
      entity: 'deal',
      entityId: dealId,
      before: { state: deal.state },
      after: { state, reason },
    }
    return { result, audit }
  })
}
