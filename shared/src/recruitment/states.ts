import type { StateTable } from '../platform/states.ts'

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'correction-requested'
  | 'complete'
  | 'selected'
  | 'waiting'
  | 'rejected'
  | 'declined'
  | 'lapsed'
  | 'withdrawn'
export type ApplicationAction =
  | 'submit'
  | 'request-correction'
  | 'accept-dossier'
  | 'refuse'
  | 'select'
  | 'put-on-waiting-list'
  | 'reject'
  | 'decline-place'
  | 'lapse-place'
  | 'reopen'
  | 'withdraw'

/**
 * The road of an application: kiểm tra (dossier complete) -> thẩm định (scores) -> xét chọn (decision). Whoever is selected
 * has a place until it is declined or its deadline lapses (PLACE_STATES of the selection). A complaint upheld reopens.
 */
export const APPLICATION_STATES: StateTable<ApplicationState, ApplicationAction> = {
  draft: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: {
    'request-correction': 'correction-requested',
    'accept-dossier': 'complete',
    refuse: 'rejected',
    withdraw: 'withdrawn',
  },
  'correction-requested': { submit: 'submitted', withdraw: 'withdrawn', refuse: 'rejected' },
  complete: {
    select: 'selected',
    'put-on-waiting-list': 'waiting',
    reject: 'rejected',
    'request-correction': 'correction-requested',
    withdraw: 'withdrawn',
  },
  selected: { 'decline-place': 'declined', 'lapse-place': 'lapsed', withdraw: 'withdrawn' },
  waiting: { select: 'selected', reject: 'rejected', reopen: 'complete', withdraw: 'withdrawn' },
  rejected: { reopen: 'complete' },
  declined: {},
  lapsed: {},
  withdrawn: {},
}

export type Confirmation = 'not-needed' | 'awaiting' | 'confirmed'
export type ConfirmationAction = 'hand-in' | 'hand-in-for' | 'confirm'

/**
 * Whether the establishment stands behind what was handed in. What an officer hands in for it waits for its confirmation,
 * each time anew; what its own people hand in needs none.
 */
export const CONFIRMATION_STATES: StateTable<Confirmation, ConfirmationAction> = {
  'not-needed': { 'hand-in': 'not-needed', 'hand-in-for': 'awaiting' },
  awaiting: { 'hand-in': 'not-needed', 'hand-in-for': 'awaiting', confirm: 'confirmed' },
  confirmed: { 'hand-in': 'not-needed', 'hand-in-for': 'awaiting' },
}

const NEEDS_CONFIRMATION: ReadonlySet<ApplicationAction> = new Set([
  'accept-dossier',
  'select',
  'put-on-waiting-list',
  'reject',
])

/** Whether a step on the road has to wait until the establishment has confirmed. Refusing and taking back need not. */
export const waitsForConfirmation = (action: ApplicationAction, confirmation: Confirmation): boolean =>
  confirmation === 'awaiting' && NEEDS_CONFIRMATION.has(action)

export type InvitationState = 'sent' | 'visited' | 'started' | 'submitted' | 'declined' | 'revoked'
export type InvitationAction = 'visit' | 'start' | 'submit' | 'decline' | 'revoke'

/** How far an invited establishment got. Who declined may still change their mind while the call is open. */
export const INVITATION_STATES: StateTable<InvitationState, InvitationAction> = {
  sent: { visit: 'visited', start: 'started', decline: 'declined', revoke: 'revoked' },
  visited: { start: 'started', decline: 'declined', revoke: 'revoked' },
  started: { start: 'started', submit: 'submitted', decline: 'declined' },
  submitted: { start: 'started', submit: 'submitted' },
  declined: { start: 'started', revoke: 'revoked' },
  revoked: {},
}

export type CampaignState = 'draft' | 'running' | 'paused' | 'done' | 'cancelled'
export type CampaignAction = 'start' | 'pause' | 'resume' | 'finish' | 'cancel'

/** A campaign of letters: started once, its recipients then frozen. `finish` is the worker's, after the last batch. */
export const CAMPAIGN_STATES: StateTable<CampaignState, CampaignAction> = {
  draft: { start: 'running', cancel: 'cancelled' },
  running: { pause: 'paused', finish: 'done', cancel: 'cancelled' },
  paused: { resume: 'running', cancel: 'cancelled' },
  done: {},
  cancelled: {},
}

/** States in which the establishment may still change what it has written. */
export const EDITABLE_STATES: readonly ApplicationState[] = ['draft', 'correction-requested']
