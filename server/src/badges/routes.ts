import {
  BadgeInput,
  BadgeLayout,
  BadgeView,
  OwnBadgeInput,
  OwnBadges,
  PublicBadge,
  Registered,
  RevokeReason,
  VisitorRegistration,
} from '@hoicho/shared/badges/schema.ts'
import { FairSlug } from '@hoicho/shared/fairs/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  inApplication,
  inFair,
  ok,
  router,
  sendFile,
  z,
} from '../platform/http.ts'
import { issueBadge } from './issue-badge.ts'
import { issueOwnBadge } from './issue-own-badge.ts'
import { mailBadge } from './mail-badge.ts'
import { MAX_PRINTED, printBadges, printOwnBadges } from './print-badges.ts'
import { listBadges, listOwnBadges, publicBadgeCalendar, publicBadgePdf, viewPublicBadge } from './reads.ts'
import { registerVisitor } from './register-visitor.ts'
import { replaceBadge } from './replace-badge.ts'
import { revokeBadge, revokeOwnBadge } from './revoke-badge.ts'

const PDF = 'application/pdf'
const byCode = z.object({ code: z.string().max(200) })
const oneBadge = inFair.extend({ badgeId: IdParam })

const register = createRoute({
  ...act('badges.register-visitor'),
  method: 'post',
  path: '/public/fairs/{slug}/visitors',
  summary: 'Register as a visitor; the badge comes by mail',
  request: { params: z.object({ slug: FairSlug }), body: body(VisitorRegistration) },
  responses: ok(Registered),
})

const show = createRoute({
  ...act('badges.show'),
  method: 'get',
  path: '/public/badges/{code}',
  summary: 'The badge of a code',
  request: { params: byCode },
  responses: ok(PublicBadge),
})

const showPdf = createRoute({
  ...act('badges.show'),
  method: 'get',
  path: '/public/badges/{code}/badge.pdf',
  summary: 'The badge to print, A6',
  request: { params: byCode },
  responses: fileAnswer(PDF, 'The badge'),
})

const showCalendar = createRoute({
  ...act('badges.show'),
  method: 'get',
  path: '/public/badges/{code}/fair.ics',
  summary: 'The days of the fair for a calendar',
  request: { params: byCode },
  responses: fileAnswer('text/calendar', 'The calendar'),
})

const list = createRoute({
  ...act('badges.list'),
  method: 'get',
  path: '/fairs/{fairId}/badges',
  summary: 'Badges of a fair',
  request: { params: inFair },
  responses: ok(z.object({ items: z.array(BadgeView) })),
})

const issue = createRoute({
  ...act('badges.issue'),
  method: 'post',
  path: '/fairs/{fairId}/badges',
  summary: 'Issue a badge at the desk',
  request: { params: inFair, body: body(BadgeInput) },
  responses: created(BadgeView),
})

const print = createRoute({
  ...act('badges.issue'),
  method: 'post',
  path: '/fairs/{fairId}/badges/print',
  summary: 'Badges as a PDF',
  request: {
    params: inFair,
    body: body(
      z.object({ ids: z.union([z.array(IdParam).max(MAX_PRINTED), z.null()]), layout: BadgeLayout }),
    ),
  },
  responses: fileAnswer(PDF, 'The badges'),
})

const revoke = createRoute({
  ...act('badges.revoke'),
  method: 'post',
  path: '/fairs/{fairId}/badges/{badgeId}/revoke',
  summary: 'Take a badge out of use',
  request: { params: oneBadge, body: body(RevokeReason) },
  responses: ok(BadgeView),
})

const replace = createRoute({
  ...act('badges.issue'),
  method: 'post',
  path: '/fairs/{fairId}/badges/{badgeId}/replace',
  summary: 'Give the holder a new code',
  request: { params: oneBadge },
  responses: created(BadgeView),
})

