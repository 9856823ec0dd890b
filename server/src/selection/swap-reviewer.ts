import type { SwapInput } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { demandReviewers, insertAssignments } from './assign-reviewers.ts'
import { activeAssignment, barredPairs, fairForSelection, sheetOf } from './queries.ts'

/**
 * Gives an application to another reviewer in one's place. Refused as taking off and assigning are: once a sheet was filed,
 * to nobody with a conflict of interest, and not to somebody who has it already.
 */
export async function swapReviewer(
  ctx: Ctx,
  fairId: string,
  { applicationId, reviewerId, byReviewerId }: SwapInput,
): Promise<void> {
  await change(
    ctx,
    'selection.assign-reviewers',
    { fair: fairId },
    async tx => {
      const { organizerId } = found(await fairForSelection(tx, fairId, 'share'))
      const { state } = found(await lockApplication(tx, fairId, applicationId))
      if (state !== 'complete') throw problem('platform.wrong-state')
      const { id } = found(await activeAssignment(tx, fairId, applicationId, reviewerId))
      const sheet = await sheetOf(tx, fairId, applicationId, reviewerId)
      if (sheet && sheet.state !== 'draft') throw problem('selection.sheet-filed')
      await demandReviewers(tx, organizerId, [byReviewerId])
      const barred = await barredPairs(tx, fairId)
      if (barred.some(pair => pair.applicationId === applicationId && pair.reviewerId === byReviewerId))
        throw problem('selection.has-conflict')
      await tx.updateTable('reviewerAssignment').set({ endedAt: ctx.now() }).where('id', '=', id).execute()
      await insertAssignments(tx, ctx, fairId, [{ applicationId, reviewerId: byReviewerId }])
      const audit = { entity: 'application', entityId: applicationId }
      return {
        result: null,
        audit: { ...audit, before: { reviewerId }, after: { reviewerId: byReviewerId } },
      }
    },
    { reviewer_assignment_once: 'platform.changed-meanwhile' },
  )
}
