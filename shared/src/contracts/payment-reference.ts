import { asciiUpper } from '../platform/text.ts'

/**
 * The words of a transfer by which its contract is found again: the contract's number first, since banks cut the end,
 * then the booths. Capitals, digits and blanks only, which every bank lets through: `01 HD TTKC A12 A13`.
 */
export function paymentReference(contractNumber: string, boothNumbers: readonly string[]): string {
  return asciiUpper([contractNumber, ...boothNumbers].join(' '))
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}
