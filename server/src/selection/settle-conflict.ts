import type { SettleInput } from '@hoicho/shared/selection/council-schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, personOf, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { demandSeat, holdsRole } from './council.ts'
import { interestsBetween } from './council-queries.ts'
import { fairForSelection } from './queries.ts'

/**
 * The manager or the chair settles what a member and an application have in common: a conflict of interest, which keeps the
 * member away for good, or none, which lets them in as long as nothing else turns up. Nobody settles a match of their own.
 * Refused with selection.no-such-interest when there is nothing to set aside: a declared conflict stands, and so does
 * acting for the establishment.
 */
export async function settleConflict(ctx: Ctx, fairId: string, input: SettleInput): Promise<void> {
  const { applicationId, reviewerId, isConflict, reason } = input
  await change(ctx, 'selection.settle-conflict', { fair: fairId }, async (tx, target) => {
    found(await fairForSelection(tx, fairId, 'share'))
    const isManager = holdsRole(ctx, target.organizerId, ['manager'])
    if (!isManager) await demandSeat(ctx, tx, fairId, ['chair'])
    if (ctx.actor.kind === 'person' && personOf(ctx).id === reviewerId)
      throw problem('selection.not-the-chair')
    const { state } = found(await lockApplication(tx, fairId, applicationId))
    if (['selected', 'waiting', 'rejected'].includes(state)) throw problem('selection.already-decided')
    const evidence = await interestsBetween(tx, fairId, applicationId, reviewerId)
    const isDeclared = await hasDeclared(tx, applicationId, reviewerId)
    if (evidence.length === 0 || isDeclared || evidence.includes('acts-for'))
      throw problem('selection.no-such-interest')
    const verdict = isConflict ? ('conflict' as const) : ('none' as const)
    await noteConflict(tx, ctx, {
      fairId,
      applicationId,
      reviewerId,
      kind: 'detected',
      note: reason,
      verdict,
      evidence,
    })
    const after = { reviewerId, verdict, evidence, reason }
    return { result: null, audit: { entity: 'application', entityId: applicationId, after } }
  })
}

async function hasDeclared(tx: Tx, applicationId: string, reviewerId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('conflictOfInterest')
    .select('kind')
    .where('applicationId', '=', applicationId)
    .where('reviewerId', '=', reviewerId)
    .where('verdict', '=', 'conflict')
    .executeTakeFirst()
  return row !== undefined && row.kind !== 'detected'
}

type Verdict = {
  fairId: string
  applicationId: string
  reviewerId: string
  kind: string
  note: string
  verdict: 'conflict' | 'none'
  evidence: readonly string[]
}

/** Writes what holds between a member and an application now; a conflict also ends the member's assignment to it. */
export async function noteConflict(tx: Tx, ctx: Ctx, verdict: Verdict): Promise<void> {
  const { fairId, applicationId, reviewerId, kind, note } = verdict
  const noted = { ...verdict, notedBy: actorPersonId(ctx), notedAt: ctx.now() }
  await tx
    .insertInto('conflictOfInterest')
    .values({ id: newId(), ...noted })
    .onConflict(conflict => conflict.columns(['applicationId', 'reviewerId']).doUpdateSet(noted))
    .execute()
  if (verdict.verdict === 'none') return
  await tx
    .updateTable('reviewerAssignment')
    .set({ endedAt: ctx.now(), conflictKind: kind, conflictNote: note })
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .where('reviewerId', '=', reviewerId)
    .where('endedAt', 'is', null)
    .execute()
}
