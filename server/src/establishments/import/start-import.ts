import { findHeaderRow, guessColumns } from '@hoicho/shared/establishments/import/columns.ts'
import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { mayRead } from '../../platform/permission.ts'
import { problem } from '../../platform/problem.ts'
import { previewRows } from './preview.ts'
import { replaceRows } from './queries.ts'
import { readImportFile } from './read-file.ts'
import { viewImport } from './reads.ts'

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
  const { rows, converted } = await readImportFile(bytes)
  const headerRow = findHeaderRow(rows)
  const headers = rows[headerRow ?? 0] ?? []
  const data = rows.slice((headerRow ?? 0) + 1)
  if (data.length === 0) throw problem('files.empty')
  const mapping = guessColumns(headers)
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const id = newId()
    const row = {
      id,
      organizerId,
      fileName: fileName.normalize('NFC').slice(0, 200),
      state: headerRow === null ? ('uploaded' as const) : ('previewed' as const),
      headers: headers.map(header => String(header ?? '').slice(0, 200)),
      mapping,
      convertedCount: converted,
      createdAt: ctx.now(),
    }
    await tx.insertInto('directoryImport').values(row).execute()
    const numbered = data.map((cells, i) => ({ rowNumber: i + 1, cells }))
    await replaceRows(tx, id, await previewRows(tx, ctx, mapping, numbered))
    const result = await viewImport(tx, organizerId, id)
    return { result, audit: { entity: 'directory-import', entityId: id, after: { rows: data.length } } }
  })
}
