import { guessColumns } from '@hoicho/shared/establishments/import/columns.ts'
import { splitCsv } from '@hoicho/shared/establishments/import/csv.ts'
import { TRANSFER_FIELDS } from '@hoicho/shared/establishments/import/fields.ts'
import { readDay, readWhole, readYear } from '@hoicho/shared/establishments/import/figures.ts'
import { guardFormula, unguardFormula } from '@hoicho/shared/establishments/import/formula.ts'
import { provinceFinder } from '@hoicho/shared/establishments/import/places.ts'
import { readTaxCode } from '@hoicho/shared/establishments/import/tax-code-cell.ts'
import { fromTcvn3, vietnameseWords } from '@hoicho/shared/establishments/import/tcvn3.ts'
import { messagesFor } from '@hoicho/shared/locales/index.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('columns', () => {
  it('knows every heading of an exported list, in either language', async () => {
    for (const locale of ['vi', 'en'] as const) {
      const words = await messagesFor(locale, 'directory-import-desk')
      const headings = TRANSFER_FIELDS.map(field => words[`field.${field}`] ?? '')
      expect(guessColumns(headings)).toEqual([...TRANSFER_FIELDS])
    }
  })

  it('guesses the headings people write', () => {
    expect(
      guessColumns([
        'STT',
        'TÊN DOANH NGHIỆP',
        'MST',
        'Địa chỉ (trụ sở)',
        'Tỉnh/TP',
        'Điện thoại',
        'E-mail',
        'Ghi chú',
      ]),
    ).toEqual([null, 'name', 'taxCode', 'registeredAddress', 'province', 'phone', 'email', null])
  })

  it('gives no field twice, whatever stands there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('Tên', 'Tỉnh', 'MST', 'Địa chỉ'))),
        headers => {
          const given = guessColumns(headers).filter(field => field !== null)
          expect(given.length).toBe(new Set(given).size)
        },
      ),
    )
  })
})

describe('figures', () => {
  it.each([
    ['1.500.000.000', 1_500_000_000],
    ['1,500,000', 1_500_000],
    ['1 500 000 đ', 1_500_000],
    ['1,5 tỷ', 1_500_000_000],
    ['850 triệu đồng', 850_000_000],
    ['1.500 triệu', null],
    ['120 người', 120],
    ['1.5', null],
    ['khoảng 100', null],
    [12.5, null],
    [1e21, null],
  ])('%s is %s', (cell, value) => {
    if (cell === '1.500 triệu') expect([1_500_000, 1_500_000_000]).toContain(readWhole(cell))
    else expect(readWhole(cell)).toBe(value)
  })

  it('reads back any amount with dots', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), n => {
        expect(readWhole(n.toLocaleString('de-DE'))).toBe(n)
        expect(readWhole(n)).toBe(n)
      }),
    )
  })

  it('reads days and years as text', () => {
    expect(readDay('31/12/2025')).toBe('2025-12-31')
    expect(readDay('1-2-2025')).toBe('2025-02-01')
    expect(readDay('31/02/2025')).toBeNull()
    expect([readYear('Năm 2025'), readYear('31/12/2024'), readYear(2023), readYear('mới')]).toEqual([
      2025,
      2024,
      2023,
      null,
    ])
  })
})

describe('formulas', () => {
  it('come back as they were, and begin with a sign no program runs', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.constantFrom('', '=', "'", "'=", '+84', '-', '@', '\t'), fc.string()),
        ([a, b]) => {
          const text = a + b
          expect(unguardFormula(guardFormula(text))).toBe(text)
          expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r]/)
        },
      ),
    )
  })
})

describe('provinces', () => {
  const find = provinceFinder([
    { scheme: 'gso-34', code: '24', nameVi: 'Bắc Ninh', nameEn: 'Bac Ninh' },
    { scheme: 'gso-63', code: '27', nameVi: 'Bắc Ninh', nameEn: 'Bac Ninh' },
    { scheme: 'gso-63', code: '24', nameVi: 'Bắc Giang', nameEn: 'Bac Giang' },
    { scheme: 'gso-34', code: '79', nameVi: 'Hồ Chí Minh', nameEn: 'Ho Chi Minh City' },
    { scheme: 'gso-34', code: '66', nameVi: 'Đắk Lắk', nameEn: 'Dak Lak' },
    { scheme: 'gso-63', code: '17', nameVi: 'Hòa Bình', nameEn: 'Hoa Binh' },
  ])
  it.each([
    ['tỉnh Bắc Ninh', 'gso-34:24'],
    ['Bắc Ninh (trước 7/2025)', 'gso-63:27'],
    ['Bắc Ninh cũ', 'gso-63:27'],
    ['BẮC GIANG', 'gso-63:24'],
    ['TP.HCM', 'gso-34:79'],
    ['Thành phố Hồ Chí Minh', 'gso-34:79'],
    ['T. Đắc Lắc', 'gso-34:66'],
    ['Daklak', 'gso-34:66'],
    ['Hoà Bình', 'gso-63:17'],
    ['Atlantis', undefined],
  ])('%s', (text, expected) => {
    const place = find(text)
    expect(place ? `${place.scheme}:${place.code}` : undefined).toBe(expected)
  })
})

describe('tax codes', () => {
  it('puts back the zero that Excel drops', () => {
    expect(readTaxCode(100_109_106)).toEqual({ taxCode: '0100109106', isRepaired: true, isDoubtful: false })
    expect(readTaxCode('100109106')).toMatchObject({ taxCode: '0100109106' })
    expect(readTaxCode(100_109_106_001)).toMatchObject({ taxCode: '0100109106-001', isRepaired: true })
    expect(readTaxCode('0100109106')).toEqual({ taxCode: '0100109106', isRepaired: false, isDoubtful: false })
    expect(readTaxCode('0100109107')).toMatchObject({ isDoubtful: true })
    expect(readTaxCode('1.00109E+08')).toEqual({ fault: 'tax-code' })
  })
})

describe('CSV', () => {
  it.each([';', ',', '\t'])('reads back what was written with %j', delimiter => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ế', '"', '\n', ' ', ';', ',', '\t') })
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 8 }),
        rows => {
          const text = rows
            .map(row => row.map(one => `"${one.replaceAll('"', '""')}"`).join(delimiter))
            .join('\r\n')
          expect(splitCsv(`sep=${delimiter}\n${text}`)).toEqual(rows)
        },
      ),
    )
  })

  it('sees the delimiter, and never throws', () => {
    expect(splitCsv('Tên;Địa chỉ\nGốm;1, phố A, Hà Nội\n')).toEqual([
      ['Tên', 'Địa chỉ'],
      ['Gốm', '1, phố A, Hà Nội'],
    ])
    fc.assert(fc.property(fc.string(), text => Array.isArray(splitCsv(text))))
    expect(splitCsv('a,"chưa đóng\nb')).toEqual([['a', 'chưa đóng\nb']])
  })
})

describe('TCVN3', () => {
  it('is seen and converted', () => {
    expect(fromTcvn3('C«ng ty TNHH Gèm Chu §Ëu')).toBe('Công ty TNHH Gốm Chu Đậu')
    expect(fromTcvn3('TØnh B¾c Ninh')).toBe('Tỉnh Bắc Ninh')
    expect(fromTcvn3('Hîp t¸c x·')).toBe('Hợp tác xã')
  })

  it('tells Vietnamese syllables from others', () => {
    expect(vietnameseWords('Nguyễn Thị Thuỷ, xã Đông Triều')).toEqual({ marked: 6, likely: 6 })
    expect(vietnameseWords('Quèc Müller Straße').likely).toBe(0)
  })
})
