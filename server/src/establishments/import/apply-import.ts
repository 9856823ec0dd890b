import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { mayRead } from '../../platform/permission.ts'
import { found, problem } from '../../platform/problem.ts'
import { auditEach } from './audit-each.ts'
import { moveImport } from './move-import.ts'
import { importById } from './queries.ts'
import { viewImport } from './reads.ts'
import { holdRun, openRun, refuseStopped, reportDone } from './run.ts'
import { COLUMNS } from './transfer-columns.ts'

/** Rows done between two looks at whether to stop. */
const PORTION = 500

/**
 * Brings in every row whose action says so, in one transaction: all of them or none, also when the process ends half way.
 * Refused with establishments.import-stale where a record was changed, taken over or added since the preview (map again,
 * then apply), -running while another try is at work, and -stopped when somebody asked it to stop.
 */
export async function applyImport(ctx: Ctx, organizerId: string, importId: string): Promise<ImportView> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  found(await importById(ctx.app.db, organizerId, importId))
  await openRun(ctx.app.db, importId, ctx.now())
  return await change(
    ctx,
    'establishments.import',
    { organizer: organizerId },
    async tx => {
      await holdRun(tx, importId)
      await moveImport(tx, ctx, organizerId, importId, 'apply')
      await refuseStale(tx, importId)
      const count = await applyRows(tx, ctx, organizerId, importId)
      await tx.deleteFrom('directoryImportSource').where('importId', '=', importId).execute()
      const result = await viewImport(tx, organizerId, importId)
      return { result, audit: { entity: 'directory-import', entityId: importId, after: { count } } }
    },
    { establishment_tax_code: 'establishments.import-stale' },
  )
}

/** A part of the rows: those with numbers after `from` up to `to`. */
export type Portion = { importId: string; from: number; to: number }

async function applyRows(tx: Tx, ctx: Ctx, organizerId: string, importId: string): Promise<number> {
  const touched = await tx
    .selectFrom('directoryImportRow')
    .select('rowNumber')
    .where('importId', '=', importId)
    .where('action', '<>', 'skip')
    .orderBy('rowNumber')
    .execute()
  for (let start = 0; start < touched.length; start += PORTION) {
    await refuseStopped(tx, importId)
    const numbers = touched.slice(start, start + PORTION).map(row => row.rowNumber)
    const portion = { importId, from: (numbers[0] ?? 1) - 1, to: numbers.at(-1) ?? 0 }
    await keepBefore(tx, portion)
    await updateRecords(tx, portion)
    await createRecords(tx, ctx, portion)
    await auditEach(tx, ctx, organizerId, importId, numbers)
    reportDone(ctx.app.db, importId, start + numbers.length)
  }
  await refuseStopped(tx, importId)
  return touched.length
}

/** Locks the records to be changed, in one order, and compares them with what the preview saw. */
async function refuseStale(tx: Tx, importId: string): Promise<void> {
  await sql`
    select e.id from establishment e
    where e.id in (select establishment_id from directory_import_row where import_id = ${importId} and action = 'update')
    order by e.id for update`.execute(tx)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from directory_import_row r left join establishment e on e.id = r.establishment_id
    where r.import_id = ${importId} and r.action = 'update' and (
      e.version is distinct from r.matched_version
      or exists (select from establishment_member m where m.establishment_id = e.id and m.ended_at is null)
    )`.execute(tx)
  if (rows[0]?.count) throw problem('establishments.import-stale')
}

const within = ({ importId, from, to }: Portion) =>
  sql`r.import_id = ${importId} and r.row_number > ${from} and r.row_number <= ${to}`

const keepBefore = (tx: Tx, portion: Portion) =>
  sql`
    update directory_import_row r
    set before = (
      select jsonb_object_agg(o.key, o.value) from jsonb_each(to_jsonb(e)) o where jsonb_exists(r.taken, o.key)
    )
    from establishment e
    where ${within(portion)} and r.action = 'update' and e.id = r.establishment_id`.execute(tx)

const updateRecords = (tx: Tx, portion: Portion) =>
  sql`
    update establishment e
    set (${sql.raw(COLUMNS)}, version) = (select ${sql.raw(COLUMNS)}, e.version + 1
      from jsonb_populate_record(e, (
        select jsonb_object_agg(v.key, v.value) from jsonb_each(r.record) v where jsonb_exists(r.taken, v.key)
      )))
    from directory_import_row r
    where ${within(portion)} and r.action = 'update' and e.id = r.establishment_id`.execute(tx)

/** What a new record has where the file is silent. */
const EMPTY = JSON.stringify({
  registered_address: '',
  production_address: '',
  export_markets: '',
  introduction_vi: '',
  introduction_en: '',
})

async function createRecords(tx: Tx, ctx: Ctx, portion: Portion): Promise<void> {
  await sql`
    insert into establishment (${sql.raw(COLUMNS)}, id, created_at)
    select ${sql.raw(COLUMNS)}, n.new_id, ${ctx.now()}::timestamptz
    from (select new_id, record from directory_import_row r where ${within(portion)} and r.action = 'create') n
    cross join lateral (
      select ${sql.raw(COLUMNS)}
      from jsonb_populate_record(null::establishment, ${EMPTY}::text::jsonb || n.record)
    ) p`.execute(tx)
}
