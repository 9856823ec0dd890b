import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { auditEach } from './audit-each.ts'
import { moveImport } from './move-import.ts'
import { viewImport } from './reads.ts'
import { COLUMNS } from './transfer-columns.ts'

/**
 * Brings in every row whose action says so, in one transaction: all of them or none. Refused with
 * establishments.import-stale where a record was changed, taken over or added since the preview: map again, then apply.
 */
export async function applyImport(ctx: Ctx, organizerId: string, importId: string): Promise<ImportView> {
  return await change(
    ctx,
    'establishments.import',
    { organizer: organizerId },
    async tx => {
      await moveImport(tx, ctx, organizerId, importId, 'apply')
      await refuseStale(tx, importId)
      await keepBefore(tx, importId)
      await updateRecords(tx, importId)
      await createRecords(tx, ctx, importId)
      const count = await auditEach(tx, ctx, organizerId, importId)
      const result = await viewImport(tx, organizerId, importId)
      return { result, audit: { entity: 'directory-import', entityId: importId, after: { count } } }
    },
    { establishment_tax_code: 'establishments.import-stale' },
  )
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

const keepBefore = (tx: Tx, importId: string) =>
  sql`
    update directory_import_row r
    set before = (
      select jsonb_object_agg(o.key, o.value) from jsonb_each(to_jsonb(e)) o where jsonb_exists(r.taken, o.key)
    )
    from establishment e
    where r.import_id = ${importId} and r.action = 'update' and e.id = r.establishment_id`.execute(tx)

const updateRecords = (tx: Tx, importId: string) =>
  sql`
    update establishment e
    set (${sql.raw(COLUMNS)}, version) = (select ${sql.raw(COLUMNS)}, e.version + 1
      from jsonb_populate_record(e, (
        select jsonb_object_agg(v.key, v.value) from jsonb_each(r.record) v where jsonb_exists(r.taken, v.key)
      )))
    from directory_import_row r
    where r.import_id = ${importId} and r.action = 'update' and e.id = r.establishment_id`.execute(tx)

/** What a new record has where the file is silent. */
const EMPTY = JSON.stringify({
  registered_address: '',
  production_address: '',
  export_markets: '',
  introduction_vi: '',
  introduction_en: '',
})

async function createRecords(tx: Tx, ctx: Ctx, importId: string): Promise<void> {
  await sql`
    insert into establishment (${sql.raw(COLUMNS)}, id, created_at)
    select ${sql.raw(COLUMNS)}, n.new_id, ${ctx.now()}::timestamptz
    from (select new_id, record from directory_import_row where import_id = ${importId} and action = 'create') n
    cross join lateral (
      select ${sql.raw(COLUMNS)}
      from jsonb_populate_record(null::establishment, ${EMPTY}::text::jsonb || n.record)
    ) p`.execute(tx)
}
