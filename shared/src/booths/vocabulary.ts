/** Words of the floor plan without their schemas, for pages: a page that imports a schema carries all of zod. */
export const BOOTH_KINDS = ['standard', 'raw', 'custom', 'shared'] as const
export const FUNDING_SOURCES = ['national', 'local', 'trade', 'own'] as const

/** What stands or is marked on the floor beside the booths. Gates let the public in, exits out in danger. */
export const PLAN_OBJECT_KINDS = ['zone', 'gate', 'exit', 'aisle', 'column', 'wall', 'fixed'] as const
export type PlanObjectKind = (typeof PLAN_OBJECT_KINDS)[number]

/** What a zone is for: one sector, one province's pavilion, a show within the show, or anybody. */
export const ZONE_KINDS = ['sector', 'province', 'show', 'general'] as const
export type ZoneKind = (typeof ZONE_KINDS)[number]
