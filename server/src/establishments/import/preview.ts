import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import {
  type ImportReference,
  type ReadRow,
  rowReader,
} from '@hoicho/shared/establishments/import/read-row.ts'
import { findDuplicates, matchOf, verdictOf } from '@hoicho/shared/establishments/import/verdict.ts'
import { establishmentNameKey, LEGAL_FORMS } from '@hoicho/shared/establishments/legal-form.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { translator } from '../../platform/i18n.ts'
import { newId } from '../../platform/ids.ts'
import * as reference from '../reference-queries.ts'
import { knownIndex, type StagedRow } from './queries.ts'

export type Mapping = readonly (TransferField | null)[]
export type NumberedCells = { rowNumber: number; cells: readonly ImportCell[] }

/** Reads every row with this mapping and decides what becomes of it, against the directory as it is now. */
export async function previewRows(
  tx: Tx,
  ctx: Ctx,
  mapping: Mapping,
  rows: readonly NumberedCells[],
): Promise<StagedRow[]> {
  const read = rowReader(mapping, await importReference(ctx))
  const readRows = rows.map(row => read(row.cells))
  const index = await knownIndex(tx, {
    ids: readRows.flatMap(row => row.id ?? []),
    taxCodes: readRows.flatMap(row => row.values.taxCode ?? []),
    nameKeys: new Set(
      readRows.flatMap(row => (row.values.name ? establishmentNameKey(row.values.name) : [])),
    ),
  })
  const twins = findDuplicates(readRows)
  const met = new Set<string>()
  return readRows.map((row, i) => {
    const twin = twins[i] ?? null
    const match = matchOf(row, index)
    // Two rows may mean one record by different signs: the first of them has it.
    const isMet = match !== null && met.has(match.known.id)
    if (match) met.add(match.known.id)
    const verdict = verdictOf(row, match, twin !== null || isMet)
    return {
      row_number: rows[i]?.rowNumber ?? 0,
      cells: rows[i]?.cells ?? [],
      verdict: verdict.verdict,
      action: verdict.actions[0],
      actions: verdict.actions,
      record: recordOf(row),
      taken: verdict.changes.flatMap(field => (field === 'name' ? ['name', 'name_key'] : [columnOf(field)])),
      new_id: newId(),
      establishment_id: match?.known.id ?? null,
      matched_by: match?.by ?? null,
      matched_version: match ? (index.versions.get(match.known.id) ?? null) : null,
      twin_of: twin === null ? null : (rows[twin]?.rowNumber ?? null),
      faults: verdict.faults,
      notes: row.notes,
    }
  })
}

/** Column names of what the row holds; what is only assumed counts for a new record alone, for it is never `taken`. */
function recordOf({ values, assumed }: ReadRow): Record<string, unknown> {
  const entries = Object.entries({ ...assumed, ...values }).map(([field, value]) => [columnOf(field), value])
  const key = values.name ? { name_key: establishmentNameKey(values.name) } : {}
  return { ...Object.fromEntries(entries), ...key }
}

/** `provinceCode` is the column `province_code`. */
const columnOf = (field: string) => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** The names cells may hold instead of codes, in the languages of the desk. */
async function importReference({ app: { db } }: Ctx): Promise<ImportReference> {
  const words = [await translator('vi', 'establishments'), await translator('en', 'establishments')]
  const sectors = await reference.sectors(db)
  const legalForms = LEGAL_FORMS.map(form => ({ form, names: words.map(t => t(`form.${form}`)) }))
  return {
    provinces: await reference.provinces(db),
    sectors: sectors.map(({ code, nameVi, nameEn, nameDe }) => ({ code, names: [nameVi, nameEn, nameDe] })),
    legalForms,
  }
}
