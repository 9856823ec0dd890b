import * as places from '@hoicho/shared/selection/place-schema.ts'
import { OutcomeView, TellInput } from '@hoicho/shared/selection/schema.ts'
import { act, body, createRoute, ctxOf, IdParam, ok, router, z } from '../platform/http.ts'
import { answerComplaint, listComplaints } from './answer-complaint.ts'
import { answerPlace } from './answer-place.ts'
import { configureAcceptance, viewAcceptance } from './configure-acceptance.ts'
import { fileComplaint } from './file-complaint.ts'
import { offerPlace } from './offer-place.ts'
import { recordAnswer } from './record-answer.ts'
import { tellOutcome } from './tell-outcome.ts'
import { viewOwnOutcome } from './view-own-outcome.ts'
import { viewPlaces } from './view-places.ts'

const inFair = { params: z.object({ fairId: IdParam }) }
const ofApplication = { params: z.object({ applicationId: IdParam }) }

const settings = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/acceptance',
  summary: 'How places are answered and what letters add',
  request: inFair,
  responses: ok(places.SettingsView),
})

const configure = createRoute({
  ...act('selection.configure'),
  method: 'put',
  path: '/fairs/{fairId}/selection/acceptance',
  summary: 'Set deadlines, reminders, offers and paragraphs of letters',
  request: { ...inFair, body: body(places.SettingsInput) },
  responses: ok(places.SettingsView),
})

const tell = createRoute({
  ...act('selection.send-letters'),
  method: 'post',
  path: '/fairs/{fairId}/selection/letters/{applicationId}/told',
  summary: 'Note that an establishment was told its outcome otherwise',
  request: { params: inFair.params.extend({ applicationId: IdParam }), body: body(TellInput) },
  responses: ok(OutcomeView),
})

const list = createRoute({
  ...act('selection.send-letters'),
  method: 'get',
  path: '/fairs/{fairId}/selection/places',
  summary: 'Places, how each was answered, and to whom a free one would go',
  request: inFair,
  responses: ok(places.PlacesView),
})

const offer = createRoute({
  ...act('selection.offer-place'),
  method: 'post',
  path: '/fairs/{fairId}/selection/places/offer',
  summary: 'Offer a free place to the next of the waiting list',
  request: inFair,
  responses: ok(places.PlacesView),
})

const record = createRoute({
  ...act('selection.record-answer'),
  method: 'post',
  path: '/applications/{applicationId}/place/recorded-answer',
  summary: 'Write down an answer that came by phone or on paper',
  request: { ...ofApplication, body: body(places.RecordedAnswerInput) },
  responses: ok(places.PlacesView),
})

const own = createRoute({
  ...act('selection.view-own-outcome'),
  method: 'get',
  path: '/applications/{applicationId}/outcome',
  summary: 'What became of an application, as its establishment may know it',
  request: ofApplication,
  responses: ok(places.OwnOutcome),
})

const answer = createRoute({
  ...act('selection.answer-place'),
  method: 'post',
  path: '/applications/{applicationId}/place/answer',
  summary: 'Confirm a place or decline it',
  request: { ...ofApplication, body: body(places.AnswerInput) },
  responses: ok(places.OwnOutcome),
})

const complain = createRoute({
  ...act('selection.complain'),
  method: 'post',
  path: '/applications/{applicationId}/complaints',
  summary: 'Complain about an outcome',
  request: { ...ofApplication, body: body(places.ComplaintInput) },
  responses: ok(places.OwnOutcome),
})

const complaints = createRoute({
  ...act('selection.send-letters'),
  method: 'get',
  path: '/fairs/{fairId}/selection/complaints',
  summary: 'Complaints about the decisions of a fair',
  request: inFair,
  responses: ok(z.object({ items: z.array(places.ComplaintView) })),
})

const reply = createRoute({
  ...act('selection.answer-complaint'),
  method: 'post',
  path: '/fairs/{fairId}/selection/complaints/{complaintId}/answer',
  summary: 'Answer a complaint with reasons',
  request: {
    params: inFair.params.extend({ complaintId: IdParam }),
    body: body(places.ComplaintAnswerInput),
  },
  responses: ok(places.ComplaintView),
})

export const selectionPlaceRoutes = router()
  .openapi(settings, async c => c.json(await viewAcceptance(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(configure, async c => {
    return c.json(await configureAcceptance(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(tell, async c => {
    const { fairId, applicationId } = c.req.valid('param')
    return c.json(await tellOutcome(ctxOf(c), fairId, applicationId, c.req.valid('json').note), 200)
  })
  .openapi(list, async c => c.json(await viewPlaces(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(offer, async c => c.json(await offerPlace(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(record, async c => {
    return c.json(await recordAnswer(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')), 200)
  })
  .openapi(own, async c => c.json(await viewOwnOutcome(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(answer, async c => {
    return c.json(await answerPlace(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')), 200)
  })
  .openapi(complain, async c => {
    return c.json(await fileComplaint(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')), 200)
  })
  .openapi(complaints, async c => {
    return c.json({ items: await listComplaints(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(reply, async c => {
    const { fairId, complaintId } = c.req.valid('param')
    return c.json(await answerComplaint(ctxOf(c), fairId, complaintId, c.req.valid('json')), 200)
  })

export type SelectionPlaceRoutes = typeof selectionPlaceRoutes
