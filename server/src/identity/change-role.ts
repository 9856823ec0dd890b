import type { EstablishmentRole, OrganizerRole } from '@hoicho/shared/identity/permissions.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { heldRole, lockPlace, managing, otherLeaders, type PeoplePlace } from './people-place.ts'

/** Gives a member of an organizer's staff another role. The last manager keeps theirs. */
export const changeStaffRole = (ctx: Ctx, organizerId: string, memberId: string, role: OrganizerRole) =>
  replaceRole(ctx, { organizer: organizerId }, memberId, role, tx =>
    tx.updateTable('organizerMember').set({ role }).where('id', '=', memberId).execute(),
  )

/** Gives a person of an establishment another role. The last owner keeps theirs. */
export const changeMemberRole = (
  ctx: Ctx,
  establishmentId: string,
  memberId: string,
  role: EstablishmentRole,
) =>
  replaceRole(ctx, { establishment: establishmentId }, memberId, role, tx =>
    tx.updateTable('establishmentMember').set({ role }).where('id', '=', memberId).execute(),
  )

/** Ends somebody's role; it stays in the log. The last manager, or owner, stays. */
export async function endRole(ctx: Ctx, place: PeoplePlace, memberId: string): Promise<void> {
  await change(ctx, managing(place), place, async tx => {
    await lockPlace(tx, place)
    const held = found(await heldRole(tx, place, memberId))
    await keepALeader(tx, place, held, null)
    const table = 'organizer' in place ? 'organizerMember' : 'establishmentMember'
    await tx.updateTable(table).set({ endedAt: ctx.now() }).where('id', '=', memberId).execute()
    const before = { role: held.role, personId: held.personId }
    return { result: null, audit: { entity: 'member', entityId: memberId, before, after: { ended: true } } }
  })
}

async function replaceRole(
  ctx: Ctx,
  place: PeoplePlace,
  memberId: string,
  role: string,
  save: (tx: Tx) => Promise<unknown>,
): Promise<void> {
  await change(
    ctx,
    managing(place),
    place,
    async tx => {
      await lockPlace(tx, place)
      const held = found(await heldRole(tx, place, memberId))
      await keepALeader(tx, place, held, role)
      await save(tx)
      const before = { role: held.role, personId: held.personId }
      return { result: null, audit: { entity: 'member', entityId: memberId, before, after: { role } } }
    },
    {
      organizer_member_once: 'identity.already-member',
      establishment_member_once: 'identity.already-member',
    },
  )
}

async function keepALeader(
  tx: Tx,
  place: PeoplePlace,
  held: { id: string; role: string },
  next: string | null,
): Promise<void> {
  const leader = 'organizer' in place ? 'manager' : 'owner'
  if (held.role !== leader || next === leader) return
  if ((await otherLeaders(tx, place, held.id)) > 0) return
  throw problem('organizer' in place ? 'identity.last-manager' : 'identity.last-owner')
}
