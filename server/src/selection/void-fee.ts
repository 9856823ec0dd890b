import type { FeeView } from '@hoicho/shared/selection/gate-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { readFee } from './fee.ts'

/** Makes a fee payment written down by mistake void, with the reason; its row stays. Refused with selection.fee-voided. */
export async function voidFee(
  ctx: Ctx,
  applicationId: string,
  feePaymentId: string,
  reason: string,
): Promise<FeeView> {
  return await change(ctx, 'selection.record-fee', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const payment = found(
      await tx
        .selectFrom('feePayment')
        .select(['amountMinor', 'paidOn', 'voidedAt'])
        .where('fairId', '=', fairId)
        .where('applicationId', '=', applicationId)
        .where('id', '=', feePaymentId)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (payment.voidedAt !== null) throw problem('selection.fee-voided')
    await tx
      .updateTable('feePayment')
      .set({ voidedAt: ctx.now(), voidReason: reason })
      .where('id', '=', feePaymentId)
      .execute()
    const before = { amountMinor: payment.amountMinor, paidOn: payment.paidOn }
    const audit = { entity: 'fee-payment', entityId: feePaymentId, before, after: { reason } }
    return { result: await readFee(tx, fairId, applicationId), audit }
  })
}
