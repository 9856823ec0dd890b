import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import { splitCsv } from '@hoicho/shared/establishments/import/csv.ts'
import { MAX_TRANSFER_ROWS } from '@hoicho/shared/establishments/import/fields.ts'
import {
  findHeadings,
  type Headings,
  headingsAt,
  isNoRecord,
  type NumberedCells,
} from '@hoicho/shared/establishments/import/headings.ts'
import {
  isWestern,
  OLD_LETTERS,
  oldLettersOf,
  oldLettersOfOne,
} from '@hoicho/shared/establishments/import/letters.ts'
import type { ImportLetters } from '@hoicho/shared/establishments/import/letters-words.ts'
import type { ImportReading } from '@hoicho/shared/establishments/import/schema.ts'
import { problem } from '../../platform/problem.ts'
import { decodeText } from './decode-text.ts'
import { openWorkbook } from './read-workbook.ts'

export const MAX_IMPORT_BYTES = 5 * 1024 * 1024
const MAX_COLUMNS = 100
/** Title lines above the headings and the headings themselves. */
const ROWS_ABOVE = 20
/** Sheets looked into for headings before the first is taken. */
const SHEETS_TRIED = 5

/** How a person says the file is to be read; what is left out is found out. */
export type ReadingWish = {
  sheet?: string | undefined
  /** The number of the row where the headings begin, as the sheet counts it. */
  headerRow?: number | undefined
  headerSpan?: 1 | 2 | undefined
  letters?: ImportLetters | undefined
}

/** A file's records, what its columns are called, and how it was read. */
export type FileRead = { headers: string[]; rows: NumberedCells[]; reading: ImportReading }

/**
 * The records of an XLSX or CSV file, told apart by their bytes, each with its row's number in the file. Text in TCVN3 or
 * VNI becomes Unicode. Refused: empty, over 5 MB, over 20,000 rows or 100 columns, an old .xls, one with a password, .ods,
 * what is none of these.
 */
export async function readImportFile(bytes: Uint8Array, wish: ReadingWish = {}): Promise<FileRead> {
  if (bytes.byteLength === 0) throw problem('files.empty')
  if (bytes.byteLength > MAX_IMPORT_BYTES) throw problem('files.too-large', { maximumMb: 5 })
  const grid = await gridOf(bytes, wish)
  if (grid.rows.length === 0) throw problem('files.empty')
  if (grid.rows.length > MAX_TRANSFER_ROWS + ROWS_ABOVE) {
    throw problem('establishments.import-too-many', { maximum: MAX_TRANSFER_ROWS })
  }
  if (grid.rows.some(row => row.cells.length > MAX_COLUMNS)) {
    throw problem('establishments.import-too-wide', { maximum: MAX_COLUMNS })
  }
  // What was decoded from an old code is Unicode already.
  const told = grid.letters === 'unicode' ? wish.letters : 'unicode'
  const { rows, converted, letters } = fromOldLetters(grid.rows, told)
  const headings = headingsOf(rows, wish)
  const below = rows.slice(headings.index + headings.span)
  const records = below.filter(row => !isNoRecord(row.cells, headings))
  if (records.length === 0) throw problem('files.empty')
  return {
    headers: headings.texts,
    rows: records,
    reading: {
      ...grid.facts,
      letters: letters ?? grid.letters,
      isLettersDoubtful: grid.isLettersDoubtful,
      headerRow: rows[headings.index]?.rowNumber ?? 1,
      headerSpan: headings.span,
      isHeaderFound: headings.isFound,
      converted,
      leftOut: below.length - records.length,
      top: rows
        .slice(0, 8)
        .map(({ rowNumber, cells }) => ({ rowNumber, cells: cells.slice(0, 12).map(cut) })),
    },
  }
}

const cut = (cell: ImportCell) => (typeof cell === 'string' ? cell.slice(0, 80) : cell)

/** The rows that hold something, before anything is known of what they mean. */
type Grid = {
  rows: NumberedCells[]
  letters: ImportLetters
  isLettersDoubtful: boolean
  facts: Pick<ImportReading, 'sheets' | 'sheet' | 'hiddenRows' | 'errorCells' | 'emptyFormulas'>
}

const LIMIT = MAX_TRANSFER_ROWS * 2
const NO_SHEETS = { sheets: [], sheet: null, hiddenRows: 0, errorCells: 0, emptyFormulas: 0 }

