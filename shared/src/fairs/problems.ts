import type { ProblemSpec } from '../platform/problems.ts'

export const FAIRS_PROBLEMS = {
  'fairs.slug-taken': { status: 409 },
  'fairs.not-ready': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
