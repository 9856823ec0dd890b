import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import { findHeadings, headingsAt, isNoRecord } from '@hoicho/shared/establishments/import/headings.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const numbered = (rows: readonly ImportCell[][]) => rows.map((cells, i) => ({ rowNumber: i + 1, cells }))

describe('headings', () => {
  it('are found below a title', () => {
    const rows = numbered([
      ['DANH SÁCH CƠ SỞ CÔNG NGHIỆP NÔNG THÔN NĂM 2026', null, null],
      ['Kèm theo công văn số 15', null, null],
      ['Tên cơ sở', 'Mã số thuế', 'Tỉnh'],
      ['Công ty TNHH Gốm', '0100109106', 'Hà Nội'],
    ])
    expect(findHeadings(rows)).toMatchObject({ index: 2, span: 1 })
    expect(findHeadings(numbered([['a', 'b']]))).toBeNull()
  })

  it('of two rows are read together', () => {
    const rows = numbered([
      ['STT', 'Tên cơ sở', 'Địa chỉ', null, 'Liên hệ', null],
      [null, null, 'Trụ sở', 'Xưởng', 'Điện thoại', 'Email'],
      [1, 'HTX Gốm', 'Thôn A', 'Thôn B', '0912345678', null],
    ])
    expect(findHeadings(rows)).toEqual({
      index: 0,
      span: 2,
      texts: ['STT', 'Tên cơ sở', 'Địa chỉ Trụ sở', 'Địa chỉ Xưởng', 'Liên hệ Điện thoại', 'Liên hệ Email'],
    })
  })

  it('of one row do not swallow the first record', () => {
    const rows = numbered([
      ['Tên cơ sở', 'Tỉnh', null],
      ['HTX Gốm', 'Bắc Ninh', 'ghi chú'],
    ])
    expect(findHeadings(rows)).toMatchObject({ index: 0, span: 1 })
  })

  it('knows rows that are no records', () => {
    const headings = { index: 0, span: 1 as const, texts: ['STT', 'Tên cơ sở', 'Tỉnh'] }
    expect(isNoRecord(['(1)', '(2)', '(3)'], headings)).toBe(true)
    expect(isNoRecord(['A', 'B', 1], headings)).toBe(true)
    expect(isNoRecord(['STT', 'Tên cơ sở', 'Tỉnh'], headings)).toBe(true)
    expect(isNoRecord([1, 'HTX Gốm', 'Bắc Ninh'], headings)).toBe(false)
    expect(isNoRecord([null, 'Tên cơ sở', null], headings)).toBe(false)
  })

  it('never throws, and names as many columns as there are', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('Tên cơ sở', 'MST', 'Tỉnh'),
      fc.integer(),
      fc.constant(null),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 }), grid => {
        const rows = numbered(grid)
        const found = findHeadings(rows)
        if (found) expect(headingsAt(rows, found.index, found.span)).toEqual(found)
      }),
    )
  })
})
