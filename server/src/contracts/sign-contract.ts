import type { SignInput } from '@hoicho/shared/contracts/schema.ts'
import { CONTRACT_STATES, type ContractAction } from '@hoicho/shared/contracts/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { type Ctx, personOf, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { contractById } from './queries.ts'

/**
 * Writes one side's signature under the locked contract and moves it on. Refused when the state does not allow it
 * (the second of two who sign at once), and with contracts.text-changed when the signer saw another text.
 */
export async function signOnce(
  tx: Tx,
  ctx: Ctx,
  contractId: string,
  side: 'establishment' | 'organizer',
  input: SignInput,
) {
  const contract = found(await contractById(tx, contractId, true))
  const action: ContractAction = `sign-for-${side}`
  const state = step(CONTRACT_STATES, contract.state, action)
  if (!state) throw problem('platform.wrong-state')
  if (input.sha256 !== contract.sha256) throw problem('contracts.text-changed')
  const { signerName, signerPosition, sha256 } = input
  await tx
    .insertInto('contractSignature')
    .values({
      id: newId(),
      contractId,
      fairId: contract.fairId,
      side,
      personId: personOf(ctx).id,
      signerName,
      signerPosition,
      sha256,
      signedAt: ctx.now(),
    })
    .execute()
  await tx
    .updateTable('contract')
    .set({ state, version: contract.version + 1 })
    .where('id', '=', contractId)
    .execute()
  const after = { state, signerName, signerPosition, sha256 }
  return {
    contract,
    audit: { entity: 'contract', entityId: contractId, before: { state: contract.state }, after },
  }
}
