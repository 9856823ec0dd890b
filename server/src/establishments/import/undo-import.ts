import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { moveImport } from './move-import.ts'
import { viewImport } from './reads.ts'
import { COLUMNS } from './transfer-columns.ts'

const UNDO_HOURS = 24

/**
 * Takes an import back within 24 hours, all of it or nothing: new records go, changed ones get their former values.
 * Refused: establishments.import-too-late, and establishments.import-edited where a record was edited, taken over or
 * used (an application, a product, a paper) since.
 */
export async function undoImport(ctx: Ctx, organizerId: string, importId: string): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const { appliedAt } = await moveImport(tx, ctx, organizerId, importId, 'undo')
    const age = Date.parse(ctx.now()) - Date.parse(appliedAt ?? ctx.now())
    if (age > UNDO_HOURS * 3_600_000) throw problem('establishments.import-too-late', { hours: UNDO_HOURS })
    await refuseEdited(tx, importId)
    await restoreRecords(tx, importId)
    await removeRecords(tx, importId)
    const result = await viewImport(tx, organizerId, importId)
    return { result, audit: { entity: 'directory-import', entityId: importId, after: { state: 'undone' } } }
  })
}

/** Locks what the import touched; each must stand as the import left it, and nobody have an account for it. */
async function refuseEdited(tx: Tx, importId: string): Promise<void> {
  await sql`
    select e.id from establishment e
    where e.id in (
      select case when action = 'create' then new_id else establishment_id end
      from directory_import_row where import_id = ${importId} and action <> 'skip'
    )
    order by e.id for update`.execute(tx)
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from directory_import_row r
    left join establishment e on e.id = case when r.action = 'create' then r.new_id else r.establishment_id end
    where r.import_id = ${importId} and r.action <> 'skip' and (
      e.version is distinct from case when r.action = 'create' then 1 else r.matched_version + 1 end
      or exists (select from establishment_member m where m.establishment_id = e.id)
    )`.execute(tx)
  if (rows[0]?.count) throw problem('establishments.import-edited')
}

const restoreRecords = (tx: Tx, importId: string) =>
  sql`
    update establishment e
    set (${sql.raw(COLUMNS)}, version) = (select ${sql.raw(COLUMNS)}, e.version + 1 from jsonb_populate_record(e, r.before))
    from directory_import_row r
    where r.import_id = ${importId} and r.action = 'update' and e.id = r.establishment_id`.execute(tx)

/** A foreign key that still names a record says that it is in use. */
async function removeRecords(tx: Tx, importId: string): Promise<void> {
  try {
    await sql`
      delete from establishment e using directory_import_row r
      where r.import_id = ${importId} and r.action = 'create' and e.id = r.new_id`.execute(tx)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '23503')
      throw problem('establishments.import-edited')
    throw error
  }
}
