import type { ReopenInput } from '@hoicho/shared/selection/council-schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { demandOpenRound, demandSeat } from './council.ts'
import { fairForSelection, sheetOf } from './queries.ts'

/**
 * The chair gives a filed sheet, or an abstention, back to its author, with a reason: it is a draft again and no longer
 * counts; what was filed is kept as a version. While the round is open and the application undecided.
 */
export async function reopenSheet(
  ctx: Ctx,
  applicationId: string,
  { reviewerId, reason }: ReopenInput,
): Promise<void> {
  await change(ctx, 'selection.preside', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    found(await fairForSelection(tx, fairId, 'share'))
    await demandSeat(ctx, tx, fairId, ['chair'])
    const application = found(await lockApplication(tx, fairId, applicationId))
    if (application.state !== 'complete') throw problem('selection.already-decided')
    await demandOpenRound(tx, fairId)
    const sheet = found(await sheetOf(tx, fairId, applicationId, reviewerId))
    const { id, state, version, points, remarks, abstainReason, filedAt } = sheet
    if (state === 'draft') throw problem('selection.sheet-not-filed')
    await tx
      .insertInto('scoreSheetVersion')
      .values({
        id: newId(),
        sheetId: id,
        version,
        state,
        points,
        remarks,
        abstainReason,
        filedAt,
        reopenedBy: actorPersonId(ctx),
        reopenedAt: ctx.now(),
        reason,
      })
      .execute()
    const draft = { state: 'draft', filedAt: null, abstainReason: '', version: version + 1 } as const
    await tx
      .updateTable('scoreSheet')
      .set({ ...draft, updatedAt: ctx.now() })
      .where('id', '=', id)
      .execute()
    const after = { reviewerId, version, reason }
    return { result: null, audit: { entity: 'application', entityId: applicationId, after } }
  })
}
