import { act, createRoute, ctxOf, ok, router } from '../platform/http.ts'
import { SessionView, viewSession } from './session-view.ts'

const session = createRoute({
  ...act('identity.session'),
  method: 'get',
  path: '/session',
  summary: 'Who is signed in',
  responses: ok(SessionView),
})

export const identityRoutes = router().openapi(session, async c => c.json(await viewSession(ctxOf(c)), 200))
