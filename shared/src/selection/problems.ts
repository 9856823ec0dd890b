import type { ProblemSpec } from '../platform/problems.ts'

export const SELECTION_PROBLEMS = {
  /** The weights of the criteria do not come to 100. */
  'selection.weights-not-100': { status: 422 },
  /** A sheet was filed under these criteria. */
  'selection.criteria-frozen': { status: 409 },
  'selection.no-criteria': { status: 409 },
  'selection.gate-failed': { status: 409 },
  /** Who checked the dossier may not overrule the check alone, nor take the dossier on their own overruling. */
  'selection.four-eyes': { status: 409 },
  'selection.no-fee': { status: 409 },
  'selection.fee-voided': { status: 409 },
  'selection.already-barred': { status: 409 },
  'selection.not-a-reviewer': { status: 422 },
  'selection.has-conflict': { status: 409 },
  'selection.sheet-filed': { status: 409 },
  'selection.sheet-not-filed': { status: 409 },
  'selection.no-council': { status: 409 },
  'selection.no-chair': { status: 409 },
  'selection.no-secretary': { status: 409 },
  /** The law asks for an odd number of voting members. */
  'selection.even-council': { status: 409 },
  'selection.not-the-chair': { status: 403 },
  /** Seats change by replacement once the council has begun. */
  'selection.council-seated': { status: 409 },
  'selection.already-seated': { status: 409 },
  'selection.round-not-open': { status: 409 },
  'selection.round-closed': { status: 409 },
  'selection.sheets-sealed': { status: 409 },
  'selection.no-such-interest': { status: 409 },
  'selection.already-decided': { status: 409 },
  'selection.nothing-to-decide': { status: 409 },
  'selection.sheets-missing': { status: 409 },
  /** Another decision came first. */
  'selection.decided-meanwhile': { status: 409 },
  'selection.no-decision': { status: 409 },
  /** No signed minutes that no decision rests on yet. */
  'selection.no-minutes': { status: 409 },
  /** Scores, rules or candidates changed after the council met. */
  'selection.minutes-outdated': { status: 409 },
  'selection.meeting-open': { status: 409 },
  'selection.answer-overdue': { status: 409 },
  /** Nobody waiting can have a place. */
  'selection.nobody-to-offer': { status: 409 },
  'selection.not-announced': { status: 409 },
  'selection.complaint-overdue': { status: 409 },
  'selection.complaint-filed': { status: 409 },
  'selection.scenario-name-taken': { status: 409 },
  /** Whether all floors can be met is more than can be computed with certainty. */
  'selection.quotas-tangled': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
