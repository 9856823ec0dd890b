/**
 * Merge fields of a campaign's letter, written `{co_so}` in the text. Names a Vietnamese clerk can type without marks.
 */
export const LETTER_FIELDS = [
  'co_so',
  'nguoi_dai_dien',
  'hoi_cho',
  'thoi_gian',
  'dia_diem',
  'han_nop',
  'don_vi',
  'lien_he',
] as const
export type LetterField = (typeof LETTER_FIELDS)[number]

const FIELD = /\{([^{}\n]{1,40})\}/g
const isField = (name: string): name is LetterField => (LETTER_FIELDS as readonly string[]).includes(name)

/** The text with each merge field replaced once by its value; what a value holds is never read as a field. */
export const fillLetter = (text: string, values: Record<LetterField, string>): string =>
  text.replace(FIELD, (whole, name: string) => (isField(name) ? values[name] : whole))

/** What stands in braces and is no merge field, as written: the officer mistyped it. */
export const unknownFields = (text: string): string[] => [
  ...new Set([...text.matchAll(FIELD)].map(match => match[1] ?? '').filter(name => !isField(name))),
]
