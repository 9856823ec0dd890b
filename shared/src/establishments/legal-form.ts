import { foldText } from '../platform/text.ts'

/**
 * Legal forms of establishments (Enterprise Law 59/2020/QH14, Cooperative Law 17/2023/QH15, business
 * households): one-member and multi-member limited company, joint-stock company, partnership, sole
 * proprietorship, cooperative, union of cooperatives, cooperative group, business household, other.
 */
export const LEGAL_FORMS = [
  'TNHH_1TV',
  'TNHH_2TV',
  'CTCP',
  'HOP_DANH',
  'DNTN',
  'HTX',
  'LH_HTX',
  'TO_HOP_TAC',
  'HO_KD',
  'KHAC',
] as const

export type LegalForm = (typeof LEGAL_FORMS)[number]

/** How names begin, folded, with the form that beginning shows; `null` where it may be several. */
const BEGINNINGS: readonly (readonly [words: string, form: LegalForm | null])[] = [
  ...spellings(
    ['cong ty', 'cty', ''],
    ['trach nhiem huu han', 'tnhh'],
    ['mot thanh vien', 'mtv', '1tv'],
    'TNHH_1TV',
  ),
  ...spellings(
    ['cong ty', 'cty', ''],
    ['trach nhiem huu han', 'tnhh'],
    ['hai thanh vien tro len', 'hai thanh vien', '2tv'],
    'TNHH_2TV',
  ),
  ...spellings(['cong ty', 'cty', ''], ['trach nhiem huu han', 'tnhh'], [''], null),
  ...spellings(['cong ty', 'cty'], ['co phan', 'cp'], [''], 'CTCP'),
  ...spellings(['ctcp', 'ctycp'], [''], [''], 'CTCP'),
  ...spellings(['cong ty', 'cty'], ['hop danh'], [''], 'HOP_DANH'),
  ...spellings(['doanh nghiep tu nhan', 'dn tu nhan', 'dntn'], [''], [''], 'DNTN'),
  ...spellings(['lien hiep', 'lh'], ['hop tac xa', 'htx'], [''], 'LH_HTX'),
  ...spellings(['hop tac xa', 'htx'], [''], [''], 'HTX'),
  ...spellings(['to hop tac', 'tht'], [''], [''], 'TO_HOP_TAC'),
  ...spellings(['ho kinh doanh', 'ho kd', 'hkd'], [''], [''], 'HO_KD'),
  ...spellings(['cong ty', 'cty'], [''], [''], null),
]

/**
 * The name without its legal form, for sorting and for finding the same establishment twice:
 * "Công ty TNHH MTV Gốm Chu Đậu" becomes "Gốm Chu Đậu". A name that is nothing but a form stays as it is.
 */
export function stripLegalForm(name: string): string {
  const words = wordsOf(name)
  const core = words.slice(beginningOf(words)?.length ?? 0).join(' ')
  return core === '' ? words.join(' ') : core
}

/** The form a name begins with, to fill in a form field; `null` when the name does not settle it. */
export function guessLegalForm(name: string): LegalForm | null {
  return beginningOf(wordsOf(name))?.form ?? null
}

/** What two names must share to be the same: no form, no diacritics, no case, letters and figures only. */
export function establishmentNameKey(name: string): string {
  return foldText(stripLegalForm(name))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function spellings(first: string[], second: string[], third: string[], form: LegalForm | null) {
  const all = first.flatMap(a => second.flatMap(b => third.map(c => `${a} ${b} ${c}`)))
  return all.map(words => [words.replace(/\s+/g, ' ').trim(), form] as const)
}

const wordsOf = (name: string): string[] => name.normalize('NFC').trim().split(/\s+/)

/**
 * The first, and so the most telling, beginning whose words the name starts with. Dots and commas do not
 * count.
 */
function beginningOf(words: string[]): { length: number; form: LegalForm | null } | null {
  const folded = words.map(word => foldText(word).replace(/[.,:"'-]/g, ''))
  for (const [beginning, form] of BEGINNINGS) {
    const wanted = beginning.split(' ')
    if (wanted.every((word, i) => folded[i] === word)) return { length: wanted.length, form }
  }
  return null
}
