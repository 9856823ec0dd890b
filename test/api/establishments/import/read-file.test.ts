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

const names = (rows: readonly (readonly unknown[])[]) => rows.slice(-2).map(row => row[1])
const NAMES = ['Hợp tác xã Gốm Phù Lãng', 'Cơ sở Đúc đồng Đại Bái <script>alert(1)</script>']

describe('readImportFile', () => {
  it('reads a workbook of LibreOffice, a merged cell in each of its rows', async () => {
    const { rows, converted } = await readImportFile(fixture('list.xlsx'))
    expect(rows.slice(1)).toEqual([
      ['STT', 'Tên cơ sở', 'MST', 'Tỉnh/TP', 'Doanh thu', 'Số liệu của năm'],
      [1, NAMES[0], 100_109_106, 'Bắc Ninh', '1.500.000.000', '31/12/2025'],
      [2, NAMES[1], null, 'Bắc Ninh', 850_000_000, expect.anything()],
    ])
    expect(converted).toBe(0)
  })

  it.each(['list.csv', 'list-utf16.csv', 'list-windows-1258.csv', 'list-tcvn3.csv'])(
    'reads %s',
    async name => {
      const { rows } = await readImportFile(fixture(name))
      expect(names(rows)).toEqual(NAMES)
      expect(rows.at(-2)?.slice(2)).toEqual(['100109106', 'Bắc Ninh', '1.500.000.000', '31/12/2025'])
    },
  )

  it('converts TCVN3 that was pasted into a file of today', async () => {
    const text = 'Tên;Tỉnh\nC«ng ty TNHH Gèm;Bắc Ninh\nCông ty Hòa Bình;TØnh B¾c Ninh\n'
    const { rows, converted } = await readImportFile(new TextEncoder().encode(text))
    expect([converted, rows[1]?.[0], rows[2]]).toEqual([
      2,
      'Công ty TNHH Gốm',
      ['Công ty Hòa Bình', 'Tỉnh Bắc Ninh', ...(rows[2]?.slice(2) ?? [])],
    ])
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
