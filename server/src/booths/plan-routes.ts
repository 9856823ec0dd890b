import { DrawingPreview } from '@hoicho/shared/booths/import/schema.ts'
import { PlanChanges, PlanEdits, PlanVersionInput, PlanVersionView } from '@hoicho/shared/booths/schema.ts'
import { act, body, created, createRoute, ctxOf, IdParam, inFair, ok, router, z } from '../platform/http.ts'
import { mayRead } from '../platform/permission.ts'
import { streamEvents } from '../platform/stream.ts'
import { drawPlan } from './draw-plan.ts'
import { keepPlanVersion, listPlanVersions, restorePlanVersion } from './plan-versions.ts'
import { previewDrawing } from './preview-drawing.ts'
import { viewChanges } from './reads.ts'

const inHall = inFair.extend({ hallId: IdParam })

const draw = createRoute({
  ...act('booths.draw'),
  method: 'post',
  path: '/fairs/{fairId}/plan/halls/{hallId}/edits',
  summary: 'Apply edits to a hall, all or none',
  request: { params: inHall, body: body(PlanEdits) },
  responses: ok(PlanChanges),
})

const drawing = createRoute({
  ...act('booths.draw'),
  method: 'post',
  path: '/fairs/{fairId}/plan/halls/{hallId}/drawing',
  summary: 'Read a DXF or SVG file against a hall: its bytes are the body, nothing is stored',
  request: {
    params: inHall,
    query: z.object({ cmPerUnit: z.coerce.number().positive().max(100_000).optional() }),
    body: { content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
  },
  responses: ok(DrawingPreview),
})

const changes = createRoute({
  ...act('booths.list'),
  method: 'get',
  path: '/fairs/{fairId}/plan/halls/{hallId}/changes',
  summary: 'What was drawn in a hall after a revision',
  request: {
    params: inHall,
    query: z.object({
      since: z.coerce
        .number()
        .int()
        .min(0)
        .max(2 ** 31 - 1)
        .default(0),
    }),
  },
  responses: ok(PlanChanges),
})

const events = createRoute({
  ...act('booths.list'),
  method: 'get',
  path: '/fairs/{fairId}/plan/events',
  summary: 'Server-sent events: a hall has a new revision, somebody was placed',
  request: { params: inFair },
  responses: {
    200: {
      description: 'An endless stream of events',
      content: { 'text/event-stream': { schema: z.string() } },
    },
  },
})

const versions = createRoute({
  ...act('booths.list'),
  method: 'get',
  path: '/fairs/{fairId}/plan/halls/{hallId}/versions',
  summary: 'The kept versions of a hall, the newest first',
  request: { params: inHall },
  responses: ok(z.object({ items: z.array(PlanVersionView) })),
})

const keep = createRoute({
  ...act('booths.draw'),
  method: 'post',
  path: '/fairs/{fairId}/plan/halls/{hallId}/versions',
  summary: 'Keep a hall as it is under a name',
  request: { params: inHall, body: body(PlanVersionInput) },
  responses: created(PlanVersionView),
})

const restore = createRoute({
  ...act('booths.draw'),
  method: 'post',
  path: '/fairs/{fairId}/plan/halls/{hallId}/versions/{versionId}/restore',
  summary: 'Draw a hall as a kept version has it',
  request: { params: inHall.extend({ versionId: IdParam }) },
  responses: ok(PlanChanges),
})

export const planRoutes = router()
  .openapi(draw, async c => {
    const { fairId, hallId } = c.req.valid('param')
    return c.json(await drawPlan(ctxOf(c), fairId, hallId, c.req.valid('json')), 200)
  })
  .openapi(drawing, async c => {
    const { fairId, hallId } = c.req.valid('param')
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const { cmPerUnit = null } = c.req.valid('query')
    return c.json(await previewDrawing(ctxOf(c), fairId, hallId, bytes, cmPerUnit), 200)
  })
  .openapi(changes, async c => {
    const { fairId, hallId } = c.req.valid('param')
    return c.json(await viewChanges(ctxOf(c), fairId, hallId, c.req.valid('query').since), 200)
  })
  .openapi(events, async c => {
    const { fairId } = c.req.valid('param')
    await mayRead(ctxOf(c), 'booths.list', { fair: fairId })
    return streamEvents(c, fairId, ['plan', 'placing'])
  })
  .openapi(versions, async c => {
    const { fairId, hallId } = c.req.valid('param')
    return c.json(await listPlanVersions(ctxOf(c), fairId, hallId), 200)
  })
  .openapi(keep, async c => {
    const { fairId, hallId } = c.req.valid('param')
    return c.json(await keepPlanVersion(ctxOf(c), fairId, hallId, c.req.valid('json').name), 201)
  })
  .openapi(restore, async c => {
    const { fairId, hallId, versionId } = c.req.valid('param')
    return c.json(await restorePlanVersion(ctxOf(c), fairId, hallId, versionId), 200)
  })

export type PlanRoutes = typeof planRoutes
