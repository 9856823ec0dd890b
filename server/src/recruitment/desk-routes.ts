import { AssigneeInput, NoteInput, NoteView } from '@hoicho/shared/recruitment/desk-schema.ts'
import {
  DeskView,
  Inbox,
  InboxQuery,
  InboxSheetQuery,
  MailPreview,
  Officer,
} from '@hoicho/shared/recruitment/inbox-schema.ts'
import { CorrectionInput } from '@hoicho/shared/recruitment/schema.ts'
import { XLSX_MEDIA_TYPE } from '../documents/spreadsheet.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  ok,
  router,
  sendFile,
  z,
} from '../platform/http.ts'
import { assignOfficer } from './assign-officer.ts'
import { exportInbox } from './export-inbox.ts'
import { listApplications, listOfficers } from './inbox.ts'
import { previewCorrection } from './preview-correction.ts'
import { viewDesk } from './view-desk.ts'
import { listNotes, writeNote } from './write-note.ts'

const inFair = { params: z.object({ fairId: IdParam }) }
const ofApplication = { params: z.object({ applicationId: IdParam }) }

const notes = createRoute({
  ...act('recruitment.view-notes'),
  method: 'get',
  path: '/applications/{applicationId}/notes',
  summary: 'Notes among the staff, never shown to the establishment',
  request: ofApplication,
  responses: ok(z.object({ items: z.array(NoteView) })),
})

const write = createRoute({
  ...act('recruitment.write-note'),
  method: 'post',
  path: '/applications/{applicationId}/notes',
  summary: 'Write a note among the staff',
  request: { ...ofApplication, body: body(NoteInput) },
  responses: created(z.object({ id: z.string() })),
})

const assign = createRoute({
  ...act('recruitment.assign-officer'),
  method: 'put',
  path: '/applications/{applicationId}/assignee',
  summary: 'Give an application to an officer',
  request: { ...ofApplication, body: body(AssigneeInput) },
  responses: ok(z.object({ assigneeId: z.string().nullable() })),
})

const inbox = createRoute({
  ...act('recruitment.list-applications'),
  method: 'get',
  path: '/fairs/{fairId}/applications',
  summary: 'Applications to a fair, page by page',
  request: { ...inFair, query: InboxQuery },
  responses: ok(Inbox),
})

const inboxSheet = createRoute({
  ...act('recruitment.list-applications'),
  method: 'get',
  path: '/fairs/{fairId}/applications.xlsx',
  summary: 'The same as a spreadsheet',
  request: { ...inFair, query: InboxSheetQuery },
  responses: fileAnswer(XLSX_MEDIA_TYPE, 'The applications'),
})

const officers = createRoute({
  ...act('recruitment.list-applications'),
  method: 'get',
  path: '/fairs/{fairId}/officers',
  summary: 'Who an application can be given to',
  request: inFair,
  responses: ok(z.object({ items: z.array(Officer) })),
})

const desk = createRoute({
  ...act('recruitment.view-notes'),
  method: 'get',
  path: '/applications/{applicationId}/desk',
  summary: 'Who deals with an application, and what is doubtful about the profile',
  request: ofApplication,
  responses: ok(DeskView),
})

const correctionPreview = createRoute({
  ...act('recruitment.request-correction'),
  method: 'post',
  path: '/applications/{applicationId}/corrections/preview',
  summary: 'Read the mail of a request for correction before it is sent',
  request: { ...ofApplication, body: body(CorrectionInput) },
  responses: ok(MailPreview),
})

export const recruitmentDeskRoutes = router()
  .openapi(inbox, async c => {
    return c.json(await listApplications(ctxOf(c), c.req.valid('param').fairId, c.req.valid('query')), 200)
  })
  .openapi(inboxSheet, async c => {
    const bytes = await exportInbox(ctxOf(c), c.req.valid('param').fairId, c.req.valid('query'))
    const name = c.req.valid('query').lang === 'vi' ? 'ho-so.xlsx' : 'applications.xlsx'
    return sendFile(bytes, XLSX_MEDIA_TYPE, name) as never
  })
  .openapi(officers, async c => {
    return c.json({ items: await listOfficers(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(desk, async c => {
    return c.json(await viewDesk(ctxOf(c), c.req.valid('param').applicationId), 200)
  })
  .openapi(correctionPreview, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json({ items: await previewCorrection(ctxOf(c), applicationId, c.req.valid('json')) }, 200)
  })
  .openapi(notes, async c => {
    return c.json({ items: await listNotes(ctxOf(c), c.req.valid('param').applicationId) }, 200)
  })
  .openapi(write, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await writeNote(ctxOf(c), applicationId, c.req.valid('json').body), 201)
  })
  .openapi(assign, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await assignOfficer(ctxOf(c), applicationId, c.req.valid('json')), 200)
  })

export type RecruitmentDeskRoutes = typeof recruitmentDeskRoutes
