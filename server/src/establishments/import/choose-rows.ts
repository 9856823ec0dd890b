import type { ImportView, RowChoice } from '@hoicho/shared/establishments/import/schema.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { found, invalid, problem } from '../../platform/problem.ts'
import { filtered, importById } from './queries.ts'
import { viewImport } from './reads.ts'

/**
 * Chooses what is done with rows of a preview: those named, or all that a filter leaves and that allow it. Refused (422 at
 * /action) where the verdict of one that was named does not allow it.
 */
export async function chooseRows(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  choice: RowChoice,
): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const { state } = found(await importById(tx, organizerId, importId, true))
    if (state !== 'previewed') throw problem('establishments.import-wrong-state')
    const { action, rowNumbers, ...filter } = choice
    const named = rowNumbers && [...new Set(rowNumbers)]
    const chosen = await choose(tx, importId, choice)
    if (named && chosen !== named.length) throw invalid({ pointer: '/action', code: 'choice' })
    const result = await viewImport(tx, organizerId, importId)
    const which = named ? { rowNumbers: named } : { ...filter, chosen }
    return { result, audit: { entity: 'directory-import', entityId: importId, after: { action, ...which } } }
  })
}

/** A row that is to be updated and kept all its fields before takes them all again. */
async function choose(tx: Tx, importId: string, { action, rowNumbers, ...filter }: RowChoice) {
  const which = rowNumbers
    ? sql`row.import_id = ${importId} and row.row_number = any(${[...new Set(rowNumbers)]})`
    : filtered(importId, filter)
  const { numAffectedRows } = await sql`
    update directory_import_row row
    set action = ${action}::text,
      taken = case when ${action}::text = 'update' and taken = '[]' then differs else taken end
    where ${which} and jsonb_exists(actions, ${action}::text)`.execute(tx)
  return Number(numAffectedRows ?? 0)
}
