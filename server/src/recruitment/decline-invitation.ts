import type { DeclineInput } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { invitationByToken, moveInvitation } from './invitation.ts'
import * as queries from './queries.ts'

/**
 * The holder of a personal link says that the establishment will not come, with a reason if they like. They may still
 * apply later. Refused: recruitment.link-unknown; platform.wrong-state once an application has been submitted.
 */
export async function declineInvitation(
  ctx: Ctx,
  token: string,
  { code = null, reason = null }: DeclineInput,
): Promise<void> {
  await change(ctx, 'recruitment.decline-invitation', {}, async tx => {
    const invitation = await invitationByToken(tx, ctx, token)
    const notes = await moveInvitation(tx, invitation, 'decline', {
      declinedAt: ctx.now(),
      declineCode: code,
      declineReason: reason,
    })
    if (notes.length === 0) throw problem('platform.wrong-state')
    const { organizerId } = found(await queries.fairByIdOrSlug(tx, invitation.fairId))
    const audit = notes.map(note => ({
      ...note,
      after: { state: 'declined', code, reason },
      target: { ...note.target, organizerId },
    }))
    return { result: undefined, audit }
  })
}
