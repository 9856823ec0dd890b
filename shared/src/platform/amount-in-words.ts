import { englishNumber } from './english-number.ts'
import { germanCount } from './german-number.ts'
import type { Locale } from './i18n.ts'
import { CURRENCIES, type Currency, type Money } from './money.ts'
import { type VietnameseNumberStyle, vietnameseNumber } from './vietnamese-number.ts'

/**
 * An amount in words with a capital first letter, as contracts give it beside the figures:
 * "Hai triệu năm trăm nghìn đồng", "Two hundred and seventy euros and fifty cents".
 * @param style regional choices of the Vietnamese words; other languages ignore it
 * @throws RangeError for an amount that is not whole
 */
export function amountInWords(
  amount: Money,
  locale: Locale,
  style: Partial<VietnameseNumberStyle> = {},
): string {
  const unitsPerMajor = 10 ** CURRENCIES[amount.currency]
  const size = Math.abs(amount.amountMinor)
  const major = Math.floor(size / unitsPerMajor)
  const minor = size % unitsPerMajor
  const words = WORDS[locale]
  const name = words.names[amount.currency]
  const parts = [`${words.count(major, style)} ${major === 1 ? name.one : name.many}`]
  if (minor > 0) parts.push(words.and, `${words.count(minor, style)} ${minor === 1 ? name.cent : name.cents}`)
  const sentence = amount.amountMinor < 0 ? [words.minus, ...parts].join(' ') : parts.join(' ')
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1)
}

interface CurrencyName {
  one: string
  many: string
  cent: string
  cents: string
}

interface AmountWords {
  count: (value: number, style: Partial<VietnameseNumberStyle>) => string
  and: string
  minus: string
  names: Record<Currency, CurrencyName>
}

const name = (one: string, many = one, cent = '', cents = cent): CurrencyName => ({ one, many, cent, cents })

const WORDS: Record<Locale, AmountWords> = {
  vi: {
    count: vietnameseNumber,
    and: 'và',
    minus: 'âm',
    names: {
      VND: name('đồng'),
      EUR: name('euro', 'euro', 'xu'),
      USD: name('đô la Mỹ', 'đô la Mỹ', 'xu'),
      GBP: name('bảng Anh', 'bảng Anh', 'xu'),
      CHF: name('franc Thụy Sĩ', 'franc Thụy Sĩ', 'xu'),
      CNY: name('nhân dân tệ', 'nhân dân tệ', 'xu'),
      JPY: name('yên Nhật'),
      KRW: name('won Hàn Quốc'),
    },
  },
  en: {
    count: englishNumber,
    and: 'and',
    minus: 'minus',
    names: {
      VND: name('dong'),
      EUR: name('euro', 'euros', 'cent', 'cents'),
      USD: name('US dollar', 'US dollars', 'cent', 'cents'),
      GBP: name('pound', 'pounds', 'penny', 'pence'),
      CHF: name('Swiss franc', 'Swiss francs', 'centime', 'centimes'),
      CNY: name('yuan', 'yuan', 'fen'),
      JPY: name('yen'),
      KRW: name('won'),
    },
  },
  de: {
    count: germanCount,
    and: 'und',
    minus: 'minus',
    names: {
      VND: name('Dong'),
      EUR: name('Euro', 'Euro', 'Cent'),
      USD: name('US-Dollar', 'US-Dollar', 'Cent'),
      GBP: name('Pfund', 'Pfund', 'Penny', 'Pence'),
      CHF: name('Schweizer Franken', 'Schweizer Franken', 'Rappen'),
      CNY: name('Yuan', 'Yuan', 'Fen'),
      JPY: name('Yen'),
      KRW: name('Won'),
    },
  },
}
