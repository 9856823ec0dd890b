import type { ProblemSpec } from '../platform/problems.ts'

export const RECRUITMENT_PROBLEMS = {
  'recruitment.fair-not-published': { status: 409 },
  'recruitment.not-open-yet': { status: 409 },
  'recruitment.closed': { status: 409 },
  'recruitment.no-form': { status: 409 },
  'recruitment.already-applied': { status: 409 },
  'recruitment.link-unknown': { status: 404 },
  'recruitment.ask-the-owner': { status: 409 },
  'recruitment.nobody-to-write-to': { status: 409 },
  'recruitment.list-name-taken': { status: 409 },
  'recruitment.letter-under-way': { status: 409 },
  'recruitment.no-address': { status: 409 },
  'recruitment.opted-out': { status: 409 },
  'recruitment.not-confirmed': { status: 409 },
  'recruitment.confirm-not-by-desk': { status: 403 },
  'recruitment.too-many-papers': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
