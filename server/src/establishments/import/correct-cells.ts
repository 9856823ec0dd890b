import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import type { CellCorrection, ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { nfc } from '@hoicho/shared/platform/text.ts'
import { change } from '../../platform/change.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { translator } from '../../platform/i18n.ts'
import { found, problem } from '../../platform/problem.ts'
import type { Mapping } from './preview.ts'
import { importById, stagedRows } from './queries.ts'
import { viewImport } from './reads.ts'
import { numbered, restage } from './restage.ts'

type DirectoryImport = NonNullable<Awaited<ReturnType<typeof importById>>>

/**
 * Writes another text into a cell of a preview, or into every cell of its column that reads the same, and judges the rows
 * again. A field the file has no column for gets one. Choices made for other rows stay.
 */
export async function correctCells(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  correction: CellCorrection,
): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const before = found(await importById(tx, organizerId, importId, true))
    if (before.state !== 'previewed') throw problem('establishments.import-wrong-state')
    // Written by startImport and mapImport as these types.
    const known = before.mapping as Mapping
    const mapping = known.includes(correction.field)
      ? known
      : await addColumn(tx, importId, before, correction.field)
    const column = mapping.indexOf(correction.field)
    const staged = await stagedRows(tx, importId)
    const rows = numbered(staged)
    const old = found(rows.find(row => row.rowNumber === correction.rowNumber)).cells[column] ?? null
    const isMeant = (row: (typeof rows)[number]) =>
      row.rowNumber === correction.rowNumber || (correction.alike && (row.cells[column] ?? null) === old)
    const value = nfc(correction.value).trim() || null
    const corrected = rows.filter(isMeant).map(row => ({ ...row, cells: withCell(row.cells, column, value) }))
    await restage(tx, ctx, importId, mapping, staged, corrected)
    const result = await viewImport(tx, organizerId, importId)
    const after = { field: correction.field, value, rowNumbers: corrected.map(row => row.rowNumber) }
    return {
      result,
      audit: { entity: 'directory-import', entityId: importId, before: { value: old }, after },
    }
  })
}

/** A column at the end for a field that the file has none for. */
async function addColumn(
  tx: Tx,
  importId: string,
  { headers, mapping, samples }: Pick<DirectoryImport, 'headers' | 'mapping' | 'samples'>,
  field: TransferField,
): Promise<Mapping> {
  const t = await translator('vi', 'directory-import-desk')
  // Written by startImport: one of each for every column.
  const wider = [...(mapping as Mapping), field]
  await tx
    .updateTable('directoryImport')
    .set({
      headers: [...(headers as string[]), t(`field.${field}`)],
      mapping: wider,
      samples: [...(samples as unknown[]), []],
    })
    .where('id', '=', importId)
    .execute()
  return wider
}

const withCell = (cells: readonly ImportCell[], column: number, value: ImportCell): ImportCell[] =>
  Array.from({ length: Math.max(cells.length, column + 1) }, (_, i) =>
    i === column ? value : (cells[i] ?? null),
  )
