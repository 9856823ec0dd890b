import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { invitationById, moveInvitation } from './invitation.ts'

/**
 * Takes an invitation back: its link and code open nothing any more, a letter still waiting is not sent, and no reminder
 * follows. The establishment may be invited anew. Refused: platform.wrong-state once an application was begun.
 */
export async function revokeInvitation(ctx: Ctx, fairId: string, invitationId: string): Promise<void> {
  await change(ctx, 'recruitment.invite', { fair: fairId }, async tx => {
    const invitation = await invitationById(tx, fairId, invitationId)
    const audit = await moveInvitation(tx, invitation, 'revoke', { revokedAt: ctx.now() })
    if (audit.length === 0) throw problem('platform.wrong-state')
    await tx
      .updateTable('mail')
      .set({ state: 'cancelled', heldAt: null })
      .where('state', '=', 'queued')
      .where(row =>
        row.or([
          row('id', '=', invitation.mailId),
          row(
            'id',
            'in',
            row.selectFrom('invitationReminder').select('mailId').where('invitationId', '=', invitationId),
          ),
        ]),
      )
      .execute()
    return { result: undefined, audit }
  })
}
