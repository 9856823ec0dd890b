import type { ContactEdit, ContactView } from '@hoicho/shared/establishments/entries-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { contactById } from './entry-queries.ts'

/** Replaces a contact's data. An edit made from an older version is refused with platform.changed-meanwhile. */
export async function editContact(
  ctx: Ctx,
  establishmentId: string,
  contactId: string,
  { version, ...input }: ContactEdit,
): Promise<ContactView> {
  return await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const before = found(await contactById(tx, establishmentId, contactId, true))
    if (before.version !== version) throw problem('platform.changed-meanwhile')
    await tx
      .updateTable('contact')
      .set({ ...input, version: version + 1 })
      .where('establishmentId', '=', establishmentId)
      .where('id', '=', contactId)
      .execute()
    const result = found(await contactById(tx, establishmentId, contactId))
    return { result, audit: { entity: 'contact', entityId: contactId, before, after: result } }
  })
}
