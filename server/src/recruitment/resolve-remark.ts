import type { RemarkResolution } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'

/**
 * An officer marks a remark as settled once the establishment handed the application in again, or opens it again. It
 * says what was looked at and moves no state. Refused: platform.wrong-state before the application came back; a remark
 * that is not there (404).
 */
export async function resolveRemark(
  ctx: Ctx,
  applicationId: string,
  { round, pointer, isResolved }: RemarkResolution,
): Promise<void> {
  await change(ctx, 'recruitment.resolve-remark', { application: applicationId }, async tx => {
    const { resubmittedAt } = found(
      await tx
        .selectFrom('applicationCorrection')
        .select('resubmittedAt')
        .where('applicationId', '=', applicationId)
        .where('round', '=', round)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (resubmittedAt === null) throw problem('platform.wrong-state')
    found(
      await tx
        .updateTable('applicationRemark')
        .set({
          resolvedAt: isResolved ? ctx.now() : null,
          resolvedBy: isResolved ? actorPersonId(ctx) : null,
        })
        .where('applicationId', '=', applicationId)
        .where('round', '=', round)
        .where('pointer', '=', pointer)
        .returning('pointer')
        .executeTakeFirst(),
    )
    const after = { round, pointer, isResolved }
    return { result: undefined, audit: { entity: 'application', entityId: applicationId, after } }
  })
}
