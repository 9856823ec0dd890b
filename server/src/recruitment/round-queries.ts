import type { Answers } from '@hoicho/shared/fairs/form.ts'
import type { SubmittedPaper, SubmittedProduct } from '@hoicho/shared/recruitment/changes.ts'
import type { ApplicationSubmission, CorrectionRound, OpenRemark } from '@hoicho/shared/recruitment/schema.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

/** The last round of an application, 0 before the first submission. Under the application's lock nobody else adds one. */
export async function lastRound(db: Db | Tx, applicationId: string): Promise<number> {
  const row = await db
    .selectNoFrom([
      sql<number>`greatest(
        coalesce((select max(round) from application_submission where application_id = ${applicationId}), 0),
        coalesce((select max(round) from application_correction where application_id = ${applicationId}), 0)
      )`.as('round'),
    ])
    .executeTakeFirstOrThrow()
  return row.round
}

/** The remarks of the request that is open, in their order; none when nothing is asked for. */
export async function openRemarksOf(db: Db | Tx, applicationId: string): Promise<OpenRemark[]> {
  return await db
    .selectFrom('applicationRemark as remark')
    .innerJoin('applicationCorrection as correction', join =>
      join
        .onRef('correction.applicationId', '=', 'remark.applicationId')
        .onRef('correction.round', '=', 'remark.round'),
    )
    .select(['remark.pointer', 'remark.note', 'remark.reply', 'remark.answeredAt'])
    .where('remark.applicationId', '=', applicationId)
    .where('correction.resubmittedAt', 'is', null)
    .orderBy('remark.position')
    .execute()
}

/** Every submission as it was handed in, the first one first. */
export async function submissionsOf(db: Db, applicationId: string): Promise<ApplicationSubmission[]> {
  const rows = await db
    .selectFrom('applicationSubmission')
    .select(['round', 'submittedAt', 'formVersion', 'answers', 'products', 'papers'])
    .where('applicationId', '=', applicationId)
    .orderBy('round')
    .execute()
  // The columns are only ever written by keepSubmission.
  return rows.map(row => ({
    ...row,
    answers: row.answers as Answers,
    products: row.products as SubmittedProduct[],
    papers: row.papers as SubmittedPaper[],
  }))
}

/** Every request for correction with its remarks, the first one first. */
export async function correctionsOf(db: Db, applicationId: string): Promise<CorrectionRound[]> {
  const rounds = await db
    .selectFrom('applicationCorrection')
    .select(['round', 'note', 'dueOn', 'requestedAt', 'resubmittedAt'])
    .where('applicationId', '=', applicationId)
    .orderBy('round')
    .execute()
  const remarks = await db
    .selectFrom('applicationRemark')
    .select(['round', 'pointer', 'note', 'reply', 'answeredAt', 'resolvedAt'])
    .where('applicationId', '=', applicationId)
    .orderBy('position')
    .execute()
  return rounds.map(round => ({
    ...round,
    remarks: remarks
      .filter(remark => remark.round === round.round)
      .map(({ pointer, note, reply, answeredAt, resolvedAt }) => ({
        pointer,
        note,
        reply,
        answeredAt,
        resolvedAt,
      })),
  }))
}
