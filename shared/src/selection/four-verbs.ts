import type { Action } from '../identity/permissions.ts'
import type { ApplicationState } from '../recruitment/states.ts'

/**
 * The four verbs of the law in their order, and the acts that are them: kiểm tra (completeness), thẩm định (appraisal),
 * phê duyệt (approval), ký hợp đồng (contract). No one role may hold all four; a test holds the permission table to it.
 */
export const FOUR_VERBS = {
  check: 'selection.check',
  appraise: 'selection.score',
  approve: 'selection.decide',
  sign: 'contracts.sign-for-organizer',
} as const satisfies Record<string, Action>
export type Verb = keyof typeof FOUR_VERBS
export const VERBS = Object.keys(FOUR_VERBS) as Verb[]

/** `stopped`: the application ended here, refused, not selected or withdrawn. */
export type StepState = 'done' | 'now' | 'next' | 'stopped'
export type RoadStep = { verb: Verb; state: StepState }

/** What is known of an application's way. */
export type RoadFacts = {
  state: ApplicationState
  /** The dossier was taken at some time. */
  isAccepted: boolean
  /** Every sheet asked for is filed, and some were asked for. */
  isAppraised: boolean
  isDecided: boolean
  isSigned: boolean
}

const OVER: ReadonlySet<ApplicationState> = new Set(['rejected', 'declined', 'lapsed', 'withdrawn'])

/** How far an application is on each of the four steps. Exactly one step is under way until it is signed or has stopped. */
export function roadOf(facts: RoadFacts): RoadStep[] {
  const isBack =
    facts.state === 'correction-requested' || facts.state === 'draft' || facts.state === 'submitted'
  const done: Record<Verb, boolean> = {
    check: facts.isAccepted && !isBack,
    appraise: (facts.isAppraised || facts.isDecided) && facts.isAccepted && !isBack,
    approve: facts.isDecided && facts.isAccepted && !isBack,
    sign: facts.isSigned && facts.state === 'selected',
  }
  const isOver = OVER.has(facts.state)
  const at = VERBS.find(verb => !done[verb])
  return VERBS.map(verb => {
    if (done[verb]) return { verb, state: 'done' }
    return { verb, state: verb !== at ? 'next' : isOver ? 'stopped' : 'now' }
  })
}
