import { CallEntry, CallInput, LoggedCall, ToCall } from '@hoicho/shared/recruitment/campaign-schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inFair,
  ok,
  router,
  z,
} from '../../platform/http.ts'
import { logCall } from './log-call.ts'
import { listCalls, listToCall } from './reads.ts'

const toCall = createRoute({
  ...act('recruitment.log-calls'),
  method: 'get',
  path: '/fairs/{fairId}/to-call',
  summary: 'Whom to call about a fair, those due today first',
  request: { params: inFair },
  responses: ok(z.object({ items: z.array(ToCall) })),
})

const list = createRoute({
  ...act('recruitment.log-calls'),
  method: 'get',
  path: '/fairs/{fairId}/calls',
  summary: 'The calls to one establishment about a fair',
  request: { params: inFair, query: z.object({ establishmentId: IdParam }) },
  responses: ok(z.object({ items: z.array(CallEntry) })),
})

const log = createRoute({
  ...act('recruitment.log-calls'),
  method: 'post',
  path: '/fairs/{fairId}/calls',
  summary: 'Write a call down, and hand over a code if wanted',
  request: { params: inFair, body: body(CallInput) },
  responses: created(LoggedCall),
})

export const callRoutes = router()
  .openapi(toCall, async c => {
    return c.json({ items: await listToCall(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(list, async c => {
    const { establishmentId } = c.req.valid('query')
    return c.json({ items: await listCalls(ctxOf(c), c.req.valid('param').fairId, establishmentId) }, 200)
  })
  .openapi(log, async c => {
    return c.json(await logCall(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 201)
  })
