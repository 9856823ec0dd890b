import type { PaperConfirmation } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { attachFile } from '../files/store-file.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { recordConfirmation } from './confirmation.ts'
import { lockApplication } from './lock-application.ts'

/**
 * An officer puts the signed paper form in the confirmation's place, with the reason why neither link nor code would do.
 * Refused: platform.wrong-state unless the application waits for that; a file of somebody else's (404).
 */
export async function confirmWithPaper(
  ctx: Ctx,
  applicationId: string,
  { fileId, reason }: PaperConfirmation,
): Promise<ApplicationView> {
  return await change(
    ctx,
    'recruitment.confirm-with-paper',
    { application: applicationId },
    async (tx, target) => {
      const application = found(await lockApplication(tx, target.fairId ?? '', applicationId))
      const { view, note } = await recordConfirmation(tx, ctx, application, {
        method: 'signed-paper',
        fileId,
        reason,
      })
      const { organizerId, fairId, establishmentId } = target
      await attachFile(tx, ctx, fileId, { organizerId, fairId, establishmentId })
      return { result: view, audit: note }
    },
  )
}
