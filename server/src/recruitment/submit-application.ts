import { FASCIA_FIELD, validateAnswers } from '@hoicho/shared/fairs/answers.ts'
import { shownAnswers } from '@hoicho/shared/fairs/conditions.ts'
import type { Answers } from '@hoicho/shared/fairs/form.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { openRemarks } from '@hoicho/shared/recruitment/corrections.ts'
import { applicationNumber } from '@hoicho/shared/recruitment/registration.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { CONFIRMATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, Problem, problem } from '../platform/problem.ts'
import { requestConfirmation } from './confirmation.ts'
import { isForEstablishment } from './entry.ts'
import { invitationOf, moveInvitation } from './invitation.ts'
import { keepSubmission } from './keep-submission.ts'
import { moveApplication } from './move-application.ts'
import { demandOpenCall } from './open-call.ts'
import * as queries from './queries.ts'
import { readApplication } from './reads.ts'
import { sendReceipt } from './receipt.ts'
import { openRemarksOf } from './round-queries.ts'

/**
 * Hands in an application: complete by its form, before the deadline by the server's clock. It gets the next number of
 * its fair, without gaps, and keeps it; a receipt goes out by mail. What an officer hands in for an establishment waits for its
 * confirmation instead. After a request for correction the deadline no
 * longer matters, but every remark must be marked as dealt with. Refused: 422 with a pointer for everything missing, recruitment.closed, platform.wrong-state.
 */
export async function submitApplication(ctx: Ctx, applicationId: string): Promise<ApplicationView> {
  return await change(ctx, 'recruitment.submit', { application: applicationId }, async (tx, target) => {
    const fairId = target.fairId ?? ''
    const fair = await lockedFair(tx, fairId)
    const application = found(await queries.applicationById(tx, fairId, applicationId, true))
    if (fair.state === 'cancelled') throw problem('recruitment.fair-not-published')
    if (application.state === 'draft') demandOpenCall(ctx, fair)
    const moved = await moveApplication(tx, ctx, fairId, applicationId, 'submit')
    const answers = await demandComplete(tx, application)
    const number = application.number ?? (await nextApplicationNumber(tx, fairId))
    const submittedAt = application.submittedAt ?? ctx.now()
    const isFor = isForEstablishment(ctx, target.establishmentId)
    const confirmation = found(
      step(CONFIRMATION_STATES, application.confirmation, isFor ? 'hand-in-for' : 'hand-in'),
    )
    await tx
      .updateTable('application')
      .set({
        answers,
        fasciaName: String(answers[FASCIA_FIELD] ?? ''),
        prefilled: {},
        number,
        submittedAt,
        confirmation,
        correctionNote: null,
        correctionDueOn: null,
      })
      .where('id', '=', applicationId)
      .execute()
    const round = await keepSubmission(tx, ctx, { ...application, answers })
    const invitation = await invitationOf(tx, fairId, application.establishmentId)
    const invitationNotes = invitation ? await moveInvitation(tx, invitation, 'submit') : []
    const result = await readApplication(tx, fairId, applicationId, true)
    if (isFor) await requestConfirmation(tx, ctx, result, round)
    else await sendReceipt(tx, ctx, result)
    const isAgain = moved.before !== 'draft'
    const after = {
      state: moved.after,
      number,
      ...(isAgain ? { isAgain, round } : {}),
      ...(isFor ? { confirmation } : {}),
    }
    const note = { entity: 'application', entityId: applicationId, before: { state: moved.before }, after }
    return { result, audit: [note, ...invitationNotes] }
  })
}

/** Locked, so that numbers follow one another and the deadline cannot move meanwhile. */
async function lockedFair(tx: Tx, fairId: string) {
  return found(
    await tx.selectFrom('fair').selectAll().where('id', '=', fairId).forNoKeyUpdate().executeTakeFirst(),
  )
}

type Row = NonNullable<Awaited<ReturnType<typeof queries.applicationById>>>

/** What is handed in: the answers to what is shown. */
async function demandComplete(tx: Tx, application: Row): Promise<Answers> {
  const form = found(await queries.formOf(tx, application.fairId, application.formVersion))
  const papers = await queries.papersOf(tx, application.id)
  const products = await queries.productsOf(tx, application.id)
  const codes = papers.map(paper => paper.paperCode)
  const faults = [
    ...validateAnswers(form, queries.answersOf(application), codes, products.length),
    ...openRemarks(await openRemarksOf(tx, application.id)),
  ]
  if (faults.length > 0) throw new Problem('platform.invalid', {}, faults)
  return shownAnswers(form, queries.answersOf(application))
}

/** Under the fair's lock. Numbers are never taken back, so their count is the last one. */
async function nextApplicationNumber(tx: Tx, fairId: string): Promise<string> {
  const row = await tx
    .selectFrom('application')
    .select(count => count.fn.countAll<number>().as('count'))
    .where('fairId', '=', fairId)
    .where('number', 'is not', null)
    .executeTakeFirstOrThrow()
  return applicationNumber(Number(row.count) + 1)
}
