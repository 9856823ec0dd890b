import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './http.ts'

/** The OpenAPI 3.1 document at /api/openapi.json and a page to read it at /api/docs, both without outside help. */
export function documentApi(http: OpenAPIHono<Env>): void {
  http.get('/api/openapi.json', c => c.json(apiDocument(http)))
  http.get('/api/docs', c => c.html(PAGE))
}

export function apiDocument(http: OpenAPIHono<Env>) {
  const document = http.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Hoicho',
      version: '1',
      description:
        'Every route names its permission in x-action. Refusals are RFC 9457 problems. Unsafe requests carry the header X-Requested-With: hoicho; an Idempotency-Key makes a repeated write answer as the first.',
    },
  })
  for (const path of Object.values(document.paths ?? {})) {
    for (const operation of Object.values(path)) {
      if (typeof operation === 'object' && 'responses' in operation) {
        operation.responses = { ...operation.responses, default: PROBLEM_ANSWER }
      }
    }
  }
  return document
}

const PROBLEM_ANSWER = {
  description: 'A refusal (RFC 9457)',
  content: {
    'application/problem+json': {
      schema: {
        type: 'object',
        required: ['type', 'code', 'status', 'title', 'requestId'],
        properties: {
          type: { type: 'string' },
          code: { type: 'string' },
          status: { type: 'integer' },
          title: { type: 'string' },
          params: { type: 'object' },
          errors: {
            type: 'array',
            items: {
              type: 'object',
              required: ['pointer', 'code', 'message'],
              properties: {
                pointer: { type: 'string' },
                code: { type: 'string' },
                message: { type: 'string' },
              },
            },
          },
          requestId: { type: 'string' },
        },
      },
    },
  },
} as const

/** The reader's script is a file of ours (web/public/api-docs.js): the policy allows no inline scripts. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Hoicho API</title><link rel="icon" href="/icon.svg" type="image/svg+xml"><link rel="stylesheet" href="/api-docs.css"><main id="docs">Loading…</main>
<script type="module" src="/api-docs.js"></script></html>`
