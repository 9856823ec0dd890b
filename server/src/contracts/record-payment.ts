import type { ContractView, PaymentInput } from '@hoicho/shared/contracts/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { contractById } from './queries.ts'
import { readContract } from './reads.ts'

/**
 * Writes down a payment seen on the bank statement or in cash. Too much may be recorded: the balance then says so.
 * Refused on a cancelled contract, and with contracts.nothing-to-pay where the own part is nothing.
 */
export async function recordPayment(
  ctx: Ctx,
  contractId: string,
  input: PaymentInput,
): Promise<ContractView> {
  return await change(ctx, 'contracts.record-payment', { contract: contractId }, async tx => {
    const contract = found(await contractById(tx, contractId, true))
    if (contract.state === 'cancelled') throw problem('platform.wrong-state')
    if (contract.ownMinor === 0) throw problem('contracts.nothing-to-pay')
    const { id: _, fairId, currency } = contract
    const id = newId()
    await tx
      .insertInto('payment')
      .values({
        id,
        fairId,
        contractId,
        currency,
        ...input,
        recordedBy: actorPersonId(ctx),
        recordedAt: ctx.now(),
      })
      .execute()
    const result = await readContract(tx, contractId)
    return { result, audit: { entity: 'payment', entityId: id, after: { contractId, ...input } } }
  })
}
