import { isAsMerged, type MergePlan } from '@hoicho/shared/establishments/merge.ts'
import type { MergeView } from '@hoicho/shared/establishments/merge-schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { found, problem } from '../../platform/problem.ts'
import { TAX_CODE_CONFLICT } from '../create-establishment.ts'
import { moveRows, setRows } from './carry-out.ts'
import { setFields } from './merge-establishments.ts'
import { lockMerge, sidesOf } from './queries.ts'
import { UNDO_DAYS, undoUntil, viewMerge } from './reads.ts'

/**
 * Takes a merge apart: every row goes back to the record it came from, every value to what it was. What came to the
 * survivor since stays there. Refused: establishments.merge-too-late after 30 days, establishments.merge-edited where
 * something the merge moved or set was changed since, platform.wrong-state where it is undone already.
 */
export async function undoMerge(ctx: Ctx, organizerId: string, mergeId: string): Promise<MergeView> {
  return await change(
    ctx,
    'establishments.merge',
    { organizer: organizerId },
    async tx => {
      const merge = found(await lockMerge(tx, organizerId, mergeId))
      if (merge.undoneAt !== null) throw problem('platform.wrong-state')
      if (ctx.now() > undoUntil(merge.mergedAt)) {
        throw problem('establishments.merge-too-late', { days: UNDO_DAYS })
      }
      // Written by mergeEstablishments alone.
      const plan = merge.plan as MergePlan
      const sides = await sidesOf(tx, [plan.survivorId, plan.absorbedId], true)
      const survivor = found(sides.find(side => side.id === plan.survivorId))
      const absorbed = found(sides.find(side => side.id === plan.absorbedId))
      if (survivor.mergedInto !== null || !isAsMerged(plan, survivor, absorbed)) {
        throw problem('establishments.merge-edited')
      }
      await setFields(tx, plan, 'before', survivor)
      await tx
        .updateTable('establishment')
        .set(row => ({ mergedInto: null, version: row('version', '+', 1) }))
        .where('id', '=', plan.absorbedId)
        .execute()
      await moveRows(tx, plan.moves, plan.survivorId, plan.absorbedId)
      await setRows(tx, plan, 'before', ctx.now())
      await tx
        .updateTable('establishmentMerge')
        .set({ undoneAt: ctx.now() })
        .where('id', '=', mergeId)
        .execute()
      const result = await viewMerge(tx, ctx, organizerId, mergeId)
      const note = (entityId: string, other: string) => ({
        entity: 'establishment',
        entityId,
        after: { takenApartFrom: other },
        target: { establishmentId: entityId },
      })
      const { survivorId, absorbedId } = plan
      return { result, audit: [note(survivorId, absorbedId), note(absorbedId, survivorId)] }
    },
    TAX_CODE_CONFLICT,
  )
}
