/** Kept apart because the State pays for some of them only. */
export const COST_ITEMS = [
  'booth-rent',
  'design',
  'building',
  'common-decoration',
  'opening-ceremony',
  'seminar',
  'publicity',
  'organising',
  'freight',
  'airfare',
  'visa',
  'hotel',
  'other',
] as const

export type CostItem = (typeof COST_ITEMS)[number]
