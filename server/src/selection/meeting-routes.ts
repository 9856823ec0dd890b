import * as meetings from '@hoicho/shared/selection/meeting-schema.ts'
import * as scenarios from '@hoicho/shared/selection/scenario-schema.ts'
import { RulesView } from '@hoicho/shared/selection/schema.ts'
import { act, body, createRoute, ctxOf, IdParam, noContent, ok, router, z } from '../platform/http.ts'
import { compareScenarios } from './compare-scenarios.ts'
import { promoteScenario } from './promote-scenario.ts'
import { holdMeeting, recordMeeting } from './record-meeting.ts'
import { addScenario, editScenario, removeScenario } from './save-scenario.ts'
import { listScenarios } from './scenarios.ts'
import { signMinutes } from './sign-minutes.ts'
import { viewMeetings } from './view-meetings.ts'

const inFair = { params: z.object({ fairId: IdParam }) }
const ofMeeting = { params: inFair.params.extend({ meetingId: IdParam }) }
const ofScenario = { params: inFair.params.extend({ scenarioId: IdParam }) }

const meetingList = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/meetings',
  summary: 'Meetings of the council and their minutes',
  request: inFair,
  responses: ok(meetings.MeetingsView),
})

const hold = createRoute({
  ...act('selection.hold-meeting'),
  method: 'post',
  path: '/fairs/{fairId}/selection/meetings',
  summary: 'Begin the minutes of a meeting',
  request: { ...inFair, body: body(meetings.MeetingInput) },
  responses: ok(meetings.MeetingView),
})

const record = createRoute({
  ...act('selection.hold-meeting'),
  method: 'put',
  path: '/fairs/{fairId}/selection/meetings/{meetingId}',
  summary: 'Write minutes anew until they are signed',
  request: { ...ofMeeting, body: body(meetings.MeetingInput) },
  responses: ok(meetings.MeetingView),
})

const sign = createRoute({
  ...act('selection.sign-minutes'),
  method: 'post',
  path: '/fairs/{fairId}/selection/meetings/{meetingId}/sign',
  summary: 'Sign the minutes',
  request: { ...ofMeeting, body: body(meetings.SignInput) },
  responses: ok(meetings.MeetingView),
})

const versions = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/scenarios',
  summary: 'Versions of the rules tried out, and the rules as they are',
  request: inFair,
  responses: ok(scenarios.ScenariosView),
})

const add = createRoute({
  ...act('selection.try-rules'),
  method: 'post',
  path: '/fairs/{fairId}/selection/scenarios',
  summary: 'Keep a version of the rules to be tried out',
  request: { ...inFair, body: body(scenarios.ScenarioInput) },
  responses: ok(scenarios.ScenarioView),
})

const edit = createRoute({
  ...act('selection.try-rules'),
  method: 'put',
  path: '/fairs/{fairId}/selection/scenarios/{scenarioId}',
  summary: 'Change a version of the rules',
  request: { ...ofScenario, body: body(scenarios.ScenarioInput) },
  responses: ok(scenarios.ScenarioView),
})

const remove = createRoute({
  ...act('selection.try-rules'),
  method: 'delete',
  path: '/fairs/{fairId}/selection/scenarios/{scenarioId}',
  summary: 'Drop a version of the rules',
  request: ofScenario,
  responses: noContent,
})

const compare = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/scenarios/comparison',
  summary: 'Up to three versions beside the rules as they are',
  request: {
    ...inFair,
    query: z.object({
      ids: z
        .string()
        .max(200)
        .default('')
        .transform(list => list.split(',').filter(Boolean))
        .pipe(z.array(z.uuid()).max(3)),
    }),
  },
  responses: ok(scenarios.ComparisonView),
})

const promote = createRoute({
  ...act('selection.configure'),
  method: 'post',
  path: '/fairs/{fairId}/selection/scenarios/{scenarioId}/promote',
  summary: 'Make a version the rules of the fair',
  request: { ...ofScenario, body: body(scenarios.ScenarioPromotion) },
  responses: ok(RulesView),
})

export const selectionMeetingRoutes = router()
  .openapi(meetingList, async c => c.json(await viewMeetings(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(hold, async c => {
    return c.json(await holdMeeting(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(record, async c => {
    const { fairId, meetingId } = c.req.valid('param')
    return c.json(await recordMeeting(ctxOf(c), fairId, meetingId, c.req.valid('json')), 200)
  })
  .openapi(sign, async c => {
    const { fairId, meetingId } = c.req.valid('param')
    return c.json(await signMinutes(ctxOf(c), fairId, meetingId, c.req.valid('json').version), 200)
  })
  .openapi(versions, async c => c.json(await listScenarios(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(compare, async c => {
    const { fairId } = c.req.valid('param')
    return c.json(await compareScenarios(ctxOf(c), fairId, c.req.valid('query').ids), 200)
  })
  .openapi(add, async c => {
    return c.json(await addScenario(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(edit, async c => {
    const { fairId, scenarioId } = c.req.valid('param')
    return c.json(await editScenario(ctxOf(c), fairId, scenarioId, c.req.valid('json')), 200)
  })
  .openapi(remove, async c => {
    const { fairId, scenarioId } = c.req.valid('param')
    await removeScenario(ctxOf(c), fairId, scenarioId)
    return c.body(null, 204)
  })
  .openapi(promote, async c => {
    const { fairId, scenarioId } = c.req.valid('param')
    return c.json(await promoteScenario(ctxOf(c), fairId, scenarioId, c.req.valid('json')), 200)
  })

export type SelectionMeetingRoutes = typeof selectionMeetingRoutes
