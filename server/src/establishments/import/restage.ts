import { isDeepStrictEqual } from 'node:util'
import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import type { NumberedCells } from '@hoicho/shared/establishments/import/headings.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { type Mapping, previewRows } from './preview.ts'
import { replaceRows, type StagedRow, type stagedRows } from './queries.ts'

type Staged = Awaited<ReturnType<typeof stagedRows>>

/** Staged rows as a file would hold them. */
export const numbered = (staged: Staged): NumberedCells[] =>
  // Written by previewRows from cells of the file.
  staged.map(row => ({ rowNumber: row.rowNumber, cells: row.cells as ImportCell[] }))

/**
 * Judges all rows again after some of their cells changed, for a row may be another's twin. What was chosen for a row
 * stays where its verdict does; only rows that came out otherwise are written.
 */
export async function restage(
  tx: Tx,
  ctx: Ctx,
  importId: string,
  mapping: Mapping,
  staged: Staged,
  corrected: readonly NumberedCells[],
): Promise<void> {
  const byNumber = new Map(corrected.map(row => [row.rowNumber, row]))
  const rows = numbered(staged).map(row => byNumber.get(row.rowNumber) ?? row)
  const before = new Map(staged.map(row => [row.rowNumber, row]))
  const fresh = await previewRows(tx, ctx, mapping, rows)
  const changed = fresh.flatMap(row => {
    const old = before.get(row.row_number)
    const isCorrected = byNumber.has(row.row_number)
    const isSame = !isCorrected && old !== undefined && isDeepStrictEqual(judgement(row), judgement(old))
    return isSame ? [] : [old ? keepChoice(row, old) : row]
  })
  await replaceRows(
    tx,
    importId,
    changed,
    changed.map(row => row.row_number),
  )
}

function keepChoice(row: StagedRow, old: Staged[number]): StagedRow {
  const kept = { ...row, new_id: old.newId }
  const isSame = row.verdict === old.verdict && isDeepStrictEqual(row.differs, old.differs)
  // Written by previewRows as these types.
  return isSame && row.actions.includes(old.action)
    ? { ...kept, action: old.action, taken: old.taken as string[] }
    : kept
}

/** What was decided of a row, as JSON gives it back. */
function judgement(row: StagedRow | Staged[number]): unknown {
  const { verdict, actions, record, differs, faults, notes } = row
  const match =
    'row_number' in row
      ? [row.establishment_id, row.matched_by, row.matched_version, row.twin_of]
      : [row.establishmentId, row.matchedBy, row.matchedVersion, row.twinOf]
  return JSON.parse(JSON.stringify([verdict, actions, record, differs, faults, notes, match]))
}
