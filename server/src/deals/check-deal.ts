import type { DealInput } from '@hoicho/shared/deals/schema.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { attachFile } from '../files/store-file.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { type FieldFault, found, invalid, problem } from '../platform/problem.ts'
import { applicationForDeal, productOf } from './queries.ts'

/**
 * What a deal must be to be written down for an application: the application is selected (deals.not-selected), the day
 * lies between the fair's opening and today at the fair, the product is one of the establishment's own. Hangs newly
 * given evidence on the fair and the establishment.
 */
export async function checkDeal(
  tx: Tx,
  ctx: Ctx,
  applicationId: string,
  input: DealInput,
  heldFileId: string | null = null,
) {
  const held = found(await applicationForDeal(tx, applicationId))
  if (held.state !== 'selected') throw problem('deals.not-selected')
  const faults: FieldFault[] = []
  if (input.signedOn > localDate(ctx.now(), held.timeZone)) {
    faults.push({ pointer: '/signedOn', code: 'in-future' })
  }
  if (input.signedOn < held.opensOn) faults.push({ pointer: '/signedOn', code: 'before-fair' })
  if (input.productId && !(await productOf(tx, held.establishmentId, input.productId))) {
    faults.push({ pointer: '/productId', code: 'choice' })
  }
  if (faults.length > 0) throw invalid(...faults)
  if (input.evidenceFileId && input.evidenceFileId !== heldFileId) {
    const { fairId, organizerId, establishmentId } = held
    await attachFile(tx, ctx, input.evidenceFileId, { fairId, organizerId, establishmentId })
  }
  return held
}
