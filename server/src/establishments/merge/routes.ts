import {
  DuplicatePair,
  MergeInput,
  MergePreview,
  MergeView,
  PairInput,
  PreviewQuery,
} from '@hoicho/shared/establishments/merge-schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inOrganizer,
  noContent,
  ok,
  router,
  z,
} from '../../platform/http.ts'
import { keepApart } from './keep-apart.ts'
import { mergeEstablishments } from './merge-establishments.ts'
import { listDuplicates, listMerges, previewMerge } from './reads.ts'
import { undoMerge } from './undo-merge.ts'

const duplicates = createRoute({
  ...act('establishments.find-duplicates'),
  method: 'get',
  path: '/organizers/{organizerId}/establishment-duplicates',
  summary: 'Records that may be one establishment, with why',
  request: { params: inOrganizer },
  responses: ok(z.object({ items: z.array(DuplicatePair) })),
})

const apart = createRoute({
  ...act('establishments.find-duplicates'),
  method: 'post',
  path: '/organizers/{organizerId}/establishment-duplicates/keep-apart',
  summary: 'Note that two records are two establishments',
  request: { params: inOrganizer, body: body(PairInput) },
  responses: noContent,
})

const preview = createRoute({
  ...act('establishments.find-duplicates'),
  method: 'get',
  path: '/organizers/{organizerId}/establishment-merge-preview',
  summary: 'What merging two records would do',
  request: { params: inOrganizer, query: PreviewQuery },
  responses: ok(MergePreview),
})

const merges = createRoute({
  ...act('establishments.find-duplicates'),
  method: 'get',
  path: '/organizers/{organizerId}/establishment-merges',
  summary: 'Merges of this organizer, newest first',
  request: { params: inOrganizer },
  responses: ok(z.object({ items: z.array(MergeView) })),
})

const merge = createRoute({
  ...act('establishments.merge'),
  method: 'post',
  path: '/organizers/{organizerId}/establishment-merges',
  summary: 'Make one record of two',
  request: { params: inOrganizer, body: body(MergeInput) },
  responses: created(MergeView),
})

const undo = createRoute({
  ...act('establishments.merge'),
  method: 'post',
  path: '/organizers/{organizerId}/establishment-merges/{mergeId}/undo',
  summary: 'Take a merge apart',
  request: { params: inOrganizer.extend({ mergeId: IdParam }) },
  responses: ok(MergeView),
})

export const mergeRoutes = router()
  .openapi(duplicates, async c => {
    return c.json({ items: await listDuplicates(ctxOf(c), c.req.valid('param').organizerId) }, 200)
  })
  .openapi(apart, async c => {
    await keepApart(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('json'))
    return c.body(null, 204)
  })
  .openapi(preview, async c => {
    const { organizerId } = c.req.valid('param')
    return c.json(await previewMerge(ctxOf(c), organizerId, c.req.valid('query')), 200)
  })
  .openapi(merges, async c => {
    return c.json({ items: await listMerges(ctxOf(c), c.req.valid('param').organizerId) }, 200)
  })
  .openapi(merge, async c => {
    const { organizerId } = c.req.valid('param')
    return c.json(await mergeEstablishments(ctxOf(c), organizerId, c.req.valid('json')), 201)
  })
  .openapi(undo, async c => {
    const { organizerId, mergeId } = c.req.valid('param')
    return c.json(await undoMerge(ctxOf(c), organizerId, mergeId), 200)
  })

export type MergeRoutes = typeof mergeRoutes
