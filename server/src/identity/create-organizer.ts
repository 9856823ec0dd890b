import type { OrganizerInput } from '@hoicho/shared/identity/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'

/** Sets up an organizer (a promotion centre). Its first manager is invited next, with inviteStaff. */
export async function createOrganizer(ctx: Ctx, input: OrganizerInput): Promise<{ id: string }> {
  return await change(ctx, 'identity.create-organizer', {}, async tx => {
    const id = newId()
    await tx
      .insertInto('organizer')
      .values({ id, ...input, createdAt: ctx.now() })
      .execute()
    const audit = { entity: 'organizer', entityId: id, after: input, target: { organizerId: id } }
    return { result: { id }, audit }
  })
}
