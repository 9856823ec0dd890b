import * as schema from '@hoicho/shared/selection/council-schema.ts'
import { SheetSaved, SwapInput } from '@hoicho/shared/selection/schema.ts'
import { act, body, createRoute, ctxOf, IdParam, noContent, ok, router, z } from '../platform/http.ts'
import { openSheets, viewSheets } from './open-sheets.ts'
import { remindReviewers } from './remind-reviewers.ts'
import { reopenSheet } from './reopen-sheet.ts'
import { replaceMember } from './replace-member.ts'
import { saveReviewerProfile, viewReviewerProfile } from './save-reviewer-profile.ts'
import { abstain } from './score-sheets.ts'
import { closeRound, openRound } from './scoring-round.ts'
import { setCouncil } from './set-council.ts'
import { settleConflict } from './settle-conflict.ts'
import { swapReviewer } from './swap-reviewer.ts'
import { viewCouncil } from './view-council.ts'

const inFair = { params: z.object({ fairId: IdParam }) }
const ofApplication = { params: z.object({ applicationId: IdParam }) }
const ofReviewer = { params: z.object({ organizerId: IdParam, reviewerId: IdParam }) }

const council = createRoute({
  ...act('selection.view'),
  method: 'get',
  path: '/fairs/{fairId}/selection/council',
  summary: 'The appraisal council of a fair and how far its members are',
  request: inFair,
  responses: ok(schema.CouncilView),
})

const set = createRoute({
  ...act('selection.set-council'),
  method: 'put',
  path: '/fairs/{fairId}/selection/council',
  summary: 'Set up the council, or put its decision and limits right',
  request: { ...inFair, body: body(schema.CouncilInput) },
  responses: ok(schema.CouncilView),
})

const replace = createRoute({
  ...act('selection.set-council'),
  method: 'post',
  path: '/fairs/{fairId}/selection/council/replace',
  summary: "Give a member's seat to somebody else, with a reason",
  request: { ...inFair, body: body(schema.ReplacementInput) },
  responses: ok(schema.CouncilView),
})

const open = createRoute({
  ...act('selection.preside'),
  method: 'post',
  path: '/fairs/{fairId}/selection/council/open-round',
  summary: 'Open the round of scoring, or open it again with a reason',
  request: { ...inFair, body: body(schema.RoundInput) },
  responses: ok(schema.CouncilView),
})

const close = createRoute({
  ...act('selection.preside'),
  method: 'post',
  path: '/fairs/{fairId}/selection/council/close-round',
  summary: 'Close the round of scoring',
  request: { ...inFair, body: body(schema.RoundInput) },
  responses: ok(schema.CouncilView),
})

const settle = createRoute({
  ...act('selection.settle-conflict'),
  method: 'post',
  path: '/fairs/{fairId}/selection/council/settle-conflict',
  summary: 'Settle what a member and an application have in common',
  request: { ...inFair, body: body(schema.SettleInput) },
  responses: noContent,
})

const remind = createRoute({
  ...act('selection.remind'),
  method: 'post',
  path: '/fairs/{fairId}/selection/council/remind-reviewers',
  summary: 'Remind those with sheets still to file, once a day',
  request: inFair,
  responses: ok(schema.Reminded),
})

const swap = createRoute({
  ...act('selection.assign-reviewers'),
  method: 'post',
  path: '/fairs/{fairId}/selection/assignments/swap',
  summary: 'Give an application to another reviewer in place of one',
  request: { ...inFair, body: body(SwapInput) },
  responses: noContent,
})

const abstainRoute = createRoute({
  ...act('selection.score'),
  method: 'post',
  path: '/applications/{applicationId}/my-sheet/abstain',
  summary: 'Not score an application, with a reason',
  request: { ...ofApplication, body: body(schema.AbstainInput) },
  responses: ok(SheetSaved),
})

const sheets = createRoute({
  ...act('selection.preside'),
  method: 'get',
  path: '/applications/{applicationId}/sheets',
  summary: 'Every sheet of an application, for the chair',
  request: ofApplication,
  responses: ok(schema.SheetsView),
})

const openSheetsRoute = createRoute({
  ...act('selection.preside'),
  method: 'post',
  path: '/applications/{applicationId}/sheets/open-early',
  summary: 'Open the sheets of an application before the round is closed, with a reason',
  request: { ...ofApplication, body: body(schema.ReasonInput) },
  responses: ok(schema.SheetsView),
})

const reopen = createRoute({
  ...act('selection.preside'),
  method: 'post',
  path: '/applications/{applicationId}/sheets/reopen-sheet',
  summary: 'Give a filed sheet back to its author, with a reason',
  request: { ...ofApplication, body: body(schema.ReopenInput) },
  responses: noContent,
})

const profile = createRoute({
  ...act('selection.edit-profile'),
  method: 'get',
  path: '/organizers/{organizerId}/reviewers/{reviewerId}/profile',
  summary: 'Whom a reviewer works and worked for',
  request: ofReviewer,
  responses: ok(schema.ReviewerProfileView),
})

const saveProfile = createRoute({
  ...act('selection.edit-profile'),
  method: 'put',
  path: '/organizers/{organizerId}/reviewers/{reviewerId}/profile',
  summary: 'Write whom a reviewer works and worked for',
  request: { ...ofReviewer, body: body(schema.ReviewerProfileInput) },
  responses: ok(schema.ReviewerProfileView),
})

export const councilRoutes = router()
  .openapi(council, async c => c.json(await viewCouncil(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(set, async c => {
    return c.json(await setCouncil(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(replace, async c => {
    return c.json(await replaceMember(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(open, async c => {
    return c.json(await openRound(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(close, async c => {
    return c.json(await closeRound(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(settle, async c => {
    await settleConflict(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json'))
    return c.body(null, 204)
  })
  .openapi(remind, async c => c.json(await remindReviewers(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(swap, async c => {
    await swapReviewer(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json'))
    return c.body(null, 204)
  })
  .openapi(abstainRoute, async c => {
    return c.json(await abstain(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')), 200)
  })
  .openapi(sheets, async c => c.json(await viewSheets(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(openSheetsRoute, async c => {
    const { reason } = c.req.valid('json')
    return c.json(await openSheets(ctxOf(c), c.req.valid('param').applicationId, reason), 200)
  })
  .openapi(reopen, async c => {
    await reopenSheet(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json'))
    return c.body(null, 204)
  })
  .openapi(profile, async c => {
    const { organizerId, reviewerId } = c.req.valid('param')
    return c.json(await viewReviewerProfile(ctxOf(c), organizerId, reviewerId), 200)
  })
  .openapi(saveProfile, async c => {
    const { organizerId, reviewerId } = c.req.valid('param')
    return c.json(await saveReviewerProfile(ctxOf(c), organizerId, reviewerId, c.req.valid('json')), 200)
  })

export type CouncilRoutes = typeof councilRoutes
