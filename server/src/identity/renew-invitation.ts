import type { InvitationView } from '@hoicho/shared/identity/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { hashToken, newToken } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { invitationExpiry, mailInvitation } from './invite.ts'
import { lockPlace, managing, type PeoplePlace } from './people-place.ts'

/** Sends an open invitation again with a new link for 14 more days; the old link works no more. */
export async function resendInvitation(
  ctx: Ctx,
  place: PeoplePlace,
  invitationId: string,
): Promise<InvitationView> {
  return await change(ctx, managing(place), place, async tx => {
    const { name } = await lockPlace(tx, place)
    const row = found(await openInvitation(tx, place, invitationId))
    const token = newToken()
    const expiresAt = invitationExpiry(ctx)
    await tx
      .updateTable('invitation')
      .set({ tokenHash: hashToken(token), expiresAt })
      .where('id', '=', invitationId)
      .execute()
    const locale = await languageOf(tx, row.email, ctx)
    await mailInvitation(tx, ctx, scopeOf(place), { email: row.email, locale, token }, name)
    const { id, email, role, createdAt } = row
    const result = { id, email, role, createdAt, expiresAt }
    return { result, audit: { entity: 'invitation', entityId: id, after: { sentAgain: true } } }
  })
}

/** Withdraws an open invitation: its link works no more. */
export async function revokeInvitation(ctx: Ctx, place: PeoplePlace, invitationId: string): Promise<void> {
  await change(ctx, managing(place), place, async tx => {
    const row = found(await openInvitation(tx, place, invitationId))
    await tx.updateTable('invitation').set({ revokedAt: ctx.now() }).where('id', '=', invitationId).execute()
    const audit = {
      entity: 'invitation',
      entityId: row.id,
      before: { role: row.role },
      after: { revoked: true },
    }
    return { result: null, audit }
  })
}

async function openInvitation(tx: Tx, place: PeoplePlace, invitationId: string) {
  return await tx
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', invitationId)
    .where(row =>
      'organizer' in place
        ? row('organizerId', '=', place.organizer)
        : row('establishmentId', '=', place.establishment),
    )
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

/** The invited person's own language if they have an account, else that of whoever sends it again. */
async function languageOf(tx: Tx, email: string, ctx: Ctx) {
  const person = await tx.selectFrom('person').select('locale').where('email', '=', email).executeTakeFirst()
  return person?.locale ?? ctx.locale
}

const scopeOf = (place: PeoplePlace) =>
  'organizer' in place ? { organizerId: place.organizer } : { establishmentId: place.establishment }
