/** The closed words of badges and gates. Free of zod, so that pages can import them for nothing. */

/** In the order of their number inside a badge code: only ever append. */
export const BADGE_KINDS = ['exhibitor', 'visitor', 'buyer', 'guest', 'press', 'organizer', 'crew'] as const
export type BadgeKind = (typeof BADGE_KINDS)[number]

/** What the desk hands out itself; exhibitors' staff and visitors have their own ways. */
export const DESK_KINDS = ['guest', 'buyer', 'press', 'organizer', 'crew'] as const

export const DIRECTIONS = ['entry', 'exit'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Every verdict there is so far. `admitted` lets the person pass, all else says why not. */
export const VERDICTS = [
  'admitted',
  'already-inside',
  'revoked',
  'replaced',
  'unapproved',
  'wrong-kind',
  'too-early',
  'too-late',
  'unknown',
  'forged',
  'other-fair',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** What the fair hands the public notice on personal data out under; a registration records which one was shown. */
export const NOTICE_VERSION = '2026-11'
