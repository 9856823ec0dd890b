import type { FairView } from '@hoicho/shared/fairs/schema.ts'
import { FAIR_STATES, type FairAction } from '@hoicho/shared/fairs/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { fairById } from './queries.ts'
import { readFairView } from './reads.ts'

/** Publishes, withdraws, closes, reopens or cancels a fair, as its state table allows. */
export async function moveFair(ctx: Ctx, fairId: string, action: FairAction): Promise<FairView> {
  return await change(ctx, 'fairs.publish', { fair: fairId }, async tx => {
    const fair = found(await fairById(tx, fairId, true))
    const state = step(FAIR_STATES, fair.state, action)
    if (!state) throw problem('platform.wrong-state')
    const publishedAt = action === 'publish' ? ctx.now() : fair.publishedAt
    await tx
      .updateTable('fair')
      .set({ state, publishedAt, version: fair.version + 1 })
      .where('id', '=', fairId)
      .execute()
    const result = await readFairView(tx, fairId)
    const audit = { entity: 'fair', entityId: fairId, before: { state: fair.state }, after: { state } }
    return { result, audit }
  })
}
