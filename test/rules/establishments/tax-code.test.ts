import {
  checkTaxCode,
  isPersonalTaxCode,
  normaliseTaxCode,
  taxCode,
  taxCodeCheckDigit,
} from '@hoicho/shared/establishments/tax-code.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const PUBLISHED = ['0100233488', '0314409058-002', '0312687878-001', '0100112437', '0101245486']

const FICTIONAL =
  '9900000016 9900000023 9900000030 9900000048 9900000055 9900000062 9900000087 9900000094 9900000104 9900000111 9900000129 9900000136 9900000143 9900000150 9900000168 9900000175 9900000182 9900000217 9900000224 9900000231 9900000249 9900000256 9900000263 9900000270 9900000288 9900000295 9900000305 9900000312 9900000337 9900000344 9900000351 9900000369 9900000376 9900000383 9900000390 9900000400 9900000418 9900000425 9900000432 9900000457'.split(
    ' ',
  )

describe('checkTaxCode', () => {
  it.each([...PUBLISHED, ...FICTIONAL])('accepts %s', code => {
    expect(checkTaxCode(code)).toEqual({
      outcome: 'ok',
      kind: code.length === 10 ? 'unit' : 'branch',
      taxCode: code,
    })
  })

  it.each([
    ['0100233480', 'check-digit'],
    ['0100000008', 'zero-serial'],
    ['0314409058-000', 'zero-branch'],
  ])('warns of %s', (code, why) => {
    expect(checkTaxCode(code)).toMatchObject({ outcome: 'warning', code: why, taxCode: code })
  })

  it.each([
    ['VV34567890', 'not-digits'],
    ['12345', 'wrong-length'],
    ['', 'not-digits'],
    ['01002334880', 'wrong-length'],
    ['0100233488-02', 'wrong-length'],
  ])('refuses %j', (code, why) => {
    expect(checkTaxCode(code)).toEqual({ outcome: 'refused', code: why })
  })

  it('warns of every last digit of a number that can have none', () => {
    expect(taxCodeCheckDigit('990000007')).toBeNull()
    for (let last = 0; last < 10; last++) {
      expect(checkTaxCode(`990000007${last}`)).toMatchObject({ outcome: 'warning', code: 'check-digit' })
    }
  })

  it('takes twelve digits as a person, whose code is masked elsewhere', () => {
    expect(checkTaxCode('001 234 567 890')).toEqual({
      outcome: 'ok',
      kind: 'personal',
      taxCode: '001234567890',
    })
    expect(isPersonalTaxCode('001234567890')).toBe(true)
    expect(isPersonalTaxCode('0100233488')).toBe(false)
  })

  it('finds any one wrong digit among the first nine', () => {
    const nine = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(nine, fc.nat(8), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const check = taxCodeCheckDigit(digits.join(''))
        fc.pre(check !== null && digits.slice(2).some(digit => digit > 0))
        expect(checkTaxCode(`${digits.join('')}${check}`).outcome).toBe('ok')
        const wrong = digits.map((digit, i) => (i === at ? (digit + shift) % 10 : digit)).join('')
        expect(checkTaxCode(`${wrong}${check}`).outcome).toBe('warning')
      }),
    )
  })
})

it('reads a code however it is written', () => {
  expect(normaliseTaxCode(' 0314409058 - 002 ')).toBe('0314409058-002')
  expect(normaliseTaxCode('0314409058002')).toBe('0314409058-002')
  expect(taxCode().parse('0314409058–002')).toBe('0314409058-002')
  expect(taxCode().safeParse('ABC').success).toBe(false)
})
