import type { StateTable } from '../platform/states.ts'

export type AssignmentState = 'assigned' | 'confirmed' | 'released'
export type AssignmentAction = 'confirm' | 'reopen' | 'release'

/** A contract that names the booth confirms it; only when the contract is cancelled can it be released. */
export const ASSIGNMENT_STATES: StateTable<AssignmentState, AssignmentAction> = {
  assigned: { confirm: 'confirmed', release: 'released' },
  confirmed: { reopen: 'assigned' },
  released: {},
}
