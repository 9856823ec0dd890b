import type { Database } from '@hoicho/db/schema.ts'
import type { DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import { searchWords } from '@hoicho/shared/establishments/search-words.ts'
import type { DatedRule } from '@hoicho/shared/platform/dated-rules.ts'

import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
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

const productCount = () =>
  sql<number>`(
    select count(*)::int from product p where p.establishment_id = establishment.id and p.removed_at is null
  )`.as('productCount')

type Row = ExpressionBuilder<Database, 'establishment'>

/** One page of the directory and the row after it, in the order asked for. */
export async function directoryPage(db: Db, query: DirectoryQuery, today: string, limit: number) {
  const rows = db
    .selectFrom('establishment')
    .select(['id', 'name', 'nameEn', 'legalForm', 'taxCode', 'provinceScheme', 'provinceCode'])
    .select(['sectorCode', 'email', 'createdAt'])
    .select([memberCount(), productCount()])
    .where(row => row.and(filters(row, query, today)))
    .limit(limit)
  if (query.sort === 'newest') {
    const page = query.after
      ? rows.where(
          sql<SqlBool>`(created_at, id) < (select created_at, id from establishment where id = ${query.after})`,
        )
      : rows
    return await page.orderBy('createdAt', 'desc').orderBy('id', 'desc').execute()
  }
  const page = query.after
    ? rows.where(
        sql<SqlBool>`(name_key, id) > (select name_key, id from establishment where id = ${query.after})`,
      )
    : rows
  return await page.orderBy('nameKey').orderBy('id').execute()
}

/** How many fit the filters, counted no further than `atMost`: a search for a common word must not read them all. */
export async function directoryCount(db: Db, query: DirectoryQuery, today: string, atMost: number) {
  const { count } = await db
    .selectFrom(
      db
        .selectFrom('establishment')
        .select('id')
        .where(row => row.and(filters(row, query, today)))
        .limit(atMost)
        .as('fitting'),
    )
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Whole profiles as the filters leave them, in the order of names: for the export. */
export const directoryRows = (db: Db, query: DirectoryQuery, today: string) =>
  db
    .selectFrom('establishment')
    .select(PROFILE_COLUMNS)
    .where(row => row.and(filters(row, query, today)))
    .orderBy('nameKey')
    .orderBy('id')
    .execute()

/** A record of the directory, all its own columns. */
export type EstablishmentRecord = Awaited<ReturnType<typeof directoryRows>>[number]

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

function filters(row: Row, query: DirectoryQuery, today: string) {
  return [
    row('mergedInto', 'is', null),
    ...searched(row, query.q ?? ''),
    ...(query.sector ? [row('sectorCode', '=', query.sector)] : []),
    ...(query.province ? [inProvince(query.province)] : []),
    ...(query.endedBefore ? [hasEnded(query.endedBefore)] : []),
    ...(query.recognition ? [hasTitle(query.recognition, today)] : []),
  ]
}

/** Every word somewhere in the record's text; the number of a person only when it is known whole. */
function searched(row: Row, q: string) {
  const { words, personalTaxCode } = searchWords(q)
  if (personalTaxCode) return [row('taxCode', '=', personalTaxCode)]
  return words.map(pattern => row('searchText', 'like', pattern))
}

/** Today's unit also finds the records of the units that joined it; an old unit finds only records of its own time. */
function inProvince(province: string) {
  const [scheme = '', code = ''] = [province.slice(0, 6), province.slice(7)]
  return sql<SqlBool>`(
    (province_scheme = ${scheme} and province_code = ${code})
    or (${scheme} = 'gso-34' and province_scheme = 'gso-63' and province_code in (
      select old.code from province old where old.scheme = 'gso-63' and old.merged_into_code = ${code}
    ))
  )`
}

const hasTitle = (recognition: 'any' | 'cnnt' | 'ocop', today: string) =>
  sql<SqlBool>`exists (
    select from recognition r
    where r.establishment_id = establishment.id and r.removed_at is null
      and r.issued_on <= ${today} and r.valid_until >= ${today}
      and (${recognition} = 'any' or r.scheme = ${recognition})
  )`

export const fairOfOrganizer = (db: Db, organizerId: string, fairId: string) =>
  db
    .selectFrom('fair')
    .select('id')
    .where('organizerId', '=', organizerId)
    .where('id', '=', fairId)
    .executeTakeFirst()

/** A certificate or title that ends before the fair opens, with none of its kind that lasts until then. */
const hasEnded = (fairId: string) =>
  sql<SqlBool>`exists (
    select from fair f
    where f.id = ${fairId} and (
      exists (
        select from certificate c
        where c.establishment_id = establishment.id and c.removed_at is null and c.valid_until < f.opens_on
          and not exists (
            select from certificate n
            where n.establishment_id = c.establishment_id and n.kind = c.kind and n.removed_at is null
              and (n.valid_until is null or n.valid_until >= f.opens_on)
          )
      )
      or exists (
        select from recognition r
        where r.establishment_id = establishment.id and r.removed_at is null and r.valid_until < f.opens_on
          and not exists (
            select from recognition n
            where n.establishment_id = r.establishment_id and n.scheme = r.scheme and n.removed_at is null
              and n.valid_until >= f.opens_on
          )
      )
    )
  )`
