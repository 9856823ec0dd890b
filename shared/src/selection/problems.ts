import type { ProblemSpec } from '../platform/problems.ts'

export const SELECTION_PROBLEMS = {} as const satisfies Record<string, ProblemSpec>
