import { BulkInput, BulkPreview, BulkPreviewInput, BulkResult } from '@hoicho/shared/selection/bulk-schema.ts'
import { act, body, createRoute, ctxOf, IdParam, ok, router, z } from '../platform/http.ts'
import { applyBulk } from './apply-bulk.ts'
import { previewBulk } from './preview-bulk.ts'

const inFair = { params: z.object({ fairId: IdParam }) }

const preview = createRoute({
  ...act('selection.check'),
  method: 'post',
  path: '/fairs/{fairId}/applications/bulk/preview',
  summary: 'What an action would do to each of several applications',
  request: { ...inFair, body: body(BulkPreviewInput) },
  responses: ok(BulkPreview),
})

const apply = createRoute({
  ...act('selection.check'),
  method: 'post',
  path: '/fairs/{fairId}/applications/bulk',
  summary: 'Do one action to several applications, row by row',
  request: { ...inFair, body: body(BulkInput) },
  responses: ok(BulkResult),
})

export const bulkRoutes = router()
  .openapi(preview, async c => {
    return c.json(await previewBulk(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(apply, async c => {
    return c.json({ items: await applyBulk(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')) }, 200)
  })

export type BulkRoutes = typeof bulkRoutes
