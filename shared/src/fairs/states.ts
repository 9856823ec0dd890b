import type { StateTable } from '../platform/states.ts'

export type FairState = 'draft' | 'published' | 'closed' | 'cancelled'
export type FairAction = 'publish' | 'withdraw' | 'close' | 'cancel' | 'reopen'

export const FAIR_STATES: StateTable<FairState, FairAction> = {
  draft: { publish: 'published', cancel: 'cancelled' },
  published: { withdraw: 'draft', close: 'closed', cancel: 'cancelled' },
  closed: { reopen: 'published' },
  cancelled: {},
}
