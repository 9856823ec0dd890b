import type { ChecksView } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { moveApplication } from '../recruitment/move-application.ts'
import { countFailing, readChecks, storeChecks } from './checks.ts'

/**
 * Accepts a dossier as complete (kiểm tra): from now on it can be scored. The gates are judged again first; while one fails
 * and no manager decided otherwise, it is refused with selection.gate-failed.
 */
export async function acceptDossier(ctx: Ctx, applicationId: string): Promise<ChecksView> {
  return await change(ctx, 'selection.check', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { before, after } = await moveApplication(tx, ctx, fairId, applicationId, 'accept-dossier')
    await storeChecks(tx, ctx, fairId, applicationId)
    const count = await countFailing(tx, fairId, applicationId)
    if (count > 0) throw problem('selection.gate-failed', { count })
    const audit = {
      entity: 'application',
      entityId: applicationId,
      before: { state: before },
      after: { state: after },
    }
    return { result: await readChecks(tx, fairId, applicationId), audit }
  })
}
