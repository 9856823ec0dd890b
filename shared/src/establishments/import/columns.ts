import { foldText } from '../../platform/text.ts'
import type { TransferField } from './fields.ts'

/** A cell as a workbook or a CSV file holds it; a date as `YYYY-MM-DD`. */
export type ImportCell = string | number | null

/** What headings say, folded, the commonest first. A longer one wins over a shorter one it contains. */
const HEADINGS: Record<TransferField, readonly string[]> = {
  name: [
    'ten co so',
    'ten doanh nghiep',
    'ten don vi',
    'ten cong ty',
    'ten cong ty co so',
    'ten co so cong nghiep nong thon',
    'co so',
    'doanh nghiep',
    'don vi',
    'ten',
    'name',
    'company name',
    'company',
    'establishment',
  ],
  nameEn: ['ten tieng anh', 'ten giao dich', 'ten quoc te', 'english name', 'name in english'],
  legalForm: ['loai hinh', 'loai hinh doanh nghiep', 'hinh thuc phap ly', 'legal form'],
  taxCode: ['ma so thue', 'mst', 'ma so dn', 'ma so doanh nghiep', 'tax code', 'tax id', 'tax number'],
  taxCodeReason: ['ly do ma so thue van dung', 'why the tax code is right all the same'],
  registeredAddress: [
    'dia chi dang ky',
    'dia chi tru so',
    'tru so chinh',
    'tru so',
    'dia chi',
    'registered address',
    'address',
  ],
  province: [
    'tinh thanh pho',
    'tinh thanh',
    'tinh tp',
    'tinh',
    'thanh pho',
    'dia phuong',
    'province',
    'city',
  ],
  productionAddress: [
    'dia chi san xuat',
    'noi san xuat',
    'co so san xuat',
    'xuong san xuat',
    'dia chi xuong',
    'xuong',
    'production address',
  ],
  productionProvince: ['tinh thanh pho noi san xuat', 'tinh san xuat', 'province of production'],
  sectorCode: ['nganh hang', 'nganh nghe', 'nhom nganh', 'linh vuc', 'nganh', 'sector'],
  vsicCode: [
    'ma nganh vsic',
    'ma nganh kinh te',
    'ma nganh kinh doanh',
    'ma nganh',
    'ma vsic',
    'vsic',
    'vsic code',
    'industry code',
  ],
  vsicVersion: ['phien ban vsic', 'phien ban nganh', 'vsic version', 'vsic edition'],
  phone: [
    'so dien thoai',
    'dien thoai',
    'dien thoai lien he',
    'sdt',
    'dt',
    'di dong',
    'hotline',
    'phone',
    'mobile',
    'tel',
  ],
  email: ['thu dien tu', 'email', 'e mail', 'hop thu', 'mail'],
  website: ['trang web', 'website', 'web', 'trang thong tin dien tu'],
  representativeName: [
    'nguoi dai dien',
    'nguoi dai dien phap luat',
    'ho ten nguoi dai dien',
    'dai dien',
    'chu co so',
    'giam doc',
    'nguoi lien he',
    'representative',
    'contact person',
  ],
  representativePosition: ['chuc vu', 'chuc danh', 'position', 'title'],
  employees: ['so lao dong', 'lao dong', 'so nhan cong', 'employees', 'staff'],
  revenueVnd: ['doanh thu nam', 'doanh thu', 'yearly revenue', 'revenue', 'turnover'],
  capitalVnd: ['tong nguon von', 'nguon von', 'tong von', 'von dieu le', 'von', 'total capital', 'capital'],
  figuresYear: ['so lieu cua nam', 'nam so lieu', 'so lieu nam', 'year of the figures'],
  exportMarkets: ['thi truong xuat khau', 'xuat khau', 'export markets', 'export'],
  introductionVi: ['gioi thieu tieng viet', 'gioi thieu', 'mo ta', 'introduction vietnamese', 'introduction'],
  introductionEn: ['gioi thieu tieng anh', 'introduction english', 'english introduction'],
  id: ['ma ho so', 'record number', 'record id'],
}

/**
 * Which field each column seems to hold; `null` where the heading says nothing known. No field is given twice. Case,
 * diacritics, signs and remarks in brackets do not count, but for those a field's own heading needs.
 */
export function guessColumns(headers: readonly ImportCell[]): (TransferField | null)[] {
  const offers = headers.flatMap((header, column) => offersOf(header).map(offer => ({ ...offer, column })))
  const guessed: (TransferField | null)[] = headers.map(() => null)
  const given = new Set<TransferField>()
  for (const { field, column } of offers.toSorted((a, b) => b.score - a.score || a.column - b.column)) {
    if (guessed[column] !== null || given.has(field)) continue
    guessed[column] = field
    given.add(field)
  }
  return guessed
}

type Offer = { field: TransferField; score: number }

function offersOf(header: ImportCell): Offer[] {
  if (typeof header !== 'string' || header.length > 100) return []
  const whole = wordsOf(header)
  const bare = wordsOf(header.replace(/\([^)]*\)/g, ' '))
  const offers: Offer[] = []
  // Object.entries forgets the names of the keys; they are the fields above.
  for (const [field, headings] of Object.entries(HEADINGS) as [TransferField, readonly string[]][]) {
    const scores = headings.map(heading => scoreOf(heading, whole, bare))
    const score = Math.max(...scores)
    if (score > 0) offers.push({ field, score })
  }
  return offers
}

function scoreOf(heading: string, whole: string, bare: string): number {
  if (heading === whole) return 1000
  if (heading === bare) return 900
  // A short word inside a long sentence says nothing: a title above the table is no heading.
  const isTelling = heading.length >= 3 && bare.length <= heading.length * 4 + 10
  return isTelling && ` ${bare} `.includes(` ${heading} `) ? heading.length : 0
}

const wordsOf = (text: string) =>
  foldText(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
