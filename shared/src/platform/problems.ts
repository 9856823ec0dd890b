/**
 * The catalogue of refusals. Every refusal has a permanent code `<capability>.<what>`, an HTTP status and named
 * parameters; its sentence stands in locales/<language>/problems.ts, and a code lacking one does not compile.
 */
export type ProblemSpec = { readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 503 }

export const PLATFORM_PROBLEMS = {
  'platform.invalid': { status: 422 },
  'platform.malformed': { status: 400 },
  'platform.not-found': { status: 404 },
  'platform.changed-meanwhile': { status: 409 },
  'platform.wrong-state': { status: 409 },
  'platform.too-many-attempts': { status: 429 },
  'platform.cross-site': { status: 403 },
  'platform.busy': { status: 503 },
  'platform.too-large': { status: 413 },
} as const satisfies Record<string, ProblemSpec>

/** One field at fault: a JSON Pointer into the request body and a sentence in the person's language. */
export type FieldError = { pointer: string; code: string; message: string }

/** RFC 9457 body. */
export type ProblemBody = {
  type: string
  code: string
  status: number
  title: string
  params?: Record<string, unknown>
  errors?: FieldError[]
  requestId: string
}
