import type { StateTable } from '../platform/states.ts'

export type ContractState = 'issued' | 'signed-by-establishment' | 'signed' | 'cancelled'
export type ContractAction = 'sign-for-establishment' | 'sign-for-organizer' | 'cancel'

/** The establishment signs first, the centre countersigns; a signed contract is frozen. */
export const CONTRACT_STATES: StateTable<ContractState, ContractAction> = {
  issued: { 'sign-for-establishment': 'signed-by-establishment', cancel: 'cancelled' },
  'signed-by-establishment': { 'sign-for-organizer': 'signed', cancel: 'cancelled' },
  signed: { cancel: 'cancelled' },
  cancelled: {},
}
