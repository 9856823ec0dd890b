import type { ProblemSpec } from '../platform/problems.ts'

export const ESTABLISHMENTS_PROBLEMS = {} as const satisfies Record<string, ProblemSpec>
