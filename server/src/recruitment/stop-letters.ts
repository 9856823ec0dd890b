import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { invitationByToken } from './invitation.ts'
import { fairByIdOrSlug } from './queries.ts'

/**
 * The holder of a personal link asks the organizer not to write about fairs again, or takes that back. Later campaigns and
 * invitations pass the establishment over, reminders stop; the invitation itself stays good. Asked twice, nothing changes.
 */
export async function stopLetters(ctx: Ctx, token: string, stop: boolean): Promise<void> {
  await change(ctx, 'recruitment.stop-letters', {}, async tx => {
    const invitation = await invitationByToken(tx, ctx, token)
    const { organizerId } = found(await fairByIdOrSlug(tx, invitation.fairId))
    const { establishmentId, fairId } = invitation
    const changed = stop
      ? await tx
          .insertInto('invitationOptOut')
          .values({ organizerId, establishmentId, createdAt: ctx.now() })
          .onConflict(conflict => conflict.columns(['organizerId', 'establishmentId']).doNothing())
          .returning('establishmentId')
          .execute()
      : await tx
          .deleteFrom('invitationOptOut')
          .where('organizerId', '=', organizerId)
          .where('establishmentId', '=', establishmentId)
          .returning('establishmentId')
          .execute()
    const target = { organizerId, fairId, establishmentId }
    const note = { entity: 'invitation-opt-out', entityId: establishmentId, after: { stop }, target }
    return { result: undefined, audit: changed.length > 0 ? note : [] }
  })
}
