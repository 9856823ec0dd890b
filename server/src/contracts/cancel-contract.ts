import type { ContractView } from '@hoicho/shared/contracts/schema.ts'
import { CONTRACT_STATES } from '@hoicho/shared/contracts/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { tellEstablishment } from './contract-mail.ts'
import { contractById, setAssignmentState } from './queries.ts'
import { readContract } from './reads.ts'

/**
 * Cancels a contract, with the reason. Its number and papers stay; its booths stay with the application but may be
 * released, and a new contract may be issued. The establishment is told.
 */
export async function cancelContract(ctx: Ctx, contractId: string, reason: string): Promise<ContractView> {
  return await change(ctx, 'contracts.cancel', { contract: contractId }, async tx => {
    const seen = found(await contractById(tx, contractId))
    await tx.selectFrom('application').select('id').where('id', '=', seen.applicationId).forUpdate().execute()
    const contract = found(await contractById(tx, contractId, true))
    const state = step(CONTRACT_STATES, contract.state, 'cancel')
    if (!state) throw problem('platform.wrong-state')
    await tx
      .updateTable('contract')
      .set({ state, cancelledAt: ctx.now(), cancelReason: reason, version: contract.version + 1 })
      .where('id', '=', contractId)
      .execute()
    await setAssignmentState(tx, contract.applicationId, 'confirmed', 'assigned')
    const result = await readContract(tx, contractId)
    await tellEstablishment(tx, ctx, result, 'contract-cancelled')
    const before = { state: contract.state }
    return { result, audit: { entity: 'contract', entityId: contractId, before, after: { state, reason } } }
  })
}
