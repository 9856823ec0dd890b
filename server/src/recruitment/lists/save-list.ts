import type { SavedList, SavedListInput } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { sql } from 'kysely'
import { change } from '../../platform/change.ts'
import type { Ctx } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { found, invalid } from '../../platform/problem.ts'
import { audienceQuery } from '../campaigns/audience-query.ts'
import { fairByIdOrSlug } from '../queries.ts'
import { listById } from './queries.ts'

/**
 * Makes a named list, empty or filled with those who answer a description today; it is kept by hand from then on.
 * Refused: recruitment.list-name-taken; a fair of another organizer (422).
 */
export async function saveList(
  ctx: Ctx,
  organizerId: string,
  { name, from }: SavedListInput,
): Promise<SavedList> {
  return await change(
    ctx,
    'recruitment.keep-lists',
    { organizer: organizerId },
    async tx => {
      const id = newId()
      await tx.insertInto('savedList').values({ id, organizerId, name, createdAt: ctx.now() }).execute()
      if (from) {
        const fair = await fairByIdOrSlug(tx, from.fairId)
        if (fair?.organizerId !== organizerId) throw invalid({ pointer: '/from/fairId', code: 'choice' })
        await sql`
          insert into saved_list_member (list_id, establishment_id, added_at)
          select ${id}, id, ${ctx.now()} from (${await audienceQuery(tx, fair, from.audience)}) audience`.execute(
          tx,
        )
      }
      const result = found(await listById(tx, organizerId, id))
      return {
        result,
        audit: { entity: 'saved-list', entityId: id, after: { name, members: result.members } },
      }
    },
    { saved_list_name: 'recruitment.list-name-taken' },
  )
}
