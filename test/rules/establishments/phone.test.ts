import { checkPhone, formatPhone, phoneNumber } from '@hoicho/shared/establishments/phone.ts'
import { expect, it } from 'vitest'

it.each([
  ['0912 345 678', 'mobile', '+84912345678', '0912 345 678'],
  ['+84 (0)912.345.678', 'mobile', '+84912345678', '0912 345 678'],
  ['84912345678', 'mobile', '+84912345678', '0912 345 678'],
  ['0084912345678', 'mobile', '+84912345678', '0912 345 678'],
  ['(024) 3825-1234', 'landline', '+842438251234', '024 3825 1234'],
  ['0222 382 5123', 'landline', '+842223825123', '0222 382 5123'],
  ['1900 1234', 'hotline', '+8419001234', '1900 1234'],
  ['1800 123456', 'hotline', '+841800123456', '1800 123456'],
  ['+49 69 7575-0000', 'international', '+496975750000', '+496975750000'],
  ['0049 69 75750000', 'international', '+496975750000', '+496975750000'],
])('%s is a %s number', (written, kind, e164, shown) => {
  expect(checkPhone(written)).toEqual({ outcome: 'ok', kind, e164 })
  expect(formatPhone(e164)).toBe(shown)
  expect(phoneNumber().parse(written)).toBe(e164)
  expect(phoneNumber().parse(e164)).toBe(e164)
})

it.each([
  ['0168 234 5678', 'old-mobile'],
  ['0912 345', 'wrong-length'],
  ['+1', 'wrong-length'],
  ['gọi cô Lan', 'not-a-number'],
  ['', 'not-a-number'],
])('%j is refused: %s', (written, code) => {
  expect(checkPhone(written)).toEqual({ outcome: 'refused', code })
  expect(phoneNumber().safeParse(written).success).toBe(false)
})
