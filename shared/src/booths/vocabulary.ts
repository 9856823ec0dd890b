/** Words of the floor plan without their schemas, for pages: a page that imports a schema carries all of zod. */
export const BOOTH_KINDS = ['standard', 'raw', 'custom', 'shared'] as const
export const FUNDING_SOURCES = ['national', 'local', 'trade', 'own'] as const
