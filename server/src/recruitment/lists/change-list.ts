import type { SavedList, SavedListChange } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { found } from '../../platform/problem.ts'
import { listById } from './queries.ts'

/** Adds establishments to a saved list and takes others off. What is there, or gone, already stays so; unknown ids are passed over. */
export async function changeList(
  ctx: Ctx,
  organizerId: string,
  listId: string,
  { add, remove }: SavedListChange,
): Promise<SavedList> {
  return await change(ctx, 'recruitment.keep-lists', { organizer: organizerId }, async tx => {
    found(await listById(tx, organizerId, listId, true))
    await sql`
      insert into saved_list_member (list_id, establishment_id, added_at)
      select ${listId}, id, ${ctx.now()} from establishment where id = any(${add}::uuid[])
      on conflict do nothing`.execute(tx)
    await tx
      .deleteFrom('savedListMember')
      .where('listId', '=', listId)
      .where('establishmentId', '=', sql<string>`any(${remove}::uuid[])`)
      .execute()
    const result = found(await listById(tx, organizerId, listId))
    return { result, audit: { entity: 'saved-list', entityId: listId, after: { add, remove } } }
  })
}
