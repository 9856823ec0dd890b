import type { StateTable } from '../platform/states.ts'

export type ApplicationState =
  | 'draft'
  | 'submitted'
  | 'correction-requested'
  | 'complete'
  | 'selected'
  | 'waiting'
  | 'rejected'
  | 'withdrawn'
export type ApplicationAction =
  | 'submit'
  | 'request-correction'
  | 'accept-dossier'
  | 'refuse'
  | 'select'
  | 'put-on-waiting-list'
  | 'reject'
  | 'withdraw'

/** The road of an application: kiểm tra (dossier complete) -> thẩm định (scores) -> xét chọn (decision). */
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
  selected: { withdraw: 'withdrawn' },
  waiting: { select: 'selected', reject: 'rejected', withdraw: 'withdrawn' },
  rejected: {},
  withdrawn: {},
}
