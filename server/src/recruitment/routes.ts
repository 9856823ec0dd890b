import {
  AdoptedForm,
  AdoptFormInput,
  ApplicationPaper,
  ApplicationSubmission,
  ApplicationView,
  CorrectionInput,
  CorrectionRound,
  DraftInput,
  HistoryEntry,
  OpenRemark,
  OwnApplication,
  PaperInput,
  RemarkAnswer,
  RemarkResolution,
  SavedDraft,
  StartInput,
  WithdrawInput,
} from '@hoicho/shared/recruitment/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inApplication,
  inEstablishment,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { addPaper } from './add-paper.ts'
import { adoptForm } from './adopt-form.ts'
import { answerRemark } from './answer-remark.ts'
import {
  listOwnApplications,
  viewApplication,
  viewCorrections,
  viewHistory,
  viewSubmissions,
} from './reads.ts'
import { removePaper } from './remove-paper.ts'
import { requestCorrection } from './request-correction.ts'
import { resolveRemark } from './resolve-remark.ts'
import { saveDraft } from './save-draft.ts'
import { startApplication } from './start-application.ts'
import { submitApplication } from './submit-application.ts'
import { withdrawApplication } from './withdraw-application.ts'

const start = createRoute({
  ...act('recruitment.apply'),
  method: 'post',
  path: '/establishments/{establishmentId}/applications',
  summary: 'Start an application to a fair',
  request: { params: inEstablishment, body: body(StartInput) },
  responses: created(ApplicationView),
})

const listOwn = createRoute({
  ...act('recruitment.list-own-applications'),
  method: 'get',
  path: '/establishments/{establishmentId}/applications',
  summary: 'Applications of an establishment',
  request: { params: inEstablishment },
  responses: ok(z.object({ items: z.array(OwnApplication) })),
})

const view = createRoute({
  ...act('recruitment.view-application'),
  method: 'get',
  path: '/applications/{applicationId}',
  summary: 'An application, for its establishment and for the desk',
  request: { params: inApplication },
  responses: ok(ApplicationView),
})

const history = createRoute({
  ...act('recruitment.view-application'),
  method: 'get',
  path: '/applications/{applicationId}/history',
  summary: 'What happened to an application',
  request: { params: inApplication },
  responses: ok(z.object({ items: z.array(HistoryEntry) })),
})

const save = createRoute({
  ...act('recruitment.save-draft'),
  method: 'put',
  path: '/applications/{applicationId}/draft',
  summary: 'Keep what has been typed so far',
  request: { params: inApplication, body: body(DraftInput) },
  responses: ok(SavedDraft),
})

const adopt = createRoute({
  ...act('recruitment.save-draft'),
  method: 'post',
  path: '/applications/{applicationId}/form',
  summary: 'Move a draft to the form in force',
  request: { params: inApplication, body: body(AdoptFormInput) },
  responses: ok(AdoptedForm),
})

const addOne = createRoute({
  ...act('recruitment.change-papers'),
  method: 'post',
  path: '/applications/{applicationId}/papers',
  summary: 'Hand in an uploaded file as a paper',
  request: { params: inApplication, body: body(PaperInput) },
  responses: created(ApplicationPaper),
})

const removeOne = createRoute({
  ...act('recruitment.change-papers'),
  method: 'delete',
  path: '/applications/{applicationId}/papers/{paperId}',
  summary: 'Take a paper out again',
  request: { params: inApplication.extend({ paperId: IdParam }) },
  responses: noContent,
})

const submit = createRoute({
  ...act('recruitment.submit'),
  method: 'post',
  path: '/applications/{applicationId}/submit',
  summary: 'Submit an application',
  request: { params: inApplication },
  responses: ok(ApplicationView),
})

const withdraw = createRoute({
  ...act('recruitment.withdraw'),
  method: 'post',
  path: '/applications/{applicationId}/withdraw',
  summary: 'Take an application back',
  request: { params: inApplication, body: body(WithdrawInput) },
  responses: ok(ApplicationView),
})

