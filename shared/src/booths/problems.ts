import type { ProblemSpec } from '../platform/problems.ts'

export const BOOTHS_PROBLEMS = {
  'booths.already-assigned': { status: 409 },
  'booths.hall-name-taken': { status: 409 },
  'booths.number-taken': { status: 409 },
  'booths.outside-hall': { status: 409 },
  'booths.overlap': { status: 409 },
  'booths.bad-outline': { status: 409 },
  'booths.outside-stand': { status: 409 },
  'booths.has-parts': { status: 409 },
  'booths.no-such-stand': { status: 409 },
  'booths.shared-by-parts': { status: 409 },
  'booths.still-assigned': { status: 409 },
  'booths.not-assigned': { status: 409 },
  'booths.not-selected': { status: 409 },
  'booths.in-contract': { status: 409 },
  'booths.drawing-broken': { status: 422 },
  'booths.drawing-too-large': { status: 422 },
  'booths.drawing-unknown': { status: 422 },
  'booths.drawing-binary': { status: 422 },
  'booths.drawing-empty': { status: 422 },
} as const satisfies Record<string, ProblemSpec>
