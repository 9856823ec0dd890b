import { step } from '@hoicho/shared/platform/states.ts'
import type { ComplaintAnswerInput, ComplaintView } from '@hoicho/shared/selection/place-schema.ts'
import { COMPLAINT_STATES } from '@hoicho/shared/selection/states.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { moveApplication } from '../recruitment/move-application.ts'
import { complaintsOf, lockComplaint } from './complaint-queries.ts'
import { letterHead } from './letter-params.ts'
import { fairForSelection } from './queries.ts'

/** Complaints about the decisions of a fair, those to be answered first. */
export async function listComplaints(ctx: Ctx, fairId: string): Promise<ComplaintView[]> {
  await mayRead(ctx, 'selection.send-letters', { fair: fairId })
  return await complaintsOf(ctx.app.db, fairId)
}

/**
 * Answers a complaint with reasons, by letter. One upheld opens the application again: it is part of the next decision, with its
 * sheets as they are or given back to their writers to be filed anew. The decision in force stays as it is, and so do the
 * places given: the next one replaces it, with reference to it. Refused with platform.wrong-state when it was answered before.
 */
export async function answerComplaint(
  ctx: Ctx,
  fairId: string,
  complaintId: string,
  input: ComplaintAnswerInput,
): Promise<ComplaintView> {
  const { outcome, reasons, isRescored } = input
  return await change(ctx, 'selection.answer-complaint', { fair: fairId }, async tx => {
    found(await fairForSelection(tx, fairId, 'update'))
    const complaint = found(await lockComplaint(tx, fairId, complaintId))
    const state = step(COMPLAINT_STATES, complaint.state, outcome === 'upheld' ? 'uphold' : 'dismiss')
    if (!state) throw problem('platform.wrong-state')
    const application = found(await lockApplication(tx, fairId, complaint.applicationId))
    const reopened = outcome === 'upheld' && (await reopen(tx, ctx, fairId, application, isRescored))
    const mailId = await write(tx, ctx, fairId, application, { outcome, reasons })
    await tx
      .updateTable('selectionComplaint')
      .set({ state, reasons, answeredBy: actorPersonId(ctx), answeredAt: ctx.now(), mailId })
      .where('id', '=', complaintId)
      .execute()
    const result = found((await complaintsOf(tx, fairId)).find(one => one.id === complaintId))
    const after = {
      complaint: state,
      note: reasons,
      isReopened: reopened,
      isRescored: reopened && isRescored,
    }
    return { result, audit: { entity: 'application', entityId: application.id, after } }
  })
}

type Application = NonNullable<Awaited<ReturnType<typeof lockApplication>>>

/** Who has a place keeps it, and who stepped back or withdrew is not called back: only the others are judged anew. */
async function reopen(tx: Tx, ctx: Ctx, fairId: string, application: Application, isRescored: boolean) {
  if (application.state !== 'rejected' && application.state !== 'waiting') return false
  await moveApplication(tx, ctx, fairId, application.id, 'reopen')
  if (isRescored) {
    await tx
      .updateTable('scoreSheet')
      .set(row => ({ state: 'draft', filedAt: null, version: row('version', '+', 1), updatedAt: ctx.now() }))
      .where('fairId', '=', fairId)
      .where('applicationId', '=', application.id)
      .where('state', '=', 'filed')
      .execute()
  }
  return true
}

async function write(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  application: Application,
  { outcome, reasons }: { outcome: 'upheld' | 'dismissed'; reasons: string },
): Promise<string | null> {
  const head = await letterHead(tx, fairId, ctx.app.config.publicUrl, [application.establishmentId])
  const words = await translator(head.localeOf(application.establishmentId), 'selection')
  const { recipient, request } = head.letter(
    'selection-complaint-answer',
    { ...application, applicationId: application.id },
    { result: words(`complaint.result.${outcome}`), reasons },
  )
  const { address, name } = recipient
  if (address === null) return null
  return await queueMail(ctx.app, tx, ctx.now(), { ...request, to: { address, name } })
}
