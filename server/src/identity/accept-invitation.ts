import type { EstablishmentRole, OrganizerRole } from '@hoicho/shared/identity/permissions.ts'
import { change } from '../platform/change.ts'
import { type Ctx, personOf, type Tx } from '../platform/context.ts'
import { hashToken, newId } from '../platform/ids.ts'
import { problem } from '../platform/problem.ts'

export type Accepted = { organizerId: string | null; establishmentId: string | null; role: string }

/** The person signed in takes up an invitation sent to their own address. It works once. */
export async function acceptInvitation(ctx: Ctx, token: string): Promise<Accepted> {
  const person = personOf(ctx)
  return await change(
    ctx,
    'identity.accept-invitation',
    {},
    async tx => {
      const invitation = await takeInvitation(tx, token, ctx.now())
      if (invitation.email !== person.email) throw problem('identity.invited-other-email')
      await tx
        .updateTable('invitation')
        .set({ acceptedAt: ctx.now() })
        .where('id', '=', invitation.id)
        .execute()
      await tx.updateTable('person').set({ emailVerified: true }).where('id', '=', person.id).execute()
      await addMembership(tx, ctx.now(), person.id, invitation)
      const { organizerId, establishmentId, role } = invitation
      const target = {
        ...(organizerId ? { organizerId } : {}),
        ...(establishmentId ? { establishmentId } : {}),
      }
      const audit = { entity: 'invitation', entityId: invitation.id, after: { role }, target }
      return { result: { organizerId, establishmentId, role }, audit }
    },
    {
      organizer_member_once: 'identity.already-member',
      establishment_member_once: 'identity.already-member',
    },
  )
}

type InvitationRow = Awaited<ReturnType<typeof takeInvitation>>

async function takeInvitation(tx: Tx, token: string, now: string) {
  const invitation = await tx
    .selectFrom('invitation')
    .selectAll()
    .where('tokenHash', '=', hashToken(token))
    .forUpdate()
    .executeTakeFirst()
  if (!invitation || invitation.acceptedAt || invitation.revokedAt || invitation.expiresAt < now) {
    throw problem('identity.link-expired')
  }
  return invitation
}

async function addMembership(
  tx: Tx,
  now: string,
  personId: string,
  invitation: InvitationRow,
): Promise<void> {
  const common = { id: newId(), personId, createdAt: now }
  if (invitation.organizerId) {
    // The role of an organizer's invitation was parsed as an OrganizerRole when it was made.
    const role = invitation.role as OrganizerRole
    await tx
      .insertInto('organizerMember')
      .values({ ...common, organizerId: invitation.organizerId, role })
      .execute()
  }
  if (invitation.establishmentId) {
    const role = invitation.role as EstablishmentRole
    await tx
      .insertInto('establishmentMember')
      .values({ ...common, establishmentId: invitation.establishmentId, role })
      .execute()
  }
}
