import { CHECKED_STATES } from '@hoicho/shared/selection/bulk.ts'
import type { ChecksView } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { readChecks, storeChecks } from './checks.ts'

/** Judges the gates of an application that was handed in and is not decided yet, and keeps the evidence. */
export async function runChecks(ctx: Ctx, applicationId: string): Promise<ChecksView> {
  return await change(ctx, 'selection.check', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { state } = found(await lockApplication(tx, fairId, applicationId))
    if (!CHECKED_STATES.has(state)) throw problem('platform.wrong-state')
    const results = await storeChecks(tx, ctx, fairId, applicationId)
    const after = Object.fromEntries(results.map(({ gate, outcome }) => [gate, outcome]))
    const result = await readChecks(tx, fairId, applicationId)
    return { result, audit: { entity: 'application', entityId: applicationId, after } }
  })
}
