import { step } from '../platform/states.ts'
import { APPLICATION_STATES, type ApplicationState } from '../recruitment/states.ts'
import type { BulkAction } from './bulk-schema.ts'

/** More applications than this are not dealt with in one go. */
export const MOST_AT_ONCE = 5000
/** Rows of one request of a bulk run. */
export const ROWS_PER_REQUEST = 25

/** States in which the gates of an application can be judged: handed in and not decided yet. */
export const CHECKED_STATES: ReadonlySet<ApplicationState> = new Set([
  'submitted',
  'correction-requested',
  'complete',
])

export type BulkFacts = {
  state: ApplicationState
  assigneeId: string | null
  /** As last judged; null when they never were. */
  gates: { failing: number; unknown: number; isOverriddenByActor: boolean } | null
  /** Whether somebody would get the mail. */
  hasReader: boolean
  /** Whether a remark names a place its form lacks. */
  lacksPlace: boolean
}

export type Foreseen = {
  verdict: 'does' | 'nothing' | 'refused'
  problem?: 'platform.wrong-state' | 'platform.invalid' | 'selection.gate-failed' | 'selection.four-eyes'
  hint?: 'gates-not-run' | 'look-at' | 'nobody-to-write-to'
  /** Gates that fail, of a refusal; gates a person has to look at, of a hint. */
  count?: number
}

/**
 * What an action would do to an application, by what is known now. The act itself asks again: gates are judged anew when a
 * dossier is accepted, so a row foreseen as done may still be refused, and says so.
 */
export function foresee(action: BulkAction, facts: BulkFacts): Foreseen {
  switch (action.kind) {
    case 'assign':
      return { verdict: facts.assigneeId === action.officerId ? 'nothing' : 'does' }
    case 'run-gates':
      return CHECKED_STATES.has(facts.state) ? { verdict: 'does' } : WRONG_STATE
    case 'accept':
      return foreseeAccept(facts)
    case 'request-correction':
      if (!step(APPLICATION_STATES, facts.state, 'request-correction')) return WRONG_STATE
      if (facts.lacksPlace) return { verdict: 'refused', problem: 'platform.invalid' }
      return facts.hasReader ? { verdict: 'does' } : { verdict: 'does', hint: 'nobody-to-write-to' }
  }
}

const WRONG_STATE: Foreseen = { verdict: 'refused', problem: 'platform.wrong-state' }

function foreseeAccept({ state, gates }: BulkFacts): Foreseen {
  if (!step(APPLICATION_STATES, state, 'accept-dossier')) return WRONG_STATE
  if (gates === null) return { verdict: 'does', hint: 'gates-not-run' }
  if (gates.failing > 0) return { verdict: 'refused', problem: 'selection.gate-failed', count: gates.failing }
  if (gates.isOverriddenByActor) return { verdict: 'refused', problem: 'selection.four-eyes' }
  return gates.unknown > 0 ? { verdict: 'does', hint: 'look-at', count: gates.unknown } : { verdict: 'does' }
}
