import { lacksForPublishing } from '@hoicho/shared/fairs/readiness.ts'
import type { FairView } from '@hoicho/shared/fairs/schema.ts'
import { FAIR_STATES, type FairAction } from '@hoicho/shared/fairs/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, Problem, problem } from '../platform/problem.ts'
import { fairById } from './queries.ts'
import { readFairView } from './reads.ts'

/**
 * Publishes, withdraws, closes, reopens or cancels a fair, as its state table allows. Publishing what lacks a form or a
 * needed name is refused with fairs.not-ready, which points at everything missing.
 */
export async function moveFair(ctx: Ctx, fairId: string, action: FairAction): Promise<FairView> {
  return await change(ctx, 'fairs.publish', { fair: fairId }, async tx => {
    const fair = found(await fairById(tx, fairId, true))
    const state = step(FAIR_STATES, fair.state, action)
    if (!state) throw problem('platform.wrong-state')
    const lacks = action === 'publish' ? lacksForPublishing(fair) : []
    if (lacks.length > 0) throw new Problem('fairs.not-ready', {}, lacks)
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
