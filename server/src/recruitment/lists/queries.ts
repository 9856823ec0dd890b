import type { SavedList, SavedListMember } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/context.ts'

const lists = (db: Db | Tx, organizerId: string) =>
  db
    .selectFrom('savedList')
    .select(['id', 'name', 'createdAt'])
    .select(
      sql<number>`(select count(*)::int from saved_list_member m where m.list_id = saved_list.id)`.as(
        'members',
      ),
    )
    .where('organizerId', '=', organizerId)
    .where('removedAt', 'is', null)

export const listsOf = async (db: Db, organizerId: string): Promise<SavedList[]> =>
  await lists(db, organizerId).orderBy(sql`lower(name)`).execute()

export async function listById(
  db: Db | Tx,
  organizerId: string,
  id: string,
  lock = false,
): Promise<SavedList | undefined> {
  const query = lists(db, organizerId).where('id', '=', id)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

export const membersOf = async (db: Db, listId: string): Promise<SavedListMember[]> =>
  await db
    .selectFrom('savedListMember')
    .innerJoin('establishment', 'establishment.id', 'savedListMember.establishmentId')
    .select([
      'establishment.id as establishmentId',
      'name',
      'provinceScheme',
      'provinceCode',
      'sectorCode',
      'email',
    ])
    .where('listId', '=', listId)
    .orderBy('searchText')
    .orderBy('establishment.id')
    .execute()
