/** Words of recruitment the pages and the schemas share. */

/** Where an invitee of a campaign stands. Every recipient of a started campaign is in exactly one. */
export const INVITEE_STATES = [
  'queued',
  'sent',
  'refused',
  'visited',
  'started',
  'submitted',
  'declined',
  'revoked',
  'to-call',
  'skipped',
  'cancelled',
] as const
export type InviteeState = (typeof INVITEE_STATES)[number]

export const SKIP_REASONS = ['already-invited', 'no-e-mail', 'opted-out'] as const
export type SkipReason = (typeof SKIP_REASONS)[number]

export const DECLINE_CODES = [
  'no-time',
  'no-goods',
  'cost',
  'other-fair',
  'too-far',
  'not-suitable',
  'other',
] as const
export type DeclineCode = (typeof DECLINE_CODES)[number]

export const CALL_OUTCOMES = [
  'reached',
  'interested',
  'will-answer',
  'declined',
  'no-answer',
  'wrong-number',
] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** How an invitation reached the establishment. */
export const INVITATION_CHANNELS = ['campaign', 'officer', 'phone'] as const

/** Who brought an application in, and, for the desk, from what it was entered. */
export const APPLICATION_CHANNELS = ['self', 'officer'] as const
export const ENTERED_FROM = ['paper', 'phone'] as const
export const CONFIRMATION_METHODS = ['link', 'code', 'account', 'signed-paper'] as const

export const PAST_FAIRS = ['any', 'took-part', 'never'] as const
export const HAS_EMAIL = ['any', 'with', 'without'] as const
export const TITLE_SCHEMES = ['cnnt', 'ocop'] as const
export const TITLE_LEVELS = {
  cnnt: ['district', 'province', 'region', 'nation'],
  ocop: ['1-star', '2-star', '3-star', '4-star', '5-star'],
} as const
export const CERTIFICATE_KINDS = ['food-safety', 'iso', 'haccp', 'organic', 'ce', 'fda', 'other'] as const

/** Nobody need be called again the day a call ends so; null where nothing is left to ask. In days. */
export const CALL_AGAIN_AFTER: Record<CallOutcome, number | null> = {
  reached: 3,
  interested: 3,
  'will-answer': 3,
  declined: null,
  'no-answer': 1,
  'wrong-number': null,
}

/** Orders of the inbox: waiting longest first, started last first, by name, by the day a correction is wanted by. */
export const INBOX_SORTS = ['waiting', 'newest', 'name', 'due'] as const
export type InboxSort = (typeof INBOX_SORTS)[number]

/** Days of waiting the inbox can ask for. */
export const INBOX_WAITS = ['3', '7', '14', '30'] as const
