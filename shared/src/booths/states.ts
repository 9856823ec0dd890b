import type { StateTable } from '../platform/states.ts'

export type AssignmentState = 'assigned' | 'confirmed' | 'released'
export type AssignmentAction = 'confirm' | 'release'

export const ASSIGNMENT_STATES: StateTable<AssignmentState, AssignmentAction> = {
  assigned: { confirm: 'confirmed', release: 'released' },
  confirmed: { release: 'released' },
  released: {},
}
