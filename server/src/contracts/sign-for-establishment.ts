import type { ContractView, SignInput } from '@hoicho/shared/contracts/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { tellOrganizer } from './contract-mail.ts'
import { readContract } from './reads.ts'
import { signOnce } from './sign-contract.ts'

/**
 * Signs for the establishment, under the text whose hash the owner names; the centre is told to countersign.
 * Refused with contracts.text-changed, or platform.wrong-state when it was signed or cancelled already.
 */
export async function signForEstablishment(
  ctx: Ctx,
  contractId: string,
  input: SignInput,
): Promise<ContractView> {
  return await change(ctx, 'contracts.sign-for-establishment', { contract: contractId }, async tx => {
    const { audit } = await signOnce(tx, ctx, contractId, 'establishment', input)
    const result = await readContract(tx, contractId)
    await tellOrganizer(tx, ctx, result, 'contract-to-countersign')
    return { result, audit }
  })
}
