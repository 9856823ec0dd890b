import type { StateTable } from '../platform/states.ts'

export type PlaceState = 'offered' | 'confirmed' | 'declined' | 'lapsed'
export type PlaceAction = 'confirm' | 'decline' | 'lapse'

/** A place given by a decision or offered from the waiting list, until the establishment answers or its deadline passes. */
export const PLACE_STATES: StateTable<PlaceState, PlaceAction> = {
  offered: { confirm: 'confirmed', decline: 'declined', lapse: 'lapsed' },
  // Who has confirmed may still step back; the place then goes to the next.
  confirmed: { decline: 'declined' },
  declined: {},
  lapsed: {},
}

export type MeetingState = 'open' | 'signed'
export type MeetingAction = 'record' | 'sign'

/** Minutes are written until they are signed; then nothing in them changes any more. */
export const MEETING_STATES: StateTable<MeetingState, MeetingAction> = {
  open: { record: 'open', sign: 'signed' },
  signed: {},
}

export type ComplaintState = 'filed' | 'upheld' | 'dismissed'
export type ComplaintAction = 'uphold' | 'dismiss'

export const COMPLAINT_STATES: StateTable<ComplaintState, ComplaintAction> = {
  filed: { uphold: 'upheld', dismiss: 'dismissed' },
  upheld: {},
  dismissed: {},
}
