/** One field's error: where (RFC 6901 pointer into what was sent) and the sentence to show. */
export interface FieldError {
  readonly pointer: string
  readonly message: string
}

interface ProblemBody {
  code?: string
  title?: string
  detail?: string
  requestId?: string
  params?: Readonly<Record<string, unknown>>
  errors?: FieldError[]
}

/** A refusal from the server (RFC 9457), or `network` when there was no answer. Its words are already localised. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string | undefined
  readonly errors: readonly FieldError[]
  readonly requestId: string | undefined
  /** What fills the sentence; of a record merged away, where it went. */
  readonly params: Readonly<Record<string, unknown>>

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? body.code ?? String(status))
    this.name = 'Problem'
    this.status = status
    this.code = body.code ?? 'unexpected'
    this.title = body.title ?? ''
    this.detail = body.detail
    this.errors = body.errors ?? []
    this.requestId = body.requestId
    this.params = body.params ?? {}
  }
}

export function isProblem(error: unknown, code?: string): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code)
}

/** Reads a refused response, whatever stands in it. */
export async function problemOf(response: Response): Promise<Problem> {
  const requestId = response.headers.get('x-request-id') ?? undefined
  const body: unknown = await response.json().catch(() => undefined)
  if (typeof body !== 'object' || body === null) return new Problem(response.status, { requestId })
  // The shape is our own server's; every field is optional and only shown.
  return new Problem(response.status, { requestId, ...(body as ProblemBody) })
}
