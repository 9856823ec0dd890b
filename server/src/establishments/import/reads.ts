import { TRANSFER_FIELDS } from '@hoicho/shared/establishments/import/fields.ts'
import type {
  ImportList,
  ImportRow,
  ImportRowsPage,
  ImportRowsQuery,
  ImportView,
  UndoCheck,
} from '@hoicho/shared/establishments/import/schema.ts'
import { isPersonalTaxCode } from '@hoicho/shared/establishments/tax-code.ts'
import { maskMiddle } from '@hoicho/shared/platform/text.ts'
import type { Ctx, Db, Tx } from '../../platform/context.ts'
import { mayRead } from '../../platform/permission.ts'
import { found, problem } from '../../platform/problem.ts'
import type { EstablishmentRecord } from '../directory-queries.ts'
import {
  countFiltered,
  countsOf,
  importById,
  importsOf,
  pageOfRows,
  personName,
  type StagedView,
} from './queries.ts'
import { runOf } from './run.ts'
import { cellWriter, type TransferCells } from './transfer-cells.ts'
import { columnsOf, propertyOf } from './transfer-columns.ts'
import { blockedRows, undoUntil } from './undo-blocks.ts'

const PAGE_SIZE = 50
/** Imports shown of an organizer. */
const LISTED = 200
const BLOCKED_SHOWN = 100

/** The imports of an organizer, the latest first. */
export async function listImports(ctx: Ctx, organizerId: string): Promise<ImportList> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  const rows = await importsOf(ctx.app.db, organizerId, LISTED)
  const counts = await countsOf(
    ctx.app.db,
    rows.map(row => row.id),
  )
  return {
    items: rows.map(({ finalCounts, ...row }) => ({
      ...row,
      // Kept by the sweep as these types.
      counts:
        (finalCounts as ImportView['counts'] | null) ??
        counts.filter(one => one.importId === row.id).map(figureOf),
    })),
  }
}

const figureOf = ({ verdict, action, count }: ImportView['counts'][number]) => ({ verdict, action, count })

/** An import with its columns and how many rows have which verdict and action, for those who may write it. */
export async function viewImport(db: Db | Tx, organizerId: string, importId: string): Promise<ImportView> {
  const {
    organizerId: _,
    createdBy,
    finalCounts,
    convertedCount,
    ...row
  } = found(await importById(db, organizerId, importId))
  const counts = await countsOf(db, [importId])
  const creator = createdBy === null ? undefined : await personName(db, createdBy)
  return {
    ...row,
    createdByName: creator?.name ?? null,
    // Written by startImport, rereadImport and mapImport as these types.
    headers: row.headers as string[],
    mapping: row.mapping as ImportView['mapping'],
    samples: row.samples as ImportView['samples'],
    reading: { ...NO_READING, ...(row.reading as object), converted: convertedCount },
    counts: (finalCounts as ImportView['counts'] | null) ?? counts.map(figureOf),
    run: row.state === 'previewed' ? await runOf(db, importId) : null,
  }
}

/** What is known of the reading of a list that was uploaded before it was kept. */
const NO_READING: ImportView['reading'] = {
  sheets: [],
  sheet: null,
  letters: 'unicode',
  isLettersDoubtful: false,
  headerRow: 1,
  headerSpan: 1,
  isHeaderFound: true,
  converted: 0,
  hiddenRows: 0,
  errorCells: 0,
  emptyFormulas: 0,
  leftOut: 0,
  top: [],
}

export async function readImport(ctx: Ctx, organizerId: string, importId: string): Promise<ImportView> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  return await viewImport(ctx.app.db, organizerId, importId)
}

/** The rows of a preview, page by page, beside the records they would change. A personal tax code is masked. */
export async function listImportRows(
  ctx: Ctx,
  organizerId: string,
  importId: string,
  query: ImportRowsQuery,
): Promise<ImportRowsPage> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  found(await importById(ctx.app.db, organizerId, importId))
  const { total, ...choosable } = await countFiltered(ctx.app.db, importId, query)
  const rows = await pageOfRows(ctx.app.db, importId, query, PAGE_SIZE)
  const toCells = await cellWriter(ctx)
  return { items: rows.map(row => rowView(row, toCells)), total, pageSize: PAGE_SIZE, choosable }
}

function rowView(row: StagedView, toCells: (record: EstablishmentRecord) => TransferCells): ImportRow {
  const { known, record, taken, differs, ...shown } = row
  return {
    // Written by previewRows as these types.
    ...(shown as unknown as ImportRow),
    establishmentName: typeof known?.['name'] === 'string' ? known['name'] : null,
    changes: known === null ? [] : changesOf(known, { ...known, ...record }, toCells, { taken, differs }),
  }
}

/** Field by field, in the words of the export, what the record says and what it would say. */
function changesOf(
  known: Record<string, unknown>,
  wanted: Record<string, unknown>,
  toCells: (record: EstablishmentRecord) => TransferCells,
  { taken, differs }: Pick<StagedView, 'taken' | 'differs'>,
): ImportRow['changes'] {
  const [before, after] = [toCells(asRecord(known)), toCells(asRecord(wanted))]
  return TRANSFER_FIELDS.flatMap(field => {
    const columns = columnsOf(field).filter(column => differs.includes(column))
    if (columns.length === 0) return []
    const isTaken = columns.some(column => taken.includes(column))
    return [{ field, before: masked(before[field]), after: after[field], isTaken }]
  })
}

/** The columns of a row as JSON are those of the table. */
const asRecord = (row: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [propertyOf(column), value]),
  ) as unknown as EstablishmentRecord

const masked = (value: string | number | null) =>
  typeof value === 'string' && isPersonalTaxCode(value) ? maskMiddle(value) : value

/** Until when an import can be taken back, and which of its rows cannot. Refused for one that is not applied. */
export async function checkUndo(ctx: Ctx, organizerId: string, importId: string): Promise<UndoCheck> {
  await mayRead(ctx, 'establishments.import', { organizer: organizerId })
  const { state, appliedAt } = found(await importById(ctx.app.db, organizerId, importId))
  if (state !== 'applied' || appliedAt === null) throw problem('establishments.import-wrong-state')
  const until = undoUntil(appliedAt)
  const blocked = await blockedRows(ctx.app.db, importId)
  const counts = await countsOf(ctx.app.db, [importId])
  return {
    until,
    isOpen: ctx.now() <= until,
    count: counts.reduce((sum, one) => sum + (one.action === 'skip' ? 0 : one.count), 0),
    blockedCount: blocked.length,
    blocked: blocked.slice(0, BLOCKED_SHOWN),
  }
}
