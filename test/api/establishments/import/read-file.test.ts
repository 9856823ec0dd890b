import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { readImportFile } from '@hoicho/server/establishments/import/read-file.ts'
import { describe, expect, it } from 'vitest'

const fixture = (name: string) =>
  new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/import', name)))

/** A zip archive of one entry, with the size its directory claims. */
function zipOf(name: string, content: Uint8Array, claims = content.byteLength): Uint8Array {
  const packed = deflateRawSync(content)
  const path = Buffer.from(name)
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(packed.byteLength, 14)
  common.writeUInt32LE(claims, 18)
  common.writeUInt16LE(path.byteLength, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, path, packed])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002'),
    Buffer.from([20, 0]),
    common,
    Buffer.alloc(14),
    path,
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0, 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.byteLength, 12)
  end.writeUInt32LE(local.byteLength, 16)
  return new Uint8Array(Buffer.concat([local, central, end]))
}

type Read = Awaited<ReturnType<typeof readImportFile>>
const cellsOf = ({ rows }: Read) => rows.map(row => row.cells)
const NAMES = ['Hợp tác xã Gốm Phù Lãng', 'Cơ sở Đúc đồng Đại Bái <script>alert(1)</script>']

describe('readImportFile', () => {
  it('reads a workbook of LibreOffice, a merged cell in each of its rows', async () => {
    const file = await readImportFile(fixture('list.xlsx'))
    expect(file.headers).toEqual(['STT', 'Tên cơ sở', 'MST', 'Tỉnh/TP', 'Doanh thu', 'Số liệu của năm'])
    expect(cellsOf(file)).toEqual([
      [1, NAMES[0], 100_109_106, 'Bắc Ninh', '1.500.000.000', '31/12/2025'],
      [2, NAMES[1], null, 'Bắc Ninh', 850_000_000, expect.anything()],
    ])
    expect(file.reading).toMatchObject({
      converted: 0,
      sheets: ['Danh sách'],
      headerSpan: 1,
      isHeaderFound: true,
    })
  })

  it.each([
    ['list.csv', 'unicode'],
    ['list-utf16.csv', 'unicode'],
    ['list-windows-1258.csv', 'windows-1258'],
    ['list-tcvn3.csv', 'tcvn3'],
    ['list-vni.csv', 'vni'],
  ])('reads %s', async (name, letters) => {
    const file = await readImportFile(fixture(name))
    expect(cellsOf(file).map(cells => cells[1])).toEqual(NAMES)
    expect(cellsOf(file)[0]?.slice(2)).toEqual(['100109106', 'Bắc Ninh', '1.500.000.000', '31/12/2025'])
    expect(file.reading).toMatchObject({ letters, isLettersDoubtful: false })
  })

  it('reads old letters another way when told so', async () => {
    const told = await readImportFile(fixture('list-tcvn3.csv'), { letters: 'windows-1258' })
    expect(told.reading.letters).toBe('windows-1258')
    expect(cellsOf(told)[0]?.[1]).not.toBe(NAMES[0])
  })

  it('converts TCVN3 and VNI that were pasted into a file of today', async () => {
    const text =
      'Tên;Tỉnh\nC«ng ty TNHH Gèm;Bắc Ninh\nCông ty Hòa Bình;TØnh B¾c Ninh\nCoâng ty Ñaïi Baùi;Hà Nội\n'
    const file = await readImportFile(new TextEncoder().encode(text))
    expect(file.reading.converted).toBe(3)
    expect(cellsOf(file)).toEqual([
      ['Công ty TNHH Gốm', 'Bắc Ninh'],
      ['Công ty Hòa Bình', 'Tỉnh Bắc Ninh'],
      ['Công ty Đại Bái', 'Hà Nội'],
    ])
  })

  it('reads the workbook of an office: guide sheet, title, two heading rows, column numbers, hidden row, errors', async () => {
    const file = await readImportFile(fixture('office.xlsx'))
    expect(file.reading).toMatchObject({
      sheets: ['Hướng dẫn', 'Danh sách 2026', 'Danh sách 2025'],
      sheet: 'Danh sách 2026',
      headerRow: 3,
      headerSpan: 2,
      hiddenRows: 1,
      errorCells: 1,
      leftOut: 1,
    })
    expect(file.headers.slice(1, 5)).toEqual(['Tên cơ sở', 'MST', 'Địa chỉ Trụ sở', 'Địa chỉ Xưởng'])
    expect(file.rows.map(row => [row.rowNumber, row.cells[1], row.cells[2]])).toEqual([
      [6, 'Cơ sở Gốm Phù Lãng', 100_109_106],
      [7, 'HTX Mây tre Phú Vinh', null],
      [9, '=cmd|calc', null],
    ])
    const other = await readImportFile(fixture('office.xlsx'), { sheet: 'Danh sách 2025' })
    expect(other.rows.map(row => row.cells)).toEqual([['Cơ sở năm ngoái', 'Hà Nội']])
    const lower = await readImportFile(fixture('office.xlsx'), { headerRow: 4 })
    expect(lower.reading).toMatchObject({ headerRow: 4, headerSpan: 1 })
  })

  it('reads days by the calendar of 1904', async () => {
    const file = await readImportFile(fixture('dates-1904.xlsx'))
    expect(cellsOf(file)).toEqual([['Cơ sở Một', '2025-12-31']])
  })

  it('refuses a zip bomb, also one that lies about its size', async () => {
    const bomb = new Uint8Array(40 * 1024 * 1024)
    for (const claims of [bomb.byteLength, 1000]) {
      await expect(readImportFile(zipOf('xl/worksheets/sheet1.xml', bomb, claims))).rejects.toMatchObject({
        code: 'establishments.import-unpacks-too-large',
      })
    }
  })

  it.each([
    ['nothing', new Uint8Array(), 'files.empty'],
    ['blank lines', new TextEncoder().encode('\n\n ;; \n'), 'files.empty'],
    ['6 MB', new Uint8Array(6 * 1024 * 1024), 'files.too-large'],
    ['an old .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'establishments.import-old-xls'],
    ['a workbook with a password', fixture('locked.xlsx'), 'establishments.import-locked'],
    ['a real .xls renamed', fixture('old-xls.xlsx'), 'establishments.import-old-xls'],
    ['a table of OpenDocument', fixture('list.ods'), 'establishments.import-open-document'],
    [
      'too many columns',
      new TextEncoder().encode(`${'a;'.repeat(120)}b\n`.repeat(3)),
      'establishments.import-too-wide',
    ],
    ['a PDF', new TextEncoder().encode('%PDF-1.4'), 'establishments.import-broken'],
    ['half a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9]), 'establishments.import-broken'],
    [
      'a zip that is no workbook',
      zipOf('a.txt', new TextEncoder().encode('a')),
      'establishments.import-broken',
    ],
    ['too many rows', new TextEncoder().encode('a;b\n'.repeat(20_100)), 'establishments.import-too-many'],
  ])('refuses %s', async (_, bytes, code) => {
    await expect(readImportFile(bytes)).rejects.toMatchObject({ code })
  })
})
