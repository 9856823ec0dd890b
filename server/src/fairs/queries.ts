import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

/** All of a fair but its sectors. Locks the row when asked to, for a write that reads it first. */
export async function fairById(db: Db | Tx, fairId: string, lock = false) {
  const query = db.selectFrom('fair').selectAll().where('id', '=', fairId)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function sectorCodesOf(db: Db | Tx, fairId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('fairSector')
    .innerJoin('sector', 'sector.code', 'fairSector.sectorCode')
    .select('sector.code')
    .where('fairId', '=', fairId)
    .orderBy('sector.position')
    .execute()
  return rows.map(row => row.code)
}

export async function replaceSectors(tx: Tx, fairId: string, codes: readonly string[]): Promise<void> {
  await tx.deleteFrom('fairSector').where('fairId', '=', fairId).execute()
  await tx
    .insertInto('fairSector')
    .values([...new Set(codes)].map(sectorCode => ({ fairId, sectorCode })))
    .execute()
}

const SUMMARY = [
  'id',
  'organizerId',
  'slug',
  'kind',
  'nameVi',
  'nameEn',
  'nameDe',
  'opensOn',
  'closesOn',
  'city',
  'country',
  'state',
] as const

export async function fairsOfOrganizer(db: Db, organizerId: string) {
  return await db
    .selectFrom('fair')
    .select(SUMMARY)
    .where('organizerId', '=', organizerId)
    .orderBy('opensOn', 'desc')
    .orderBy('id')
    .execute()
}

/** Fairs on show: published or closed, the next one first, past ones after. */
export async function publicFairs(db: Db, today: string, limit: number) {
  return await db
    .selectFrom('fair')
    .select(SUMMARY)
    .where('state', '=', sql<'published'>`any(${['published', 'closed']})`)
    .orderBy(row => row('closesOn', '<', today))
    .orderBy(row => row.case().when('closesOn', '>=', today).then(row.ref('opensOn')).end())
    .orderBy('opensOn', 'desc')
    .limit(limit)
    .execute()
}

export async function publicFairBySlug(db: Db, slug: string) {
  return await db
    .selectFrom('fair')
    .innerJoin('organizer', 'organizer.id', 'fair.organizerId')
    .selectAll('fair')
    .select([
      'organizer.nameVi as organizerNameVi',
      'organizer.nameEn as organizerNameEn',
      'organizer.email as organizerEmail',
      'organizer.phone as organizerPhone',
      'organizer.address as organizerAddress',
    ])
    .where('fair.slug', '=', slug)
    .where('fair.state', '=', sql<'published'>`any(${['published', 'closed']})`)
    .executeTakeFirst()
}

export async function sectorsByCode(db: Db, codes: readonly string[]) {
  return await db
    .selectFrom('sector')
    .select(['code', 'nameVi', 'nameEn', 'nameDe'])
    .where('code', '=', sql<string>`any(${codes})`)
    .orderBy('position')
    .execute()
}

/** One version of a fair's form. */
export async function formOf(db: Db | Tx, fairId: string, version: number) {
  const row = await db
    .selectFrom('applicationForm')
    .select(['version', 'definition', 'createdAt'])
    .where('fairId', '=', fairId)
    .where('version', '=', version)
    .executeTakeFirst()
  // The column is only ever written from the form's schema.
  return row && { ...row, definition: row.definition as FormDefinition }
}

/** The form in force at a published fair. */
export async function publicFormBySlug(db: Db, slug: string) {
  const fair = await db
    .selectFrom('fair')
    .select(['id', 'formVersion'])
    .where('slug', '=', slug)
    .where('state', '=', sql<'published'>`any(${['published', 'closed']})`)
    .executeTakeFirst()
  return fair && (await formOf(db, fair.id, fair.formVersion))
}
