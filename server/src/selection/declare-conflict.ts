import type { ConflictInput } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import { type Ctx, personOf } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { activeAssignment } from './queries.ts'
import { noteConflict } from './settle-conflict.ts'

/**
 * A reviewer declares an interest in an application. The assignment ends, a sheet already filed no longer counts, the
 * application is out of the reviewer's sight and they cannot be assigned to it again. Only until it is decided.
 */
export async function declareConflict(
  ctx: Ctx,
  applicationId: string,
  { kind, note }: ConflictInput,
): Promise<void> {
  await change(ctx, 'selection.score', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const reviewerId = personOf(ctx).id
    const { state } = found(await lockApplication(tx, fairId, applicationId))
    found(await activeAssignment(tx, fairId, applicationId, reviewerId))
    if (state !== 'complete') throw problem('selection.already-decided')
    await noteConflict(tx, ctx, {
      fairId,
      applicationId,
      reviewerId,
      kind,
      note,
      verdict: 'conflict',
      evidence: [],
    })
    const audit = { entity: 'application', entityId: applicationId, after: { reviewerId, kind } }
    return { result: null, audit }
  })
}
