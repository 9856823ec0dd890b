import type { Action } from '../identity/permissions.ts'

/** Work that waits on the desk, in the order of the road. */
export const WAITING_CODES = [
  'to-check',
  'corrections-back',
  'sheets-to-file',
  'ready-to-decide',
  'without-booth',
  'ready-for-contract',
  'to-countersign',
  'deals-to-verify',
  'mails-refused',
] as const

export type WaitingCode = (typeof WAITING_CODES)[number]

/** Who is shown what waits: whoever may do it. */
export const WAITING_ACTIONS: Record<WaitingCode, Action> = {
  'to-check': 'selection.check',
  'corrections-back': 'selection.check',
  'sheets-to-file': 'selection.score',
  'ready-to-decide': 'selection.decide',
  'without-booth': 'booths.assign',
  'ready-for-contract': 'contracts.issue',
  'to-countersign': 'contracts.sign-for-organizer',
  'deals-to-verify': 'deals.verify',
  'mails-refused': 'mail.resend',
}
