import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'

/** Makes an account an administrator of the whole installation. The first one is made by `npm run admin`. */
export async function makePlatformAdmin(ctx: Ctx, personId: string): Promise<void> {
  await change(ctx, 'identity.make-platform-admin', {}, async tx => {
    const person = found(
      await tx
        .updateTable('person')
        .set({ isPlatformAdmin: true, emailVerified: true })
        .where('id', '=', personId)
        .returning('id')
        .executeTakeFirst(),
    )
    const audit = { entity: 'person', entityId: person.id, after: { isPlatformAdmin: true } }
    return { result: undefined, audit }
  })
}
