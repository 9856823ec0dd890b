import type { DealView } from '@hoicho/shared/deals/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { readDeal } from './reads.ts'
import { stepDeal } from './step-deal.ts'

/**
 * An officer's word that the deal is real: from now on the report counts it. Given on the version that was read. The
 * officer may be the one who logged it; both names are kept and shown.
 */
export async function verifyDeal(ctx: Ctx, dealId: string, version: number): Promise<DealView> {
  return await change(ctx, 'deals.verify', { deal: dealId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { deal, state } = await stepDeal(tx, fairId, dealId, 'verify', version)
    await tx
      .updateTable('deal')
      .set({ state, version: version + 1, verifiedBy: actorPersonId(ctx), verifiedAt: ctx.now() })
      .where('id', '=', dealId)
      .execute()
    const result = await readDeal(tx, fairId, dealId)
    const audit = { entity: 'deal', entityId: dealId, before: { state: deal.state }, after: { state } }
    return { result, audit }
  })
}
