import {
  marginsOutside,
  ND30_PAGE,
  nd30AnnexHeading,
  nd30AnnexReference,
  nd30Bases,
  nd30Date,
  nd30List,
  nd30NumberLine,
  nd30PlaceDate,
  nd30Symbol,
  nextDocumentNumber,
} from '@hoicho/shared/documents/nd30.ts'
import { describe, expect, it } from 'vitest'

it.each([
  ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
  ['2026-02-01', 'ngày 01 tháng 02 năm 2026'],
  ['2026-10-12', 'ngày 12 tháng 10 năm 2026'],
  ['2020-01-05', 'ngày 05 tháng 01 năm 2020'],
])('%s is written "%s"', (date, words) => {
  expect(nd30Date(date)).toBe(words)
  expect(nd30PlaceDate('Hà Nội', date)).toBe(`Hà Nội, ${words}`)
})

describe('numbers', () => {
  it('names kind and agency, in letters agency and unit', () => {
    expect(nd30NumberLine(nd30Symbol(5, 'decision', 'TTKC'))).toBe('Số: 05/QĐ-TTKC')
    expect(nd30Symbol(12, 'letter', 'TTKC', 'XTTM')).toBe('12/TTKC-XTTM')
    expect(nd30Symbol(118, 'submission', 'TTKC')).toBe('118/TTr-TTKC')
    expect(nd30Symbol(7, 'letter', 'TTKC')).toBe('07/TTKC')
    expect(() => nd30Symbol(0, 'decision', 'TTKC')).toThrow(RangeError)
  })

  it('starts again on 1 January', () => {
    const last = { number: 118, issuedOn: '2025-12-31' }
    expect(nextDocumentNumber(last, '2025-12-31')).toBe(119)
    expect(nd30Symbol(nextDocumentNumber(last, '2026-01-02'), 'decision', 'TTKC')).toBe('01/QĐ-TTKC')
    expect(nextDocumentNumber(null, '2026-01-02')).toBe(1)
  })
})

describe('lists', () => {
  it('puts one addressee alone and several on their own lines', () => {
    expect(nd30List(['Bộ Công Thương'])).toEqual(['Bộ Công Thương'])
    expect(nd30List(['Bộ Công Thương', 'Sở Công Thương'])).toEqual(['- Bộ Công Thương;', '- Sở Công Thương.'])
    expect(nd30List([])).toEqual([])
  })

  it('ends the last basis with a full stop', () => {
    expect(nd30Bases(['Luật A', 'Nghị định B'])).toEqual(['Căn cứ Luật A;', 'Căn cứ Nghị định B.'])
  })

  it('numbers annexes in Roman figures when there are several', () => {
    expect(nd30AnnexHeading(1, 1)).toBe('Phụ lục')
    expect([1, 4, 9, 14].map(n => nd30AnnexHeading(n, 14))).toEqual([
      'Phụ lục I',
      'Phụ lục IV',
      'Phụ lục IX',
      'Phụ lục XIV',
    ])
    expect(nd30AnnexReference('Quyết định', '05/QĐ-TTKC', '2026-03-09', 'Trung tâm A')).toBe(
      '(Kèm theo Quyết định số 05/QĐ-TTKC ngày 09 tháng 3 năm 2026 của Trung tâm A)',
    )
  })
})

it('keeps the usual margins inside the allowed ones', () => {
  const { top, bottom, left, right } = ND30_PAGE.marginsMm
  const usual = { top: top.usual, bottom: bottom.usual, left: left.usual, right: right.usual }
  expect(marginsOutside(usual)).toEqual([])
  expect(marginsOutside({ ...usual, left: 25, right: 25 })).toEqual(['left', 'right'])
})
