import type { Action } from '@hoicho/shared/identity/permissions.ts'
import type { Tx } from '../platform/context.ts'

/** Where people hold roles: an organizer has staff, an establishment has members. */
export type PeoplePlace = { organizer: string } | { establishment: string }

/** The act that covers inviting, changing and ending roles there. */
export const managing = (place: PeoplePlace): Action =>
  'organizer' in place ? 'identity.manage-staff' : 'identity.manage-members'

/** Holds the place's row, so that of two changes to its people at once the second sees the first. */
export async function lockPlace(tx: Tx, place: PeoplePlace): Promise<{ name: string }> {
  if ('organizer' in place) {
    const row = await tx
      .selectFrom('organizer')
      .select('nameVi as name')
      .where('id', '=', place.organizer)
      .forUpdate()
      .executeTakeFirstOrThrow()
    return row
  }
  return await tx
    .selectFrom('establishment')
    .select('name')
    .where('id', '=', place.establishment)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
}

/** A role somebody holds there now. */
export async function heldRole(tx: Tx, place: PeoplePlace, memberId: string) {
  if ('organizer' in place) {
    return await tx
      .selectFrom('organizerMember')
      .select(['id', 'role', 'personId'])
      .where('id', '=', memberId)
      .where('organizerId', '=', place.organizer)
      .where('endedAt', 'is', null)
      .executeTakeFirst()
  }
  return await tx
    .selectFrom('establishmentMember')
    .select(['id', 'role', 'personId'])
    .where('id', '=', memberId)
    .where('establishmentId', '=', place.establishment)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
}

/** How many people but this one could still put things right: managers, or owners. */
export async function otherLeaders(tx: Tx, place: PeoplePlace, memberId: string): Promise<number> {
  if ('organizer' in place) {
    const rows = await tx
      .selectFrom('organizerMember')
      .select('id')
      .where('organizerId', '=', place.organizer)
      .where('role', '=', 'manager')
      .where('endedAt', 'is', null)
      .where('id', '!=', memberId)
      .execute()
    return rows.length
  }
  const rows = await tx
    .selectFrom('establishmentMember')
    .select('id')
    .where('establishmentId', '=', place.establishment)
    .where('role', '=', 'owner')
    .where('endedAt', 'is', null)
    .where('id', '!=', memberId)
    .execute()
  return rows.length
}
