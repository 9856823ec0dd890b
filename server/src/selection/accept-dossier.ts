import type { ChecksView } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { moveApplication } from '../recruitment/move-application.ts'
import { readChecks, standOf, storeChecks } from './checks.ts'

/**
 * Accepts a dossier as complete (kiểm tra): from now on it can be scored. The gates are judged again first; while one fails
 * and no manager decided otherwise, it is refused with selection.gate-failed. Who decided otherwise may not accept the dossier
 * too (selection.four-eyes). What a person had to look at is named in the log: who accepts has looked.
 */
export async function acceptDossier(ctx: Ctx, applicationId: string): Promise<ChecksView> {
  return await change(ctx, 'selection.check', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { before, after } = await moveApplication(tx, ctx, fairId, applicationId, 'accept-dossier')
    await storeChecks(tx, ctx, fairId, applicationId)
    const { failing, unknown, overriddenBy } = await standOf(tx, fairId, applicationId)
    if (failing > 0) throw problem('selection.gate-failed', { count: failing })
    const person = actorPersonId(ctx)
    if (person !== null && overriddenBy.has(person)) throw problem('selection.four-eyes')
    const audit = {
      entity: 'application',
      entityId: applicationId,
      before: { state: before },
      after: { state: after, lookedAt: unknown },
    }
    return { result: await readChecks(tx, fairId, applicationId), audit }
  })
}
