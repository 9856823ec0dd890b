import type { ProblemSpec } from '../platform/problems.ts'

export const ESTABLISHMENTS_PROBLEMS = {
  'establishments.tax-code-taken': { status: 409 },
  'establishments.export-too-many': { status: 422 },
} as const satisfies Record<string, ProblemSpec>
