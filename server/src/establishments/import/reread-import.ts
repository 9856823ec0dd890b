import type { ImportView, ReadingWish } from '@hoicho/shared/establishments/import/schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { mayRead } from '../../platform/permission.ts'
import { found, problem } from '../../platform/problem.ts'
import { moveImport } from './move-import.ts'
import { importById, sourceOf } from './queries.ts'
import { readImportFile } from './read-file.ts'
import { viewImport } from './reads.ts'
import { stagedColumns, stageRows } from './stage-file.ts'

/**
 * Reads the file again as a person says: another sheet, another row of headings, other letters. Columns are guessed anew,
 * choices and corrections are forgotten. Refused as `readImportFile` says, and with establishments.import-source-gone.
 */
export async function rereadImport(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  wish: ReadingWish,
): Promise<ImportView> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  found(await importById(ctx.app.db, organizerId, importId))
  const source = await sourceOf(ctx.app.db, importId)
  if (!source) throw problem('establishments.import-source-gone')
  const file = await readImportFile(source.bytes, wish)
  const { headers, mapping, samples, reading } = stagedColumns(file)
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    await moveImport(tx, ctx, organizerId, importId, reading.isHeaderFound ? 'map' : 'reread')
    await tx
      .updateTable('directoryImport')
      .set({
        headers,
        mapping,
        samples,
        reading,
        convertedCount: reading.converted,
      })
      .where('id', '=', importId)
      .execute()
    await stageRows(tx, ctx, importId, mapping, file.rows)
    const result = await viewImport(tx, organizerId, importId)
    return { result, audit: { entity: 'directory-import', entityId: importId, after: { ...wish } } }
  })
}
