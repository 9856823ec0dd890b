import { QuietHoursInput } from '@hoicho/shared/mail/quiet-hours.ts'
import { MailList, MailView, QuietHoursView } from '@hoicho/shared/mail/schema.ts'
import { act, body, createRoute, ctxOf, IdParam, inFair, inOrganizer, ok, router } from '../platform/http.ts'
import { viewQuietHours } from './quiet-hours.ts'
import { listMails, viewMail } from './reads.ts'
import { resendMail } from './resend-mail.ts'
import { setQuietHours } from './set-quiet-hours.ts'

const mail = { mailId: IdParam }

const listOfFair = createRoute({
  ...act('mail.list'),
  method: 'get',
  path: '/fairs/{fairId}/mails',
  summary: 'Mails of a fair, newest first',
  request: { params: inFair },
  responses: ok(MailList),
})

const viewOfFair = createRoute({
  ...act('mail.list'),
  method: 'get',
  path: '/fairs/{fairId}/mails/{mailId}',
  summary: 'A mail of a fair as it is sent',
  request: { params: inFair.extend(mail) },
  responses: ok(MailView),
})

const resendOfFair = createRoute({
  ...act('mail.resend'),
  method: 'post',
  path: '/fairs/{fairId}/mails/{mailId}/resend',
  summary: 'Send a mail of a fair again',
  request: { params: inFair.extend(mail) },
  responses: ok(MailView),
})

const list = createRoute({
  ...act('mail.list'),
  method: 'get',
  path: '/organizers/{organizerId}/mails',
  summary: 'Mails of an organizer and its fairs, newest first',
  request: { params: inOrganizer },
  responses: ok(MailList),
})

const view = createRoute({
  ...act('mail.list'),
  method: 'get',
  path: '/organizers/{organizerId}/mails/{mailId}',
  summary: 'A mail of an organizer as it is sent',
  request: { params: inOrganizer.extend(mail) },
  responses: ok(MailView),
})

const resend = createRoute({
  ...act('mail.resend'),
  method: 'post',
  path: '/organizers/{organizerId}/mails/{mailId}/resend',
  summary: 'Send a mail of an organizer again',
  request: { params: inOrganizer.extend(mail) },
  responses: ok(MailView),
})

const viewHours = createRoute({
  ...act('mail.list'),
  method: 'get',
  path: '/organizers/{organizerId}/quiet-hours',
  summary: 'When letters to many may not leave',
  request: { params: inOrganizer },
  responses: ok(QuietHoursView),
})

const setHours = createRoute({
  ...act('mail.set-quiet-hours'),
  method: 'put',
  path: '/organizers/{organizerId}/quiet-hours',
  summary: 'Set when letters to many may not leave',
  request: { params: inOrganizer, body: body(QuietHoursInput) },
  responses: ok(QuietHoursView),
})

export const mailRoutes = router()
  .openapi(viewHours, async c => {
    return c.json(await viewQuietHours(ctxOf(c), c.req.valid('param').organizerId), 200)
  })
  .openapi(setHours, async c => {
    return c.json(await setQuietHours(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('json')), 200)
  })
  .openapi(listOfFair, async c => {
    return c.json(await listMails(ctxOf(c), { fair: c.req.valid('param').fairId }), 200)
  })
  .openapi(viewOfFair, async c => {
    const { fairId, mailId } = c.req.valid('param')
    return c.json(await viewMail(ctxOf(c), { fair: fairId }, mailId), 200)
  })
  .openapi(resendOfFair, async c => {
    const { fairId, mailId } = c.req.valid('param')
    return c.json(await resendMail(ctxOf(c), { fair: fairId }, mailId), 200)
  })
  .openapi(list, async c => {
    return c.json(await listMails(ctxOf(c), { organizer: c.req.valid('param').organizerId }), 200)
  })
  .openapi(view, async c => {
    const { organizerId, mailId } = c.req.valid('param')
    return c.json(await viewMail(ctxOf(c), { organizer: organizerId }, mailId), 200)
  })
  .openapi(resend, async c => {
    const { organizerId, mailId } = c.req.valid('param')
    return c.json(await resendMail(ctxOf(c), { organizer: organizerId }, mailId), 200)
  })
