import { localeOfHeader } from '@hoicho/shared/platform/i18n.ts'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, MiddlewareHandler } from 'hono'
import { identify } from '../identity/actor.ts'
import type { App } from './context.ts'
import type { Env } from './http.ts'
import { newId } from './ids.ts'
import { appFor } from './kept-out.ts'
import { type FieldFault, invalid, problem } from './problem.ts'
import { escapePointer } from './validation.ts'

/** Makes the request's context, and writes one log line when it is answered: ids and figures, no personal data. */
export function withContext(app: App): MiddlewareHandler<Env> {
  return async (c, next) => {
    const startedAt = performance.now()
    const requestId = newId()
    c.header('x-request-id', requestId)
    const { actor, rights } = await identify(app, c.req.raw.headers)
    c.set('ctx', {
      app: await appFor(app, actor, rights, c.req.path),
      actor,
      rights,
      requestId,
      locale: localeOfHeader(c.req.header('accept-language')),
      ip: clientAddress(app, c),
      idempotencyKey: c.req.header('idempotency-key')?.slice(0, 100) ?? null,
      now: () => new Date().toISOString(),
    })
    await next()
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    const actorId = 'id' in actor ? actor.id : undefined
    app.log.info(
      { requestId, method: c.req.method, route: c.req.routePath, status: c.res.status, ms, actorId },
      'request',
    )
  }
}

/**
 * An unsafe request must come from our own pages: they send a header another site cannot send without our leave, and
 * where the browser names the origin it must be ours. Devices carry their token and no cookie.
 */
export const refuseCrossSite: MiddlewareHandler<Env> = async (c, next) => {
  const unsafe = !['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)
  if (unsafe && c.get('ctx').actor.kind !== 'device' && !isSameSite(c)) throw problem('platform.cross-site')
  await next()
}

function isSameSite(c: Context<Env>): boolean {
  if (c.req.header('x-requested-with') !== 'hoicho') return false
  const site = c.req.header('sec-fetch-site')
  return site === undefined || site === 'same-origin' || site === 'none'
}

/** Deeper than any form of ours, shallower than what makes a parser run out of stack. */
const MAX_DEPTH = 40

/**
 * Refuses what PostgreSQL cannot keep, once for all routes: a NUL or half a surrogate pair in any text (422 at the
 * field; 400 in an address), and JSON nested beyond reason (400).
 */
export const refuseBrokenText: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.url.includes('%00')) throw problem('platform.malformed')
  if (/^application\/([\w.-]+\+)?json\b/i.test(c.req.header('content-type') ?? '')) {
    const text = await c.req.text()
    const faults = text === '' ? [] : brokenTexts(JSON.parse(text))
    if (faults.length > 0) throw invalid(...faults.slice(0, 20))
  }
  await next()
}

function brokenTexts(body: unknown): FieldFault[] {
  const faults: FieldFault[] = []
  const open = [{ value: body, pointer: '', depth: 0 }]
  for (let at = open.pop(); at; at = open.pop()) {
    const { value, pointer, depth } = at
    if (depth > MAX_DEPTH) throw problem('platform.malformed')
    if (typeof value === 'string' && isBroken(value)) faults.push({ pointer, code: 'broken-text' })
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inside] of Object.entries(value)) {
      if (isBroken(key)) throw problem('platform.malformed')
      open.push({ value: inside, pointer: `${pointer}/${escapePointer(key)}`, depth: depth + 1 })
    }
  }
  return faults
}

const isBroken = (text: string) => text.includes('\0') || /\p{Surrogate}/u.test(text)

function clientAddress(app: App, c: Context<Env>): string {
  const forwarded = app.config.trustProxy
    ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'in-process' // a test calls the app without a socket
  }
}
