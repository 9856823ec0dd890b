import type { ImportRowsQuery, RowChoice } from '@hoicho/shared/establishments/import/schema.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/context.ts'

/** Rows written by one statement. */
const BATCH = 2000

export const importById = (db: Db | Tx, organizerId: string, importId: string, lock = false) => {
  const query = db
    .selectFrom('directoryImport')
    .selectAll()
    .where('organizerId', '=', organizerId)
    .where('id', '=', importId)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The imports of an organizer, the latest first, each with who began it. */
export const importsOf = (db: Db, organizerId: string, limit: number) =>
  db
    .selectFrom('directoryImport as i')
    .leftJoin('person as p', 'p.id', 'i.createdBy')
    .select(['i.id', 'fileName', 'state', 'i.createdAt', 'appliedAt', 'undoneAt', 'finalCounts'])
    .select('p.name as createdByName')
    .where('organizerId', '=', organizerId)
    .orderBy('i.createdAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit)
    .execute()

export const personName = (db: Db | Tx, personId: string) =>
  db.selectFrom('person').select('name').where('id', '=', personId).executeTakeFirst()

export const sourceOf = (db: Db | Tx, importId: string) =>
  db.selectFrom('directoryImportSource').select('bytes').where('importId', '=', importId).executeTakeFirst()

/** What a staged row is judged by, and what was chosen for it. */
export const stagedRows = (db: Db | Tx, importId: string) =>
  db
    .selectFrom('directoryImportRow')
    .select(['rowNumber', 'cells', 'verdict', 'action', 'actions', 'record', 'taken', 'differs', 'newId'])
    .select(['establishmentId', 'matchedBy', 'matchedVersion', 'twinOf', 'faults', 'notes'])
    .where('importId', '=', importId)
    .orderBy('rowNumber')
    .execute()

/** How many rows of each import have which verdict and action. */
export const countsOf = (db: Db | Tx, importIds: readonly string[]) =>
  db
    .selectFrom('directoryImportRow')
    .select(['importId', 'verdict', 'action', sql<number>`count(*)::int`.as('count')])
    .where('importId', '=', sql<string>`any(${importIds})`)
    .groupBy(['importId', 'verdict', 'action'])
    .orderBy('verdict')
    .orderBy('action')
    .execute()

type Filter = Pick<RowChoice, 'verdict' | 'q'>

/** Rows of an import as a filter leaves them. A number alone finds the row of that number too. */
export function filtered(importId: string, { verdict, q }: Filter) {
  const words = foldText(q ?? '')
    .split(' ')
    .filter(word => word !== '')
    .map(word => sql`and row.search_text like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  const isNumber = /^\d{1,6}$/.test(q?.trim() ?? '')
  const bySearch = isNumber
    ? sql`and (row.row_number = ${Number(q)} or (true ${sql.join(words, sql` `)}))`
    : sql.join(words, sql` `)
  return sql`row.import_id = ${importId} ${verdict ? sql`and row.verdict = ${verdict}` : sql``} ${words.length > 0 ? bySearch : sql``}`
}

/** How many rows a filter leaves, and for how many of them which choice would be another than now. */
export async function countFiltered(db: Db, importId: string, filter: Filter) {
  const { rows } = await sql<{ total: number; create: number; update: number; skip: number }>`
    select count(*)::int as total,
      (count(*) filter (where action <> 'create' and jsonb_exists(actions, 'create')))::int as create,
      (count(*) filter (where action <> 'update' and jsonb_exists(actions, 'update')))::int as update,
      (count(*) filter (where action <> 'skip' and jsonb_exists(actions, 'skip')))::int as skip
    from directory_import_row row where ${filtered(importId, filter)}`.execute(db)
  return rows[0] ?? { total: 0, create: 0, update: 0, skip: 0 }
}

const ORDERS = {
  row: sql`row.row_number`,
  name: sql`fold_text(row.name), row.row_number`,
  verdict: sql`array_position(array['fault', 'duplicate', 'update', 'new', 'unchanged'], row.verdict), row.row_number`,
}

/** One page of a preview, each row with the record it was matched with (`known`), as the table keeps it. */
export async function pageOfRows(db: Db, importId: string, query: ImportRowsQuery, size: number) {
  const { rows } = await sql<StagedView>`
    select row.row_number as "rowNumber", cells, verdict, action, actions, record, taken, differs, faults, notes,
      row.establishment_id as "establishmentId", matched_by as "matchedBy", twin_of as "twinOf",
      left_because as "leftBecause", to_jsonb(e) as known,
      exists (select from establishment_member m where m.establishment_id = e.id and m.ended_at is null) as "isClaimed"
    from directory_import_row row left join establishment e on e.id = row.establishment_id
    where ${filtered(importId, query)}
    order by ${ORDERS[query.sort ?? 'row']}
    limit ${size} offset ${(query.page ?? 0) * size}`.execute(db)
  return rows
}

export type StagedView = {
  rowNumber: number
  cells: unknown
  verdict: string
  action: string
  actions: unknown
  record: Record<string, unknown>
  taken: string[]
  differs: string[]
  faults: unknown
  notes: unknown
  establishmentId: string | null
  matchedBy: string | null
  twinOf: number | null
  leftBecause: string | null
  known: Record<string, unknown> | null
  isClaimed: boolean
}

/** A staged row as it is written: keys are the columns. */
export type StagedRow = {
  row_number: number
  cells: unknown
  name: string
  search_text: string
  verdict: string
  action: string
  actions: readonly string[]
  record: Record<string, unknown>
  taken: readonly string[]
  differs: readonly string[]
  new_id: string
  establishment_id: string | null
  matched_by: string | null
  matched_version: number | null
  twin_of: number | null
  faults: unknown
  notes: unknown
}

/** Puts these rows in the place of what was staged: of everything, or of the rows with these numbers. */
export async function replaceRows(tx: Tx, importId: string, rows: readonly StagedRow[], only?: number[]) {
  const staged = tx.deleteFrom('directoryImportRow').where('importId', '=', importId)
  await (only ? staged.where('rowNumber', '=', sql<number>`any(${only})`) : staged).execute()
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH))
    await sql`
      insert into directory_import_row (import_id, row_number, cells, name, search_text, verdict, action, actions,
        record, taken, differs, new_id, establishment_id, matched_by, matched_version, twin_of, faults, notes)
      select ${importId}, row_number, cells, name, search_text, verdict, action, actions,
        record, taken, differs, new_id, establishment_id, matched_by, matched_version, twin_of, faults, notes
      from jsonb_populate_recordset(null::directory_import_row, ${batch}::text::jsonb)`.execute(tx)
  }
}
