import { FormInput, FormView, PublicForm } from '@hoicho/shared/fairs/form.ts'
import {
  FairEdit,
  FairInput,
  FairSlug,
  FairSummary,
  FairView,
  PublicFair,
} from '@hoicho/shared/fairs/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  inFair,
  inOrganizer,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { createFair } from './create-fair.ts'
import { editFair } from './edit-fair.ts'
import { moveFair } from './move-fair.ts'
import { publishForm } from './publish-form.ts'
import { listFairs, listPublicFairs, viewFair, viewForm, viewPublicFair, viewPublicForm } from './reads.ts'

const Fairs = z.object({ items: z.array(FairSummary) })

const listPublic = createRoute({
  ...act('fairs.public'),
  method: 'get',
  path: '/public/fairs',
  summary: 'Fairs on show',
  responses: ok(Fairs),
})

const viewPublic = createRoute({
  ...act('fairs.public'),
  method: 'get',
  path: '/public/fairs/{slug}',
  summary: 'A published fair',
  request: { params: z.object({ slug: FairSlug }) },
  responses: ok(PublicFair),
})

const list = createRoute({
  ...act('fairs.list'),
  method: 'get',
  path: '/organizers/{organizerId}/fairs',
  summary: 'Fairs of an organizer',
  request: { params: inOrganizer },
  responses: ok(Fairs),
})

const create = createRoute({
  ...act('fairs.create'),
  method: 'post',
  path: '/organizers/{organizerId}/fairs',
  summary: 'Create a draft fair',
  request: { params: inOrganizer, body: body(FairInput) },
  responses: created(FairView),
})

const view = createRoute({
  ...act('fairs.view'),
  method: 'get',
  path: '/fairs/{fairId}',
  summary: 'A fair, for its staff',
  request: { params: inFair },
  responses: ok(FairView),
})

const edit = createRoute({
  ...act('fairs.edit'),
  method: 'put',
  path: '/fairs/{fairId}',
  summary: 'Replace the data of a fair',
  request: { params: inFair, body: body(FairEdit) },
  responses: ok(FairView),
})

const move = createRoute({
  ...act('fairs.publish'),
  method: 'post',
  path: '/fairs/{fairId}/{action}',
  summary: 'Publish, withdraw, close, reopen or cancel a fair',
  request: {
    params: inFair.extend({ action: z.enum(['publish', 'withdraw', 'close', 'reopen', 'cancel']) }),
  },
  responses: ok(FairView),
})

const viewFormRoute = createRoute({
  ...act('fairs.view'),
  method: 'get',
  path: '/fairs/{fairId}/form',
  summary: 'The application form in force, or the one proposed',
  request: { params: inFair },
  responses: ok(FormView),
})

const publishFormRoute = createRoute({
  ...act('fairs.edit'),
  method: 'put',
  path: '/fairs/{fairId}/form',
  summary: 'Put a new version of the application form in force',
  request: { params: inFair, body: body(FormInput) },
  responses: ok(FormView),
})

const viewPublicFormRoute = createRoute({
  ...act('fairs.public'),
  method: 'get',
  path: '/public/fairs/{slug}/form',
  summary: 'The application form of a published fair',
  request: { params: z.object({ slug: FairSlug }) },
  responses: ok(PublicForm),
})

export const fairsRoutes = router()
  .openapi(listPublic, async c => c.json({ items: await listPublicFairs(ctxOf(c)) }, 200))
  .openapi(viewPublic, async c => c.json(await viewPublicFair(ctxOf(c), c.req.valid('param').slug), 200))
  .openapi(list, async c => {
    return c.json({ items: await listFairs(ctxOf(c), c.req.valid('param').organizerId) }, 200)
  })
  .openapi(create, async c => {
    return c.json(await createFair(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('json')), 201)
  })
  .openapi(view, async c => c.json(await viewFair(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(edit, async c => {
    return c.json(await editFair(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(move, async c => {
    const { fairId, action } = c.req.valid('param')
    return c.json(await moveFair(ctxOf(c), fairId, action), 200)
  })
  .openapi(viewFormRoute, async c => c.json(await viewForm(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(publishFormRoute, async c => {
    const { version, definition } = c.req.valid('json')
    return c.json(await publishForm(ctxOf(c), c.req.valid('param').fairId, definition, version), 200)
  })
  .openapi(viewPublicFormRoute, async c => {
    return c.json(await viewPublicForm(ctxOf(c), c.req.valid('param').slug), 200)
  })

export type FairsRoutes = typeof fairsRoutes
