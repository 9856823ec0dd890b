import type { ImportRowsQuery } from '@hoicho/shared/establishments/import/schema.ts'
import type { Known, KnownIndex } from '@hoicho/shared/establishments/import/verdict.ts'
import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
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

export const cellsOf = (db: Db | Tx, importId: string) =>
  db
    .selectFrom('directoryImportRow')
    .select(['rowNumber', 'cells'])
    .where('importId', '=', importId)
    .orderBy('rowNumber')
    .execute()

/** How many rows have which verdict and action. */
export const countsOf = (db: Db | Tx, importId: string) =>
  db
    .selectFrom('directoryImportRow')
    .select(['verdict', 'action', sql<number>`count(*)::int`.as('count')])
    .where('importId', '=', importId)
    .groupBy(['verdict', 'action'])
    .orderBy('verdict')
    .orderBy('action')
    .execute()

/** Rows of a preview after a row number, each with the record it was matched with and what it would change there. */
export const rowsAfter = (
  db: Db,
  importId: string,
  { verdict, after = 0 }: ImportRowsQuery,
  limit: number,
) => {
  const rows = db
    .selectFrom('directoryImportRow as row')
    .leftJoin('establishment as e', 'e.id', 'row.establishmentId')
    .select([
      'rowNumber',
      'cells',
      'verdict',
      'action',
      'actions',
      'row.establishmentId',
      'e.name as establishmentName',
    ])
    .select(['matchedBy', 'twinOf', 'faults', 'notes'])
    .select(
      sql<unknown>`coalesce((
        select jsonb_agg(jsonb_build_object('column', k, 'before', to_jsonb(e) -> k, 'after', record -> k) order by k)
        from jsonb_array_elements_text(taken) k where k <> 'name_key'
      ), '[]')`.as('changes'),
    )
    .where('importId', '=', importId)
    .where('rowNumber', '>', after)
    .orderBy('rowNumber')
    .limit(limit)
  return (verdict ? rows.where('verdict', '=', verdict) : rows).execute()
}

/** A staged row as it is written: keys are the columns. */
export type StagedRow = {
  row_number: number
  cells: unknown
  verdict: string
  action: string
  actions: unknown
  record: unknown
  taken: unknown
  new_id: string
  establishment_id: string | null
  matched_by: string | null
  matched_version: number | null
  twin_of: number | null
  faults: unknown
  notes: unknown
}

/** Puts these rows in the place of what was staged. */
export async function replaceRows(tx: Tx, importId: string, rows: readonly StagedRow[]): Promise<void> {
  await tx.deleteFrom('directoryImportRow').where('importId', '=', importId).execute()
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = JSON.stringify(rows.slice(start, start + BATCH))
    await sql`
      insert into directory_import_row (import_id, row_number, cells, verdict, action, actions, record, taken, new_id,
        establishment_id, matched_by, matched_version, twin_of, faults, notes)
      select ${importId}, row_number, cells, verdict, action, actions, record, taken, new_id,
        establishment_id, matched_by, matched_version, twin_of, faults, notes
      from jsonb_populate_recordset(null::directory_import_row, ${batch}::text::jsonb)`.execute(tx)
  }
}

type Wanted = { ids: readonly string[]; taxCodes: readonly string[]; nameKeys: ReadonlySet<string> }
export type KnownRecord = Known & { version: number }

/** The records of the directory that share a number, a tax code or a name with one of the rows. */
export async function knownIndex(
  tx: Tx,
  wanted: Wanted,
): Promise<KnownIndex & { versions: Map<string, number> }> {
  const named = await idsByName(tx, wanted.nameKeys)
  const records = await tx
    .selectFrom('establishment')
    .selectAll()
    .select(
      sql<boolean>`exists (
        select from establishment_member m where m.establishment_id = establishment.id and m.ended_at is null
      )`.as('isClaimed'),
    )
    .where('mergedInto', 'is', null)
    .where(row =>
      row.or([
        row('id', '=', sql<string>`any(${[...wanted.ids, ...named]})`),
        row('taxCode', '=', sql<string>`any(${wanted.taxCodes})`),
      ]),
    )
    .execute()
  const byName = new Map<string, Known[]>()
  // A row of the table is a record with more columns than are compared.
  const known = records as unknown as KnownRecord[]
  for (const one of known) {
    const key = establishmentNameKey(one.name)
    byName.set(key, [...(byName.get(key) ?? []), one])
  }
  return {
    byId: new Map(known.map(one => [one.id, one])),
    byTaxCode: new Map(known.flatMap(one => (one.taxCode ? [[one.taxCode, one] as const] : []))),
    byName,
    versions: new Map(known.map(one => [one.id, one.version])),
  }
}

/** Records by the key their name is kept under. */
async function idsByName(tx: Tx, nameKeys: ReadonlySet<string>): Promise<string[]> {
  if (nameKeys.size === 0) return []
  const rows = await tx
    .selectFrom('establishment')
    .select('id')
    .where('nameKey', '=', sql<string>`any(${[...nameKeys]})`)
    .where('mergedInto', 'is', null)
    .execute()
  return rows.map(row => row.id)
}
