import type { ContactInput, ContactView } from '@hoicho/shared/establishments/entries-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { contactById } from './entry-queries.ts'

/** Adds somebody to ask about one thing: the fair, sales, accounts. A contact has no right by being one. */
export async function addContact(
  ctx: Ctx,
  establishmentId: string,
  input: ContactInput,
): Promise<ContactView> {
  return await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const id = newId()
    await tx
      .insertInto('contact')
      .values({ id, establishmentId, ...input, createdAt: ctx.now() })
      .execute()
    const result = found(await contactById(tx, establishmentId, id))
    return { result, audit: { entity: 'contact', entityId: id, after: input } }
  })
}
