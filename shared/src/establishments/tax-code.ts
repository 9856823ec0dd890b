import { z } from 'zod'

/**
 * Vietnamese tax codes (mã số thuế). Ten digits name a unit, ten and three a branch (circular
 * 105/2020/TT-BTC, article 5); twelve are a person's identity number, the tax code of business households
 * since 1 July 2025. A wrong check digit is a warning an officer may override with a reason: old and foreign
 * numbers exist.
 */
export type TaxCodeKind = 'unit' | 'branch' | 'personal'

export type TaxCodeCheck =
  | { outcome: 'ok'; kind: TaxCodeKind; taxCode: string }
  | {
      outcome: 'warning'
      code: 'check-digit' | 'zero-serial' | 'zero-branch'
      kind: TaxCodeKind
      taxCode: string
    }
  | { outcome: 'refused'; code: 'not-digits' | 'wrong-length' }

/**
 * A tax code in a request: blanks and dots dropped, hyphen before the branch; only the shape is checked here.
 */
export const taxCode = () =>
  z
    .string()
    .max(30)
    .overwrite(normaliseTaxCode)
    .regex(/^(\d{10}(-\d{3})?|\d{12})$/, 'tax-code-shape')

/**
 * `0314409058 002` and `0314409058002` become `0314409058-002`; text of another shape only loses blanks and
 * dots.
 */
export function normaliseTaxCode(raw: string): string {
  const plain = raw
    .normalize('NFKC')
    .replace(/[\s.\u200b]/g, '')
    .replace(/[‐‑–—]/g, '-')
  return plain.replace(/^(\d{10})-?(\d{3})$/, '$1-$2')
}

/**
 * Checks shape, check digit, serial and branch. Never throws.
 * The check digit follows python-stdnum's reading (stdnum/vn/mst.py), written anew.
 */
export function checkTaxCode(raw: string): TaxCodeCheck {
  const code = normaliseTaxCode(raw)
  if (!/^[\d-]+$/.test(code)) return { outcome: 'refused', code: 'not-digits' }
  if (/^\d{12}$/.test(code)) return { outcome: 'ok', kind: 'personal', taxCode: code }
  const match = /^(\d{10})(?:-(\d{3}))?$/.exec(code)
  if (!match?.[1]) return { outcome: 'refused', code: 'wrong-length' }
  const branch = match[2]
  const kind = branch === undefined ? 'unit' : 'branch'
  const warning = (why: 'check-digit' | 'zero-serial' | 'zero-branch'): TaxCodeCheck => {
    return { outcome: 'warning', code: why, kind, taxCode: code }
  }
  if (match[1].slice(2, 9) === '0000000') return warning('zero-serial')
  if (taxCodeCheckDigit(match[1]) !== Number(match[1][9])) return warning('check-digit')
  if (branch === '000') return warning('zero-branch')
  return { outcome: 'ok', kind, taxCode: code }
}

/** Weights of digits 1 to 9. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3]

/** The tenth digit that belongs to nine digits, or `null` where none can: such a number is never issued. */
export function taxCodeCheckDigit(firstNine: string): number | null {
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(firstNine[i]), 0)
  const check = 10 - (sum % 11)
  return check === 10 ? null : check
}

/** A twelve-digit code is personal data: lists show it masked and exports leave it out. */
export const isPersonalTaxCode = (code: string): boolean => /^\d{12}$/.test(code)
