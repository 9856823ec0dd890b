import type { CouncilView, ReplacementInput } from '@hoicho/shared/selection/council-schema.ts'
import { sql } from 'kysely'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { demandReviewers, insertAssignments } from './assign-reviewers.ts'
import { councilOf, membersOf } from './council-queries.ts'
import { assignmentsOf, barredPairs, fairForSelection } from './queries.ts'
import { readCouncil } from './view-council.ts'

/**
 * Gives a member's seat to somebody else, a substitute before all. Who sat there, until when and why stays written; sheets
 * already filed count, those still to be filed pass to the new member unless a conflict of interest stands in the way.
 * Refused with selection.already-seated when the other holds a seat other than a substitute's.
 */
export async function replaceMember(
  ctx: Ctx,
  fairId: string,
  { memberId, byPersonId, reason }: ReplacementInput,
): Promise<CouncilView> {
  return await change(
    ctx,
    'selection.set-council',
    { fair: fairId },
    async tx => {
      const { organizerId } = found(await fairForSelection(tx, fairId, 'update'))
      const council = found(await councilOf(tx, fairId, 'update'))
      const seated = (await membersOf(tx, fairId)).filter(member => member.endedAt === null)
      const leaving = found(seated.find(member => member.id === memberId))
      await demandReviewers(tx, organizerId, [byPersonId])
      const coming = seated.find(member => member.personId === byPersonId)
      if (coming && coming.seat !== 'substitute') throw problem('selection.already-seated')
      await endSeats(tx, ctx, coming ? [leaving.id, coming.id] : [leaving.id], reason)
      await tx
        .insertInto('councilMember')
        .values({
          id: newId(),
          fairId,
          personId: byPersonId,
          seat: leaving.seat,
          isVoting: leaving.isVoting,
          loadLimit: leaving.loadLimit,
          position: leaving.position,
          replacesId: leaving.id,
          since: ctx.now(),
        })
        .execute()
      const passedOn = await passOn(tx, ctx, fairId, leaving.personId, byPersonId)
      await tx
        .updateTable('council')
        .set({ version: council.version + 1, updatedAt: ctx.now() })
        .where('fairId', '=', fairId)
        .execute()
      const before = { personId: leaving.personId, seat: leaving.seat }
      const after = { personId: byPersonId, seat: leaving.seat, reason, passedOn }
      return {
        result: await readCouncil(ctx, tx, fairId),
        audit: { entity: 'fair', entityId: fairId, before, after },
      }
    },
    { council_member_once: 'selection.already-seated' },
  )
}

async function endSeats(tx: Tx, ctx: Ctx, ids: readonly string[], reason: string): Promise<void> {
  await tx
    .updateTable('councilMember')
    .set({ endedAt: ctx.now(), endReason: reason })
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
}

/** Sheets the one leaving has still to file go to the one coming. Returns how many. */
async function passOn(tx: Tx, ctx: Ctx, fairId: string, from: string, to: string): Promise<number> {
  const active = (await assignmentsOf(tx, fairId)).filter(row => row.endedAt === null)
  const open = active.filter(
    row => row.reviewerId === from && (row.sheetState === null || row.sheetState === 'draft'),
  )
  const closed = new Set([
    ...active.filter(row => row.reviewerId === to).map(row => row.applicationId),
    ...(await barredPairs(tx, fairId)).filter(pair => pair.reviewerId === to).map(pair => pair.applicationId),
  ])
  const pairs = open
    .filter(row => !closed.has(row.applicationId))
    .map(({ applicationId }) => ({ applicationId, reviewerId: to }))
  await tx
    .updateTable('reviewerAssignment')
    .set({ endedAt: ctx.now() })
    .where('fairId', '=', fairId)
    .where('applicationId', '=', sql<string>`any(${open.map(row => row.applicationId)})`)
    .where('reviewerId', '=', from)
    .where('endedAt', 'is', null)
    .execute()
  await insertAssignments(tx, ctx, fairId, pairs)
  return pairs.length
}
