import { EDITABLE_STATES } from '@hoicho/shared/recruitment/states.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { demandNamed } from './demand-named.ts'
import * as queries from './queries.ts'

/** Takes a paper out of an application that may still be changed; its row and file stay for the history. */
export async function removePaper(ctx: Ctx, applicationId: string, paperId: string): Promise<void> {
  await change(ctx, 'recruitment.change-papers', { application: applicationId }, async (tx, target) => {
    const application = found(await queries.applicationById(tx, target.fairId ?? '', applicationId, true))
    if (!EDITABLE_STATES.includes(application.state)) throw problem('platform.wrong-state')
    const paper = found(
      await tx
        .updateTable('applicationPaper')
        .set({ removedAt: ctx.now() })
        .where('applicationId', '=', applicationId)
        .where('id', '=', paperId)
        .where('removedAt', 'is', null)
        .returning('paperCode')
        .executeTakeFirst(),
    )
    const form = found(await queries.formOf(tx, application.fairId, application.formVersion))
    await demandNamed(tx, application, form, [`/papers/${paper.paperCode}`])
    await tx
      .updateTable('application')
      .set({ updatedAt: ctx.now() })
      .where('id', '=', applicationId)
      .execute()
    const after = { paperId, removed: true, changed: [paper.paperCode] }
    return { result: undefined, audit: { entity: 'application', entityId: applicationId, after } }
  })
}
