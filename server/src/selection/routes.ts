import { GATES } from '@hoicho/shared/selection/gate-vocabulary.ts'
import * as schema from '@hoicho/shared/selection/schema.ts'
import { act, body, createRoute, ctxOf, IdParam, noContent, ok, router, z } from '../platform/http.ts'
import { acceptDossier } from './accept-dossier.ts'
import { assignReviewers } from './assign-reviewers.ts'
import { balanceAssignments } from './balance-assignments.ts'
import { configureCriteria } from './configure-criteria.ts'
import { decide } from './decide.ts'
import { declareConflict } from './declare-conflict.ts'
import { endAssignment } from './end-assignment.ts'
import { overrideCheck } from './override-check.ts'
import * as reads from './reads.ts'
import { refuseApplication } from './refuse-application.ts'
import { runChecks } from './run-checks.ts'
import { fileScoreSheet, saveScoreSheet } from './score-sheets.ts'
import { sendLetters } from './send-letters.ts'
import { viewRanking } from './view-ranking.ts'
import { viewSheet } from './view-sheet.ts'

const inFair = { params: z.object({ fairId: IdParam }) }
const ofApplication = { params: z.object({ applicationId: IdParam }) }
const items = <S extends z.ZodType>(item: S) => ok(z.object({ items: z.array(item) }))

const criteria = createRoute({
  ...act('selection.view'),
  method: 'get',
  path: '/fairs/{fairId}/selection/criteria',
  summary: 'Criteria of a fair and what the rules propose',
  request: inFair,
  responses: ok(schema.CriteriaView),
})

const configure = createRoute({
  ...act('selection.configure'),
  method: 'put',
  path: '/fairs/{fairId}/selection/criteria',
  summary: 'Replace the criteria; the weights sum to 100',
  request: { ...inFair, body: body(schema.CriteriaInput) },
  responses: ok(schema.CriteriaView),
})

const checks = createRoute({
  ...act('selection.view-checks'),
  method: 'get',
  path: '/applications/{applicationId}/checks',
  summary: 'Gates of an application as last judged',
  request: ofApplication,
  responses: ok(schema.ChecksView),
})

const check = createRoute({
  ...act('selection.check'),
  method: 'post',
  path: '/applications/{applicationId}/checks',
  summary: 'Judge the gates of an application now',
  request: ofApplication,
  responses: ok(schema.ChecksView),
})

const override = createRoute({
  ...act('selection.override-check'),
  method: 'put',
  path: '/applications/{applicationId}/checks/{gate}/override',
  summary: 'Decide a gate otherwise, with a reason, or take that back',
  request: {
    params: ofApplication.params.extend({ gate: z.enum(GATES) }),
    body: body(schema.OverrideInput),
  },
  responses: ok(schema.ChecksView),
})

const accept = createRoute({
  ...act('selection.check'),
  method: 'post',
  path: '/applications/{applicationId}/accept-dossier',
  summary: 'Accept a dossier as complete',
  request: ofApplication,
  responses: ok(schema.ChecksView),
})

const refuse = createRoute({
  ...act('selection.check'),
  method: 'post',
  path: '/applications/{applicationId}/refuse',
  summary: 'Turn an application away and write why',
  request: { ...ofApplication, body: body(schema.RefusalInput) },
  responses: ok(schema.ChecksView),
})

const reviewers = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/reviewers',
  summary: 'Reviewers and their work in a fair',
  request: inFair,
  responses: items(schema.ReviewerView),
})

const assignments = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/assignments',
  summary: 'Applications being scored, their reviewers and how far each is',
  request: inFair,
  responses: items(schema.AssignmentRow),
})

const assign = createRoute({
  ...act('selection.assign-reviewers'),
  method: 'post',
  path: '/fairs/{fairId}/selection/assignments',
  summary: 'Assign reviewers to applications',
  request: { ...inFair, body: body(schema.AssignInput) },
  responses: ok(schema.AssignedView),
})

const balance = createRoute({
  ...act('selection.assign-reviewers'),
  method: 'post',
  path: '/fairs/{fairId}/selection/assignments/balance',
  summary: 'Give every application the reviewers it lacks',
  request: { ...inFair, body: body(schema.BalanceInput) },
  responses: ok(schema.BalancedView),
})

const end = createRoute({
  ...act('selection.assign-reviewers'),
  method: 'post',
  path: '/fairs/{fairId}/selection/assignments/end',
  summary: 'Take a reviewer off an application',
  request: { ...inFair, body: body(schema.AssignmentEnd) },
  responses: noContent,
})

const mySheets = createRoute({
  ...act('selection.score'),
  method: 'get',
  path: '/fairs/{fairId}/selection/my-sheets',
  summary: 'Sheets the person has to fill in',
  request: inFair,
  responses: items(schema.MySheet),
})

