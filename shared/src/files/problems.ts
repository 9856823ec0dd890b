import type { ProblemSpec } from '../platform/problems.ts'

export const FILES_PROBLEMS = {
  'files.too-large': { status: 413 },
  'files.type-not-allowed': { status: 415 },
  'files.empty': { status: 422 },
} as const satisfies Record<string, ProblemSpec>
