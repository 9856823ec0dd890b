import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import { inThread } from '../../platform/in-thread.ts'
import { problem } from '../../platform/problem.ts'
import {
  isOpenDocument,
  MAX_UNPACKED_BYTES,
  type Merge,
  type SheetFacts,
  type WorkbookFacts,
  workbookFacts,
} from './workbook-facts.ts'
import type { SheetTask } from './workbook-thread.ts'
import { ZipRefusal } from './zip.ts'

const LIMITS = { seconds: 20, memoryMb: 256 }

/** A workbook that was measured and not yet read. */
export type Workbook = {
  sheets: readonly SheetFacts[]
  /** The rows of a sheet, at most `maximumRows`, in their places: `rows[2]` is the third. */
  read(sheet: SheetFacts, maximumRows: number): Promise<ImportCell[][]>
}

/**
 * Opens a workbook. What is unpacked is measured first (30 MB); reading happens in a thread with bounded memory that is
 * ended after 20 seconds. A cell merged over several rows is repeated in each. Refused: establishments.import-broken,
 * establishments.import-open-document, establishments.import-unpacks-too-large.
 */
export function openWorkbook(bytes: Uint8Array): Workbook {
  if (isOpenDocument(bytes)) throw problem('establishments.import-open-document')
  const { sheets, adds1904 } = factsOf(bytes)
  if (sheets.length === 0) throw problem('establishments.import-broken')
  return {
    sheets,
    read: async (sheet, maximumRows) => {
      const rows = await readInThread({ bytes, sheet: sheet.name, maximumRows, addedDays: adds1904 })
      for (const merge of sheet.merges) repeatDown(rows, merge)
      return rows
    },
  }
}

function factsOf(bytes: Uint8Array): WorkbookFacts {
  try {
    return workbookFacts(bytes)
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error
    if (error.reason === 'broken') throw problem('establishments.import-broken')
    throw problem('establishments.import-unpacks-too-large', { maximumMb: MAX_UNPACKED_BYTES / 1024 / 1024 })
  }
}

function repeatDown(rows: ImportCell[][], { column, fromRow, toRow }: Merge): void {
  const value = rows[fromRow]?.[column] ?? null
  if (value === null) return
  for (const row of rows.slice(fromRow + 1, toRow + 1)) row[column] = value
}

/** Whatever ends the thread, a workbook that cannot be read is broken to the person who sent it. */
async function readInThread(task: SheetTask): Promise<ImportCell[][]> {
  try {
    return await inThread<ImportCell[][]>(new URL('workbook-thread.ts', import.meta.url), task, LIMITS)
  } catch {
    throw problem('establishments.import-broken')
  }
}
