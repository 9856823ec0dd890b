import { registrationStatus } from '@hoicho/shared/recruitment/registration.ts'
import type { OpenedInvitation } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { invitationByToken, moveInvitation } from './invitation.ts'
import * as queries from './queries.ts'

/**
 * What the holder of a personal link sees: the fair and whom it is for, nothing else. The first time marks it visited.
 * Refused with recruitment.link-unknown.
 */
export async function openInvitation(ctx: Ctx, token: string): Promise<OpenedInvitation> {
  return await change(ctx, 'recruitment.open-invitation', {}, async tx => {
    const invitation = await invitationByToken(tx, ctx, token)
    const notes = await moveInvitation(tx, invitation, 'visit', { visitedAt: ctx.now() })
    const result = await viewOf(tx, ctx, invitation)
    const organizerId = found(await queries.fairByIdOrSlug(tx, invitation.fairId)).organizerId
    return { result, audit: notes.map(note => ({ ...note, target: { ...note.target, organizerId } })) }
  })
}

async function viewOf(
  tx: Tx,
  ctx: Ctx,
  { id, fairId, establishmentId }: { id: string; fairId: string; establishmentId: string },
): Promise<OpenedInvitation> {
  const fair = found(await queries.fairByIdOrSlug(tx, fairId))
  const establishment = found(await queries.establishmentById(tx, establishmentId))
  const { state } = await tx
    .selectFrom('fairInvitation')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const isMember = ctx.rights.establishments.some(held => held.establishmentId === establishmentId)
  return {
    fair: {
      slug: fair.slug,
      nameVi: fair.nameVi,
      nameEn: fair.nameEn,
      nameDe: fair.nameDe,
      opensOn: fair.opensOn,
      closesOn: fair.closesOn,
      timeZone: fair.timeZone,
      country: fair.country,
      city: fair.city,
      venueName: fair.venueName,
      registrationOpensAt: fair.registrationOpensAt,
      registrationClosesAt: fair.registrationClosesAt,
      organizerNameVi: fair.organizerNameVi,
      organizerNameEn: fair.organizerNameEn,
    },
    establishmentName: establishment.name,
    state,
    isOptedOut: await queries.isOptedOut(tx, fair.organizerId, establishmentId),
    registration: fair.state === 'published' ? registrationStatus(fair, ctx.now()) : 'closed',
    hasPeople: await queries.hasPeople(tx, establishmentId),
    own: isMember
      ? { establishmentId, applicationId: await queries.livingApplicationId(tx, fairId, establishmentId) }
      : null,
  }
}