async function gridOf(bytes: Uint8Array, wish: ReadingWish): Promise<Grid> {
  const begins = (...signs: number[]) => signs.every((sign, i) => bytes[i] === sign)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return await fromWorkbook(bytes, wish)
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) {
    // Excel puts an encrypted workbook into a container of the old kind, under this name in UTF-16.
    const isLocked = Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le'))
    throw problem(isLocked ? 'establishments.import-locked' : 'establishments.import-old-xls')
  }
  const decoded = decodeText(bytes, wish.letters)
  if (decoded === null || begins(0x25, 0x50, 0x44, 0x46)) throw problem('establishments.import-broken')
  // Kept as the database takes text: without the sign of code zero.
  const rows = splitCsv(decoded.text.replaceAll('\0', ''), LIMIT)
  return {
    rows: filled(rows),
    letters: decoded.letters,
    isLettersDoubtful: decoded.isDoubtful,
    facts: NO_SHEETS,
  }
}

/** The sheet asked for; else the first one in sight whose rows have headings, for the first is often a guide. */
async function fromWorkbook(bytes: Uint8Array, wish: ReadingWish): Promise<Grid> {
  const workbook = openWorkbook(bytes)
  const inSight = workbook.sheets.filter(sheet => !sheet.isHidden)
  const told = workbook.sheets.find(sheet => sheet.name === wish.sheet)
  const tried = told ? [told] : (inSight.length > 0 ? inSight : workbook.sheets).slice(0, SHEETS_TRIED)
  let first: Grid | undefined
  for (const sheet of tried) {
    const { name, hiddenRows, errorCells, emptyFormulas } = sheet
    const rows = filled(await workbook.read(sheet, LIMIT))
    const sheets = workbook.sheets.map(one => one.name)
    const facts = { sheets, sheet: name, hiddenRows, errorCells, emptyFormulas }
    const grid = { rows, letters: 'unicode' as const, isLettersDoubtful: false, facts }
    if (told || findHeadings(fromOldLetters(rows.slice(0, 30)).rows)) return grid
    if (rows.length > 0) first ??= grid
  }
  if (!first) throw problem('files.empty')
  return first
}

/** Rows that hold something, with their numbers in the file, without the empty cells at their end. */
function filled(rows: readonly (readonly ImportCell[])[]): NumberedCells[] {
  return rows.flatMap((cells, i) => {
    const end = cells.findLastIndex(cell => cell !== null && String(cell).trim() !== '')
    return end < 0 ? [] : [{ rowNumber: i + 1, cells: cells.slice(0, end + 1) }]
  })
}

/** Where the wish says, else where they are found, else the first row. */
function headingsOf(rows: readonly NumberedCells[], wish: ReadingWish): Headings & { isFound: boolean } {
  if (wish.headerRow !== undefined) {
    const index = Math.max(
      0,
      rows.findIndex(row => row.rowNumber >= (wish.headerRow ?? 1)),
    )
    const told = headingsAt(rows, index, wish.headerSpan ?? 1) ?? headingsAt(rows, index, 1)
    if (told) return { ...told, isFound: true }
  }
  const found = findHeadings(rows)
  if (found) return { ...found, isFound: true }
  return { ...(headingsAt(rows, 0, 1) ?? { index: 0, span: 1, texts: [] }), isFound: false }
}

/** Converts the whole file where its texts taken together read better so, else the cells that do by themselves. */
function fromOldLetters(rows: readonly NumberedCells[], told?: ImportLetters) {
  if (told === 'unicode' || told === 'windows-1258')
    return { rows: [...rows], converted: 0, letters: undefined }
  const texts = rows.flatMap(row => row.cells.filter(cell => typeof cell === 'string'))
  const whole = told ?? oldLettersOf(texts)
  let converted = 0
  const convert = (cell: ImportCell): ImportCell => {
    if (typeof cell !== 'string' || !isWestern(cell)) return cell
    const code = whole ?? oldLettersOfOne(cell)
    const text = code ? OLD_LETTERS[code](cell) : cell
    if (text !== cell) converted += 1
    return text
  }
  return {
    rows: rows.map(row => ({ rowNumber: row.rowNumber, cells: row.cells.map(convert) })),
    converted,
    letters: whole ?? undefined,
  }
}
