import { type ReadRow, rowReader } from '@hoicho/shared/establishments/import/read-row.ts'
import {
  findDuplicates,
  type Known,
  type KnownIndex,
  matchOf,
  verdictOf,
} from '@hoicho/shared/establishments/import/verdict.ts'
import { establishmentNameKey } from '@hoicho/shared/establishments/legal-form.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const reference = {
  provinces: [{ scheme: 'gso-34' as const, code: '24', nameVi: 'Bắc Ninh', nameEn: 'Bac Ninh' }],
  industries: [
    { version: '2018', code: '23' },
    { version: '2025', code: '23' },
    { version: '2025', code: '2393' },
  ],
  sectors: [{ code: 'handicraft', names: ['Thủ công mỹ nghệ', 'Handicraft'] }],
  legalForms: [{ form: 'HTX' as const, names: ['Hợp tác xã'] }],
}
const FIELDS = [
  'name',
  'taxCode',
  'taxCodeReason',
  'registeredAddress',
  'province',
  'phone',
  'employees',
  'website',
  'sectorCode',
] as const
const read = rowReader(FIELDS, reference)
const readBranch = rowReader(['vsicCode', 'vsicVersion'], reference)
const row = (changes: Partial<ReadRow['values']>, id: string | null = null): ReadRow => ({
  id,
  values: changes,
  assumed: { provinceCode: '24', provinceScheme: 'gso-34', legalForm: 'KHAC' },
  faults: [],
  notes: [],
})

describe('rowReader', () => {
  it('reads a row as offices keep it', () => {
    const cells = [
      'Hợp tác xã Gốm',
      100_109_106,
      null,
      'Thôn 1',
      'tỉnh Bắc Ninh',
      '+84 912.345.678 / 0987654321',
      '12 người',
      'www.gom.vn',
      'THỦ CÔNG MỸ NGHỆ',
    ]
    expect(read(cells)).toEqual({
      id: null,
      values: {
        name: 'Hợp tác xã Gốm',
        taxCode: '0100109106',
        registeredAddress: 'Thôn 1',
        provinceScheme: 'gso-34',
        provinceCode: '24',
        phone: '+84912345678',
        employees: 12,
        website: 'https://www.gom.vn',
        sectorCode: 'handicraft',
      },
      assumed: { legalForm: 'HTX' },
      faults: [],
      notes: [
        { field: 'taxCode', code: 'leading-zero' },
        { field: 'phone', code: 'first-of-several' },
      ],
    })
  })

  it.each([
    ['2393', null, '2025', '2393', ['latest-edition']],
    [2393, 2025, '2025', '2393', []],
    ['C2393 - Sản xuất sản phẩm gốm sứ khác', 'VSIC 2025', '2025', '2393', []],
    ['23.93', '2025', '2025', '2393', []],
    ['23930', null, '2025', '2393', ['industry-shortened']],
    ['2393', 'QĐ 27/2018', '2018', '23', ['industry-shortened']],
    [23, null, '2025', '23', []],
    [23, 2018, '2018', '23', []],
    ['4620', null, undefined, undefined, ['industry-unknown']],
    ['23', '1993', undefined, undefined, ['industry-unknown']],
    ['gốm', null, undefined, undefined, ['industry-unknown']],
    [null, 2025, undefined, undefined, []],
  ])('reads the branch %s of edition %s', (code, version, vsicVersion, vsicCode, notes) => {
    const { values, faults, notes: said } = readBranch([code, version])
    expect(values).toEqual(vsicCode ? { vsicVersion, vsicCode } : {})
    expect(faults).toEqual([])
    expect(said.map(note => note.code)).toEqual(notes)
  })

  it('names the fault of each cell', () => {
    const { faults } = read([
      'x'.repeat(201),
      '0100109107',
      null,
      '',
      'Atlantis',
      '123',
      'nhiều',
      'khong phai',
      'Vũ trụ',
    ])
    expect(faults).toEqual([
      { field: 'name', code: 'too-long' },
      { field: 'province', code: 'province' },
      { field: 'phone', code: 'phone' },
      { field: 'employees', code: 'number' },
      { field: 'website', code: 'website' },
      { field: 'sectorCode', code: 'choice' },
      { field: 'taxCode', code: 'tax-code-check' },
    ])
  })

  it('takes a doubtful tax code with its reason, and keeps a script as letters', () => {
    const { values, faults } = read(['<script>alert(1)</script>', '0100109107', 'Mã cũ', 'Từ Sơn, Bắc Ninh'])
    expect(faults).toEqual([])
    expect(values).toMatchObject({
      taxCode: '0100109107',
      taxCodeReason: 'Mã cũ',
      name: '<script>alert(1)</script>',
    })
    expect(read(['A', null, null, 'Từ Sơn, Bắc Ninh']).assumed).toMatchObject({ provinceCode: '24' })
  })

  it('never throws, whatever the cells', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.constant(null), fc.integer())
    fc.assert(fc.property(fc.array(cell), cells => Array.isArray(read(cells).faults)))
  })
})

