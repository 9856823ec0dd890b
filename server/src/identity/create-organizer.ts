import type { InvitationView, ManagerInvitation, OrganizerInput } from '@hoicho/shared/identity/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { sendInvitation } from './invite.ts'

/** Sets up an organizer (a promotion centre) and, when one is named, invites its first manager by mail. */
export async function createOrganizer(
  ctx: Ctx,
  input: OrganizerInput,
  manager?: ManagerInvitation,
): Promise<{ id: string }> {
  return await change(
    ctx,
    'identity.create-organizer',
    {},
    async tx => {
      const id = newId()
      await tx
        .insertInto('organizer')
        .values({ id, ...input, createdAt: ctx.now() })
        .execute()
      if (manager) {
        await sendInvitation(tx, ctx, { organizerId: id }, { ...manager, role: 'manager' }, input.nameVi)
      }
      const audit = { entity: 'organizer', entityId: id, after: input, target: { organizerId: id } }
      return { result: { id }, audit }
    },
    {
      organizer_slug_key: 'identity.organizer-slug-taken',
      organizer_bank_bin_fkey: { pointer: '/organizer/bankBin', code: 'choice' },
    },
  )
}

/** The platform's way to give an organizer a manager, for example when the first invitation went astray. */
export async function inviteManager(
  ctx: Ctx,
  organizerId: string,
  input: ManagerInvitation,
): Promise<InvitationView> {
  return await change(ctx, 'identity.invite-manager', { organizer: organizerId }, async tx => {
    const organizer = found(
      await tx.selectFrom('organizer').select('nameVi').where('id', '=', organizerId).executeTakeFirst(),
    )
    const invited = { ...input, role: 'manager' }
    const result = await sendInvitation(tx, ctx, { organizerId }, invited, organizer.nameVi)
    return { result, audit: { entity: 'invitation', entityId: result.id, after: { role: 'manager' } } }
  })
}
