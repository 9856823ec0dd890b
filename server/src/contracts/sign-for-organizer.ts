import type { ContractView, SignInput } from '@hoicho/shared/contracts/schema.ts'
import { renderPdf } from '../documents/render-pdf.ts'
import { saveFile } from '../files/store-file.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { tellEstablishment, tellOrganizer } from './contract-mail.ts'
import { signaturePage } from './contract-paper.ts'
import { documentOf, signaturesOf } from './queries.ts'
import { readContract } from './reads.ts'
import { signOnce } from './sign-contract.ts'

/**
 * Countersigns for the centre after the establishment. The signed paper - the same text and a page of signatures - is
 * rendered, stored with its own hash, and mailed to both sides. Refused with contracts.text-changed or
 * platform.wrong-state.
 */
export async function signForOrganizer(
  ctx: Ctx,
  contractId: string,
  input: SignInput,
): Promise<ContractView> {
  return await change(ctx, 'contracts.sign-for-organizer', { contract: contractId }, async (tx, target) => {
    const { contract, audit } = await signOnce(tx, ctx, contractId, 'organizer', input)
    const bytes = await signedPaper(tx, contract)
    const name = `hop-dong-${contract.number.replaceAll('/', '-')}-da-ky.pdf`
    const file = await saveFile(tx, ctx, name, 'application/pdf', bytes, target)
    await tx
      .updateTable('contract')
      .set({ signedFileId: file.id, signedSha256: file.sha256, signedAt: ctx.now() })
      .where('id', '=', contractId)
      .execute()
    const result = await readContract(tx, contractId)
    const attachments = [{ fileId: file.id, name }]
    await tellEstablishment(tx, ctx, result, 'contract-signed', attachments)
    await tellOrganizer(tx, ctx, result, 'contract-signed-desk', attachments)
    return { result, audit: { ...audit, after: { ...audit.after, signedSha256: file.sha256 } } }
  })
}

type Contract = Awaited<ReturnType<typeof signOnce>>['contract']

async function signedPaper(tx: Tx, contract: Contract): Promise<Uint8Array> {
  const { data } = await documentOf(tx, contract.documentId)
  const signatures = await signaturesOf(tx, contract.id)
  const { timeZone } = await tx
    .selectFrom('fair')
    .select('timeZone')
    .where('id', '=', contract.fairId)
    .executeTakeFirstOrThrow()
  const page = await signaturePage(contract.number, contract.sha256, signatures, timeZone)
  // The column is only ever written by issueDocument, from an object.
  return await renderPdf('contract', { ...(data as object), signatures: page })
}
