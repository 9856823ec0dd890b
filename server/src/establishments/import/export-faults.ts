import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import { guardFormula } from '@hoicho/shared/establishments/import/formula.ts'
import type { Remark } from '@hoicho/shared/establishments/import/read-row.ts'
import { type SheetCell, spreadsheet } from '../../documents/spreadsheet.ts'
import type { Ctx } from '../../platform/context.ts'
import { translator } from '../../platform/i18n.ts'
import { mayRead } from '../../platform/permission.ts'
import { found } from '../../platform/problem.ts'
import { importById, stagedRows } from './queries.ts'

/**
 * The rows that cannot be imported, as they stand, with the number of each in the file and why: to be put right in a
 * spreadsheet program and imported again. Text is guarded so that no program runs it.
 */
export async function exportFaults(ctx: Ctx, organizerId: string, importId: string): Promise<Uint8Array> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  const list = found(await importById(ctx.app.db, organizerId, importId))
  const t = await translator('vi', 'directory-import-desk')
  const rows = (await stagedRows(ctx.app.db, importId)).filter(row => row.verdict === 'fault')
  // Written by startImport: one heading for each column.
  const headers = list.headers as string[]
  const reason = ({ field, code }: Remark) =>
    t('fault.at', { field: t(`field.${field}`), reason: t(`fault.${code}` as 'fault.required') })
  return await spreadsheet([
    {
      name: t('faults.sheet'),
      header: [...headers, t('faults.row'), t('faults.why')],
      widths: [...headers.map(() => 22), 10, 60],
      rows: rows.map(row => {
        // Written by previewRows as these types.
        const cells = row.cells as ImportCell[]
        const why = (row.faults as Remark[]).map(reason).join('\n')
        return [...headers.map((_, column) => guarded(cells[column] ?? null)), String(row.rowNumber), why]
      }),
    },
  ])
}

const guarded = (cell: ImportCell): SheetCell => (typeof cell === 'string' ? guardFormula(cell) : cell)
