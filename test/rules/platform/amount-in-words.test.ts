import { amountInWords } from '@hoicho/shared/platform/amount-in-words.ts'
import { englishNumber } from '@hoicho/shared/platform/english-number.ts'
import { germanCount, germanNumber } from '@hoicho/shared/platform/german-number.ts'
import { CURRENCY_CODES, money } from '@hoicho/shared/platform/money.ts'
import { vietnameseNumber } from '@hoicho/shared/platform/vietnamese-number.ts'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('Vietnamese numbers', () => {
  it.each([
    [0, 'không'],
    [1, 'một'],
    [4, 'bốn'],
    [5, 'năm'],
    [10, 'mười'],
    [11, 'mười một'],
    [14, 'mười bốn'],
    [15, 'mười lăm'],
    [20, 'hai mươi'],
    [21, 'hai mươi mốt'],
    [24, 'hai mươi tư'],
    [25, 'hai mươi lăm'],
    [55, 'năm mươi lăm'],
    [91, 'chín mươi mốt'],
    [100, 'một trăm'],
    [101, 'một trăm linh một'],
    [105, 'một trăm linh năm'],
    [110, 'một trăm mười'],
    [111, 'một trăm mười một'],
    [115, 'một trăm mười lăm'],
    [121, 'một trăm hai mươi mốt'],
    [1000, 'một nghìn'],
    [1005, 'một nghìn không trăm linh năm'],
    [1015, 'một nghìn không trăm mười lăm'],
    [2019, 'hai nghìn không trăm mười chín'],
    [10_000, 'mười nghìn'],
    [21_000, 'hai mươi mốt nghìn'],
    [100_005, 'một trăm nghìn không trăm linh năm'],
    [2_500_000, 'hai triệu năm trăm nghìn'],
    [1_000_005, 'một triệu không trăm linh năm'],
    [1_005_000, 'một triệu không trăm linh năm nghìn'],
    [1_000_000_000, 'một tỷ'],
    [1_000_000_001, 'một tỷ không trăm linh một'],
    [12_345_678_900, 'mười hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm'],
    [1_000_000_000_000, 'một nghìn tỷ'],
    [1_005_000_000_000, 'một nghìn không trăm linh năm tỷ'],
    [
      999_999_999_999_999,
      'chín trăm chín mươi chín nghìn chín trăm chín mươi chín tỷ chín trăm chín mươi chín triệu chín trăm chín mươi chín nghìn chín trăm chín mươi chín',
    ],
    [-21, 'âm hai mươi mốt'],
  ])('%d is %s', (value, words) => {
    expect(vietnameseNumber(value)).toBe(words)
  })

  it('speaks the southern way when asked', () => {
    const southern = { zeroTens: 'lẻ', thousand: 'ngàn', fourAfterTens: 'bốn' } as const
    expect(vietnameseNumber(24_105, southern)).toBe('hai mươi bốn ngàn một trăm lẻ năm')
  })

  it('gives every number its own words, trimmed, without doubled blanks', () => {
    const whole = fc.integer({ min: 0, max: 999_999_999_999_999 })
    fc.assert(
      fc.property(whole, whole, (a, b) => {
        expect(vietnameseNumber(a)).toMatch(/^\S+( \S+)*$/)
        if (a !== b) expect(vietnameseNumber(a)).not.toBe(vietnameseNumber(b))
      }),
    )
  })

  it('refuses what is not whole', () => {
    expect(() => vietnameseNumber(1.5)).toThrow(RangeError)
  })
})

it.each([
  [0, 'zero'],
  [21, 'twenty-one'],
  [105, 'one hundred and five'],
  [1005, 'one thousand and five'],
  [40_100, 'forty thousand one hundred'],
  [2_500_000, 'two million five hundred thousand'],
  [-3, 'minus three'],
])('%d in English is %s', (value, words) => {
  expect(englishNumber(value)).toBe(words)
})

it.each([
  [0, 'null'],
  [1, 'eins'],
  [16, 'sechzehn'],
  [21, 'einundzwanzig'],
  [101, 'einhunderteins'],
  [1234, 'eintausendzweihundertvierunddreißig'],
  [21_000, 'einundzwanzigtausend'],
  [1_000_001, 'eine Million eins'],
  [2_500_000, 'zwei Millionen fünfhunderttausend'],
  [1_000_000_000, 'eine Milliarde'],
])('%d in German is %s', (value, words) => {
  expect(germanNumber(value)).toBe(words)
})

describe('amountInWords', () => {
  it.each([
    [money(2_500_000, 'VND'), 'vi', 'Hai triệu năm trăm nghìn đồng'],
    [money(0, 'VND'), 'vi', 'Không đồng'],
    [money(27_050, 'EUR'), 'vi', 'Hai trăm bảy mươi euro và năm mươi xu'],
    [money(370_000, 'USD'), 'vi', 'Ba nghìn bảy trăm đô la Mỹ'],
    [money(27_050, 'EUR'), 'en', 'Two hundred and seventy euros and fifty cents'],
    [money(101, 'USD'), 'en', 'One US dollar and one cent'],
    [money(101, 'EUR'), 'de', 'Ein Euro und ein Cent'],
    [money(27_050, 'EUR'), 'de', 'Zweihundertsiebzig Euro und fünfzig Cent'],
    [money(-5, 'VND'), 'vi', 'Âm năm đồng'],
  ] as const)('%j in %s is %s', (amount, locale, words) => {
    expect(amountInWords(amount, locale)).toBe(words)
  })

  it('never throws, in any language and currency', () => {
    const amount = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })
    const locale = fc.constantFrom('vi' as const, 'en' as const, 'de' as const)
    fc.assert(
      fc.property(amount, fc.constantFrom(...CURRENCY_CODES), locale, (minor, code, language) => {
        expect(amountInWords(money(minor, code), language)).not.toMatch(/undefined|NaN| {2}|^ | $/)
      }),
    )
  })
})

it('says ein before a noun', () => {
  expect(germanCount(101)).toBe('einhundertein')
})
