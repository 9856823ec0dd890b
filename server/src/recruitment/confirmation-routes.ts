import {
  AskConfirmation,
  AskedConfirmation,
  ConfirmationView,
  ConfirmInput,
  EnterInput,
  OpenedConfirmation,
  PaperConfirmation,
} from '@hoicho/shared/recruitment/confirmation-schema.ts'
import { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  inApplication,
  inFair,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { askConfirmation } from './ask-confirmation.ts'
import { confirmApplication } from './confirm-application.ts'
import { confirmByLink } from './confirm-by-link.ts'
import { confirmWithPaper } from './confirm-with-paper.ts'
import { enterApplication } from './enter-application.ts'
import { openConfirmation } from './open-confirmation.ts'
import { viewConfirmation } from './view-confirmation.ts'

const withToken = z.object({ token: z.string().min(10).max(100) })

const enter = createRoute({
  ...act('recruitment.enter-application'),
  method: 'post',
  path: '/fairs/{fairId}/entered-applications',
  summary: 'Enter an application for an establishment',
  request: { params: inFair, body: body(EnterInput) },
  responses: created(ApplicationView),
})

const view = createRoute({
  ...act('recruitment.view-confirmation'),
  method: 'get',
  path: '/applications/{applicationId}/confirmation',
  summary: 'How the confirmation of an application stands',
  request: { params: inApplication },
  responses: ok(ConfirmationView),
})

const ask = createRoute({
  ...act('recruitment.ask-confirmation'),
  method: 'post',
  path: '/applications/{applicationId}/confirmation/requests',
  summary: 'Ask for the confirmation again: by mail, or with a code to read out',
  request: { params: inApplication, body: body(AskConfirmation) },
  responses: ok(AskedConfirmation),
})

const withPaper = createRoute({
  ...act('recruitment.confirm-with-paper'),
  method: 'post',
  path: '/applications/{applicationId}/confirmation/paper',
  summary: 'Put the signed paper form in the place of the confirmation',
  request: { params: inApplication, body: body(PaperConfirmation) },
  responses: ok(ApplicationView),
})

const confirm = createRoute({
  ...act('recruitment.confirm'),
  method: 'post',
  path: '/applications/{applicationId}/confirmation',
  summary: 'Confirm what an officer handed in',
  request: { params: inApplication },
  responses: ok(ApplicationView),
})

const open = createRoute({
  ...act('recruitment.open-confirmation'),
  method: 'post',
  path: '/public/confirmations/{token}/open',
  summary: 'What a personal link or code asks to confirm',
  request: { params: withToken },
  responses: ok(OpenedConfirmation),
})

const byLink = createRoute({
  ...act('recruitment.confirm-by-link'),
  method: 'post',
  path: '/public/confirmations/{token}/confirm',
  summary: 'Confirm by a personal link or code',
  request: { params: withToken, body: body(ConfirmInput) },
  responses: ok(OpenedConfirmation),
})

export const confirmationRoutes = router()
  .openapi(enter, async c => {
    return c.json(await enterApplication(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 201)
  })
  .openapi(view, async c => {
    return c.json(await viewConfirmation(ctxOf(c), c.req.valid('param').applicationId), 200)
  })
  .openapi(ask, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await askConfirmation(ctxOf(c), applicationId, c.req.valid('json')), 200)
  })
  .openapi(withPaper, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await confirmWithPaper(ctxOf(c), applicationId, c.req.valid('json')), 200)
  })
  .openapi(confirm, async c => {
    return c.json(await confirmApplication(ctxOf(c), c.req.valid('param').applicationId), 200)
  })
  .openapi(open, async c => {
    return c.json(await openConfirmation(ctxOf(c), c.req.valid('param').token), 200)
  })
  .openapi(byLink, async c => {
    return c.json(await confirmByLink(ctxOf(c), c.req.valid('param').token, c.req.valid('json')), 200)
  })