const mail = createRoute({
  ...act('badges.issue'),
  method: 'post',
  path: '/fairs/{fairId}/badges/{badgeId}/mail',
  summary: 'Mail a badge once more',
  request: { params: oneBadge },
  responses: ok(Registered),
})

const listOwn = createRoute({
  ...act('badges.issue-own'),
  method: 'get',
  path: '/applications/{applicationId}/badges',
  summary: "An establishment's badges and its allotment",
  request: { params: inApplication },
  responses: ok(OwnBadges),
})

const issueOwn = createRoute({
  ...act('badges.issue-own'),
  method: 'post',
  path: '/applications/{applicationId}/badges',
  summary: 'Take a badge for one of the staff',
  request: { params: inApplication, body: body(OwnBadgeInput) },
  responses: created(BadgeView),
})

const printOwn = createRoute({
  ...act('badges.issue-own'),
  method: 'post',
  path: '/applications/{applicationId}/badges/print',
  summary: "An establishment's badges as a PDF",
  request: { params: inApplication, body: body(z.object({ layout: BadgeLayout })) },
  responses: fileAnswer(PDF, 'The badges'),
})

const revokeOwn = createRoute({
  ...act('badges.issue-own'),
  method: 'post',
  path: '/applications/{applicationId}/badges/{badgeId}/revoke',
  summary: 'Give up a badge',
  request: { params: inApplication.extend({ badgeId: IdParam }), body: body(RevokeReason) },
  responses: ok(BadgeView),
})

export const badgesRoutes = router()
  .openapi(register, async c =>
    c.json(await registerVisitor(ctxOf(c), c.req.valid('param').slug, c.req.valid('json')), 200),
  )
  .openapi(show, async c => c.json(await viewPublicBadge(ctxOf(c), c.req.valid('param').code), 200))
  .openapi(showPdf, async c => {
    const bytes = await publicBadgePdf(ctxOf(c), c.req.valid('param').code)
    return sendFile(bytes, PDF, 'badge.pdf') as never
  })
  .openapi(showCalendar, async c => {
    const bytes = await publicBadgeCalendar(ctxOf(c), c.req.valid('param').code)
    return sendFile(bytes, 'text/calendar', 'fair.ics') as never
  })
  .openapi(list, async c => c.json({ items: await listBadges(ctxOf(c), c.req.valid('param').fairId) }, 200))
  .openapi(issue, async c =>
    c.json(await issueBadge(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 201),
  )
  .openapi(print, async c => {
    const bytes = await printBadges(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json'))
    return sendFile(bytes, PDF, 'badges.pdf') as never
  })
  .openapi(revoke, async c => {
    const { fairId, badgeId } = c.req.valid('param')
    return c.json(await revokeBadge(ctxOf(c), fairId, badgeId, c.req.valid('json').reason), 200)
  })
  .openapi(replace, async c => {
    const { fairId, badgeId } = c.req.valid('param')
    return c.json(await replaceBadge(ctxOf(c), fairId, badgeId), 201)
  })
  .openapi(mail, async c => {
    const { fairId, badgeId } = c.req.valid('param')
    return c.json(await mailBadge(ctxOf(c), fairId, badgeId), 200)
  })
  .openapi(listOwn, async c => c.json(await listOwnBadges(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(issueOwn, async c =>
    c.json(await issueOwnBadge(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')), 201),
  )
  .openapi(printOwn, async c => {
    const { applicationId } = c.req.valid('param')
    const bytes = await printOwnBadges(ctxOf(c), applicationId, c.req.valid('json').layout)
    return sendFile(bytes, PDF, 'badges.pdf') as never
  })
  .openapi(revokeOwn, async c => {
    const { applicationId, badgeId } = c.req.valid('param')
    return c.json(await revokeOwnBadge(ctxOf(c), applicationId, badgeId, c.req.valid('json').reason), 200)
  })

export type BadgesRoutes = typeof badgesRoutes
