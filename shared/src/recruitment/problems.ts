import type { ProblemSpec } from '../platform/problems.ts'

export const RECRUITMENT_PROBLEMS = {} as const satisfies Record<string, ProblemSpec>
