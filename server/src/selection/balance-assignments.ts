import { balanceReviewers } from '@hoicho/shared/selection/balance.ts'
import type { BalanceInput } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { demandReviewers, insertAssignments } from './assign-reviewers.ts'
import {
  applicationsIn,
  assignmentsOf,
  barredPairs,
  fairForSelection,
  lockApplications,
  reviewersOf,
} from './queries.ts'

/**
 * Gives every dossier accepted as complete the reviewers it lacks, loads balanced and conflicts kept out. Where fewer people
 * may judge a dossier, it gets those there are. Run again, it adds only what is missing.
 */
export async function balanceAssignments(
  ctx: Ctx,
  fairId: string,
  { perApplication, reviewerIds }: BalanceInput,
): Promise<{ added: number }> {
  return await change(ctx, 'selection.assign-reviewers', { fair: fairId }, async tx => {
    const { organizerId } = found(await fairForSelection(tx, fairId, 'update'))
    if (reviewerIds) await demandReviewers(tx, organizerId, reviewerIds)
    const everybody = (await reviewersOf(tx, organizerId)).map(reviewer => reviewer.id)
    const waiting = (await applicationsIn(tx, fairId, ['complete'])).map(({ id }) => id)
    const applications = await lockApplications(tx, fairId, waiting)
    const added = balanceReviewers({
      applicationIds: applications.filter(({ state }) => state === 'complete').map(({ id }) => id),
      reviewerIds: reviewerIds ?? everybody,
      perApplication,
      existing: (await assignmentsOf(tx, fairId)).filter(row => row.endedAt === null),
      barred: await barredPairs(tx, fairId),
    })
    await insertAssignments(tx, ctx, fairId, added)
    const audit = { entity: 'fair', entityId: fairId, after: { perApplication, added } }
    return { result: { added: added.length }, audit }
  })
}
