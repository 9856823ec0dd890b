import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { moveImport } from './move-import.ts'
import { viewImport } from './reads.ts'
import { COLUMNS } from './transfer-columns.ts'
import { blockedRows, UNDO_HOURS, undoUntil } from './undo-blocks.ts'

/**
 * Takes an import back within 24 hours: new records go, changed ones get their former values. Where a record was edited,
 * taken over or used (an application, a product, a paper) since, nothing happens (establishments.import-edited), unless
 * `leaveBlocked`: then those stay as they are, each with the reason why, and the rest is taken back.
 * Refused later than that: establishments.import-too-late.
 */
export async function undoImport(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  leaveBlocked = false,
): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const { appliedAt } = await moveImport(tx, ctx, organizerId, importId, 'undo')
    if (ctx.now() > undoUntil(appliedAt ?? ctx.now())) {
      throw problem('establishments.import-too-late', { hours: UNDO_HOURS })
    }
    await lockTouched(tx, importId)
    const blocked = await blockedRows(tx, importId)
    if (blocked.length > 0 && !leaveBlocked) throw problem('establishments.import-edited')
    await markLeft(tx, importId, blocked)
    await restoreRecords(tx, importId)
    await removeRecords(tx, importId)
    const result = await viewImport(tx, organizerId, importId)
    const after = { state: 'undone', left: blocked.length }
    return { result, audit: { entity: 'directory-import', entityId: importId, after } }
  })
}

/** A row that names one of these as its own waits until this is done, so nothing comes into use meanwhile. */
const lockTouched = (tx: Tx, importId: string) =>
  sql`
    select e.id from establishment e
    where e.id in (
      select case when action = 'create' then new_id else establishment_id end
      from directory_import_row where import_id = ${importId} and action <> 'skip'
    )
    order by e.id for update`.execute(tx)

const markLeft = (tx: Tx, importId: string, blocked: Awaited<ReturnType<typeof blockedRows>>) =>
  sql`
    update directory_import_row r set left_because = b.because
    from jsonb_to_recordset(${JSON.stringify(blocked)}::text::jsonb) as b("rowNumber" int, because text)
    where r.import_id = ${importId} and r.row_number = b."rowNumber"`.execute(tx)

const restoreRecords = (tx: Tx, importId: string) =>
  sql`
    update establishment e
    set (${sql.raw(COLUMNS)}, version) = (select ${sql.raw(COLUMNS)}, e.version + 1 from jsonb_populate_record(e, r.before))
    from directory_import_row r
    where r.import_id = ${importId} and r.action = 'update' and r.left_because is null
      and e.id = r.establishment_id`.execute(tx)

const removeRecords = (tx: Tx, importId: string) =>
  sql`
    delete from establishment e using directory_import_row r
    where r.import_id = ${importId} and r.action = 'create' and r.left_because is null
      and e.id = r.new_id`.execute(tx)
