import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import { splitCsv } from '@hoicho/shared/establishments/import/csv.ts'
import { MAX_TRANSFER_ROWS } from '@hoicho/shared/establishments/import/fields.ts'
import { fromTcvn3, looksTcvn3, vietnameseWords } from '@hoicho/shared/establishments/import/tcvn3.ts'
import { problem } from '../../platform/problem.ts'
import { decodeText } from './decode-text.ts'
import { readWorkbook } from './read-workbook.ts'

export const MAX_IMPORT_BYTES = 5 * 1024 * 1024
const MAX_COLUMNS = 60
/** Title lines above the headings and the headings themselves. */
const ROWS_ABOVE = 20

/** A file's rows, and how many of its texts were in the old letters of TCVN3. */
export type FileRows = { rows: ImportCell[][]; converted: number }

/**
 * The rows of an XLSX or CSV file, told apart by their bytes. Text in TCVN3 becomes Unicode. Refused: empty, over 5 MB,
 * over 20,000 rows, an old .xls, what is neither.
 */
export async function readImportFile(bytes: Uint8Array): Promise<FileRows> {
  if (bytes.byteLength === 0) throw problem('files.empty')
  if (bytes.byteLength > MAX_IMPORT_BYTES) throw problem('files.too-large', { maximumMb: 5 })
  const rows = await rowsOf(bytes)
  const filled = rows.filter(row => row.some(cell => cell !== null && String(cell).trim() !== ''))
  if (filled.length === 0) throw problem('files.empty')
  if (filled.length > MAX_TRANSFER_ROWS + ROWS_ABOVE) {
    throw problem('establishments.import-too-many', { maximum: MAX_TRANSFER_ROWS })
  }
  return fromOldLetters(filled.map(row => row.slice(0, MAX_COLUMNS)))
}

async function rowsOf(bytes: Uint8Array): Promise<ImportCell[][]> {
  const limit = MAX_TRANSFER_ROWS * 2
  const begins = (...signs: number[]) => signs.every((sign, i) => bytes[i] === sign)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return await readWorkbook(bytes, limit)
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) throw problem('establishments.import-old-xls')
  const text = decodeText(bytes)
  if (text === null || begins(0x25, 0x50, 0x44, 0x46)) throw problem('establishments.import-broken')
  // Kept as the database takes text: without the sign of code zero.
  return splitCsv(text.replaceAll('\0', ''), limit)
}

/** Converts the whole file where its texts taken together read better so, else the cells that do by themselves. */
function fromOldLetters(rows: ImportCell[][]): FileRows {
  const candidates = rows
    .flat()
    .filter(cell => typeof cell === 'string')
    .filter(isWestern)
  const likely = (texts: string[]) => texts.reduce((sum, text) => sum + vietnameseWords(text).likely, 0)
  const sample = candidates.slice(0, 2000)
  const isAll = sample.length > 0 && likely(sample.map(fromTcvn3)) > 2 * likely(sample)
  let converted = 0
  const convert = (cell: ImportCell): ImportCell => {
    if (typeof cell !== 'string' || !isWestern(cell) || !(isAll || looksTcvn3(cell))) return cell
    converted += 1
    return fromTcvn3(cell)
  }
  return { rows: rows.map(row => row.map(convert)), converted }
}

/** Holds signs of the upper half of Latin 1 and no letter that only Vietnamese has. */
const isWestern = (text: string) =>
  /[\u00a1-\u00fe]/.test(text) && !/[\u0100-\u01ff\u1e00-\u1eff]|\p{M}/u.test(text)
