import type { ProblemSpec } from '../platform/problems.ts'

export const DEALS_PROBLEMS = {} as const satisfies Record<string, ProblemSpec>
