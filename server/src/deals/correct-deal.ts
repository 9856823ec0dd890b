import type { DealCorrection, DealView } from '@hoicho/shared/deals/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { checkDeal } from './check-deal.ts'
import { readDeal } from './reads.ts'
import { stepDeal } from './step-deal.ts'

/**
 * Replaces what a deal says; one that was rejected waits again for an officer. A verified deal must be reopened first
 * (platform.wrong-state).
 */
export async function correctDeal(
  ctx: Ctx,
  dealId: string,
  { version, ...input }: DealCorrection,
): Promise<DealView> {
  return await change(ctx, 'deals.correct', { deal: dealId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { deal, state } = await stepDeal(tx, fairId, dealId, 'correct', version)
    await checkDeal(tx, ctx, deal.applicationId, input, deal.evidenceFileId)
    const before = await readDeal(tx, fairId, dealId)
    await tx
      .updateTable('deal')
      .set({ ...input, state, rejectionReason: null, version: version + 1 })
      .where('id', '=', dealId)
      .execute()
    const result = await readDeal(tx, fairId, dealId)
    return { result, audit: { entity: 'deal', entityId: dealId, before, after: result } }
  })
}
