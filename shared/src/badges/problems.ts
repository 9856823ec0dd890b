import type { ProblemSpec } from '../platform/problems.ts'

export const BADGES_PROBLEMS = {} as const satisfies Record<string, ProblemSpec>
