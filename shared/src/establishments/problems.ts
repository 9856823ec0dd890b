import type { ProblemSpec } from '../platform/problems.ts'

export const ESTABLISHMENTS_PROBLEMS = {
  'establishments.tax-code-taken': { status: 409 },
  'establishments.merged': { status: 410 },
  'establishments.cannot-merge': { status: 409 },
  'establishments.merge-too-late': { status: 409 },
  'establishments.merge-edited': { status: 409 },
  'establishments.export-too-many': { status: 422 },
  'establishments.import-too-many': { status: 422 },
  'establishments.import-broken': { status: 422 },
  'establishments.import-unpacks-too-large': { status: 422 },
  'establishments.import-old-xls': { status: 422 },
  'establishments.import-locked': { status: 422 },
  'establishments.import-open-document': { status: 422 },
  'establishments.import-too-wide': { status: 422 },
  'establishments.import-running': { status: 409 },
  'establishments.import-stopped': { status: 409 },
  'establishments.import-source-gone': { status: 409 },
  'establishments.import-wrong-state': { status: 409 },
  'establishments.import-stale': { status: 409 },
  'establishments.import-edited': { status: 409 },
  'establishments.import-too-late': { status: 409 },
} as const satisfies Record<string, ProblemSpec>
