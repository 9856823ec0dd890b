import type { ProblemSpec } from '../platform/problems.ts'

export const MAIL_PROBLEMS = {
  'mail.text-gone': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
