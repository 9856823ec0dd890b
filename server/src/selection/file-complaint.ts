import type { ComplaintInput, OwnOutcome } from '@hoicho/shared/selection/place-schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { complaintDeadlines } from './deadlines.ts'
import { fairForSelection } from './queries.ts'
import { announcedOutcome, readOwnOutcome } from './view-own-outcome.ts'

/**
 * A complaint (khiếu nại) about an outcome, by the establishment on its page or by the desk for one that came on paper. The day to
 * answer it by is fixed with it. Refused with selection.not-announced, selection.complaint-overdue after the days the rule
 * gives, selection.complaint-filed when there is one about the same decision.
 */
export async function fileComplaint(
  ctx: Ctx,
  applicationId: string,
  { text }: ComplaintInput,
): Promise<OwnOutcome> {
  return await change(
    ctx,
    'selection.complain',
    { application: applicationId },
    async (tx, target) => {
      const { fairId = '', establishmentId } = target
      const fair = found(await fairForSelection(tx, fairId))
      found(await lockApplication(tx, fairId, applicationId))
      const outcome = await announcedOutcome(tx, fairId, applicationId)
      const deadlines = await complaintDeadlines(tx, fair)
      if (!outcome?.releasedAt || !deadlines) throw problem('selection.not-announced')
      const until = deadlines.fileUntil(outcome.releasedAt)
      if (deadlines.today(ctx.now()) > until) throw problem('selection.complaint-overdue', { date: until })
      const id = newId()
      const isOwn = ctx.rights.establishments.some(held => held.establishmentId === establishmentId)
      await tx
        .insertInto('selectionComplaint')
        .values({
          id,
          fairId,
          applicationId,
          selectionId: outcome.selectionId,
          state: 'filed',
          channel: isOwn ? 'page' : 'letter',
          text,
          filedBy: actorPersonId(ctx),
          filedAt: ctx.now(),
          answerDueOn: deadlines.answerUntil(ctx.now()),
        })
        .execute()
      const after = { complaint: 'filed', id, note: text }
      return {
        result: await readOwnOutcome(tx, ctx, fairId, applicationId),
        audit: { entity: 'application', entityId: applicationId, after },
      }
    },
    { selection_complaint_application_id_selection_id_key: 'selection.complaint-filed' },
  )
}
