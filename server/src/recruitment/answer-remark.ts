import type { OpenRemark, RemarkAnswer } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import * as queries from './queries.ts'
import { openRemarksOf } from './round-queries.ts'

/**
 * The establishment marks a remark of the open request as dealt with, or takes the mark off again, with a word to the
 * officer. Refused: platform.wrong-state when no correction is asked for; a remark that is not there (404).
 */
export async function answerRemark(
  ctx: Ctx,
  applicationId: string,
  { pointer, isAnswered, reply }: RemarkAnswer,
): Promise<OpenRemark[]> {
  return await change(
    ctx,
    'recruitment.answer-remark',
    { application: applicationId },
    async (tx, target) => {
      const application = found(await queries.applicationById(tx, target.fairId ?? '', applicationId, true))
      if (application.state !== 'correction-requested') throw problem('platform.wrong-state')
      const open = tx
        .selectFrom('applicationCorrection')
        .select('round')
        .where('applicationId', '=', applicationId)
        .where('resubmittedAt', 'is', null)
      const { round } = found(
        await tx
          .updateTable('applicationRemark')
          .set({
            reply,
            answeredAt: isAnswered ? ctx.now() : null,
            answeredBy: isAnswered ? actorPersonId(ctx) : null,
          })
          .where('applicationId', '=', applicationId)
          .where('round', '=', open)
          .where('pointer', '=', pointer)
          .returning('round')
          .executeTakeFirst(),
      )
      return {
        result: await openRemarksOf(tx, applicationId),
        audit: {
          entity: 'application',
          entityId: applicationId,
          after: { round, pointer, isAnswered, reply },
        },
      }
    },
  )
}
