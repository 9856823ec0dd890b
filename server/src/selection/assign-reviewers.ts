import type { AssignInput } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { assignmentsOf, barredPairs, fairForSelection, lockApplications, reviewersOf } from './queries.ts'

export type Pair = { applicationId: string; reviewerId: string }

/**
 * Assigns each reviewer to each application; pairs already there stay. Only dossiers accepted as complete, only reviewers of
 * the organizer, and nobody with a conflict of interest (selection.has-conflict): all or nothing.
 */
export async function assignReviewers(
  ctx: Ctx,
  fairId: string,
  { applicationIds, reviewerIds }: AssignInput,
): Promise<{ added: number }> {
  return await change(ctx, 'selection.assign-reviewers', { fair: fairId }, async tx => {
    const { organizerId } = found(await fairForSelection(tx, fairId, 'share'))
    const ids = [...new Set(applicationIds)]
    const applications = await lockApplications(tx, fairId, ids)
    if (applications.length !== ids.length) throw problem('platform.not-found')
    if (applications.some(application => application.state !== 'complete'))
      throw problem('platform.wrong-state')
    await demandReviewers(tx, organizerId, reviewerIds)
    const wanted = ids.flatMap(applicationId =>
      [...new Set(reviewerIds)].map(reviewerId => ({ applicationId, reviewerId })),
    )
    const barred = keysOf(await barredPairs(tx, fairId))
    if (wanted.some(pair => barred.has(keyOf(pair)))) throw problem('selection.has-conflict')
    const there = keysOf((await assignmentsOf(tx, fairId)).filter(row => row.endedAt === null))
    const added = wanted.filter(pair => !there.has(keyOf(pair)))
    await insertAssignments(tx, ctx, fairId, added)
    return { result: { added: added.length }, audit: { entity: 'fair', entityId: fairId, after: { added } } }
  })
}

/** Refused with selection.not-a-reviewer unless all are reviewers of the organizer now. */
export async function demandReviewers(
  tx: Tx,
  organizerId: string,
  reviewerIds: readonly string[],
): Promise<void> {
  const known = new Set((await reviewersOf(tx, organizerId)).map(reviewer => reviewer.id))
  if (reviewerIds.some(id => !known.has(id))) throw problem('selection.not-a-reviewer')
}

export async function insertAssignments(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  pairs: readonly Pair[],
): Promise<void> {
  if (pairs.length === 0) return
  const rows = pairs.map(pair => ({
    id: newId(),
    fairId,
    ...pair,
    assignedBy: actorPersonId(ctx),
    assignedAt: ctx.now(),
  }))
  await tx.insertInto('reviewerAssignment').values(rows).execute()
}

const keyOf = ({ applicationId, reviewerId }: Pair) => `${applicationId} ${reviewerId}`
const keysOf = (pairs: readonly Pair[]) => new Set(pairs.map(keyOf))
