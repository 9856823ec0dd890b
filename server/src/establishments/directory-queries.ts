import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import type { DirectoryEntry, DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import { searchWords } from '@hoicho/shared/establishments/search-words.ts'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { PROFILE_COLUMNS } from './queries.ts'

/** How many fit the filters, counted no further than `atMost`. */
export async function directoryCount(db: Db, query: DirectoryQuery, today: string, atMost: number) {
  const where = await filters(db, query, today)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from (select from establishment where ${where} limit ${atMost}) fitting`.execute(db)
  return rows[0]?.count ?? 0
}

export type DirectoryRow = Omit<DirectoryEntry, 'titles'>
type Limits = { page: number; counted: number }

/**
 * One page of the directory, and how many fit, counted no further than `counted`. In the order of names, those whose name
 * begins with what was typed come first, then those that begin with its first word. What fits few is gathered by the indexes of the filters and sorted; what fits
 * more than are counted is met soon by walking the order of the list. Which index finds least depends on the words, so
 * the statements are planned for their values each time: gathering, and at most three walks.
 */
export async function directoryPage(db: Db, query: DirectoryQuery, today: string, limits: Limits) {
  return await db.transaction().execute(async tx => {
    await sql`set local plan_cache_mode = force_custom_plan`.execute(tx)
    const stretch = await stretchOf(tx, query)
    const where = await filters(tx, query, today)
    const gathered = await gather(tx, where, stretch, limits)
    if (gathered.count < limits.counted) return gathered
    return { count: gathered.count, rows: await walk(tx, where, stretch, limits.page) }
  })
}

/** Whole profiles as the filters leave them, in the order of names: for the export. */
export async function directoryRows(db: Db, query: DirectoryQuery, today: string) {
  return await db
    .selectFrom('establishment')
    .select(PROFILE_COLUMNS)
    .where(await filters(db, query, today))
    .orderBy(sql`name_key collate "C"`)
    .orderBy('id')
    .execute()
}

/** A record of the directory, all its own columns. */
export type EstablishmentRecord = Awaited<ReturnType<typeof directoryRows>>[number]

const BY_NAME = sql`name_key collate "C", id`
const NEWEST = sql`created_at desc, id desc`

type Sql = RawBuilder<unknown>
/** What is left of the list in its order, whole and as the pieces that follow each other along one index. */
type Stretch = { left: Sql; order: Sql; pieces: { left: Sql; order: Sql }[] }

async function stretchOf(tx: Tx, { q, sort, after: afterId }: DirectoryQuery): Promise<Stretch> {
  const after = afterId === undefined ? undefined : await placeOf(tx, afterId)
  if (sort === 'newest') {
    const left = after ? sql`(created_at, id) < (${after.createdAt}, ${after.id})` : sql`true`
    return { left, order: NEWEST, pieces: [{ left, order: NEWEST }] }
  }
  const beginnings = beginningsOf(q ?? '')
  const began = after ? beginnings.findIndex(words => after.nameKey.startsWith(words)) : 0
  const further = after ? sql`(name_key collate "C", id) > (${after.nameKey}, ${after.id})` : sql`true`
  const pieces = tiersOf(beginnings)
    .slice(began)
    .map((tier, i) => (i === 0 ? sql`${tier} and ${further}` : tier))
  const order = sql.join([...beginnings.map(words => sql`not ${beginsWith(words)}`), BY_NAME])
  return {
    left: sql`(${sql.join(pieces, sql` or `)})`,
    order,
    pieces: pieces.map(left => ({ left, order: BY_NAME })),
  }
}

/** What names found first begin with: all that was typed, then its first word; any name begins with nothing. */
function beginningsOf(q: string): string[] {
  const typed = establishmentNameKey(q)
  return [...new Set([typed, typed.split(' ')[0] ?? '', ''])]
}

/** Each beginning without those before it: the last, of nothing, is the rest of the list. */
const tiersOf = (beginnings: readonly string[]) =>
  beginnings.map((words, i) => {
    const before = beginnings[i - 1]
    return before === undefined
      ? beginsWith(words)
      : sql`(${beginsWith(words)} and not ${beginsWith(before)})`
  })

async function placeOf(tx: Tx, id: string) {
  return await tx
    .selectFrom('establishment')
    .select(['id', 'nameKey', 'createdAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** All that fit, counted, and the first of them in the order. With more than are counted the page means nothing. */
async function gather(tx: Tx, where: Sql, { left, order }: Stretch, { page, counted }: Limits) {
  const { rows } = await sql<DirectoryRow & { count: number }>`
    with fitting as materialized (
      select id, name_key, created_at from establishment where ${where} limit ${counted}
    ), page as (
      select id, row_number() over (order by ${order}) as place from fitting where ${left} order by place limit ${page}
    )
    select (select count(*)::int from fitting) as count, ${SHOWN}
    from (select) once left join page on true left join establishment using (id) order by place`.execute(tx)
  const [first] = rows
  return { count: first?.count ?? 0, rows: rows.filter(row => row.id !== null).map(withoutCount) }
}

function withoutCount(counted: DirectoryRow & { count: number }): DirectoryRow {
  const row: DirectoryRow & { count?: number } = { ...counted }
  delete row.count
  return row
}

/** Piece by piece along the index of the order until the page is full; `offset 0` keeps the walk a walk. */
async function walk(tx: Tx, where: Sql, { pieces }: Stretch, limit: number): Promise<DirectoryRow[]> {
  const page: DirectoryRow[] = []
  for (const { left, order } of pieces) {
    if (page.length === limit) break
    const { rows } = await sql<DirectoryRow>`
      with page as materialized (
        select * from (
          select * from establishment where merged_into is null and ${left} order by ${order} offset 0
        ) establishment
        where ${where} limit ${limit - page.length}
      )
      select ${SHOWN} from page establishment order by ${order}`.execute(tx)
    page.push(...rows)
  }
  return page
}

/** What the list shows of each. */
const SHOWN = sql`
  establishment.id, name, name_en, legal_form, tax_code, province_scheme, province_code, sector_code, email,
  establishment.created_at,
  (select count(*)::int from establishment_member m where m.establishment_id = establishment.id and m.ended_at is null)
    as member_count,
  (select count(*)::int from product p where p.establishment_id = establishment.id and p.removed_at is null)
    as product_count`

/** A range of the index: everything between the letters and the letters with the last sign there is after them. */
const beginsWith = (typed: string) =>
  typed === ''
    ? sql<SqlBool>`true`
    : sql<SqlBool>`(name_key collate "C" >= ${typed} and name_key collate "C" < ${`${typed}\u{10FFFF}`})`

async function filters(db: Db | Tx, query: DirectoryQuery, today: string): Promise<RawBuilder<SqlBool>> {
  const conditions = [
    sql<SqlBool>`merged_into is null`,
    ...searched(query.q ?? ''),
    ...(query.sector ? [sql<SqlBool>`sector_code = ${query.sector}`] : []),
    ...(query.province ? [await provincesOf(db, query.province)] : []),
    ...(query.endedBefore ? [hasEnded(query.endedBefore)] : []),
    ...(query.recognition ? [hasTitle(query.recognition, today)] : []),
  ]
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

/** Every word somewhere in the record's text; the number of a person only when it is known whole. */
function searched(q: string) {
  const { words, personalTaxCode } = searchWords(q)
  if (personalTaxCode) return [sql<SqlBool>`tax_code = ${personalTaxCode}`]
  return words.map(pattern => sql<SqlBool>`search_text like ${pattern}`)
}

/** Today's unit also finds the records of the units that joined it; an old unit finds only records of its own time. */
async function provincesOf(db: Db | Tx, province: string) {
  const [scheme, code] = [province.slice(0, 6), province.slice(7)]
  const joined =
    scheme === 'gso-34'
      ? await db
          .selectFrom('province')
          .select('code')
          .where('scheme', '=', 'gso-63')
          .where('mergedIntoCode', '=', code)
          .execute()
      : []
  return sql<SqlBool>`(
    (province_scheme = ${scheme} and province_code = ${code})
    or (province_scheme = 'gso-63' and province_code = any(${joined.map(old => old.code)}::text[]))
  )`
}

const hasTitle = (recognition: 'any' | 'cnnt' | 'ocop', today: string) =>
  sql<SqlBool>`exists (
    select from recognition r
    where r.establishment_id = establishment.id and r.removed_at is null
      and r.issued_on <= ${today} and r.valid_until >= ${today}
      and (${recognition} = 'any' or r.scheme = ${recognition})
  )`

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
