import type { ProblemSpec } from '../platform/problems.ts'

export const IDENTITY_PROBLEMS = {
  'identity.not-signed-in': { status: 401 },
  'identity.not-allowed': { status: 403 },
  'identity.second-factor-needed': { status: 403 },
  'identity.wrong-credentials': { status: 401 },
  'identity.wrong-code': { status: 401 },
  'identity.challenge-expired': { status: 401 },
  'identity.link-expired': { status: 410 },
  'identity.link-barred': { status: 403 },
  'identity.email-taken': { status: 409 },
  'identity.password-too-weak': { status: 422 },
  'identity.last-manager': { status: 409 },
  'identity.last-owner': { status: 409 },
  'identity.already-member': { status: 409 },
  'identity.already-invited': { status: 409 },
  'identity.invited-other-email': { status: 403 },
  'identity.second-factor-on': { status: 409 },
  'identity.second-factor-off': { status: 409 },
  'identity.second-factor-required': { status: 409 },
  'identity.organizer-slug-taken': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
