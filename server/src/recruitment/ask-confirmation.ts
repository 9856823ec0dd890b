import type { AskConfirmation, AskedConfirmation } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { confirmationCode, lastConfirmation, mailConfirmation } from './confirmation.ts'
import { lockApplication } from './lock-application.ts'
import { readApplication } from './reads.ts'

/**
 * Sends the link to confirm once more, or hands out the code to be read over the telephone; the log keeps who had it.
 * Refused: platform.wrong-state unless the application waits for confirmation, recruitment.no-address for a mail.
 */
export async function askConfirmation(
  ctx: Ctx,
  applicationId: string,
  { by }: AskConfirmation,
): Promise<AskedConfirmation> {
  return await change(
    ctx,
    'recruitment.ask-confirmation',
    { application: applicationId },
    async (tx, target) => {
      const fairId = target.fairId ?? ''
      const application = found(await lockApplication(tx, fairId, applicationId))
      if (application.confirmation !== 'awaiting' || application.state !== 'submitted') {
        throw problem('platform.wrong-state')
      }
      const { round } = found(await lastConfirmation(tx, applicationId))
      if (by === 'mail') {
        const view = await readApplication(tx, fairId, applicationId, true)
        if ((await mailConfirmation(tx, ctx, view, round)) === 0) throw problem('recruitment.no-address')
      }
      const code = by === 'code' ? confirmationCode(ctx.app, applicationId, round) : null
      return {
        result: { code },
        audit: { entity: 'application', entityId: applicationId, after: { round, by } },
      }
    },
  )
}
