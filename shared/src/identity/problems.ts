import type { ProblemSpec } from '../platform/problems.ts'

export const IDENTITY_PROBLEMS = {
  'identity.not-signed-in': { status: 401 },
  'identity.not-allowed': { status: 403 },
  'identity.second-factor-needed': { status: 403 },
  'identity.wrong-credentials': { status: 401 },
  'identity.wrong-code': { status: 401 },
  'identity.link-expired': { status: 410 },
  'identity.email-taken': { status: 409 },
  'identity.password-too-weak': { status: 422 },
  'identity.last-manager': { status: 409 },
  'identity.last-owner': { status: 409 },
  'identity.already-member': { status: 409 },
  'identity.invited-other-email': { status: 403 },
} as const satisfies Record<string, ProblemSpec>