const mySheet = createRoute({
  ...act('selection.score'),
  method: 'get',
  path: '/applications/{applicationId}/my-sheet',
  summary: "One's own sheet with what it is judged by",
  request: ofApplication,
  responses: ok(schema.SheetView),
})

const saveSheet = createRoute({
  ...act('selection.score'),
  method: 'put',
  path: '/applications/{applicationId}/my-sheet',
  summary: "Keep one's own sheet as a draft",
  request: { ...ofApplication, body: body(schema.SheetInput) },
  responses: ok(schema.SheetSaved),
})

const fileSheet = createRoute({
  ...act('selection.score'),
  method: 'post',
  path: '/applications/{applicationId}/my-sheet/file',
  summary: "File one's own sheet for good",
  request: { ...ofApplication, body: body(schema.SheetInput) },
  responses: ok(schema.SheetSaved),
})

const conflict = createRoute({
  ...act('selection.score'),
  method: 'post',
  path: '/applications/{applicationId}/my-sheet/conflict',
  summary: 'Declare a conflict of interest',
  request: { ...ofApplication, body: body(schema.ConflictInput) },
  responses: noContent,
})

const ranking = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/ranking',
  summary: 'The ranking as it stands',
  request: inFair,
  responses: ok(schema.RankingView),
})

const decisions = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/decisions',
  summary: 'Decisions of a fair, the newest first',
  request: inFair,
  responses: items(schema.DecisionView),
})

const record = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/decisions/{version}/record',
  summary: 'Frozen inputs, rules, seed and ranking of a decision',
  request: { params: inFair.params.extend({ version: z.coerce.number().int().min(1).max(1_000_000) }) },
  responses: ok(z.object({ input: z.unknown(), sha256: z.string() })),
})

const decideRoute = createRoute({
  ...act('selection.decide'),
  method: 'post',
  path: '/fairs/{fairId}/selection/decisions',
  summary: 'Decide the selection',
  request: { ...inFair, body: body(schema.DecisionInput) },
  responses: ok(schema.DecisionView),
})

const letters = createRoute({
  ...act('selection.send-letters'),
  method: 'get',
  path: '/fairs/{fairId}/selection/letters',
  summary: 'Letters of the decision in force',
  request: inFair,
  responses: items(schema.LetterView),
})

const send = createRoute({
  ...act('selection.send-letters'),
  method: 'post',
  path: '/fairs/{fairId}/selection/letters',
  summary: 'Send letters that were not sent yet, so many at a time',
  request: { ...inFair, body: body(schema.LettersInput) },
  responses: ok(schema.LettersSent),
})

export const selectionRoutes = router()
  .openapi(criteria, async c => c.json(await reads.viewCriteria(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(configure, async c => {
    const { items: wanted, blindFields } = c.req.valid('json')
    return c.json(await configureCriteria(ctxOf(c), c.req.valid('param').fairId, wanted, blindFields), 200)
  })
  .openapi(checks, async c => {
    return c.json(await reads.viewChecks(ctxOf(c), c.req.valid('param').applicationId), 200)
  })
  .openapi(check, async c => c.json(await runChecks(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(override, async c => {
    const { applicationId, gate } = c.req.valid('param')
    return c.json(await overrideCheck(ctxOf(c), applicationId, gate, c.req.valid('json')), 200)
  })
  .openapi(accept, async c => c.json(await acceptDossier(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(refuse, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await refuseApplication(ctxOf(c), applicationId, c.req.valid('json')), 200)
  })
  .openapi(reviewers, async c => {
    return c.json({ items: await reads.listReviewers(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(assignments, async c => {
    return c.json({ items: await reads.listAssignments(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(assign, async c => {
    return c.json(await assignReviewers(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(balance, async c => {
    return c.json(await balanceAssignments(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(end, async c => {
    await endAssignment(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json'))
    return c.body(null, 204)
  })
  .openapi(mySheets, async c => {
    return c.json({ items: await reads.listMySheets(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(mySheet, async c => c.json(await viewSheet(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(saveSheet, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await saveScoreSheet(ctxOf(c), applicationId, c.req.valid('json')), 200)
  })
  .openapi(fileSheet, async c => {
    const { applicationId } = c.req.valid('param')
    return c.json(await fileScoreSheet(ctxOf(c), applicationId, c.req.valid('json')), 200)
  })
  .openapi(conflict, async c => {
    await declareConflict(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json'))
    return c.body(null, 204)
  })
  .openapi(ranking, async c => c.json(await viewRanking(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(decisions, async c => {
    return c.json({ items: await reads.listDecisions(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(record, async c => {
    const { fairId, version } = c.req.valid('param')
    const { input, sha256 } = await reads.viewRecord(ctxOf(c), fairId, version)
    return c.json({ input, sha256 }, 200)
  })
  .openapi(decideRoute, async c => {
    return c.json(await decide(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(letters, async c => {
    return c.json({ items: await reads.previewLetters(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(send, async c => {
    return c.json(await sendLetters(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })

export type SelectionRoutes = typeof selectionRoutes
