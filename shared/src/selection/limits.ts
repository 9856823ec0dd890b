/** Fewest filed sheets an application must have before a decision. */
export const LEAST_SHEETS = 2

/** Kinds of interest a reviewer may declare in an application. */
export const CONFLICT_KINDS = [
  'employment',
  'family',
  'ownership',
  'adviser',
  'competitor',
  'business',
  'other',
] as const

/** What the program itself finds two to have in common: column `by` of the view interest_detected. */
export const INTERESTS = ['acts-for', 'e-mail', 'phone', 'employer', 'past-employer'] as const

/** Figures for show are whole ten-thousandths. */
export const FIGURE_UNIT = 10_000
