import type { PairInput } from '@hoicho/shared/establishments/merge-schema.ts'
import { change } from '../../platform/change.ts'
import { actorPersonId, type Ctx } from '../../platform/context.ts'
import { invalid, problem } from '../../platform/problem.ts'
import { recordsOf } from './queries.ts'

/** Notes that two records are two establishments: this organizer is not shown the pair again. Saying it twice is once. */
export async function keepApart(ctx: Ctx, organizerId: string, pair: PairInput): Promise<void> {
  await change(ctx, 'establishments.find-duplicates', { organizer: organizerId }, async tx => {
    if (pair.firstId === pair.secondId) throw invalid({ pointer: '/secondId', code: 'choice' })
    const [firstId = '', secondId = ''] = [pair.firstId, pair.secondId].sort()
    if ((await recordsOf(tx, [firstId, secondId])).length < 2) throw problem('platform.not-found')
    await tx
      .insertInto('establishmentDistinct')
      .values({ organizerId, firstId, secondId, decidedBy: actorPersonId(ctx), decidedAt: ctx.now() })
      .onConflict(conflict => conflict.columns(['organizerId', 'firstId', 'secondId']).doNothing())
      .execute()
    const audit = { entity: 'establishment', entityId: firstId, after: { distinctFrom: secondId } }
    return { result: undefined, audit }
  })
}
