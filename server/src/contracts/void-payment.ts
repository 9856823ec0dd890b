import type { ContractView } from '@hoicho/shared/contracts/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { contractById, lockPayment } from './queries.ts'
import { readContract } from './reads.ts'

/** Makes a payment recorded by mistake void, with the reason; its row stays. Refused with contracts.payment-voided. */
export async function voidPayment(
  ctx: Ctx,
  contractId: string,
  paymentId: string,
  reason: string,
): Promise<ContractView> {
  return await change(ctx, 'contracts.record-payment', { contract: contractId }, async tx => {
    found(await contractById(tx, contractId, true))
    const payment = found(await lockPayment(tx, contractId, paymentId))
    if (payment.voidedAt !== null) throw problem('contracts.payment-voided')
    await tx
      .updateTable('payment')
      .set({ voidedAt: ctx.now(), voidReason: reason })
      .where('id', '=', paymentId)
      .execute()
    const result = await readContract(tx, contractId)
    const before = { amountMinor: payment.amountMinor, paidOn: payment.paidOn }
    return { result, audit: { entity: 'payment', entityId: paymentId, before, after: { reason } } }
  })
}
