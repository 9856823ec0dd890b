import type { ProblemSpec } from '../platform/problems.ts'

export const CONTRACTS_PROBLEMS = {
  'contracts.not-selected': { status: 409 },
  /** The establishment has not confirmed its place. */
  'contracts.not-confirmed': { status: 409 },
  'contracts.no-booth': { status: 409 },
  'contracts.already-issued': { status: 409 },
  'contracts.representative-missing': { status: 409 },
  'contracts.text-changed': { status: 409 },
  'contracts.payment-voided': { status: 409 },
  'contracts.nothing-to-pay': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
