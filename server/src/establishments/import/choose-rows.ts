import type { ImportView, RowChoice } from '@hoicho/shared/establishments/import/schema.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { found, invalid, problem } from '../../platform/problem.ts'
import { importById } from './queries.ts'
import { viewImport } from './reads.ts'

/** Chooses what is done with rows of a preview. Refused (422 at /action) where the verdict of one does not allow it. */
export async function chooseRows(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  { rowNumbers, action }: RowChoice,
): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const { state } = found(await importById(tx, organizerId, importId, true))
    if (state !== 'previewed') throw problem('establishments.import-wrong-state')
    const wanted = [...new Set(rowNumbers)]
    const chosen = await tx
      .updateTable('directoryImportRow')
      .set({ action })
      .where('importId', '=', importId)
      .where('rowNumber', '=', sql<number>`any(${wanted})`)
      .where(sql<boolean>`jsonb_exists(actions, ${action})`)
      .returning('rowNumber')
      .execute()
    if (chosen.length !== wanted.length) throw invalid({ pointer: '/action', code: 'choice' })
    const result = await viewImport(tx, organizerId, importId)
    return {
      result,
      audit: { entity: 'directory-import', entityId: importId, after: { action, rowNumbers: wanted } },
    }
  })
}
