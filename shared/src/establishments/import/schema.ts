import { z } from 'zod'
import { id } from '../../platform/ids.ts'
import { TRANSFER_FIELDS } from './fields.ts'
import { IMPORT_LETTERS } from './letters-words.ts'
import { IMPORT_ACTIONS, IMPORT_VERDICTS } from './verdict-words.ts'

const field = z.union([z.enum(TRANSFER_FIELDS), z.null()])
const maybe = z.union([z.string(), z.null()])
const cell = z.union([z.string(), z.number(), z.null()])
const remark = z.object({ field: z.enum(TRANSFER_FIELDS), code: z.string() })
const verdict = z.enum(IMPORT_VERDICTS)
const action = z.enum(IMPORT_ACTIONS)

/** How a file was read, and what a person should know of it. */
export const ImportReading = z.object({
  /** Of a workbook; a CSV file has none. */
  sheets: z.array(z.string()),
  sheet: maybe,
  letters: z.enum(IMPORT_LETTERS),
  isLettersDoubtful: z.boolean(),
  /** As the sheet counts it; where headings begin. */
  headerRow: z.int(),
  headerSpan: z.union([z.literal(1), z.literal(2)]),
  isHeaderFound: z.boolean(),
  /** Cells that were in the letters of TCVN3 or VNI. */
  converted: z.int(),
  hiddenRows: z.int(),
  errorCells: z.int(),
  emptyFormulas: z.int(),
  /** Rows that repeat the headings or number the columns. */
  leftOut: z.int(),
  /** The first rows, to find the headings by eye. */
  top: z.array(z.object({ rowNumber: z.int(), cells: z.array(cell) })),
})
export type ImportReading = z.infer<typeof ImportReading>

const counts = z.array(z.object({ verdict, action, count: z.int() }))
const state = z.enum(['uploaded', 'previewed', 'applied', 'undone', 'cancelled'])

const summary = z.object({
  id: id(),
  fileName: z.string(),
  state,
  createdAt: z.string(),
  createdByName: maybe,
  appliedAt: maybe,
  undoneAt: maybe,
  counts,
})

/** An import in the list of those of an organizer. */
export const ImportSummary = summary.meta({ id: 'DirectoryImportSummary' })
export type ImportSummary = z.infer<typeof ImportSummary>

export const ImportList = z.object({ items: z.array(ImportSummary) }).meta({ id: 'DirectoryImportList' })
export type ImportList = z.infer<typeof ImportList>

/** How far applying is. One that is neither running nor done was broken off and left nothing behind. */
export const ImportRun = z.object({
  total: z.int(),
  done: z.int(),
  isRunning: z.boolean(),
  isStopped: z.boolean(),
})
export type ImportRun = z.infer<typeof ImportRun>

/** A list on its way into the directory. */
export const ImportView = summary
  .extend({
    headers: z.array(z.string()),
    /** The field of each column; null: not read. */
    mapping: z.array(field),
    /** For each column its first values. */
    samples: z.array(z.array(cell)),
    reading: ImportReading,
    run: z.union([ImportRun, z.null()]),
  })
  .meta({ id: 'DirectoryImport' })
export type ImportView = z.infer<typeof ImportView>

export const ImportMapping = z
  .object({ mapping: z.array(field).min(1).max(100) })
  .meta({ id: 'DirectoryImportMapping' })

/** How the file is to be read; what is left out is found out. */
export const ReadingWish = z
  .object({
    sheet: z.string().max(100).optional(),
    headerRow: z.int().min(1).max(1000).optional(),
    headerSpan: z.union([z.literal(1), z.literal(2)]).optional(),
    letters: z.enum(IMPORT_LETTERS).optional(),
  })
  .meta({ id: 'DirectoryImportReadingWish' })
export type ReadingWish = z.infer<typeof ReadingWish>

const q = z.string().trim().max(200)

/** Rows chosen by hand, or all that a filter leaves. */
export const RowChoice = z
  .object({
    rowNumbers: z.array(z.int().min(1).max(1_000_000)).min(1).max(500).optional(),
    verdict: verdict.optional(),
    q: q.optional(),
    action,
  })
  .meta({ id: 'DirectoryImportChoice' })
export type RowChoice = z.infer<typeof RowChoice>

/** The fields of a record that keep what the directory has. */
export const FieldChoice = z
  .object({ kept: z.array(z.enum(TRANSFER_FIELDS)).max(TRANSFER_FIELDS.length) })
  .meta({ id: 'DirectoryImportFieldChoice' })

/** Another text for a cell; `alike`: for every cell of the column that reads the same. */
export const CellCorrection = z
  .object({
    rowNumber: z.int().min(1).max(1_000_000),
    field: z.enum(TRANSFER_FIELDS),
    value: z.string().max(10_000),
    alike: z.boolean().optional(),
  })
  .meta({ id: 'DirectoryImportCorrection' })
export type CellCorrection = z.infer<typeof CellCorrection>

export const ROW_ORDERS = ['row', 'name', 'verdict'] as const

/** Which rows of a preview are shown; pages begin at 0. */
export const ImportRowsQuery = z.object({
  verdict: verdict.optional(),
  q: q.optional(),
  sort: z.enum(ROW_ORDERS).optional(),
  page: z.coerce.number().int().min(0).max(10_000).optional(),
})
export type ImportRowsQuery = z.infer<typeof ImportRowsQuery>

export const ImportRow = z
  .object({
    rowNumber: z.int(),
    cells: z.array(cell),
    verdict,
    action,
    /** What may be chosen. */
    actions: z.array(action),
    establishmentId: maybe,
    establishmentName: maybe,
    matchedBy: z.union([z.enum(['id', 'tax-code', 'name']), z.null()]),
    /** People of the record have an account: only they change it. */
    isClaimed: z.boolean(),
    /** The earlier row of the file that means the same establishment. */
    twinOf: z.union([z.int(), z.null()]),
    /** Fields in which file and record differ, as words, and whether the file's value is taken. */
    changes: z.array(
      z.object({ field: z.enum(TRANSFER_FIELDS), before: cell, after: cell, isTaken: z.boolean() }),
    ),
    faults: z.array(remark),
    notes: z.array(remark),
    leftBecause: z.union([z.enum(['gone', 'edited', 'claimed', 'used']), z.null()]),
  })
  .meta({ id: 'DirectoryImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

export const ImportRowsPage = z
  .object({
    items: z.array(ImportRow),
    total: z.int(),
    pageSize: z.int(),
    /** How many of the rows found would be changed by choosing this for all of them. */
    choosable: z.object({ create: z.int(), update: z.int(), skip: z.int() }),
  })
  .meta({ id: 'DirectoryImportRows' })
export type ImportRowsPage = z.infer<typeof ImportRowsPage>

/** Whether and until when an import can be taken back, and which of its rows cannot. */
export const UndoCheck = z
  .object({
    until: z.string(),
    isOpen: z.boolean(),
    count: z.int(),
    blockedCount: z.int(),
    /** The first hundred of them. */
    blocked: z.array(
      z.object({
        rowNumber: z.int(),
        name: z.string(),
        establishmentId: maybe,
        because: z.enum(['gone', 'edited', 'claimed', 'used']),
      }),
    ),
  })
  .meta({ id: 'DirectoryImportUndoCheck' })
export type UndoCheck = z.infer<typeof UndoCheck>

/** `leaveBlocked`: what cannot be taken back stays, the rest goes. */
export const UndoChoice = z.object({ leaveBlocked: z.boolean() }).meta({ id: 'DirectoryImportUndo' })