const correct = createRoute({
  ...act('recruitment.request-correction'),
  method: 'post',
  path: '/applications/{applicationId}/corrections',
  summary: 'Ask for a correction',
  request: { params: inApplication, body: body(CorrectionInput) },
  responses: ok(ApplicationView),
})

const corrections = createRoute({
  ...act('recruitment.view-application'),
  method: 'get',
  path: '/applications/{applicationId}/corrections',
  summary: 'Every request for correction, with its remarks',
  request: { params: inApplication },
  responses: ok(z.object({ items: z.array(CorrectionRound) })),
})

const submissions = createRoute({
  ...act('recruitment.view-application'),
  method: 'get',
  path: '/applications/{applicationId}/submissions',
  summary: 'The application as it was handed in each time',
  request: { params: inApplication },
  responses: ok(z.object({ items: z.array(ApplicationSubmission) })),
})

const answerOne = createRoute({
  ...act('recruitment.answer-remark'),
  method: 'put',
  path: '/applications/{applicationId}/remarks/answer',
  summary: 'Mark a remark as dealt with',
  request: { params: inApplication, body: body(RemarkAnswer) },
  responses: ok(z.object({ items: z.array(OpenRemark) })),
})

const resolveOne = createRoute({
  ...act('recruitment.resolve-remark'),
  method: 'put',
  path: '/applications/{applicationId}/remarks/resolution',
  summary: 'Mark a remark as settled',
  request: { params: inApplication, body: body(RemarkResolution) },
  responses: noContent,
})

export const recruitmentRoutes = router()
  .openapi(start, async c => {
    const { fair, invitationToken } = c.req.valid('json')
    const { establishmentId } = c.req.valid('param')
    return c.json(await startApplication(ctxOf(c), fair, establishmentId, invitationToken), 201)
  })
  .openapi(listOwn, async c => {
    return c.json({ items: await listOwnApplications(ctxOf(c), c.req.valid('param').establishmentId) }, 200)
  })
  .openapi(view, async c => {
    return c.json(await viewApplication(ctxOf(c), c.req.valid('param').applicationId), 200)
  })
  .openapi(history, async c => {
    return c.json({ items: await viewHistory(ctxOf(c), c.req.valid('param').applicationId) }, 200)
  })
  .openapi(save, async c => {
    return c.json(await saveDraft(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')), 200)
  })
  .openapi(adopt, async c => {
    const { version } = c.req.valid('json')
    return c.json(await adoptForm(ctxOf(c), c.req.valid('param').applicationId, version), 200)
  })
  .openapi(addOne, async c => {
    return c.json(await addPaper(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')), 201)
  })
  .openapi(removeOne, async c => {
    const { applicationId, paperId } = c.req.valid('param')
    await removePaper(ctxOf(c), applicationId, paperId)
    return c.body(null, 204)
  })
  .openapi(submit, async c => {
    return c.json(await submitApplication(ctxOf(c), c.req.valid('param').applicationId), 200)
  })
  .openapi(withdraw, async c => {
    const reason = c.req.valid('json').reason ?? null
    return c.json(await withdrawApplication(ctxOf(c), c.req.valid('param').applicationId, reason), 200)
  })
  .openapi(correct, async c => {
    return c.json(
      await requestCorrection(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')),
      200,
    )
  })
  .openapi(corrections, async c => {
    return c.json({ items: await viewCorrections(ctxOf(c), c.req.valid('param').applicationId) }, 200)
  })
  .openapi(submissions, async c => {
    return c.json({ items: await viewSubmissions(ctxOf(c), c.req.valid('param').applicationId) }, 200)
  })
  .openapi(answerOne, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json({ items: await answerRemark(ctxOf(c), applicationId, c.req.valid('json')) }, 200)
  })
  .openapi(resolveOne, async c => {
    await resolveRemark(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json'))
    return c.body(null, 204)
  })
