import type { AcceptedFairInvitation } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import { type Ctx, personOf } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { problem } from '../platform/problem.ts'
import { invitationByToken } from './invitation.ts'
import * as queries from './queries.ts'

/**
 * The person signed in, holding the link mailed to an establishment, may act for it: at once when they are a member, as
 * its owner when it has no people yet (the mail reached its address, which proves it). Otherwise refused with
 * recruitment.ask-the-owner. Of two newcomers at once, one becomes the owner.
 */
export async function acceptFairInvitation(ctx: Ctx, token: string): Promise<AcceptedFairInvitation> {
  const person = personOf(ctx)
  return await change<AcceptedFairInvitation>(ctx, 'recruitment.accept-invitation', {}, async tx => {
    const invitation = await invitationByToken(tx, ctx, token)
    const { establishmentId } = invitation
    await tx
      .selectFrom('establishment')
      .select('id')
      .where('id', '=', establishmentId)
      .forNoKeyUpdate()
      .executeTakeFirstOrThrow()
    if (await queries.isMember(tx, establishmentId, person.id))
      return { result: { establishmentId, joined: false }, audit: [] }
    if (await queries.hasPeople(tx, establishmentId)) throw problem('recruitment.ask-the-owner')
    const id = newId()
    await tx
      .insertInto('establishmentMember')
      .values({ id, establishmentId, personId: person.id, role: 'owner', createdAt: ctx.now() })
      .execute()
    if (person.email === invitation.email) {
      await tx.updateTable('person').set({ emailVerified: true }).where('id', '=', person.id).execute()
    }
    const audit = {
      entity: 'establishment-member',
      entityId: id,
      after: { personId: person.id, role: 'owner', invitationId: invitation.id },
      target: { fairId: invitation.fairId, establishmentId },
    }
    return { result: { establishmentId, joined: true }, audit }
  })
}
