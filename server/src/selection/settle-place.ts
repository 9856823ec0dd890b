import { step } from '@hoicho/shared/platform/states.ts'
import { PLACE_STATES, type PlaceAction, type PlaceState } from '@hoicho/shared/selection/states.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { moveApplication } from '../recruitment/move-application.ts'
import { freeBooths } from './free-booths.ts'
import { lockPlace } from './place-queries.ts'
import { fairForSelection } from './queries.ts'

export type Settlement = {
  action: PlaceAction
  channel: 'page' | 'phone' | 'letter' | null
  note: string
  evidenceFileId?: string | null
}

/**
 * Answers a place on the locked fair, within the caller's `change`: keeps who said what when, and moves the application on
 * and takes its booths back when the place is given up; `booths` are their audit entries. Refused with platform.wrong-state
 * unless the application still holds it, with selection.not-announced before its letter, with booths.in-contract while a
 * contract names a booth.
 */
export async function settlePlace(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  applicationId: string,
  { action, channel, note, evidenceFileId = null }: Settlement,
): Promise<{ before: PlaceState; after: PlaceState; booths: Awaited<ReturnType<typeof freeBooths>> }> {
  // The fair first: an offer to the next reads who holds a place.
  found(await fairForSelection(tx, fairId, 'update'))
  const application = found(await lockApplication(tx, fairId, applicationId))
  const place = found(await lockPlace(tx, fairId, applicationId))
  const after = step(PLACE_STATES, place.state, action)
  if (!after || application.state !== 'selected') throw problem('platform.wrong-state')
  if (application.shownState !== null) throw problem('selection.not-announced')
  await tx
    .updateTable('selectionPlace')
    .set({
      state: after,
      answeredAt: ctx.now(),
      answeredBy: actorPersonId(ctx),
      channel,
      note: note === '' ? null : note,
      evidenceFileId,
    })
    .where('id', '=', place.id)
    .execute()
  if (after === 'declined') await moveApplication(tx, ctx, fairId, applicationId, 'decline-place')
  if (after === 'lapsed') await moveApplication(tx, ctx, fairId, applicationId, 'lapse-place')
  const isGivenUp = after === 'declined' || after === 'lapsed'
  const booths = isGivenUp ? await freeBooths(tx, ctx, fairId, applicationId, after) : []
  return { before: place.state, after, booths }
}
