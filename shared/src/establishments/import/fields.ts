/**
 * What a list of establishments brings in and takes out, in the order of the exported columns. `id` is the record's
 * own number: a list exported here finds its records again by it.
 */
export const TRANSFER_FIELDS = [
  'name',
  'nameEn',
  'legalForm',
  'taxCode',
  'taxCodeReason',
  'registeredAddress',
  'province',
  'productionAddress',
  'productionProvince',
  'sectorCode',
  'vsicCode',
  'vsicVersion',
  'phone',
  'email',
  'website',
  'representativeName',
  'representativePosition',
  'employees',
  'revenueVnd',
  'capitalVnd',
  'figuresYear',
  'exportMarkets',
  'introductionVi',
  'introductionEn',
  'id',
] as const
export type TransferField = (typeof TRANSFER_FIELDS)[number]

/** The most establishments one list holds, in or out. */
export const MAX_TRANSFER_ROWS = 20_000
