import type { InvitationView, MemberInvitation, StaffInvitation } from '@hoicho/shared/identity/schema.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { hashToken, newId, newToken } from '../platform/ids.ts'
import { problem } from '../platform/problem.ts'

const VALID_DAYS = 14

export type InvitedTo =
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
    const result = await sendInvitation(tx, ctx, { organizerId }, input, organizer.nameVi)
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
    const result = await sendInvitation(tx, ctx, { establishmentId }, input, establishment.name)
    return { result, audit: { entity: 'invitation', entityId: result.id, after: { role: input.role } } }
  })
}

/** Writes an invitation and its mail within the caller's transaction. For verbs that have checked who may. */
export async function sendInvitation(
  tx: Tx,
  ctx: Ctx,
  place: InvitedTo,
  { email, role, locale }: { email: string; role: string; locale: Locale },
  placeName: string,
): Promise<InvitationView> {
  await refuseTwice(tx, ctx, place, email, role)
  const token = newToken()
  const row = { id: newId(), email, role, expiresAt: invitationExpiry(ctx), createdAt: ctx.now() }
  await tx
    .insertInto('invitation')
    .values({ ...row, ...place, tokenHash: hashToken(token), invitedBy: actorPersonId(ctx) })
    .execute()
  await mailInvitation(tx, ctx, place, { email, locale, token }, placeName)
  return row
}

export const invitationExpiry = (ctx: Ctx) =>
  new Date(Date.parse(ctx.now()) + VALID_DAYS * 86_400_000).toISOString()

export async function mailInvitation(
  tx: Tx,
  ctx: Ctx,
  place: InvitedTo,
  to: { email: string; locale: Locale; token: string },
  placeName: string,
): Promise<void> {
  await queueMail(ctx.app, tx, ctx.now(), {
    template: 'invitation',
    to: { address: to.email },
    locale: to.locale,
    params: {
      place: placeName,
      link: `${ctx.app.config.publicUrl}/accept?token=${to.token}`,
      days: VALID_DAYS,
    },
    isSecret: true,
    scope: place,
  })
}

/** One open invitation for a person and a role; none for a role the person holds. */
async function refuseTwice(tx: Tx, ctx: Ctx, place: InvitedTo, email: string, role: string): Promise<void> {
  const open = await tx
    .selectFrom('invitation')
    .select('id')
    .where('email', '=', email)
    .where('role', '=', role)
    .where(row =>
      place.organizerId
        ? row('organizerId', '=', place.organizerId)
        : row('establishmentId', '=', place.establishmentId ?? null),
    )
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', ctx.now())
    .executeTakeFirst()
  if (open) throw problem('identity.already-invited')
  if (await holdsRole(tx, place, email, role)) throw problem('identity.already-member')
}

async function holdsRole(tx: Tx, place: InvitedTo, email: string, role: string): Promise<boolean> {
  if (place.organizerId) {
    const held = await tx
      .selectFrom('organizerMember')
      .innerJoin('person', 'person.id', 'organizerMember.personId')
      .select('organizerMember.role')
      .where('organizerMember.organizerId', '=', place.organizerId)
      .where('organizerMember.endedAt', 'is', null)
      .where('person.email', '=', email)
      .execute()
    return held.some(row => row.role === role)
  }
  const held = await tx
    .selectFrom('establishmentMember')
    .innerJoin('person', 'person.id', 'establishmentMember.personId')
    .select('establishmentMember.id')
    .where('establishmentMember.establishmentId', '=', place.establishmentId ?? null)
    .where('establishmentMember.endedAt', 'is', null)
    .where('person.email', '=', email)
    .executeTakeFirst()
  return held !== undefined
}
