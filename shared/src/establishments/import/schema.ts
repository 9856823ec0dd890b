import { z } from 'zod'
import { id } from '../../platform/ids.ts'
import { TRANSFER_FIELDS } from './fields.ts'
import { IMPORT_ACTIONS, IMPORT_VERDICTS } from './verdict.ts'

const field = z.union([z.enum(TRANSFER_FIELDS), z.null()])
const maybe = z.union([z.string(), z.null()])
const cell = z.union([z.string(), z.number(), z.null()])
const remark = z.object({ field: z.enum(TRANSFER_FIELDS), code: z.string() })

/** A list on its way into the directory. */
export const ImportView = z
  .object({
    id: id(),
    fileName: z.string(),
    state: z.enum(['uploaded', 'previewed', 'applied', 'undone', 'cancelled']),
    headers: z.array(z.string()),
    /** The field of each column; null: not read. */
    mapping: z.array(field),
    /** Cells that were in the old letters of TCVN3. */
    convertedCount: z.int(),
    createdAt: z.string(),
    appliedAt: maybe,
    counts: z.array(
      z.object({ verdict: z.enum(IMPORT_VERDICTS), action: z.enum(IMPORT_ACTIONS), count: z.int() }),
    ),
  })
  .meta({ id: 'DirectoryImport' })
export type ImportView = z.infer<typeof ImportView>

export const ImportMapping = z
  .object({ mapping: z.array(field).min(1).max(60) })
  .meta({ id: 'DirectoryImportMapping' })

export const RowChoice = z
  .object({
    rowNumbers: z.array(z.int().min(1).max(1_000_000)).min(1).max(500),
    action: z.enum(IMPORT_ACTIONS),
  })
  .meta({ id: 'DirectoryImportChoice' })
export type RowChoice = z.infer<typeof RowChoice>

/** Which rows of a preview are shown; `after` is the last row number of the page before. */
export const ImportRowsQuery = z.object({
  verdict: z.enum(IMPORT_VERDICTS).optional(),
  after: z.coerce.number().int().min(0).max(1_000_000).optional(),
})
export type ImportRowsQuery = z.infer<typeof ImportRowsQuery>

export const ImportRow = z
  .object({
    rowNumber: z.int(),
    cells: z.array(cell),
    verdict: z.enum(IMPORT_VERDICTS),
    action: z.enum(IMPORT_ACTIONS),
    /** What may be chosen. */
    actions: z.array(z.enum(IMPORT_ACTIONS)),
    establishmentId: maybe,
    establishmentName: maybe,
    matchedBy: z.union([z.enum(['id', 'tax-code', 'name']), z.null()]),
    /** The earlier row of the file that means the same establishment. */
    twinOf: z.union([z.int(), z.null()]),
    /** Columns that would change, with the record's value and the file's. */
    changes: z.array(z.object({ column: z.string(), before: cell, after: cell })),
    faults: z.array(remark),
    notes: z.array(remark),
  })
  .meta({ id: 'DirectoryImportRow' })
export type ImportRow = z.infer<typeof ImportRow>

export const ImportRowsPage = z
  .object({ items: z.array(ImportRow), next: z.union([z.int(), z.null()]) })
  .meta({ id: 'DirectoryImportRows' })
export type ImportRowsPage = z.infer<typeof ImportRowsPage>
