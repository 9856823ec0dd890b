import type { Action } from '@hoicho/shared/identity/permissions.ts'
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ctx } from './context.ts'
import { Problem } from './problem.ts'
import { faultsOf } from './validation.ts'

export type Env = { Variables: { ctx: Ctx } }

/** A capability's router. Input that does not fit its schema becomes a 422 with a JSON Pointer for each field. */
export function router() {
  return new OpenAPIHono<Env>({
    defaultHook: result => {
      if (!result.success) throw new Problem('platform.invalid', {}, faultsOf(result.error, result.target))
    },
  })
}

export { createRoute, z }

export const ctxOf = (c: Context<Env>): Ctx => c.get('ctx')

/** Names the permission a route stands under; the route walk of the tests reads it back from the document. */
export const act = (action: Action) => ({
  'x-action': action,
  tags: [action.split('.')[0] ?? action],
})

/** A JSON request body. */
export const body = <S extends z.ZodType>(schema: S) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})

/** A 200 JSON answer. */
export const ok = <S extends z.ZodType>(schema: S, description = 'OK') => ({
  200: { description, content: { 'application/json': { schema } } },
})

/** A 201 JSON answer. */
export const created = <S extends z.ZodType>(schema: S, description = 'Created') => ({
  201: { description, content: { 'application/json': { schema } } },
})

/** An answer without a body. */
export const noContent = { 204: { description: 'Done' } } as const

/** A file as answer. */
export const fileAnswer = (mediaType: string, description: string) => ({
  200: { description, content: { [mediaType]: { schema: z.string().meta({ format: 'binary' }) } } },
})

/** Sends bytes as a download or inline, with headers that keep a browser from guessing or running them. */
export function sendFile(bytes: Uint8Array, mediaType: string, name: string, inline = false): Response {
  const ascii = name.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '') || 'file'
  const disposition = `${inline ? 'inline' : 'attachment'}; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': mediaType,
      'content-length': String(bytes.byteLength),
      'content-disposition': disposition,
      'x-content-type-options': 'nosniff',
      'content-security-policy': filePolicy(inline && mediaType === 'application/pdf'),
      'cache-control': 'private, no-store',
    },
  })
}

/** A file may load nothing. It is sandboxed too, but for a PDF shown in the page: its viewer cannot run in a sandbox. */
const filePolicy = (isShownPdf: boolean) =>
  `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'${isShownPdf ? '' : '; sandbox'}`

export const IdParam = z.uuid()

/** The path parameters of a thing's own routes; what lies under it extends them. */
export const inOrganizer = z.object({ organizerId: IdParam })
export const inFair = z.object({ fairId: IdParam })
export const inEstablishment = z.object({ establishmentId: IdParam })
export const inApplication = z.object({ applicationId: IdParam })
