import type { OwnOutcome } from '@hoicho/shared/selection/place-schema.ts'
import { OUTCOME_REASONS } from '@hoicho/shared/selection/rank.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { complaintDeadlines } from './deadlines.ts'
import { fairForSelection } from './queries.ts'

/** What became of an establishment's application, its place and its complaint: nothing before the letter. */
export async function viewOwnOutcome(ctx: Ctx, applicationId: string): Promise<OwnOutcome> {
  const { fairId = '' } = await mayRead(ctx, 'selection.view-own-outcome', { application: applicationId })
  return await readOwnOutcome(ctx.app.db, ctx, fairId, applicationId)
}

export async function readOwnOutcome(
  db: Db | Tx,
  ctx: Ctx,
  fairId: string,
  applicationId: string,
): Promise<OwnOutcome> {
  const fair = found(await fairForSelection(db, fairId))
  const row = await announcedOutcome(db, fairId, applicationId)
  const place = await db
    .selectFrom('selectionPlace')
    .innerJoin('application', 'application.id', 'selectionPlace.applicationId')
    .select(['selectionPlace.state', 'selectionPlace.dueAt', 'selectionPlace.answeredAt'])
    .where('selectionPlace.applicationId', '=', applicationId)
    .where('application.shownState', 'is', null)
    .orderBy('selectionPlace.offeredAt', 'desc')
    .executeTakeFirst()
  const complaint = await db
    .selectFrom('selectionComplaint')
    .select(['id', 'state', 'text', 'filedAt', 'answerDueOn', 'reasons', 'answeredAt'])
    .where('applicationId', '=', applicationId)
    .orderBy('filedAt', 'desc')
    .executeTakeFirst()
  const deadlines = await complaintDeadlines(db, fair)
  const complaintUntil = (row?.releasedAt && deadlines?.fileUntil(row.releasedAt)) ?? null
  const isOpen = complaint === undefined || complaint.state === 'upheld'
  return {
    applicationId,
    outcome: row?.outcome ?? null,
    reason: OUTCOME_REASONS.find(reason => reason === row?.reason) ?? null,
    mean: row?.meanPoints ? Number(row.meanPoints) : null,
    passMark: row?.passMark ?? null,
    quota: row?.quota ?? null,
    waitingPosition: row?.outcome === 'waiting' ? Number(row.waitingPosition) : null,
    place: place ?? null,
    complaintUntil,
    mayComplain: isOpen && complaintUntil !== null && (deadlines?.today(ctx.now()) ?? '') <= complaintUntil,
    complaint: complaint ?? null,
    timeZone: fair.timeZone,
  }
}

/** The outcome of the newest decision that was announced to the establishment. */
export async function announcedOutcome(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('selectionOutcome as outcome')
    .innerJoin('selection', 'selection.id', 'outcome.selectionId')
    .select(['outcome.selectionId', 'outcome.outcome', 'outcome.reason', 'outcome.meanPoints'])
    .select(['outcome.releasedAt', 'selection.passMark', 'selection.quota'])
    .select(({ selectFrom, fn }) =>
      selectFrom('selectionOutcome as other')
        .select(fn.countAll().as('count'))
        .whereRef('other.selectionId', '=', 'outcome.selectionId')
        .whereRef('other.rank', '<=', 'outcome.rank')
        .where('other.outcome', '=', 'waiting')
        .as('waitingPosition'),
    )
    .where('outcome.fairId', '=', fairId)
    .where('outcome.applicationId', '=', applicationId)
    .where('outcome.releasedAt', 'is not', null)
    .orderBy('selection.version', 'desc')
    .limit(1)
    .executeTakeFirst()
}
