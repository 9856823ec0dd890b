import type { Hono } from 'hono'
import { type ClientResponse, hc } from 'hono/client'
import type { SuccessStatusCode } from 'hono/utils/http-status'
import { locale } from './i18n.ts'
import { Problem, problemOf } from './problem.ts'

/** What a call returns when it succeeds: the body of its 2xx answers. */
export type Result<R> =
  R extends ClientResponse<infer Body, infer Status, string>
    ? Status extends SuccessStatusCode
      ? Body
      : number extends Status
        ? Body
        : never
    : never

/** The headers of every request: the person's language, and the mark that lets a write through the CSRF guard. */
export function requestHeaders(): Record<string, string> {
  return { 'Accept-Language': locale.peek(), 'X-Requested-With': 'hoicho' }
}

/** A typed client of one set of routes: `const api = client<FairRoutes>('/api/fairs')`. */
// biome-ignore format: one line reads better
// oxlint-disable-next-line typescript/no-explicit-any -- hono's own bound for "any Hono app"
export function client<App extends Hono<any, any, any>>(base = '/') {
  return hc<App>(base, { headers: requestHeaders, init: { credentials: 'same-origin' } })
}

/**
 * Waits for a call of the typed client and returns its JSON (undefined for an empty answer).
 * @throws {Problem} for every refusal, and with code `network` when no answer came.
 */
export async function call<R extends ClientResponse<unknown, number, string>>(
  request: Promise<R>,
): Promise<Result<R>> {
  // The client's type says what a success holds; `read` throws on everything else.
  return (await read(request as unknown as Promise<Response>)) as Result<R>
}

/** A plain request with the house's headers, for what the typed client does not cover (uploads, loose reads). */
export async function fetchJson<T>(url: string, init: RequestInit = {}): Promise<T> {
  const headers = { ...requestHeaders(), ...(init.headers as Record<string, string> | undefined) }
  // The caller states the shape; prefer `call` where a typed route exists.
  return (await read(fetch(url, { credentials: 'same-origin', ...init, headers }))) as T
}

async function read(request: Promise<Response>): Promise<unknown> {
  const response = await request.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new Problem(0, { code: 'network' })
  })
  if (!response.ok) throw await problemOf(response)
  if (response.status === 204 || response.headers.get('content-length') === '0') return undefined
  return response.json()
}

/** Uploads one body with progress 0…1, which fetch cannot report. */
export function upload<T>(
  url: string,
  body: FormData | Blob,
  onProgress: (share: number) => void,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    for (const [name, value] of Object.entries(requestHeaders())) request.setRequestHeader(name, value)
    request.responseType = 'blob'
    request.upload.addEventListener('progress', event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    })
    request.addEventListener('error', () => reject(new Problem(0, { code: 'network' })))
    request.addEventListener('load', () => {
      const headers = { 'x-request-id': request.getResponseHeader('x-request-id') ?? '' }
      const response = new Response(request.response as Blob, { status: request.status, headers })
      read(Promise.resolve(response)).then(value => resolve(value as T), reject)
    })
    request.send(body)
  })
}
