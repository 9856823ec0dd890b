import { step } from '@hoicho/shared/platform/states.ts'
import { INVITATION_STATES, type InvitationAction } from '@hoicho/shared/recruitment/states.ts'
import type { DeclineCode } from '@hoicho/shared/recruitment/vocabulary.ts'
import type { AuditNote } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { findBy } from './invitation-link.ts'

/**
 * The invitation a personal link or its short code stands for, locked. Refused with recruitment.link-unknown, also when
 * revoked.
 */
export async function invitationByToken(tx: Tx, ctx: Ctx, held: string) {
  const { column, hash } = await findBy(ctx, held)
  const invitation = await tx
    .selectFrom('fairInvitation')
    .selectAll()
    .where(column, '=', hash)
    .where('state', '<>', 'revoked')
    .forUpdate()
    .executeTakeFirst()
  if (!invitation) throw problem('recruitment.link-unknown')
  return invitation
}

/** An invitation of the fair, locked, whatever its state; another fair's is not found. */
export async function invitationById(tx: Tx, fairId: string, id: string) {
  const invitation = await tx
    .selectFrom('fairInvitation')
    .selectAll()
    .where('id', '=', id)
    .where('fairId', '=', fairId)
    .forUpdate()
    .executeTakeFirst()
  return found(invitation)
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

type InvitationFacts = {
  visitedAt: string
  declinedAt: string
  declineCode: DeclineCode | null
  declineReason: string | null
  revokedAt: string
}

/** Moves a locked invitation along its table; where the table has no such step it stays as it is, and nothing is logged. */
export async function moveInvitation(
  tx: Tx,
  invitation: Invitation,
  action: InvitationAction,
  more: Partial<InvitationFacts> = {},
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
