import type { ProblemSpec } from '../platform/problems.ts'

export const DEALS_PROBLEMS = {
  'deals.not-selected': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
