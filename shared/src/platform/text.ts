import { z } from 'zod'

/**
 * Text as people type it, and the forms it is compared in. Vietnamese keyboards produce both composed and
 * decomposed letters, so everything that enters is normalised to NFC first.
 */

/** The composed form (Unicode NFC): the only form that is stored or compared. */
export const nfc = (s: string): string => s.normalize('NFC')

/**
 * Letters and signs PostgreSQL's unaccent dictionary rewrites beyond dropping marks: those a fair's names can
 * hold.
 */
const REWRITTEN = new Map(
  Object.entries({
    đ: 'd',
    ð: 'd',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ø: 'o',
    ł: 'l',
    þ: 'th',
    ı: 'i',
    '‘': "'",
    '’': "'",
    '“': '"',
    '”': '"',
    '„': ',,',
    '«': '<<',
    '»': '>>',
    '‐': '-',
    '‑': '-',
    '–': '-',
    '—': '-',
    '…': '...',
  }),
)

/**
 * The form text is searched in: lower case, no diacritics, đ read as d, runs of white space as one blank,
 * trimmed. For Vietnamese it equals the database's `fold_text`, that is `lower(unaccent(x))`, apart from the
 * blanks.
 */
export function foldText(s: string): string {
  const lower = unmarked(nfc(s)).toLowerCase()
  return collapse(unmarked(lower).replace(/[^\u0020-\u007e]/g, sign => REWRITTEN.get(sign) ?? sign))
}

/**
 * Plain ASCII with its case kept: diacritics dropped, đ to d, any other sign dropped, blanks collapsed.
 * For fields of old systems, such as the purpose of a bank transfer.
 */
export function asciiText(s: string): string {
  const plain = unmarked(nfc(s)).replace(/[^\u0020-\u007e]/g, sign => {
    const small = REWRITTEN.get(sign.toLowerCase())
    if (small === undefined) return ' '
    return sign === sign.toLowerCase() ? small : small.toUpperCase()
  })
  return collapse(plain)
}

/** {@link asciiText} in capitals: payment references, machine-readable names. */
export const asciiUpper = (s: string): string => asciiText(s).toUpperCase()

/**
 * Hides the middle of a personal number: `001234567890` becomes `001••••••890`. Text too short to keep both
 * ends and hide at least one character is hidden whole.
 */
export function maskMiddle(s: string, keepStart = 3, keepEnd = 3): string {
  const letters = [...s]
  const hidden = letters.length - keepStart - keepEnd
  if (hidden < 1) return '•'.repeat(letters.length)
  return (
    letters.slice(0, keepStart).join('') +
    '•'.repeat(hidden) +
    letters.slice(letters.length - keepEnd).join('')
  )
}

/**
 * One line a person must fill in: NFC, control characters to blanks, blanks collapsed, 1 to `max` UTF-16
 * units.
 */
export const text = (max: number) => z.string().overwrite(oneLine).min(1).max(max)

/**
 * One line that may stay empty: an empty line is `null`; left out stays left out. Same cleaning as {@link
 * text}.
 */
export const optionalText = (max: number) =>
  z.string().overwrite(oneLine).max(max).nullable().overwrite(emptyToNull).optional()

/** One line that may be left empty: `''`, never null. For columns that are not null. */
export const blankableText = (max: number) => z.string().overwrite(oneLine).max(max)

/**
 * Several lines, possibly none: NFC, line ends as `\n`, control characters dropped, trimmed, at most `max`
 * units.
 */
export const multilineText = (max: number) => z.string().overwrite(manyLines).max(max)

/** An e-mail address, in lower case, at most 254 units (RFC 5321). */
export const emailAddress = () => z.string().trim().toLowerCase().max(254).check(z.email())

/** A web address, http or https only, so that it is safe as a link. */
export const url = () =>
  z
    .string()
    .trim()
    .max(2000)
    .check(z.url({ protocol: /^https?$/ }))

const oneLine = (s: string): string =>
  collapse(
    nfc(s)
      .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
      .replace(INVISIBLE, ''),
  )

const manyLines = (s: string): string =>
  nfc(s)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(INVISIBLE, '')
    .trim()

/** Zero-width signs and direction overrides: unseen on the screen, they make two equal names differ. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

const emptyToNull = (s: string | null): string | null => (s === '' ? null : s)

const collapse = (s: string): string => s.replace(/\s+/g, ' ').trim()

const unmarked = (s: string): string =>
  s
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
