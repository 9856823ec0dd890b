import type { ConfirmInput, OpenedConfirmation } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { confirmationByToken, recordConfirmation } from './confirmation.ts'
import { openedConfirmation } from './open-confirmation.ts'

/**
 * The holder of a personal link or code confirms for the establishment what an officer handed in for it, under their own
 * name. Refused: recruitment.link-unknown, platform.wrong-state when it is confirmed already or has moved on, and
 * recruitment.confirm-not-by-desk for people of that organizer.
 */
export async function confirmByLink(
  ctx: Ctx,
  token: string,
  { name }: ConfirmInput,
): Promise<OpenedConfirmation> {
  return await change(ctx, 'recruitment.confirm-by-link', {}, async tx => {
    const { application, method, organizerId } = await confirmationByToken(tx, ctx, token)
    if (ctx.rights.organizers.some(held => held.organizerId === organizerId)) {
      throw problem('recruitment.confirm-not-by-desk')
    }
    const { view, note } = await recordConfirmation(tx, ctx, application, { method, name })
    const target = {
      organizerId,
      fairId: application.fairId,
      establishmentId: application.establishmentId,
      applicationId: application.id,
    }
    return { result: await openedConfirmation(tx, view), audit: { ...note, target } }
  })
}
