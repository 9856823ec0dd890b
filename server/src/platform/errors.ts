import type { FieldError, ProblemBody } from '@hoicho/shared/platform/problems.ts'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Ctx } from './context.ts'
import type { Env } from './http.ts'
import { translator } from './i18n.ts'
import type { Log } from './log.ts'
import { Problem } from './problem.ts'

/** Turns whatever was thrown into RFC 9457 JSON in the person's language. A fault of ours shows its request id only. */
export async function answerError(error: unknown, c: Context<Env>, log: Log): Promise<Response> {
  const ctx: Ctx | undefined = c.get('ctx')
  const requestId = ctx?.requestId ?? '-'
  const refusal = asProblem(error)
  if (!refusal) {
    log.error({ requestId, err: withoutValues(error) }, 'request failed')
    return send(c, {
      type: 'about:blank',
      code: 'platform.fault',
      status: 500,
      title: `#${requestId}`,
      requestId,
    })
  }
  const locale = ctx?.locale ?? 'vi'
  const sentence = await translator(locale, 'problems')
  const fieldSentence = await translator(locale, 'fields')
  const params = Object.fromEntries(Object.entries(refusal.params).map(([key, value]) => [key, value ?? '']))
  const errors = refusal.fields.map((field): FieldError => {
    const fieldParams = Object.fromEntries(
      Object.entries(field.params ?? {}).map(([key, value]) => [key, value ?? '']),
    )
    return { pointer: field.pointer, code: field.code, message: fieldSentence(field.code, fieldParams) }
  })
  return send(c, {
    type: `/problems/${refusal.code}`,
    code: refusal.code,
    status: refusal.status,
    title: sentence(refusal.code, params),
    ...(Object.keys(params).length > 0 ? { params } : {}),
    ...(errors.length > 0 ? { errors } : {}),
    requestId,
  })
}

function asProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof HTTPException && error.status === 413) return new Problem('platform.too-large')
  if (error instanceof HTTPException && error.status < 500) return new Problem('platform.malformed')
  if (error instanceof SyntaxError) return new Problem('platform.malformed')
  return undefined
}

function send(c: Context<Env>, body: ProblemBody): Response {
  const headers = new Headers({
    'content-type': 'application/problem+json; charset=utf-8',
    'x-request-id': body.requestId,
  })
  if (body.code === 'platform.too-many-attempts')
    headers.set('retry-after', String(body.params?.seconds ?? 60))
  c.header('x-request-id', body.requestId)
  return c.newResponse(JSON.stringify(body), body.status as 400, Object.fromEntries(headers))
}

/** An error's kind, code and stack, without the values a database error quotes (they may be personal). */
function withoutValues(error: unknown) {
  if (!(error instanceof Error)) return { message: 'not an error' }
  const code = 'code' in error ? String(error.code) : undefined
  const isDatabase = error.name === 'PostgresError'
  return {
    name: error.name,
    code,
    message: isDatabase ? `database error ${code}` : error.message,
    stack: frames(error),
  }
}

const frames = (error: Error) =>
  (error.stack ?? '')
    .split('\n')
    .filter(line => line.startsWith('    at '))
    .join('\n')
