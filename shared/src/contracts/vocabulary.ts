// Words of contracts without their schemas, for pages: a page that imports a schema carries all of zod.

export { COST_ITEMS, type CostItem } from '../selection/cost-items.ts'

/**
 * What the State supports: a fair the centre holds itself at home, one it joins at home, one abroad, or nothing.
 * The rates are the dated rules `support.rate.<scheme>.<cost item>`.
 */
export const SUPPORT_SCHEMES = ['organise-home-fair', 'join-home-fair', 'fair-abroad', 'none'] as const
export type SupportScheme = (typeof SUPPORT_SCHEMES)[number]
