/** How Vietnamese is written in a file: today's way, or one of the codes of before. */
export const IMPORT_LETTERS = ['unicode', 'windows-1258', 'tcvn3', 'vni'] as const
export type ImportLetters = (typeof IMPORT_LETTERS)[number]
