import type { DealInput, DealView } from '@hoicho/shared/deals/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { checkDeal } from './check-deal.ts'
import { readDeal } from './reads.ts'

/**
 * Writes down a deal of a selected application, by the exhibitor or an officer. It counts in the report once verified.
 * Refused: deals.not-selected, and field errors as checkDeal says.
 */
export async function logDeal(ctx: Ctx, applicationId: string, input: DealInput): Promise<DealView> {
  return await change(ctx, 'deals.log', { application: applicationId }, async tx => {
    const { fairId, establishmentId } = await checkDeal(tx, ctx, applicationId, input)
    const id = newId()
    await tx
      .insertInto('deal')
      .values({
        ...input,
        id,
        fairId,
        applicationId,
        establishmentId,
        state: 'logged',
        loggedBy: actorPersonId(ctx),
        loggedAt: ctx.now(),
      })
      .execute()
    const result = await readDeal(tx, fairId, id)
    return { result, audit: { entity: 'deal', entityId: id, after: input } }
  })
}
