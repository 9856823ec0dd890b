/** What a row of a list turns out to be. */
export const IMPORT_VERDICTS = ['new', 'update', 'duplicate', 'unchanged', 'fault'] as const
export type ImportVerdict = (typeof IMPORT_VERDICTS)[number]

/** What is done with it. */
export const IMPORT_ACTIONS = ['create', 'update', 'skip'] as const
export type ImportAction = (typeof IMPORT_ACTIONS)[number]
