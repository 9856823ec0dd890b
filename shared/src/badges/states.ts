import type { StateTable } from '../platform/states.ts'

export type BadgeState = 'active' | 'revoked' | 'replaced'
export type BadgeAction = 'revoke' | 'replace'

/** A badge out of use never comes back: a person who needs one again gets a new code. */
export const BADGE_STATES: StateTable<BadgeState, BadgeAction> = {
  active: { revoke: 'revoked', replace: 'replaced' },
  revoked: {},
  replaced: {},
}
