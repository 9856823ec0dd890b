import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { hashToken } from '../platform/ids.ts'

/** The person a half-finished sign-in belongs to. */
export async function challengedPerson(db: Db, challenge: string) {
  if (!challenge.startsWith('2fa-')) return undefined
  return await db
    .selectFrom('verification')
    .innerJoin('person', join => join.on(sql<boolean>`person.id::text = verification.value`))
    .select(['person.id', 'person.email'])
    .where('verification.identifier', '=', challenge)
    .executeTakeFirst()
}

export async function accountRow(db: Db | Tx, personId: string) {
  return await db
    .selectFrom('person')
    .select(['id', 'name', 'email', 'emailVerified', 'locale', 'twoFactorEnabled as hasSecondFactor'])
    .select(row =>
      row
        .exists(
          row
            .selectFrom('credential')
            .select('credential.id')
            .whereRef('credential.personId', '=', 'person.id')
            .where('credential.password', 'is not', null),
        )
        .as('hasPassword'),
    )
    .where('id', '=', personId)
    .executeTakeFirst()
}

/** Names of the organizers the person works for that ask for the second factor. */
export async function secondFactorRequiredBy(db: Db, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organizerMember')
    .innerJoin('organizer', 'organizer.id', 'organizerMember.organizerId')
    .select('organizer.shortName')
    .distinct()
    .where('organizerMember.personId', '=', personId)
    .where('organizerMember.endedAt', 'is', null)
    .where('organizer.requiresSecondFactor', '=', true)
    .orderBy('organizer.shortName')
    .execute()
  return rows.map(row => row.shortName)
}

export async function sessionsOf(db: Db, personId: string, now: string) {
  return await db
    .selectFrom('session')
    .select(['id', 'userAgent', 'createdAt as signedInAt', 'updatedAt as lastSeenAt'])
    .where('personId', '=', personId)
    .where('expiresAt', '>', now)
    .orderBy('updatedAt', 'desc')
    .execute()
}

export async function staffOf(db: Db, organizerId: string) {
  return await db
    .selectFrom('organizerMember')
    .innerJoin('person', 'person.id', 'organizerMember.personId')
    .select([
      'organizerMember.id',
      'person.id as personId',
      'person.name',
      'person.email',
      'organizerMember.role',
      'organizerMember.createdAt as since',
      'person.twoFactorEnabled as hasSecondFactor',
    ])
    .where('organizerMember.organizerId', '=', organizerId)
    .where('organizerMember.endedAt', 'is', null)
    .orderBy('person.name')
    .execute()
}

export async function membersOf(db: Db, establishmentId: string) {
  return await db
    .selectFrom('establishmentMember')
    .innerJoin('person', 'person.id', 'establishmentMember.personId')
    .select([
      'establishmentMember.id',
      'person.id as personId',
      'person.name',
      'person.email',
      'establishmentMember.role',
      'establishmentMember.createdAt as since',
      'person.twoFactorEnabled as hasSecondFactor',
    ])
    .where('establishmentMember.establishmentId', '=', establishmentId)
    .where('establishmentMember.endedAt', 'is', null)
    .orderBy('person.name')
    .execute()
}

/** Invitations neither taken up nor withdrawn, the expired ones too: they can be sent again. */
export async function openInvitations(db: Db, place: { organizerId: string } | { establishmentId: string }) {
  const [column, id] =
    'organizerId' in place
      ? (['organizerId', place.organizerId] as const)
      : (['establishmentId', place.establishmentId] as const)
  return await db
    .selectFrom('invitation')
    .select(['id', 'email', 'role', 'expiresAt', 'createdAt'])
    .where(column, '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute()
}

/** An invitation by the token of its link, with the name of the place. */
export async function invitationByToken(db: Db, token: string) {
  return await db
    .selectFrom('invitation')
    .leftJoin('organizer', 'organizer.id', 'invitation.organizerId')
    .leftJoin('establishment', 'establishment.id', 'invitation.establishmentId')
    .leftJoin('person', 'person.email', 'invitation.email')
    .select([
      'invitation.email',
      'invitation.role',
      'invitation.expiresAt',
      'invitation.acceptedAt',
      'invitation.revokedAt',
      'organizer.nameVi as organizerName',
      'establishment.name as establishmentName',
      'person.id as personId',
    ])
    .where('invitation.tokenHash', '=', hashToken(token))
    .executeTakeFirst()
}

export async function organizerSummaries(db: Db) {
  return await db
    .selectFrom('organizer')
    .select([
      'id',
      'slug',
      'nameVi',
      'shortName',
      'placeVi',
      'email',
      'requiresSecondFactor',
      'createdAt',
      sql<number>`(select count(*) from organizer_member m where m.organizer_id = organizer.id and m.ended_at is null and m.role = 'manager')::int`.as(
        'managers',
      ),
      sql<number>`(select count(distinct m.person_id) from organizer_member m where m.organizer_id = organizer.id and m.ended_at is null)::int`.as(
        'staff',
      ),
      sql<number>`(select count(*) from fair f where f.organizer_id = organizer.id)::int`.as('fairs'),
      sql<number>`(select count(*) from invitation i where i.organizer_id = organizer.id and i.accepted_at is null and i.revoked_at is null)::int`.as(
        'openInvitations',
      ),
    ])
    .orderBy('nameVi')
    .execute()
}

/** What an organizer's settings show. Locks the row when asked to, for a write that reads it first. */
export async function organizerById(db: Db | Tx, organizerId: string, lock = false) {
  const query = db
    .selectFrom('organizer')
    .select([
      'id',
      'slug',
      'nameVi',
      'nameEn',
      'parentNameVi',
      'shortName',
      'documentSymbol',
      'placeVi',
      'address',
      'phone',
      'email',
      'taxCode',
      'representativeName',
      'representativePosition',
      'bankBin',
      'bankAccount',
      'bankHolder',
      'requiresSecondFactor',
      'version',
    ])
    .where('id', '=', organizerId)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}
