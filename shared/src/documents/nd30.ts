import type { IsoDate } from '../platform/dates.ts'

/**
 * How Vietnamese administrative documents look: decree 30/2020/NĐ-CP, annex I (layout) and article 15
 * (numbers).
 */

/**
 * Page of the decree in millimetres: what it allows, and what this house prints unless an organizer changes
 * it.
 */
export const ND30_PAGE = {
  widthMm: 210,
  heightMm: 297,
  marginsMm: {
    top: { min: 20, max: 25, usual: 20 },
    bottom: { min: 20, max: 25, usual: 20 },
    left: { min: 30, max: 35, usual: 30 },
    right: { min: 15, max: 20, usual: 20 },
  },
  font: 'Times New Roman',
} as const

/** Type sizes in points. The smaller of each pair go together on a page, or the larger. */
export const ND30_SIZES = {
  small: {
    nationalName: 12,
    motto: 13,
    agency: 12,
    number: 13,
    placeDate: 13,
    title: 13,
    subject: 12,
    body: 13,
  },
  large: {
    nationalName: 13,
    motto: 14,
    agency: 13,
    number: 13,
    placeDate: 14,
    title: 14,
    subject: 13,
    body: 14,
  },
  recipientsWord: 12,
  recipients: 11,
  annexWord: 14,
  pageNumber: 13,
} as const

/**
 * Paragraphs of the body: first line in centimetres, space between paragraphs in points, line spacing as a
 * factor.
 */
export const ND30_BODY = { firstLineCm: 1.27, paragraphGapPt: 6, lineSpacing: { min: 1, max: 1.5 } } as const

export const ND30_HEADING = {
  nationalName: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
} as const

/**
 * Kinds of documents this trade writes, with the abbreviation in their symbol. A letter (công văn) has none.
 */
export const ND30_KINDS = {
  decision: { title: 'QUYẾT ĐỊNH', abbreviation: 'QĐ' },
  plan: { title: 'KẾ HOẠCH', abbreviation: 'KH' },
  report: { title: 'BÁO CÁO', abbreviation: 'BC' },
  minutes: { title: 'BIÊN BẢN', abbreviation: 'BB' },
  submission: { title: 'TỜ TRÌNH', abbreviation: 'TTr' },
  contract: { title: 'HỢP ĐỒNG', abbreviation: 'HĐ' },
  notice: { title: 'THÔNG BÁO', abbreviation: 'TB' },
  invitation: { title: 'GIẤY MỜI', abbreviation: 'GM' },
  project: { title: 'ĐỀ ÁN', abbreviation: 'ĐA' },
  programme: { title: 'CHƯƠNG TRÌNH', abbreviation: 'CTr' },
  introduction: { title: 'GIẤY GIỚI THIỆU', abbreviation: 'GGT' },
  authorisation: { title: 'GIẤY ỦY QUYỀN', abbreviation: 'GUQ' },
  memorandum: { title: 'BẢN GHI NHỚ', abbreviation: 'BGN' },
  agreement: { title: 'BẢN THỎA THUẬN', abbreviation: 'BTT' },
  letter: { title: '', abbreviation: '' },
} as const

export type Nd30Kind = keyof typeof ND30_KINDS

/** How someone other than the head signs: for a collective, acting, for the head, by order, by delegation. */
export const ND30_SIGNING_MODES = {
  head: '',
  collective: 'TM.',
  acting: 'Q.',
  deputy: 'KT.',
  'by-order': 'TL.',
  'by-delegation': 'TUQ.',
} as const

/**
 * `Hà Nội, ngày 09 tháng 3 năm 2026`: a leading 0 for days 1 to 9 and months 1 and 2 only (annex I, element
 * 4).
 */
export function nd30PlaceDate(place: string, date: IsoDate): string {
  return `${place}, ${nd30Date(date)}`
}

/** `ngày 09 tháng 3 năm 2026`. */
export function nd30Date(date: IsoDate): string {
  const month = Number(date.slice(5, 7))
  return `ngày ${date.slice(8, 10)} tháng ${month < 3 ? date.slice(5, 7) : month} năm ${date.slice(0, 4)}`
}

/**
 * Number and symbol without the word before it: `05/QĐ-TTKC`, for a letter `12/TTKC-XTTM`.
 * @param number from 1, counted by year (see {@link nextDocumentNumber})
 * @param agency abbreviation of the issuing agency
 * @param unit abbreviation of the drafting unit, only in letters
 * @throws RangeError when the number is not a whole number from 1
 */
export function nd30Symbol(number: number, kind: Nd30Kind, agency: string, unit = ''): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`not a document number: ${number}`)
  const groups = kind === 'letter' ? [agency, unit] : [ND30_KINDS[kind].abbreviation, agency]
  return `${String(number).padStart(2, '0')}/${groups.filter(group => group !== '').join('-')}`
}

/** `Số: 05/QĐ-TTKC`, as printed under the agency's name. */
export const nd30NumberLine = (symbol: string): string => `Số: ${symbol}`

/**
 * The next number of a series: counted on within a year, from 1 again on 1 January (article 15). A cancelled
 * document keeps its number, so `last` is the highest ever given.
 */
export function nextDocumentNumber(last: { number: number; issuedOn: IsoDate } | null, on: IsoDate): number {
  return last !== null && last.issuedOn.slice(0, 4) === on.slice(0, 4) ? last.number + 1 : 1
}

/**
 * Lines of a list under a heading such as "Kính gửi:": one entry stands alone without a sign, several are one
 * a line with a hyphen, each ending in a semicolon, the last in a full stop.
 */
export function nd30List(entries: readonly string[]): string[] {
  if (entries.length < 2) return [...entries]
  return entries.map((entry, i) => `- ${entry}${i < entries.length - 1 ? ';' : '.'}`)
}

/** Lines of legal bases: "Căn cứ …;" with a full stop after the last. */
export function nd30Bases(bases: readonly string[]): string[] {
  return bases.map((basis, i) => `Căn cứ ${basis}${i < bases.length - 1 ? ';' : '.'}`)
}

/** Heading of an annex: "Phụ lục" alone when there is one, with a Roman number when there are several. */
export function nd30AnnexHeading(position: number, total: number): string {
  return total > 1 ? `Phụ lục ${roman(position)}` : 'Phụ lục'
}

/** Line under an annex heading: which document it belongs to. */
export function nd30AnnexReference(title: string, symbol: string, issuedOn: IsoDate, agency: string): string {
  return `(Kèm theo ${title} số ${symbol} ${nd30Date(issuedOn)} của ${agency})`
}

/** Whether margins in millimetres are within the decree's; names those that are not. */
export function marginsOutside(margins: Record<keyof typeof ND30_PAGE.marginsMm, number>) {
  const sides = ['top', 'bottom', 'left', 'right'] as const
  return sides.filter(side => {
    const { min, max } = ND30_PAGE.marginsMm[side]
    return margins[side] < min || margins[side] > max
  })
}

const ROMAN = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const

function roman(position: number): string {
  let left = position
  let word = ''
  for (const [value, letters] of ROMAN) {
    while (left >= value) {
      word += letters
      left -= value
    }
  }
  return word
}
