import type { AssignmentEnd } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { activeAssignment, sheetOf } from './queries.ts'

/** Takes a reviewer off an application. Refused once the reviewer filed a sheet: it counts. */
export async function endAssignment(
  ctx: Ctx,
  fairId: string,
  { applicationId, reviewerId }: AssignmentEnd,
): Promise<void> {
  await change(ctx, 'selection.assign-reviewers', { fair: fairId }, async tx => {
    found(await lockApplication(tx, fairId, applicationId))
    const { id } = found(await activeAssignment(tx, fairId, applicationId, reviewerId))
    const sheet = await sheetOf(tx, fairId, applicationId, reviewerId)
    if (sheet && sheet.state !== 'draft') throw problem('selection.sheet-filed')
    await tx.updateTable('reviewerAssignment').set({ endedAt: ctx.now() }).where('id', '=', id).execute()
    const audit = { entity: 'application', entityId: applicationId, before: { reviewerId }, after: null }
    return { result: null, audit }
  })
}
