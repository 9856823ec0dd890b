import {
  AssignInput,
  BoothEdit,
  BoothsInput,
  BoothView,
  HallInput,
  HallView,
  PlanView,
  PublicPlan,
  ReleaseInput,
} from '@hoicho/shared/booths/schema.ts'
import { FairSlug } from '@hoicho/shared/fairs/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inFair,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { addBooths } from './add-booths.ts'
import { assignBooth } from './assign-booth.ts'
import { createHall } from './create-hall.ts'
import { editBooth } from './edit-booth.ts'
import { editHall } from './edit-hall.ts'
import { viewPlan, viewPublicPlan } from './reads.ts'
import { releaseBooth } from './release-booth.ts'
import { removeBooth } from './remove-booth.ts'

const inHall = inFair.extend({ hallId: IdParam })
const inBooth = inFair.extend({ boothId: IdParam })
const Booths = z.object({ items: z.array(BoothView) })

const publicPlan = createRoute({
  ...act('booths.public-plan'),
  method: 'get',
  path: '/public/fairs/{slug}/plan',
  summary: 'The plan of a published fair: who stands where',
  request: { params: z.object({ slug: FairSlug }) },
  responses: ok(PublicPlan),
})

const plan = createRoute({
  ...act('booths.list'),
  method: 'get',
  path: '/fairs/{fairId}/plan',
  summary: 'Halls, booths and who holds them',
  request: { params: inFair },
  responses: ok(PlanView),
})

const addHall = createRoute({
  ...act('booths.draw'),
  method: 'post',
  path: '/fairs/{fairId}/plan/halls',
  summary: 'Add a hall',
  request: { params: inFair, body: body(HallInput) },
  responses: created(HallView),
})

const changeHall = createRoute({
  ...act('booths.draw'),
  method: 'put',
  path: '/fairs/{fairId}/plan/halls/{hallId}',
  summary: 'Replace the name and size of a hall',
  request: { params: inHall, body: body(HallInput) },
  responses: ok(HallView),
})

const add = createRoute({
  ...act('booths.draw'),
  method: 'post',
  path: '/fairs/{fairId}/plan/halls/{hallId}/booths',
  summary: 'Add booths to a hall, all or none',
  request: { params: inHall, body: body(BoothsInput) },
  responses: created(Booths),
})

const edit = createRoute({
  ...act('booths.draw'),
  method: 'put',
  path: '/fairs/{fairId}/plan/booths/{boothId}',
  summary: 'Replace the data of a booth',
  request: { params: inBooth, body: body(BoothEdit) },
  responses: ok(BoothView),
})

const remove = createRoute({
  ...act('booths.draw'),
  method: 'delete',
  path: '/fairs/{fairId}/plan/booths/{boothId}',
  summary: 'Take a free booth off the plan',
  request: { params: inBooth },
  responses: noContent,
})

const assign = createRoute({
  ...act('booths.assign'),
  method: 'post',
  path: '/fairs/{fairId}/plan/booths/{boothId}/assign',
  summary: 'Give a booth to a selected application',
  request: { params: inBooth, body: body(AssignInput) },
  responses: ok(BoothView),
})

const release = createRoute({
  ...act('booths.assign'),
  method: 'post',
  path: '/fairs/{fairId}/plan/booths/{boothId}/release',
  summary: 'Take a booth back, with the reason',
  request: { params: inBooth, body: body(ReleaseInput) },
  responses: ok(BoothView),
})

export const boothsRoutes = router()
  .openapi(publicPlan, async c => c.json(await viewPublicPlan(ctxOf(c), c.req.valid('param').slug), 200))
  .openapi(plan, async c => c.json(await viewPlan(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(addHall, async c => {
    return c.json(await createHall(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 201)
  })
  .openapi(changeHall, async c => {
    const { fairId, hallId } = c.req.valid('param')
    return c.json(await editHall(ctxOf(c), fairId, hallId, c.req.valid('json')), 200)
  })
  .openapi(add, async c => {
    const { fairId, hallId } = c.req.valid('param')
    return c.json({ items: await addBooths(ctxOf(c), fairId, hallId, c.req.valid('json')) }, 201)
  })
  .openapi(edit, async c => {
    const { fairId, boothId } = c.req.valid('param')
    return c.json(await editBooth(ctxOf(c), fairId, boothId, c.req.valid('json')), 200)
  })
  .openapi(remove, async c => {
    const { fairId, boothId } = c.req.valid('param')
    await removeBooth(ctxOf(c), fairId, boothId)
    return c.body(null, 204)
  })
  .openapi(assign, async c => {
    const { fairId, boothId } = c.req.valid('param')
    return c.json(await assignBooth(ctxOf(c), fairId, boothId, c.req.valid('json').applicationId), 200)
  })
  .openapi(release, async c => {
    const { fairId, boothId } = c.req.valid('param')
    return c.json(await releaseBooth(ctxOf(c), fairId, boothId, c.req.valid('json').reason), 200)
  })

export type BoothsRoutes = typeof boothsRoutes
