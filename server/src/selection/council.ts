import { step } from '@hoicho/shared/platform/states.ts'
import { COUNCIL_STATES, type CouncilAction, type Seat } from '@hoicho/shared/selection/council.ts'
import { type Ctx, type Db, personOf, type Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { councilOf, seatOf } from './council-queries.ts'

/**
 * Refused with selection.round-not-open or selection.round-closed unless the chair holds the round open. A fair without a
 * council takes sheets without a round.
 */
export async function demandOpenRound(tx: Tx, fairId: string): Promise<void> {
  const council = await councilOf(tx, fairId)
  if (!council || council.state === 'open') return
  throw problem(council.state === 'forming' ? 'selection.round-not-open' : 'selection.round-closed')
}

/** The council on its locked row, for those who preside over it: the chair, or who else may. */
export async function demandSeat(ctx: Ctx, tx: Tx, fairId: string, seats: readonly Seat[]) {
  const council = await councilOf(tx, fairId, 'update')
  if (!council) throw problem('selection.no-council')
  if (!(await holdsSeat(ctx, tx, fairId, seats))) throw problem('selection.not-the-chair')
  return council
}

export async function holdsSeat(
  ctx: Ctx,
  db: Db | Tx,
  fairId: string,
  seats: readonly Seat[],
): Promise<boolean> {
  if (ctx.actor.kind === 'system') return true
  const seat = await seatOf(db, fairId, personOf(ctx).id)
  return seat !== null && seats.includes(seat)
}

/** Moves the round by its table. */
export async function moveRound(
  tx: Tx,
  ctx: Ctx,
  council: { fairId: string; state: 'forming' | 'open' | 'closed'; version: number },
  action: CouncilAction,
) {
  const state = step(COUNCIL_STATES, council.state, action)
  if (!state) throw problem('platform.wrong-state')
  await tx
    .updateTable('council')
    .set({ state, version: council.version + 1, updatedAt: ctx.now() })
    .where('fairId', '=', council.fairId)
    .execute()
  return found(await councilOf(tx, council.fairId))
}

/** Whether one of the roles is held at the organizer. */
export const holdsRole = (ctx: Ctx, organizerId: string | undefined, roles: readonly string[]): boolean =>
  ctx.actor.kind === 'system' ||
  ctx.rights.organizers.some(held => held.organizerId === organizerId && roles.includes(held.role))
