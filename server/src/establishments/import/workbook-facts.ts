import { unpackWithin, ZipRefusal, zipEntries } from './zip.ts'

export const MAX_UNPACKED_BYTES = 30 * 1024 * 1024

/** A value merged over several rows of one column; rows and columns from 0. */
export type Merge = { column: number; fromRow: number; toRow: number }

export type SheetFacts = {
  name: string
  isHidden: boolean
  merges: Merge[]
  /** Rows that a filter or a hand has hidden. */
  hiddenRows: number
  /** Cells that show an error such as #N/A. */
  errorCells: number
  /** Formulas whose result the file does not hold. */
  emptyFormulas: number
}

/** What a workbook says of itself: its sheets in their order. `adds1904` are the days its dates lie off by the 1904 calendar. */
export type WorkbookFacts = { sheets: SheetFacts[]; adds1904: number }

/** Throws {@link ZipRefusal} where the archive is broken or unpacks to more than 30 MB. */
export function workbookFacts(bytes: Uint8Array): WorkbookFacts {
  const entries = zipEntries(bytes)
  const texts = unpackWithin(entries, MAX_UNPACKED_BYTES, isWanted)
  const workbook = texts.get('xl/workbook.xml') ?? ''
  const relations = texts.get('xl/_rels/workbook.xml.rels') ?? ''
  if (workbook === '') throw new ZipRefusal('broken')
  const tags = [...workbook.matchAll(/<(?:\w+:)?sheet [^>]*>/g)].map(([tag]) => tag)
  return {
    sheets: tags.flatMap((tag, index) => {
      const path = pathOf(attribute(tag, '\\w+:id') ?? '', relations) ?? `xl/worksheets/sheet${index + 1}.xml`
      const xml = texts.get(path)
      // A sheet that is one big chart holds no rows.
      if (xml === undefined) return []
      return [{ ...factsOf(xml), name: unescaped(attribute(tag, 'name') ?? ''), isHidden: isHidden(tag) }]
    }),
    // The reader takes `1` for the calendar of 1904 and overlooks `true`.
    adds1904: /date1904="true"/.test(workbook) ? 1462 : 0,
  }
}

/** Names that tell a document of LibreOffice from a workbook. */
export const isOpenDocument = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 120)).toString('latin1').includes('application/vnd.oasis.opendocument')

const isWanted = (name: string) =>
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name)

const isHidden = (tag: string) => /^(?:hidden|veryHidden)$/.test(attribute(tag, 'state') ?? '')

const attribute = (tag: string, name: string) =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? new RegExp(` ${name}='([^']*)'`).exec(tag)?.[1]

/** Where a sheet lies, by the workbook's relations. */
function pathOf(id: string, relations: string): string | undefined {
  const tags = [...relations.matchAll(/<(?:\w+:)?Relationship [^>]*>/g)].map(([tag]) => tag)
  const target = attribute(tags.find(tag => attribute(tag, 'Id') === id) ?? '', 'Target')
  if (target === undefined) return undefined
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function factsOf(xml: string): Omit<SheetFacts, 'name' | 'isHidden'> {
  const merges = [
    ...xml.matchAll(/<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g),
  ].flatMap(([, fromColumn = '', fromRow, toColumn, toRow]) =>
    fromColumn === toColumn
      ? [{ column: columnNumber(fromColumn), fromRow: Number(fromRow) - 1, toRow: Number(toRow) - 1 }]
      : [],
  )
  return {
    merges,
    hiddenRows: countOf(xml, /<(?:\w+:)?row [^>]*?hidden="(?:1|true)"/g),
    errorCells: countOf(xml, /<(?:\w+:)?c [^>]*?t="e"/g),
    emptyFormulas: countOf(xml, /<\/(?:\w+:)?f>\s*(?:<(?:\w+:)?v\s*\/>\s*)?<\/(?:\w+:)?c>/g),
  }
}

const countOf = (xml: string, pattern: RegExp) => xml.match(pattern)?.length ?? 0

const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
    if (name) return ENTITIES[name] ?? whole
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
