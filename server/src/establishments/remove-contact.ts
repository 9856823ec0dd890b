import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { contactById } from './entry-queries.ts'

/** Takes a contact off the profile. */
export async function removeContact(ctx: Ctx, establishmentId: string, contactId: string): Promise<void> {
  await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const before = found(await contactById(tx, establishmentId, contactId, true))
    await tx
      .updateTable('contact')
      .set({ removedAt: ctx.now() })
      .where('establishmentId', '=', establishmentId)
      .where('id', '=', contactId)
      .execute()
    return { result: undefined, audit: { entity: 'contact', entityId: contactId, before } }
  })
}
