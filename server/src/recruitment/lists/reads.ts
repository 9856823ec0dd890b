import type { SavedList, SavedListMember } from '@hoicho/shared/recruitment/campaign-schema.ts'
import type { Ctx } from '../../platform/context.ts'
import { mayRead } from '../../platform/permission.ts'
import { found } from '../../platform/problem.ts'
import { listById, listsOf, membersOf } from './queries.ts'

/** An organizer's saved lists, by name. */
export async function listSavedLists(ctx: Ctx, organizerId: string): Promise<SavedList[]> {
  await mayRead(ctx, 'recruitment.keep-lists', { organizer: organizerId })
  return await listsOf(ctx.app.db, organizerId)
}

/** The establishments on a list, by name. */
export async function listMembers(ctx: Ctx, organizerId: string, listId: string): Promise<SavedListMember[]> {
  await mayRead(ctx, 'recruitment.keep-lists', { organizer: organizerId })
  found(await listById(ctx.app.db, organizerId, listId))
  return await membersOf(ctx.app.db, listId)
}
