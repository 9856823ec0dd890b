import { setImmediate } from 'node:timers/promises'
import type { TransferField } from '@hoicho/shared/establishments/import/fields.ts'
import type { NumberedCells } from '@hoicho/shared/establishments/import/headings.ts'
import {
  type ImportReference,
  type ReadRow,
  rowReader,
} from '@hoicho/shared/establishments/import/read-row.ts'
import { findDuplicates, matchOf, verdictOf } from '@hoicho/shared/establishments/import/verdict.ts'
import { establishmentNameKey, LEGAL_FORMS } from '@hoicho/shared/establishments/legal-form.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'
import type { Ctx, Tx } from '../../platform/context.ts'
import { translator } from '../../platform/i18n.ts'
import { newId } from '../../platform/ids.ts'
import * as reference from '../reference-queries.ts'
import { knownIndex } from './known-index.ts'
import type { StagedRow } from './queries.ts'
import { columnOf, columnsOf } from './transfer-columns.ts'

export type Mapping = readonly (TransferField | null)[]

/** Rows read before other requests get their turn. */
const TURN = 1000

/** Reads every row with this mapping and decides what becomes of it, against the directory as it is now. */
export async function previewRows(
  tx: Tx,
  ctx: Ctx,
  mapping: Mapping,
  rows: readonly NumberedCells[],
): Promise<StagedRow[]> {
  const read = rowReader(mapping, await importReference(ctx))
  const readRows = await inTurns(rows, row => read(row.cells))
  const index = await knownIndex(tx, {
    ids: readRows.flatMap(row => row.id ?? []),
    taxCodes: readRows.flatMap(row => row.values.taxCode ?? []),
    nameKeys: new Set(
      readRows.flatMap(row => (row.values.name ? establishmentNameKey(row.values.name) : [])),
    ),
  })
  const twins = findDuplicates(readRows)
  const met = new Set<string>()
  return await inTurns(readRows, (row, i) => {
    const twin = twins[i] ?? null
    const match = matchOf(row, index)
    // Two rows may mean one record by different signs: the first of them has it.
    const isMet = match !== null && met.has(match.known.id)
    if (match) met.add(match.known.id)
    const verdict = verdictOf(row, match, twin !== null || isMet)
    const { rowNumber = 0, cells = [] } = rows[i] ?? {}
    const differs = verdict.changes.flatMap(field => (field === 'name' ? columnsOf(field) : columnOf(field)))
    return {
      row_number: rowNumber,
      cells,
      name: row.values.name ?? '',
      search_text: foldText(cells.filter(cell => cell !== null).join(' ')).slice(0, 4000),
      verdict: verdict.verdict,
      action: verdict.actions[0],
      actions: verdict.actions,
      record: recordOf(row),
      taken: differs,
      differs,
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

/** Maps long lists without holding up the requests of others. */
async function inTurns<A, B>(items: readonly A[], map: (item: A, index: number) => B): Promise<B[]> {
  const mapped: B[] = []
  for (const [index, item] of items.entries()) {
    if (index % TURN === TURN - 1) await setImmediate()
    mapped.push(map(item, index))
  }
  return mapped
}

/** Column names of what the row holds; what is only assumed counts for a new record alone, for it is never `taken`. */
function recordOf({ values, assumed }: ReadRow): Record<string, unknown> {
  const entries = Object.entries({ ...assumed, ...values }).map(([field, value]) => [columnOf(field), value])
  const key = values.name ? { name_key: establishmentNameKey(values.name) } : {}
  return { ...Object.fromEntries(entries), ...key }
}

/** The names cells may hold instead of codes, in the languages of the desk. */
async function importReference({ app: { db } }: Ctx): Promise<ImportReference> {
  const words = [await translator('vi', 'establishments'), await translator('en', 'establishments')]
  const sectors = await reference.sectors(db)
  const legalForms = LEGAL_FORMS.map(form => ({ form, names: words.map(t => t(`form.${form}`)) }))
  return {
    provinces: await reference.provinces(db),
    sectors: sectors.map(({ code, nameVi, nameEn, nameDe }) => ({ code, names: [nameVi, nameEn, nameDe] })),
    legalForms,
    industries: await reference.industries(db),
  }
}
