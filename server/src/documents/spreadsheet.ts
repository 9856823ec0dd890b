import { CURRENCIES, type Currency } from '@hoicho/shared/platform/money.ts'
import writeExcelFile, {
  type Cell,
  type Sheet as ExcelSheet,
  type Feature,
  type Image,
} from 'write-excel-file/node'

/** A cell: text, a number, an amount in minor units of its currency, or nothing. */
export type SheetCell = string | number | null | { amountMinor: number; currency: Currency }

export type Sheet = {
  name: string
  /** Lines above the table: what it is, as of when. */
  preamble?: readonly string[]
  header: readonly string[]
  rows: readonly (readonly SheetCell[])[]
  /** Widths in characters; 14 where none is given. */
  widths?: readonly number[]
}

export const XLSX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A workbook as bytes, that prints in landscape A4, as wide as the page, with the headings on every page. Text is always written as text: what begins with `=` stays those letters and is never run.
 * Amounts become numbers with the decimals of their currency; the currency itself belongs in a column of its own.
 */
export async function spreadsheet(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const names = new Map<string, string>()
  const workbook = sheets.map(sheet => excelSheet(sheet, uniqueName(sheet.name, names)))
  const features = [printLayout(sheets, [...names.values()])]
  return new Uint8Array(await writeExcelFile(workbook, { features }).toBuffer())
}

/** What the library writes into a file; it names that type only in its pictures. */
type PrintFeature = Feature<Image['content']>

/** As many pages as the rows need, each as wide as the table, numbered, the row of headings repeated. */
function printLayout(sheets: readonly Sheet[], names: readonly string[]): PrintFeature {
  const titles = sheets.map((sheet, index) => {
    const row = rowsAbove(sheet) + 1
    const name = escaped(`'${(names[index] ?? '').replaceAll("'", "''")}'`)
    return `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${name}!$${row}:$${row}</definedName>`
  })
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: xml => setElement(xml, 'definedNames', titles.join(''), '<calcPr'),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: xml =>
            xml
              .replace(/(<worksheet [^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace('<pageSetup ', '<pageSetup fitToWidth="1" fitToHeight="0" ')
              .replace(
                /(<pageSetup [^>]*\/>)/,
                '$1<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>',
              ),
        },
      },
    },
  }
}

/** The element with this content, in the place of an empty one or before what must follow it. */
function setElement(xml: string, name: string, content: string, before: string): string {
  const element = `<${name}>${content}</${name}>`
  const bare = xml.replace(new RegExp(`<${name}\\s*/>|<${name}>\\s*</${name}>`), '')
  return bare.replace(before, `${element}${before}`)
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

const rowsAbove = (sheet: Sheet) => (sheet.preamble?.length ? sheet.preamble.length + 1 : 0)

function excelSheet(sheet: Sheet, name: string): ExcelSheet<never> {
  const preamble = (sheet.preamble ?? []).map((line, index) => [
    { ...textCell(line), ...(index === 0 ? { fontWeight: 'bold' as const, fontSize: 13 } : {}) },
  ])
  const header = sheet.header.map(title => ({
    ...textCell(title),
    fontWeight: 'bold' as const,
    backgroundColor: '#e8ecea',
    wrap: true,
    alignVertical: 'top' as const,
  }))
  const above = preamble.length > 0 ? [...preamble, []] : []
  return {
    sheet: name,
    data: [...above, header, ...sheet.rows.map(row => row.map(cell))],
    columns: sheet.header.map((_, index) => ({ width: sheet.widths?.[index] ?? 14 })),
    stickyRowsCount: above.length + 1,
    orientation: 'landscape',
  }
}

function cell(value: SheetCell): Cell {
  if (value === null) return null
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'number') return { type: Number, value, format: '#,##0' }
  const decimals = CURRENCIES[value.currency]
  const format = decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`
  return { type: Number, value: value.amountMinor / 10 ** decimals, format }
}

/** XML 1.0 has no place for control characters, and a cell holds at most 32,767 characters. */
const textCell = (value: string) => ({
  type: String,
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  // oxlint-disable-next-line no-control-regex -- they are what is taken out
  value: value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').slice(0, 32_000),
})

/** A sheet's name has at most 31 characters, none of `\ / ? * [ ] :`, and stands once in its workbook. */
function uniqueName(wanted: string, taken: Map<string, string>): string {
  const base = wanted.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31)
  const name = taken.has(base.toLowerCase()) ? `${base.slice(0, 28)} ${taken.size}` : base
  taken.set(name.toLowerCase(), name)
  return name
}
