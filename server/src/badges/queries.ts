import type { FairKeyTable } from '@hoicho/db/schema.ts'
import type { BadgeKind } from '@hoicho/shared/badges/vocabulary.ts'
import { type Insertable, sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { announcedState } from '../recruitment/announced-state.ts'

export type BadgeRow = NonNullable<Awaited<ReturnType<typeof badgeById>>>

/** The badge keys of a fair, the oldest first. */
export async function fairKeys(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('fairKey')
    .selectAll()
    .where('fairId', '=', fairId)
    .orderBy('keyNumber')
    .execute()
}

/** Keeps the first of two keys made at once. */
export async function insertFairKey(tx: Tx, key: Insertable<FairKeyTable>): Promise<void> {
  await tx
    .insertInto('fairKey')
    .values(key)
    .onConflict(conflict => conflict.columns(['fairId', 'keyNumber']).doNothing())
    .execute()
}

export async function badgeById(db: Db | Tx, fairId: string, badgeId: string, lock = false) {
  const query = db.selectFrom('badge').selectAll().where('fairId', '=', fairId).where('id', '=', badgeId)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function badgeByCode(db: Db | Tx, code: string) {
  return await db.selectFrom('badge').selectAll().where('code', '=', code).executeTakeFirst()
}

/** Locks the badge so that scans of it are decided one after the other. */
export async function lockBadgeBySerial(tx: Tx, fairId: string, serial: number) {
  return await tx
    .selectFrom('badge')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('serial', '=', serial)
    .forUpdate()
    .executeTakeFirst()
}

export async function badgesOfFair(db: Db, fairId: string) {
  return await db
    .selectFrom('badge')
    .selectAll()
    .where('fairId', '=', fairId)
    .orderBy('serial', 'desc')
    .execute()
}

/** Badges in use to print, by the ids asked for or all of them, in the order of the list. */
export async function printableBadges(
  db: Db | Tx,
  fairId: string,
  ids: readonly string[] | null,
  limit: number,
) {
  let query = db
    .selectFrom('badge')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('state', '=', 'active')
    .orderBy('company')
    .orderBy('serial')
    .limit(limit)
  if (ids) query = query.where('id', '=', sql<string>`any(${ids})`)
  return await query.execute()
}

export async function badgesOfApplication(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('badge')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .orderBy('serial')
    .execute()
}

/** An application with its fair and the name of its establishment. Locks the row when asked to. */
export async function applicationById(db: Db | Tx, applicationId: string, lock = false) {
  const query = db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select([
      'application.id',
      'application.fairId',
      'application.establishmentId',
      'establishment.name as establishmentName',
      announcedState,
    ])
    .where('application.id', '=', applicationId)
  return await (lock ? query.forUpdate('application') : query).executeTakeFirst()
}

/** Square centimetres of the booths held by an application. */
export async function boothAreaOf(db: Db | Tx, fairId: string, applicationId: string): Promise<number> {
  const row = await db
    .selectFrom('boothAssignment')
    .innerJoin('booth', 'booth.id', 'boothAssignment.boothId')
    .select(sum => sum.fn.coalesce(sum.fn.sum<string>('booth.areaCm2'), sql<string>`0`).as('areaCm2'))
    .where('boothAssignment.fairId', '=', fairId)
    .where('boothAssignment.applicationId', '=', applicationId)
    .where('boothAssignment.state', '<>', 'released')
    .executeTakeFirst()
  return Number(row?.areaCm2 ?? 0)
}

export async function fairById(db: Db | Tx, fairId: string) {
  return await db.selectFrom('fair').selectAll().where('id', '=', fairId).executeTakeFirst()
}

export async function publishedFairBySlug(db: Db | Tx, slug: string) {
  return await db
    .selectFrom('fair')
    .selectAll()
    .where('slug', '=', slug)
    .where('state', '=', sql<'published'>`any(${['published', 'closed']})`)
    .executeTakeFirst()
}

export async function rulesOfKey(db: Db | Tx, key: string) {
  return await db.selectFrom('datedRule').selectAll().where('key', '=', key).execute()
}

export async function visitorByEmail(tx: Tx, fairId: string, email: string) {
  return await tx
    .selectFrom('visitor')
    .innerJoin('badge', 'badge.visitorId', 'visitor.id')
    .selectAll('badge')
    .where('visitor.fairId', '=', fairId)
    .where('visitor.email', '=', email)
    .where('visitor.erasedAt', 'is', null)
    .where('badge.state', '=', 'active')
    .executeTakeFirst()
}

/** Whether a badge was mailed to the address since a moment: the public form must not flood anybody. */
export async function wasMailedSince(
  tx: Tx,
  fairId: string,
  address: string,
  since: string,
): Promise<boolean> {
  const mail = await tx
    .selectFrom('mail')
    .select('id')
    .where('toAddress', '=', address)
    .where('createdAt', '>', since)
    .where('fairId', '=', fairId)
    .where('template', '=', 'badge')
    .limit(1)
    .executeTakeFirst()
  return mail !== undefined
}

export async function gatesOfFair(db: Db | Tx, fairId: string) {
  const rows = await db
    .selectFrom('gate')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('removedAt', 'is', null)
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(row => ({ id: row.id, name: row.name, kinds: kindsOf(row.kinds), position: row.position }))
}

/** A gate of the fair, removed ones too: a scan made there before is still taken. */
export async function gateById(db: Db | Tx, fairId: string, gateId: string) {
  return await db
    .selectFrom('gate')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('id', '=', gateId)
    .executeTakeFirst()
}

// The column is only ever written from the gate's schema.
export const kindsOf = (kinds: readonly string[]) => kinds as readonly BadgeKind[] as BadgeKind[]

export async function devicesOfFair(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('gateDevice')
    .selectAll()
    .where('fairId', '=', fairId)
    .orderBy('createdAt', 'desc')
    .execute()
}

export async function deviceById(db: Db | Tx, fairId: string, deviceId: string, lock = false) {
  const query = db
    .selectFrom('gateDevice')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('id', '=', deviceId)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function deviceByEnrolCode(db: Db | Tx, hash: string, at: string) {
  return await db
    .selectFrom('gateDevice')
    .select(['id', 'fairId', 'name'])
    .where('enrolCodeHash', '=', hash)
    .where('enrolExpiresAt', '>', at)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
}

/** Notes when a device was last heard of. Not a change anybody made, hence outside the log. */
export async function touchDevice(db: Db | Tx, fairId: string, deviceId: string, at: string): Promise<void> {
  await db
    .updateTable('gateDevice')
    .set({ lastSeenAt: at })
    .where('fairId', '=', fairId)
    .where('id', '=', deviceId)
    .execute()
}
