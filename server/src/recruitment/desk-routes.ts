import { AssigneeInput, NoteInput, NoteView } from '@hoicho/shared/recruitment/desk-schema.ts'
import { act, body, created, createRoute, ctxOf, IdParam, ok, router, z } from '../platform/http.ts'
import { assignOfficer } from './assign-officer.ts'
import { listNotes, writeNote } from './write-note.ts'

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

export const recruitmentDeskRoutes = router()
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
