import { foldText } from '../platform/text.ts'

/**
 * What a search of the directory looks for: patterns of LIKE over the folded text of a record, all of which must fit, or
 * the number of a person, which is found only whole. Words of three letters and more fit anywhere in a word (`gom` finds
 * `gomsu`), shorter ones where a word begins. A phone may be typed with blanks, dots, or +84.
 */
export function searchWords(typed: string): { words: string[]; personalTaxCode: string | null } {
  const digits = typed.replace(/[\s.()+-]/g, '')
  if (/^\d{12}$/.test(digits) && !digits.startsWith('84')) return { words: [], personalTaxCode: digits }
  if (/^\d{4,15}$/.test(digits)) return { words: numberPatterns(typed, digits), personalTaxCode: null }
  const words = foldText(typed).split(' ').filter(Boolean)
  return { words: [...new Set(words)].slice(0, MOST_WORDS).map(patternOf), personalTaxCode: null }
}

/** More than these tell no more and only cost time. */
const MOST_WORDS = 8

function numberPatterns(typed: string, digits: string): string[] {
  const isAbroad = /^\s*(?:\+|00)/.test(typed)
  const national = isAbroad ? digits.replace(/^(?:00)?84/, '0') : digits
  // A branch is written with a hyphen before its last three digits.
  const branch = /-/.test(typed) ? typed.replace(/[\s.()+]/g, '') : national
  return [patternOf(branch)]
}

const patternOf = (word: string): string => {
  const plain = word.replace(/[\\%_]/g, '\\$&')
  return [...word].length > 2 ? `%${plain}%` : `% ${plain}%`
}
