import { step } from '@hoicho/shared/platform/states.ts'
import { INVITATION_STATES, type InvitationAction } from '@hoicho/shared/recruitment/states.ts'
import type { AuditNote } from '../platform/change.ts'
import type { Tx } from '../platform/context.ts'
import { hashToken } from '../platform/ids.ts'
import { problem } from '../platform/problem.ts'

/** The invitation a personal link stands for, locked. Refused with recruitment.link-unknown, also when revoked. */
export async function invitationByToken(tx: Tx, token: string) {
  const invitation = await tx
    .selectFrom('fairInvitation')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .where('state', '<>', 'revoked')
    .forUpdate()
    .executeTakeFirst()
  if (!invitation) throw problem('recruitment.link-unknown')
  return invitation
}

/** An establishment's living invitation to a fair, locked; undefined when it came by the public call. */
export async function invitationOf(tx: Tx, fairId: string, establishmentId: string) {
  return await tx
    .selectFrom('fairInvitation')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('establishmentId', '=', establishmentId)
    .where('state', '<>', 'revoked')
    .forUpdate()
    .executeTakeFirst()
}

type Invitation = Awaited<ReturnType<typeof invitationByToken>>

/** Moves a locked invitation along its table; where the table has no such step it stays as it is, and nothing is logged. */
export async function moveInvitation(
  tx: Tx,
  invitation: Invitation,
  action: InvitationAction,
  more: { visitedAt?: string; declineReason?: string | null } = {},
): Promise<AuditNote[]> {
  const state = step(INVITATION_STATES, invitation.state, action)
  if (!state || state === invitation.state) return []
  await tx
    .updateTable('fairInvitation')
    .set({ state, ...more })
    .where('id', '=', invitation.id)
    .execute()
  return [
    {
      entity: 'fair-invitation',
      entityId: invitation.id,
      before: { state: invitation.state },
      after: { state },
      target: { fairId: invitation.fairId, establishmentId: invitation.establishmentId },
    },
  ]
}
