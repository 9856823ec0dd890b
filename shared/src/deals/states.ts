import type { StateTable } from '../platform/states.ts'

export type DealState = 'logged' | 'verified' | 'rejected' | 'removed'
export type DealAction = 'correct' | 'verify' | 'reject' | 'reopen' | 'remove'

/** A deal counts in the report once an officer has verified it; a correction puts it back to logged. */
export const DEAL_STATES: StateTable<DealState, DealAction> = {
  logged: { correct: 'logged', verify: 'verified', reject: 'rejected', remove: 'removed' },
  verified: { reopen: 'logged' },
  rejected: { correct: 'logged', reopen: 'logged', remove: 'removed' },
  removed: {},
}
