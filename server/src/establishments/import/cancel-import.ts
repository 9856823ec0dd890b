import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { moveImport } from './move-import.ts'
import { replaceRows } from './queries.ts'
import { viewImport } from './reads.ts'

/** Gives up an import that was not applied; its file and its rows, which may name persons, are deleted. */
export async function cancelImport(ctx: Ctx, organizerId: string, importId: string): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    await moveImport(tx, ctx, organizerId, importId, 'cancel')
    await replaceRows(tx, importId, [])
    await tx.deleteFrom('directoryImportSource').where('importId', '=', importId).execute()
    await tx.updateTable('directoryImport').set({ samples: [] }).where('id', '=', importId).execute()
    const result = await viewImport(tx, organizerId, importId)
    return {
      result,
      audit: { entity: 'directory-import', entityId: importId, after: { state: 'cancelled' } },
    }
  })
}
