/** Fewest filed sheets an application must have before a decision. */
export const LEAST_SHEETS = 2

/** Kinds of interest a reviewer may have in an application. */
export const CONFLICT_KINDS = ['employment', 'family', 'ownership', 'business', 'other'] as const
