import type { ProblemSpec } from '../platform/problems.ts'

export const BADGES_PROBLEMS = {
  'badges.registration-closed': { status: 409 },
  'badges.not-selected': { status: 409 },
  'badges.allotment-used': { status: 409 },
  'badges.nothing-to-print': { status: 409 },
  'badges.no-address': { status: 409 },
  'badges.gate-name-taken': { status: 409 },
  'badges.code-not-valid': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
