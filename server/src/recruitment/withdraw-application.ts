import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { moveApplication } from './move-application.ts'
import { readApplication } from './reads.ts'

/** The establishment takes its application back, for good; it may start another while the call is open. */
export async function withdrawApplication(
  ctx: Ctx,
  applicationId: string,
  reason: string | null,
): Promise<ApplicationView> {
  return await change(ctx, 'recruitment.withdraw', { application: applicationId }, async (tx, target) => {
    const fairId = target.fairId ?? ''
    const { before, after: state } = await moveApplication(tx, ctx, fairId, applicationId, 'withdraw')
    await tx
      .updateTable('application')
      .set({ withdrawnReason: reason })
      .where('id', '=', applicationId)
      .execute()
    return {
      result: await readApplication(tx, fairId, applicationId, true),
      audit: {
        entity: 'application',
        entityId: applicationId,
        before: { state: before },
        after: { state, reason },
      },
    }
  })
}
