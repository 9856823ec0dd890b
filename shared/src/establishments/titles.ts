/** Titles of products and certificates of establishments: their names in data. */
export const RECOGNITION_SCHEMES = ['cnnt', 'ocop'] as const
export type RecognitionScheme = (typeof RECOGNITION_SCHEMES)[number]

/** From the lowest to the highest: four levels of `cnnt`, five numbers of stars of `ocop`. */
export const RECOGNITION_LEVELS = [
  'district',
  'province',
  'region',
  'nation',
  '1-star',
  '2-star',
  '3-star',
  '4-star',
  '5-star',
] as const
export type RecognitionLevel = (typeof RECOGNITION_LEVELS)[number]

export const CERTIFICATE_KINDS = ['food-safety', 'iso', 'haccp', 'organic', 'ce', 'fda', 'other'] as const
export type CertificateKind = (typeof CERTIFICATE_KINDS)[number]

/** The levels a scheme has, lowest first. */
export const levelsOf = (scheme: RecognitionScheme): readonly RecognitionLevel[] =>
  RECOGNITION_LEVELS.filter(level => level.endsWith('-star') === (scheme === 'ocop'))

/** What a contact of an establishment is asked about. */
export const CONTACT_PURPOSES = ['general', 'fair', 'sales', 'accounting', 'other'] as const
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number]
