import type { ContractState } from '../contracts/states.ts'
import type { FairState } from '../fairs/states.ts'
import { addDays, type IsoDate } from '../platform/dates.ts'
import type { ApplicationState } from '../recruitment/states.ts'

/** What is known of one application of an establishment, all in the fair's days. */
export interface ApplicationFacts {
  state: ApplicationState
  today: IsoDate
  fair: { state: FairState; opensOn: IsoDate; closesOn: IsoDate; registrationClosesOn: IsoDate }
  /** The moment of the deadline has come, whatever the day. */
  isCallClosed: boolean
  /** Fields, papers and products a draft still lacks. */
  missingCount: number
  correctionDueOn: IsoDate | null
  /** A place the establishment has still to confirm, and by when. */
  openPlace: { dueOn: IsoDate | null } | null
  hasBooth: boolean
  contractState: ContractState | null
  /** Own part minus what was paid, minor units; 0 or less is settled. */
  balanceMinor: number
  /** Active badges of the establishment's own people. */
  badgeCount: number
  /** Deals an officer gave back with a reason. */
  rejectedDealCount: number
}

export type NextStepCode =
  | 'fill-in'
  | 'hand-in'
  | 'draft-too-late'
  | 'correct'
  | 'wait-check'
  | 'wait-selection'
  | 'on-waiting-list'
  | 'not-selected'
  | 'withdrawn'
  | 'place-declined'
  | 'place-lapsed'
  | 'fair-cancelled'
  | 'confirm-place'
  | 'wait-booth'
  | 'wait-contract'
  | 'sign-contract'
  | 'wait-countersign'
  | 'pay'
  | 'order-badges'
  | 'ready'
  | 'log-deals'
  | 'correct-deals'
  | 'log-last-deals'
  | 'done'

/** `act`: the establishment must do something. `wait`: somebody else must. `done`: nothing more to do. */
export interface NextStep {
  code: NextStepCode
  turn: 'act' | 'wait' | 'done'
  page: 'application' | 'contract' | 'badges' | 'deals'
  /** The last day for it, or the day it is about; null when there is none. */
  dueOn: IsoDate | null
  /** How many things are missing or given back, where the step counts any. */
  count: number
}

/** Days after the closing in which deals are still gathered for the report (decree 81/2018/NĐ-CP: 30 days). */
const DEALS_AFTER_DAYS = 30

/** The one thing an establishment must do next for an application, or whom it waits for. */
export function nextStep(facts: ApplicationFacts): NextStep {
  if (facts.fair.state === 'cancelled' && facts.state !== 'withdrawn') return step('fair-cancelled', 'done')
  switch (facts.state) {
    case 'draft':
      return draftStep(facts)
    case 'correction-requested':
      return step('correct', 'act', 'application', facts.correctionDueOn)
    case 'submitted':
      return step('wait-check', 'wait')
    case 'complete':
      return step('wait-selection', 'wait')
    case 'waiting':
      return step('on-waiting-list', 'wait')
    case 'rejected':
      return step('not-selected', 'done')
    case 'withdrawn':
      return step('withdrawn', 'done')
    case 'declined':
      return step('place-declined', 'done')
    case 'lapsed':
      return step('place-lapsed', 'done')
    case 'selected':
      return selectedStep(facts)
  }
}

function draftStep({ isCallClosed, missingCount, fair }: ApplicationFacts): NextStep {
  if (isCallClosed) return step('draft-too-late', 'done')
  const code = missingCount > 0 ? 'fill-in' : 'hand-in'
  return step(code, 'act', 'application', fair.registrationClosesOn, missingCount)
}

/** After selection what binds comes first (booth, contract), then what the fair's own days ask for, then money and badges. */
function selectedStep(facts: ApplicationFacts): NextStep {
  const { fair, today, contractState, rejectedDealCount, openPlace } = facts
  const isOver = today > fair.closesOn
  if (openPlace && !isOver) return step('confirm-place', 'act', 'application', openPlace.dueOn)
  if (contractState === 'issued' && !isOver) return step('sign-contract', 'act', 'contract', fair.opensOn)
  if (today >= fair.opensOn && rejectedDealCount > 0) {
    return step('correct-deals', 'act', 'deals', null, rejectedDealCount)
  }
  if (isOver) return afterFair(facts)
  if (today >= fair.opensOn) return step('log-deals', 'act', 'deals', fair.closesOn)
  if (contractState === null || contractState === 'cancelled') {
    return facts.hasBooth ? step('wait-contract', 'wait') : step('wait-booth', 'wait')
  }
  if (contractState === 'signed-by-establishment') return step('wait-countersign', 'wait', 'contract')
  if (facts.balanceMinor > 0) return step('pay', 'act', 'contract', fair.opensOn)
  if (facts.badgeCount === 0) return step('order-badges', 'act', 'badges', fair.opensOn)
  return step('ready', 'done', 'badges', fair.opensOn)
}

function afterFair({ fair, today }: ApplicationFacts): NextStep {
  const lastDay = addDays(fair.closesOn, DEALS_AFTER_DAYS)
  return today <= lastDay ? step('log-last-deals', 'act', 'deals', lastDay) : step('done', 'done', 'deals')
}

const step = (
  code: NextStepCode,
  turn: NextStep['turn'],
  page: NextStep['page'] = 'application',
  dueOn: IsoDate | null = null,
  count = 0,
): NextStep => ({ code, turn, page, dueOn, count })
