import { z } from 'zod'
import { addMonths, daysBetween, type IsoDate, yearOf } from '../platform/dates.ts'

/**
 * How long a product's title lasts. Two titles exist and are not the same: outstanding rural industrial
 * product (sản phẩm công nghiệp nông thôn tiêu biểu, `cnnt`) and One Commune One Product (`ocop`).
 */

/** Value of the dated rule `recognition.validity.cnnt`. */
export const cnntValidity = z.object({ yearsAdded: z.int().min(0).max(20) })

/** Value of the dated rule `recognition.validity.ocop`. */
export const ocopValidity = z.object({ months: z.int().min(1).max(240) })

/** Value of the dated rule `recognition.bands.ocop`: the least average score of each number of stars. */
export const ocopBands = z.array(z.object({ stars: z.int().min(1).max(5), fromScore: z.number() }))

/**
 * The last day a title is valid. The date printed on the certificate wins; failing that, `cnnt` runs to 31
 * December of the year of issue plus `yearsAdded` (circular 26/2014/TT-BCT: the third year counted from the
 * year of issue), and `ocop` runs `months` from the day of issue.
 */
export function recognitionValidUntil(
  title: { scheme: 'cnnt' | 'ocop'; issuedOn: IsoDate; printedValidUntil: IsoDate | null },
  rules: { cnnt: z.infer<typeof cnntValidity>; ocop: z.infer<typeof ocopValidity> },
): IsoDate {
  if (title.printedValidUntil !== null) return title.printedValidUntil
  if (title.scheme === 'ocop') return addMonths(title.issuedOn, rules.ocop.months)
  return `${yearOf(title.issuedOn) + rules.cnnt.yearsAdded}-12-31`
}

/** Value of the dated rule `certificate.warning`: how long before its last day a certificate is said to be ending. */
export const certificateWarning = z.object({ days: z.int().min(1).max(365) })

export const CERTIFICATE_VALIDITIES = ['valid', 'ending', 'over'] as const
export type CertificateValidity = (typeof CERTIFICATE_VALIDITIES)[number]

/** How a certificate stands on a day; null for one without a last day. On its last day it is still valid. */
export function certificateValidity(
  validUntil: IsoDate | null,
  on: IsoDate,
  warningDays: number,
): CertificateValidity | null {
  if (validUntil === null) return null
  if (validUntil < on) return 'over'
  return daysBetween(on, validUntil) <= warningDays ? 'ending' : 'valid'
}

/** Valid from the day of issue through the last day, both included. */
export function isRecognitionValid(title: { issuedOn: IsoDate; validUntil: IsoDate }, on: IsoDate): boolean {
  return title.issuedOn <= on && on <= title.validUntil
}

/**
 * The stars an average score earns: the highest band reached, 0 below all. Bands are half open, so 89.9 has
 * four.
 */
export function ocopStars(averageScore: number, bands: z.infer<typeof ocopBands>): number {
  return Math.max(0, ...bands.filter(band => averageScore >= band.fromScore).map(band => band.stars))
}
