import { guessColumns, type ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { type Mapping, previewRows } from './preview.ts'
import { replaceRows } from './queries.ts'
import type { FileRead } from './read-file.ts'

const SAMPLES = 4

/** What an import keeps of how its file was read: titles, guessed columns, first values of each. */
export function stagedColumns({ headers, rows, reading }: FileRead) {
  const width = Math.max(headers.length, ...rows.slice(0, 1000).map(row => row.cells.length))
  const columns = Array.from({ length: width }, (_, column) => column)
  const titles = columns.map(column => (headers[column] ?? '').slice(0, 200))
  const samples = columns.map(column => {
    const filled = rows.slice(0, 1000).flatMap(row => cellOf(row.cells[column] ?? null))
    return [...new Set(filled)].slice(0, SAMPLES)
  })
  return { headers: titles, mapping: guessColumns(titles), samples, reading }
}

function cellOf(cell: ImportCell): ImportCell[] {
  if (cell === null || String(cell).trim() === '') return []
  return [typeof cell === 'string' ? cell.trim().slice(0, 120) : cell]
}

/** Previews the rows of a file under these columns, in the place of what was staged. */
export async function stageRows(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  mapping: Mapping,
  rows: FileRead['rows'],
): Promise<void> {
  await replaceRows(tx, importId, await previewRows(tx, ctx, mapping, rows))
}
