import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { invalid } from '../../platform/problem.ts'
import { moveImport } from './move-import.ts'
import type { Mapping } from './preview.ts'
import { stagedRows } from './queries.ts'
import { viewImport } from './reads.ts'
import { numbered } from './restage.ts'
import { stageRows } from './stage-file.ts'

/**
 * Says which field each column holds and previews the list again, against the directory as it is now; earlier choices
 * are forgotten. Refused (422 at /mapping): no name and no record number, a field twice, another number of columns.
 */
export async function mapImport(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  mapping: Mapping,
): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const before = await moveImport(tx, ctx, organizerId, importId, 'map')
    const given = mapping.filter(field => field !== null)
    // Written by startImport: one heading for each column.
    const isFitting = mapping.length === (before.headers as string[]).length
    const isTelling = given.includes('name') || given.includes('id')
    if (!isFitting || !isTelling || new Set(given).size !== given.length) {
      throw invalid({ pointer: '/mapping', code: 'invalid' })
    }
    await tx
      .updateTable('directoryImport')
      .set({ mapping: [...mapping] })
      .where('id', '=', importId)
      .execute()
    await stageRows(tx, ctx, importId, mapping, numbered(await stagedRows(tx, importId)))
    const result = await viewImport(tx, organizerId, importId)
    return { result, audit: { entity: 'directory-import', entityId: importId, after: { mapping } } }
  })
}
