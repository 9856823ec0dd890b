import type { ProblemSpec } from '../platform/problems.ts'

export const CONTRACTS_PROBLEMS = {} as const satisfies Record<string, ProblemSpec>
