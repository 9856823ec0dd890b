import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { isForEstablishment } from './entry.ts'
import { lockApplication } from './lock-application.ts'
import { moveApplication } from './move-application.ts'
import { readApplication } from './reads.ts'

/**
 * The establishment takes its application back, for good; it may start another while the call is open. So may
 * the officer who entered it, until the establishment has confirmed it (platform.wrong-state).
 */
export async function withdrawApplication(
  ctx: Ctx,
  applicationId: string,
  reason: string | null,
): Promise<ApplicationView> {
  return await change(ctx, 'recruitment.withdraw', { application: applicationId }, async (tx, target) => {
    const fairId = target.fairId ?? ''
    const application = found(await lockApplication(tx, fairId, applicationId))
    if (isForEstablishment(ctx, target.establishmentId) && application.confirmation === 'confirmed') {
      throw problem('platform.wrong-state')
    }
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
