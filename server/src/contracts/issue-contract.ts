import type { ContractInput, ContractView } from '@hoicho/shared/contracts/schema.ts'
import { nd30Symbol } from '@hoicho/shared/documents/nd30.ts'
import { localDate, yearOf } from '@hoicho/shared/platform/dates.ts'
import { issueDocument } from '../documents/issue-document.ts'
import { nextNumber } from '../documents/next-number.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { problem } from '../platform/problem.ts'
import { tellEstablishment } from './contract-mail.ts'
import { contractPaper } from './contract-paper.ts'
import { type Terms, termsOf } from './draft-contract.ts'
import { livingContract, setAssignmentState } from './queries.ts'
import { readContract } from './reads.ts'

/**
 * Issues the contract of a selected application that holds a booth: numbered, its parties, lines and PDF frozen with
 * their hash, the booths confirmed, the establishment told. Refused with contracts.not-selected, contracts.no-booth,
 * contracts.already-issued, contracts.representative-missing.
 */
export async function issueContract(
  ctx: Ctx,
  applicationId: string,
  input: ContractInput,
): Promise<ContractView> {
  return await change(ctx, 'contracts.issue', { application: applicationId }, async tx => {
    const terms = await termsOf(tx, applicationId, input, true)
    const living = await livingContract(tx, applicationId)
    if (living) throw problem('contracts.already-issued', { number: living.number })
    if (terms.parties.establishment.representativeName === '') {
      throw problem('contracts.representative-missing')
    }
    const { id, number } = await writeContract(tx, ctx, terms, input)
    await setAssignmentState(tx, applicationId, 'assigned', 'confirmed')
    const result = await readContract(tx, id)
    await tellEstablishment(tx, ctx, result, 'contract-issued')
    const { totalMinor, supportMinor, ownMinor, sha256, boothNumbers } = result
    const after = { number, boothNumbers, totalMinor, supportMinor, ownMinor, sha256 }
    return { result, audit: { entity: 'contract', entityId: id, after } }
  })
}

async function writeContract(tx: Tx, ctx: Ctx, terms: Terms, input: ContractInput) {
  const { fair, organizer, application } = terms.dossier
  const { id: fairId, organizerId } = fair
  const year = yearOf(localDate(ctx.now(), fair.timeZone))
  const next = await nextNumber(tx, organizerId, 'contract', year)
  const number = nd30Symbol(next, 'contract', organizer.documentSymbol)
  const scope = { organizerId, fairId, establishmentId: application.establishmentId }
  const document = await issueDocument(tx, ctx, {
    kind: 'contract',
    organizerId,
    fairId,
    number,
    ruleSetOn: fair.ruleSetOn,
    template: 'contract',
    data: {
      ...(await contractPaper(terms, input, number, ctx.now())),
      // Kept for later steps, printed in the article on payment.
      payUntilOn: input.payUntilOn,
    },
    fileName: fileName(number),
    scope,
  })
  const id = newId()
  const { lines, ...sums } = terms.price
  await tx
    .insertInto('contract')
    .values({
      id,
      fairId,
      applicationId: application.id,
      establishmentId: application.establishmentId,
      number,
      state: 'issued',
      currency: fair.currency,
      ...sums,
      boothNumbers: terms.booths.map(booth => booth.number),
      lines,
      parties: terms.parties,
      documentId: document.id,
      sha256: document.sha256,
      issuedBy: actorPersonId(ctx),
      issuedAt: ctx.now(),
    })
    .execute()
  return { id, number }
}

/** `hop-dong-01-HĐ-TTKC.pdf` */
const fileName = (number: string) => `hop-dong-${number.replaceAll('/', '-')}.pdf`