describe('findDuplicates', () => {
  it('finds twins by tax code and by name, with or without form and marks', () => {
    const rows = [
      row({ name: 'Công ty TNHH Gốm Chu Đậu', taxCode: '0100109106' }),
      row({ name: 'Gom Chu Dau' }),
      row({ name: 'CTCP Gốm Chu Đậu', taxCode: '0100109113' }),
      row({ name: 'Tên khác', taxCode: '0100109106' }),
    ]
    expect(findDuplicates(rows)).toEqual([null, 0, null, 0])
  })

  it('names an earlier row or none, and a doubled file doubles every row', () => {
    const names = fc.array(fc.constantFrom('Gốm A', 'Gốm B', 'CTCP Gốm A', 'HTX C', 'D'), { maxLength: 12 })
    fc.assert(
      fc.property(names, list => {
        const once = list.map(name => row({ name }))
        const twins = findDuplicates([...once, ...once])
        for (const [index, twin] of twins.entries()) if (twin !== null) expect(twin).toBeLessThan(index)
        expect(twins.slice(once.length).every(twin => twin !== null)).toBe(true)
      }),
    )
  })
})

describe('verdictOf', () => {
  const known: Known = {
    id: 'k',
    name: 'Công ty TNHH Gốm',
    taxCode: '0100109106',
    phone: null,
    isClaimed: false,
  }
  const indexOf = (one: Known): KnownIndex => ({
    byId: new Map([[one.id, one]]),
    byTaxCode: new Map(one.taxCode ? [[one.taxCode, one]] : []),
    byName: new Map([[establishmentNameKey(one.name), [one]]]),
  })
  const verdict = (given: ReadRow, one = known) => verdictOf(given, matchOf(given, indexOf(one)), false)

  it('sorts rows', () => {
    const phone = '+84912345678'
    expect(verdict(row({ name: 'Mới' })).verdict).toBe('new')
    expect(verdict(row({ name: known.name, taxCode: '0100109106' })).verdict).toBe('unchanged')
    const changed = verdict(row({ taxCode: '0100109106', phone }))
    expect([changed.verdict, changed.actions[0], changed.changes]).toEqual(['update', 'update', ['phone']])
    const named = verdict(row({ name: 'Gom', phone }))
    expect([named.verdict, named.actions]).toEqual(['duplicate', ['skip', 'update', 'create']])
    const claimed = verdict(row({ taxCode: '0100109106', phone }), { ...known, isClaimed: true })
    expect([claimed.verdict, claimed.actions]).toEqual(['duplicate', ['skip']])
    expect(verdict(row({ taxCode: '0100109113' })).faults).toEqual([{ field: 'name', code: 'required' }])
    expect(verdictOf(row({ name: 'Mới' }), null, true).actions).toEqual(['skip', 'create'])
  })

  it('two tax codes are two establishments, though the names be one', () => {
    expect(verdict(row({ name: known.name, taxCode: '0100109113' })).verdict).toBe('new')
  })
})
