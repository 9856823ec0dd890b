import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { found, problem } from '../../platform/problem.ts'
import { importById } from './queries.ts'
import { viewImport } from './reads.ts'
import { runOf } from './run.ts'

/** Asks the import that is being applied to stop: it leaves nothing behind. Refused where none is at work. */
export async function stopImport(ctx: Ctx, organizerId: string, importId: string): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    found(await importById(tx, organizerId, importId))
    const run = await runOf(tx, importId)
    if (!run?.isRunning) throw problem('establishments.import-wrong-state')
    await tx
      .updateTable('directoryImportRun')
      .set({ isStopped: true })
      .where('importId', '=', importId)
      .execute()
    const result = await viewImport(tx, organizerId, importId)
    return {
      result,
      audit: { entity: 'directory-import', entityId: importId, after: { isStopped: true } },
    }
  })
}
