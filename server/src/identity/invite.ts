import type { InvitationView, MemberInvitation, StaffInvitation } from '@hoicho/shared/identity/schema.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { hashToken, newId, newToken } from '../platform/ids.ts'

const VALID_DAYS = 14

type Place =
  | { organizerId: string; establishmentId?: never }
  | { establishmentId: string; organizerId?: never }

/** Invites a person by mail to work for an organizer in a role. The link works once, for 14 days. */
export async function inviteStaff(
  ctx: Ctx,
  organizerId: string,
  input: StaffInvitation,
): Promise<InvitationView> {
  return await change(ctx, 'identity.manage-staff', { organizer: organizerId }, async tx => {
    const organizer = await tx
      .selectFrom('organizer')
      .select('nameVi')
      .where('id', '=', organizerId)
      .executeTakeFirstOrThrow()
    const result = await invite(tx, ctx, { organizerId }, input, organizer.nameVi)
    return { result, audit: { entity: 'invitation', entityId: result.id, after: { role: input.role } } }
  })
}

/** Invites a person by mail to act for an establishment. */
export async function inviteMember(
  ctx: Ctx,
  establishmentId: string,
  input: MemberInvitation,
): Promise<InvitationView> {
  return await change(ctx, 'identity.manage-members', { establishment: establishmentId }, async tx => {
    const establishment = await tx
      .selectFrom('establishment')
      .select('name')
      .where('id', '=', establishmentId)
      .executeTakeFirstOrThrow()
    const result = await invite(tx, ctx, { establishmentId }, input, establishment.name)
    return { result, audit: { entity: 'invitation', entityId: result.id, after: { role: input.role } } }
  })
}

async function invite(
  tx: Tx,
  ctx: Ctx,
  place: Place,
  { email, role, locale }: { email: string; role: string; locale: Locale },
  placeName: string,
): Promise<InvitationView> {
  const token = newToken()
  const expiresAt = new Date(Date.parse(ctx.now()) + VALID_DAYS * 86_400_000).toISOString()
  const row = { id: newId(), email, role, expiresAt, createdAt: ctx.now() }
  await tx
    .insertInto('invitation')
    .values({ ...row, ...place, tokenHash: hashToken(token), invitedBy: actorPersonId(ctx) })
    .execute()
  await queueMail(ctx.app, tx, ctx.now(), {
    template: 'invitation',
    to: { address: email },
    locale,
    params: { place: placeName, link: `${ctx.app.config.publicUrl}/accept?token=${token}`, days: VALID_DAYS },
    isSecret: true,
    scope: place,
  })
  return row
}
