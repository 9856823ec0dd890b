import { blindCode } from '@hoicho/shared/selection/council.ts'
import type { CheckRun } from '@hoicho/shared/selection/gate-schema.ts'
import type {
  AssignmentRow,
  ChecksView,
  CriteriaView,
  DecisionView,
  LetterView,
  MySheet,
  ReviewerView,
} from '@hoicho/shared/selection/schema.ts'
import { type Points, sheetTotal } from '@hoicho/shared/selection/score.ts'
import { type Ctx, personOf } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { readChecks, readRuns } from './checks.ts'
import { holdsRole } from './council.ts'
import { readCriteria } from './criteria.ts'
import { decisionInForce, decisionsOf, frozenRecord, outcomesOf } from './decision-queries.ts'
import { readDecisions, withPositions } from './decisions.ts'
import { letterWriter } from './letter-params.ts'
import { conflictsOf, demandReview } from './may-review.ts'
import * as queries from './queries.ts'
import { mySheets } from './sheet-queries.ts'

/** A fair's criteria, whether they are frozen, and what the rules propose. */
export async function viewCriteria(ctx: Ctx, fairId: string): Promise<CriteriaView> {
  await mayRead(ctx, 'selection.view', { fair: fairId })
  return await readCriteria(ctx.app.db, fairId)
}

/** The gates of an application as last judged. */
export async function viewChecks(ctx: Ctx, applicationId: string): Promise<ChecksView> {
  const target = await mayRead(ctx, 'selection.view-checks', { application: applicationId })
  const fairId = found(target.fairId)
  await demandReview(ctx, fairId, applicationId)
  const { db } = ctx.app
  // The findings name the establishment: where its name is hidden, they are for the desk.
  const isBlind = (await queries.blindFieldsOf(db, fairId)).includes('name')
  if (isBlind && !holdsRole(ctx, target.organizerId, ['manager', 'officer']))
    throw problem('platform.not-found')
  return await readChecks(ctx.app.db, fairId, applicationId)
}

/** Every run of an application's gates, the newest first. */
export async function viewRuns(ctx: Ctx, applicationId: string): Promise<CheckRun[]> {
  const target = await mayRead(ctx, 'selection.view-checks', { application: applicationId })
  const fairId = found(target.fairId)
  await demandReview(ctx, fairId, applicationId)
  return await readRuns(ctx.app.db, fairId, applicationId)
}

/** The organizer's reviewers, how many sheets each has to file in this fair and how many are filed. */
export async function listReviewers(ctx: Ctx, fairId: string): Promise<ReviewerView[]> {
  const target = await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  const reviewers = await queries.reviewersOf(ctx.app.db, found(target.organizerId))
  const active = (await queries.assignmentsOf(ctx.app.db, fairId)).filter(row => row.endedAt === null)
  return reviewers.map(({ id, name }) => {
    const own = active.filter(row => row.reviewerId === id)
    const filed = own.filter(row => row.sheetState === 'filed' || row.sheetState === 'abstained').length
    return { id, name, assigned: own.length, filed }
  })
}

/** Every application that is or was scored, with its reviewers and how far each is. */
export async function listAssignments(ctx: Ctx, fairId: string): Promise<AssignmentRow[]> {
  await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  const hidden = await conflictsOf(ctx, fairId)
  const states = ['complete', 'selected', 'waiting', 'rejected']
  const applications = await queries.applicationsIn(ctx.app.db, fairId, states)
  const assignments = await queries.assignmentsOf(ctx.app.db, fairId)
  const isScored = new Set(assignments.map(row => row.applicationId))
  return applications
    .filter(({ id, state }) => !hidden.has(id) && (state === 'complete' || isScored.has(id)))
    .map(application => ({
      applicationId: application.id,
      number: application.number,
      establishmentName: application.establishmentName,
      provinceName: application.provinceName,
      state: application.state,
      reviewers: assignments
        .filter(row => row.applicationId === application.id && (row.endedAt === null || row.isBarred))
        .map(row => ({
          id: row.reviewerId,
          name: row.reviewerName,
          sheet: row.isBarred ? ('conflict' as const) : (row.sheetState ?? ('none' as const)),
        })),
    }))
}

/** The sheets the person has to fill in for a fair. */
export async function listMySheets(ctx: Ctx, fairId: string): Promise<MySheet[]> {
  await mayRead(ctx, 'selection.score', { fair: fairId })
  const criteria = await queries.criteriaOf(ctx.app.db, fairId)
  const rows = await mySheets(ctx.app.db, fairId, personOf(ctx).id)
  const hidden = await queries.blindFieldsOf(ctx.app.db, fairId)
  const sheets = rows.map(({ points, ...row }) => ({
    ...row,
    ...(hidden.includes('name') && {
      number: null,
      establishmentName: blindCode(fairId, row.applicationId),
    }),
    ...(hidden.includes('province') && { provinceName: '' }),
    state: row.state ?? ('none' as const),
    // The column is only ever written from checked points.
    total: row.state === null || row.state === 'abstained' ? null : sheetTotal(criteria, points as Points),
  }))
  // The order of names would tell something of a hidden name.
  return sheets.sort((a, b) => a.establishmentName.localeCompare(b.establishmentName, 'vi'))
}

/** Every decision of a fair, the newest first. */
export async function listDecisions(ctx: Ctx, fairId: string): Promise<DecisionView[]> {
  await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  return await readDecisions(ctx.app.db, fairId)
}

/**
 * The frozen record of a decision with its hash, to be ranked again elsewhere. It names everybody and cannot be cut without
 * breaking the hash: to whom a conflict of interest keeps from one of the fair's applications it is not there.
 */
export async function viewRecord(ctx: Ctx, fairId: string, version: number) {
  await mayRead(ctx, 'selection.view-ranking', { fair: fairId })
  if ((await conflictsOf(ctx, fairId)).size > 0) throw problem('platform.not-found')
  return found(await frozenRecord(ctx.app.db, fairId, version))
}

/** The letters of the decision in force as they are or would be sent. Refused with selection.no-decision before one. */
export async function previewLetters(ctx: Ctx, fairId: string): Promise<LetterView[]> {
  await mayRead(ctx, 'selection.send-letters', { fair: fairId })
  const { db, config } = ctx.app
  const current = await decisionInForce(db, fairId)
  if (!current) throw problem('selection.no-decision')
  const decision = found((await decisionsOf(db, fairId)).find(row => row.id === current.id))
  const rows = withPositions((await outcomesOf(db, fairId)).filter(row => row.selectionId === current.id))
  const at = { publicUrl: config.publicUrl, now: ctx.now() }
  const write = await letterWriter(db, fairId, at, decision, rows)
  const letters: LetterView[] = []
  for (const row of rows) {
    const { recipient, request } = await write(row)
    const t = await translator(recipient.locale, 'mails')
    letters.push({
      applicationId: row.applicationId,
      establishmentName: row.establishmentName,
      outcome: row.outcome,
      to: recipient.address,
      subject: t(`${request.template}.subject`, request.params),
      text: t(`${request.template}.body`, request.params),
      isSent: row.mailId !== null,
      isTold: row.releasedAt !== null,
    })
  }
  return letters
}
