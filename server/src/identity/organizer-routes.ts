import { AuditFilter, AuditPage, AuditPeople } from '@hoicho/shared/identity/audit.ts'
import { OrganizerEdit, OrganizerView } from '@hoicho/shared/identity/schema.ts'
import { act, body, createRoute, ctxOf, inOrganizer, ok, router } from '../platform/http.ts'
import { editOrganizer } from './edit-organizer.ts'
import { listAudit, listAuditPeople, viewOrganizer } from './organizer-reads.ts'

const view = createRoute({
  ...act('identity.configure-organizer'),
  method: 'get',
  path: '/organizers/{organizerId}',
  summary: 'The settings of an organizer',
  request: { params: inOrganizer },
  responses: ok(OrganizerView),
})

const edit = createRoute({
  ...act('identity.configure-organizer'),
  method: 'put',
  path: '/organizers/{organizerId}',
  summary: 'Replace the settings of an organizer',
  request: { params: inOrganizer, body: body(OrganizerEdit) },
  responses: ok(OrganizerView),
})

const audit = createRoute({
  ...act('identity.list-audit'),
  method: 'get',
  path: '/organizers/{organizerId}/audit',
  summary: 'What was done at an organizer and its fairs, newest first, page by page',
  request: { params: inOrganizer, query: AuditFilter },
  responses: ok(AuditPage),
})

const auditPeople = createRoute({
  ...act('identity.list-audit'),
  method: 'get',
  path: '/organizers/{organizerId}/audit-people',
  summary: 'Who stands in the log of an organizer',
  request: { params: inOrganizer },
  responses: ok(AuditPeople),
})

export const organizerRoutes = router()
  .openapi(view, async c => c.json(await viewOrganizer(ctxOf(c), c.req.valid('param').organizerId), 200))
  .openapi(edit, async c => {
    return c.json(await editOrganizer(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('json')), 200)
  })
  .openapi(audit, async c => {
    return c.json(await listAudit(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('query')), 200)
  })
  .openapi(auditPeople, async c => {
    return c.json({ items: await listAuditPeople(ctxOf(c), c.req.valid('param').organizerId) }, 200)
  })
