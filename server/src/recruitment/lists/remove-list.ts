import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { found } from '../../platform/problem.ts'
import { listById } from './queries.ts'

/** Puts a saved list away. Campaigns already started keep their recipients; a draft that named it must choose again. */
export async function removeList(ctx: Ctx, organizerId: string, listId: string): Promise<void> {
  await change(ctx, 'recruitment.keep-lists', { organizer: organizerId }, async tx => {
    const { name } = found(await listById(tx, organizerId, listId, true))
    await tx.updateTable('savedList').set({ removedAt: ctx.now() }).where('id', '=', listId).execute()
    return { result: undefined, audit: { entity: 'saved-list', entityId: listId, before: { name } } }
  })
}
