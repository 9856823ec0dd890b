import type { DatedRule } from '@hoicho/shared/platform/dated-rules.ts'

import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

const exists = (row: unknown) => row !== undefined

/** All rows of a key, for the rule in force on a day to be picked by the shared decision. */
export async function rulesOf(db: Db | Tx, key: string): Promise<DatedRule[]> {
  return await db.selectFrom('datedRule').selectAll().where('key', '=', key).execute()
}

export const PROFILE_COLUMNS = [
  'id',
  'name',
  'nameEn',
  'legalForm',
  'taxCode',
  'taxCodeReason',
  'registeredAddress',
  'provinceScheme',
  'provinceCode',
  'productionAddress',
  'productionProvinceScheme',
  'productionProvinceCode',
  'vsicVersion',
  'vsicCode',
  'sectorCode',
  'phone',
  'email',
  'website',
  'representativeName',
  'representativePosition',
  'employees',
  'revenueVnd',
  'capitalVnd',
  'figuresYear',
  'exportMarkets',
  'introductionVi',
  'introductionEn',
  'version',
  'createdAt',
] as const

export const establishmentById = (db: Db | Tx, id: string) =>
  db
    .selectFrom('establishment')
    .select(PROFILE_COLUMNS)
    .select(memberCount())
    .where('id', '=', id)
    .executeTakeFirst()

/** Holds the record against other edits; not against rows that come to hang on it. */
export const lockEstablishment = (tx: Tx, id: string) =>
  tx
    .selectFrom('establishment')
    .select(PROFILE_COLUMNS)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

const PRODUCT_COLUMNS = [
  'id',
  'nameVi',
  'nameEn',
  'nameDe',
  'descriptionVi',
  'descriptionEn',
  'descriptionDe',
  'hsCode',
  'photoFileId',
  'furtherPhotoIds',
  'version',
] as const

const productsIn = (db: Db | Tx, establishmentId: string) =>
  db
    .selectFrom('product')
    .select(PRODUCT_COLUMNS)
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)

export const productsOf = (db: Db | Tx, establishmentId: string) =>
  productsIn(db, establishmentId).orderBy('createdAt').orderBy('id').execute()

export async function productById(db: Db | Tx, establishmentId: string, id: string, lock = false) {
  const query = productsIn(db, establishmentId).where('id', '=', id)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

const RECOGNITION_COLUMNS = [
  'id',
  'productId',
  'scheme',
  'level',
  'decisionNumber',
  'issuer',
  'issuedOn',
  'validUntil',
  'fileId',
] as const

const recognitionsIn = (db: Db | Tx, establishmentId: string) =>
  db
    .selectFrom('recognition')
    .select(RECOGNITION_COLUMNS)
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)

export const recognitionsOf = (db: Db | Tx, establishmentId: string) =>
  recognitionsIn(db, establishmentId).orderBy('issuedOn', 'desc').orderBy('id').execute()

export async function recognitionById(db: Db | Tx, establishmentId: string, id: string, lock = false) {
  const query = recognitionsIn(db, establishmentId).where('id', '=', id)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

const CERTIFICATE_COLUMNS = [
  'id',
  'kind',
  'name',
  'number',
  'issuer',
  'issuedOn',
  'validUntil',
  'fileId',
] as const

const certificatesIn = (db: Db | Tx, establishmentId: string) =>
  db
    .selectFrom('certificate')
    .select(CERTIFICATE_COLUMNS)
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)

export const certificatesOf = (db: Db | Tx, establishmentId: string) =>
  certificatesIn(db, establishmentId).orderBy('createdAt').orderBy('id').execute()

export async function certificateById(db: Db | Tx, establishmentId: string, id: string, lock = false) {
  const query = certificatesIn(db, establishmentId).where('id', '=', id)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** Whether the establishment has handed an application to one of these organizers. */
export async function hasAppliedTo(db: Db | Tx, establishmentId: string, organizerIds: readonly string[]) {
  const row = await db
    .selectFrom('application')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select('application.id')
    .where('application.establishmentId', '=', establishmentId)
    .where('application.state', '<>', 'draft')
    .where('fair.organizerId', '=', sql<string>`any(${organizerIds})`)
    .limit(1)
    .executeTakeFirst()
  return exists(row)
}

export const establishmentsOfPerson = (db: Db, personId: string) =>
  db
    .selectFrom('establishmentMember')
    .innerJoin('establishment', 'establishment.id', 'establishmentMember.establishmentId')
    .select(['establishment.id', 'name', 'taxCode', 'role'])
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .orderBy('nameKey')
    .execute()

const memberCount = () =>
  sql<number>`(
    select count(*)::int from establishment_member m where m.establishment_id = establishment.id and m.ended_at is null
  )`.as('memberCount')

/** Titles valid on a day, of several establishments at once. */
export const titlesOf = (db: Db, establishmentIds: readonly string[], today: string) =>
  db
    .selectFrom('recognition')
    .select(['establishmentId', 'scheme', 'level'])
    .where('establishmentId', '=', sql<string>`any(${establishmentIds})`)
    .where('removedAt', 'is', null)
    .where('issuedOn', '<=', today)
    .where('validUntil', '>=', today)
    .orderBy('issuedOn', 'desc')
    .orderBy('id')
    .execute()

export const fairOfOrganizer = (db: Db, organizerId: string, fairId: string) =>
  db
    .selectFrom('fair')
    .select('id')
    .where('organizerId', '=', organizerId)
    .where('id', '=', fairId)
    .executeTakeFirst()
