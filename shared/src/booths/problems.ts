import type { ProblemSpec } from '../platform/problems.ts'

export const BOOTHS_PROBLEMS = {
  'booths.already-assigned': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
