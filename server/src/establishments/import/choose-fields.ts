import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { found, invalid, problem } from '../../platform/problem.ts'
import { importById } from './queries.ts'
import { viewImport } from './reads.ts'
import { columnsOf } from './transfer-columns.ts'

/**
 * Chooses field by field between the record's value and the file's: `kept` names the fields that stay, the others that
 * differ are taken. Where all stay the row is skipped, else it updates. Refused (422 at /kept) for a row that may not update.
 */
export async function chooseFields(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  rowNumber: number,
  kept: readonly TransferField[],
): Promise<ImportView> {
  return await change(ctx, 'establishments.import', { organizer: organizerId }, async tx => {
    const { state } = found(await importById(tx, organizerId, importId, true))
    if (state !== 'previewed') throw problem('establishments.import-wrong-state')
    const ofRow = tx
      .selectFrom('directoryImportRow')
      .select(['differs', 'actions'])
      .where('importId', '=', importId)
      .where('rowNumber', '=', rowNumber)
    const row = found(await ofRow.executeTakeFirst())
    // Written by previewRows as lists of words.
    if (!(row.actions as string[]).includes('update')) throw invalid({ pointer: '/kept', code: 'choice' })
    const stays = new Set(kept.flatMap(columnsOf))
    const taken = (row.differs as string[]).filter(column => !stays.has(column))
    const action = taken.length === 0 ? ('skip' as const) : ('update' as const)
    await tx
      .updateTable('directoryImportRow')
      .set({ taken, action })
      .where('importId', '=', importId)
      .where('rowNumber', '=', rowNumber)
      .execute()
    const result = await viewImport(tx, organizerId, importId)
    return { result, audit: { entity: 'directory-import', entityId: importId, after: { rowNumber, kept } } }
  })
}
