import * as schema from '@hoicho/shared/selection/gate-schema.ts'
import { act, body, created, createRoute, ctxOf, IdParam, ok, router, z } from '../platform/http.ts'
import { barEstablishment } from './bar-establishment.ts'
import { listBars } from './bars.ts'
import { configureGates, viewGateSettings } from './configure-gates.ts'
import { viewFee } from './fee.ts'
import { viewLedger } from './ledger.ts'
import { liftBar } from './lift-bar.ts'
import { viewRuns } from './reads.ts'
import { recordFee } from './record-fee.ts'
import { declareSupport, recordSupport } from './record-support.ts'
import { removeSupport } from './remove-support.ts'
import { viewRoad } from './road.ts'
import { voidFee } from './void-fee.ts'

const inFair = { params: z.object({ fairId: IdParam }) }
const inOrganizer = { params: z.object({ organizerId: IdParam }) }
const application = z.object({ applicationId: IdParam })
const ofApplication = { params: application }
const items = <S extends z.ZodType>(item: S) => z.object({ items: z.array(item) })
const ledger = items(schema.SupportView)
const bars = items(schema.BarView)

const settings = createRoute({
  ...act('selection.view'),
  method: 'get',
  path: '/fairs/{fairId}/selection/gates',
  summary: 'Which gates a fair asks, and what they compare with',
  request: inFair,
  responses: ok(schema.GateSettingsView),
})

const configure = createRoute({
  ...act('selection.configure'),
  method: 'put',
  path: '/fairs/{fairId}/selection/gates',
  summary: 'Set which gates a fair asks',
  request: { ...inFair, body: body(schema.GateSettingsInput) },
  responses: ok(schema.GateSettingsView),
})

const runs = createRoute({
  ...act('selection.view-checks'),
  method: 'get',
  path: '/applications/{applicationId}/check-runs',
  summary: 'Every run of the gates, the newest first',
  request: ofApplication,
  responses: ok(items(schema.CheckRun)),
})

const road = createRoute({
  ...act('selection.view-checks'),
  method: 'get',
  path: '/applications/{applicationId}/road',
  summary: 'Where an application stands in the four verbs',
  request: ofApplication,
  responses: ok(schema.RoadView),
})

const supports = createRoute({
  ...act('selection.view-support'),
  method: 'get',
  path: '/applications/{applicationId}/supports',
  summary: 'State money the applicant got for other fairs',
  request: ofApplication,
  responses: ok(ledger),
})

const addSupport = createRoute({
  ...act('selection.record-support'),
  method: 'post',
  path: '/applications/{applicationId}/supports',
  summary: 'Write down state money got elsewhere',
  request: { ...ofApplication, body: body(schema.SupportInput) },
  responses: created(ledger),
})

const dropSupport = createRoute({
  ...act('selection.record-support'),
  method: 'post',
  path: '/applications/{applicationId}/supports/{supportId}/remove',
  summary: 'Take a record of state money out again',
  request: { params: application.extend({ supportId: IdParam }), body: body(schema.ReasonInput) },
  responses: ok(ledger),
})

const declare = createRoute({
  ...act('selection.declare-support'),
  method: 'post',
  path: '/establishments/{establishmentId}/supports',
  summary: 'Tell of state money got for a fair',
  request: { params: z.object({ establishmentId: IdParam }), body: body(schema.SupportInput) },
  responses: created(z.object({ id: z.string() })),
})

const fee = createRoute({
  ...act('selection.view-fee'),
  method: 'get',
  path: '/applications/{applicationId}/fee',
  summary: 'The fee before appraisal and what came in',
  request: ofApplication,
  responses: ok(schema.FeeView),
})

const payFee = createRoute({
  ...act('selection.record-fee'),
  method: 'post',
  path: '/applications/{applicationId}/fee-payments',
  summary: 'Write down a payment of the fee',
  request: { ...ofApplication, body: body(schema.FeeInput) },
  responses: created(schema.FeeView),
})

const dropFee = createRoute({
  ...act('selection.record-fee'),
  method: 'post',
  path: '/applications/{applicationId}/fee-payments/{feePaymentId}/void',
  summary: 'Make a payment of the fee void',
  request: { params: application.extend({ feePaymentId: IdParam }), body: body(schema.ReasonInput) },
  responses: ok(schema.FeeView),
})

const barred = createRoute({
  ...act('selection.view-barred'),
  method: 'get',
  path: '/organizers/{organizerId}/barred',
  summary: 'Establishments the organizer does not take',
  request: inOrganizer,
  responses: ok(bars),
})

const bar = createRoute({
  ...act('selection.bar'),
  method: 'post',
  path: '/organizers/{organizerId}/barred',
  summary: 'Stop taking an establishment',
  request: { ...inOrganizer, body: body(schema.BarInput) },
  responses: created(bars),
})

const lift = createRoute({
  ...act('selection.bar'),
  method: 'post',
  path: '/organizers/{organizerId}/barred/{barId}/lift',
  summary: 'Take an establishment again',
  request: {
    params: z.object({ organizerId: IdParam, barId: IdParam }),
    body: body(schema.ReasonInput),
  },
  responses: ok(bars),
})

export const gatesOfSelectionRoutes = router()
  .openapi(settings, async c => {
    return c.json(await viewGateSettings(ctxOf(c), c.req.valid('param').fairId), 200)
  })
  .openapi(configure, async c => {
    return c.json(await configureGates(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(runs, async c => {
    return c.json({ items: await viewRuns(ctxOf(c), c.req.valid('param').applicationId) }, 200)
  })
  .openapi(road, async c => c.json(await viewRoad(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(supports, async c => {
    return c.json({ items: await viewLedger(ctxOf(c), c.req.valid('param').applicationId) }, 200)
  })
  .openapi(addSupport, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await recordSupport(ctxOf(c), applicationId, c.req.valid('json')), 201)
  })
  .openapi(dropSupport, async c => {
    const { applicationId, supportId } = c.req.valid('param')
    return c.json(await removeSupport(ctxOf(c), applicationId, supportId, c.req.valid('json').reason), 200)
  })
  .openapi(declare, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json(await declareSupport(ctxOf(c), establishmentId, c.req.valid('json')), 201)
  })
  .openapi(fee, async c => c.json(await viewFee(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(payFee, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await recordFee(ctxOf(c), applicationId, c.req.valid('json')), 201)
  })
  .openapi(dropFee, async c => {
    const { applicationId, feePaymentId } = c.req.valid('param')
    return c.json(await voidFee(ctxOf(c), applicationId, feePaymentId, c.req.valid('json').reason), 200)
  })
  .openapi(barred, async c => {
    return c.json({ items: await listBars(ctxOf(c), c.req.valid('param').organizerId) }, 200)
  })
  .openapi(bar, async c => {
    return c.json(
      await barEstablishment(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('json')),
      201,
    )
  })
  .openapi(lift, async c => {
    const { organizerId, barId } = c.req.valid('param')
    return c.json(await liftBar(ctxOf(c), organizerId, barId, c.req.valid('json').reason), 200)
  })

export type GatesOfSelectionRoutes = typeof gatesOfSelectionRoutes
