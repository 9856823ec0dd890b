import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { change } from '../../platform/change.ts'
import { actorPersonId, type Ctx } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { mayRead } from '../../platform/permission.ts'
import { readImportFile } from './read-file.ts'
import { viewImport } from './reads.ts'
import { stagedColumns, stageRows } from './stage-file.ts'

/**
 * Takes a list (XLSX or CSV, at most 5 MB and 20,000 rows), guesses its columns and previews it. Nothing of it is in the
 * directory. Refused as `readImportFile` says, and with files.empty where there are headings only.
 */
export async function startImport(
  ctx: Ctx,
  organizerId: string,
  fileName: string,
  bytes: Uint8Array,
): Promise<ImportView> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  const file = await readImportFile(bytes)
  const { headers, mapping, samples, reading } = stagedColumns(file)
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const id = newId()
    const row = {
      id,
      organizerId,
      fileName: fileName.normalize('NFC').slice(0, 200),
      state: reading.isHeaderFound ? ('previewed' as const) : ('uploaded' as const),
      headers,
      mapping,
      samples,
      reading,
      convertedCount: reading.converted,
      createdAt: ctx.now(),
      createdBy: actorPersonId(ctx),
    }
    await tx.insertInto('directoryImport').values(row).execute()
    await tx
      .insertInto('directoryImportSource')
      .values({ importId: id, bytes: Buffer.from(bytes) })
      .execute()
    await stageRows(tx, ctx, id, mapping, file.rows)
    const result = await viewImport(tx, organizerId, id)
    return { result, audit: { entity: 'directory-import', entityId: id, after: { rows: file.rows.length } } }
  })
}
