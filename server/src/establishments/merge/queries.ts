import type { AttachedRow, MergeFields, MergeSide } from '@hoicho/shared/establishments/merge.ts'
import { MERGE_GROUPS } from '@hoicho/shared/establishments/merge.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/context.ts'

const FIELDS = Object.values(MERGE_GROUPS).flat()

export type Side = MergeSide & {
  name: string
  version: number
  mergedInto: string | null
  createdAt: string
  nameKey: string
}

/** Both records with all that hangs on them; with `lock` held until the end, in one order, whoever asks. */
export async function sidesOf(db: Db | Tx, ids: readonly [string, string], lock = false): Promise<Side[]> {
  const query = db
    .selectFrom('establishment')
    .select(FIELDS)
    .select(['id', 'version', 'mergedInto', 'createdAt', 'nameKey'])
    .where('id', '=', sql<string>`any(${[...ids]})`)
    .orderBy('id')
  const records = await (lock ? query.forUpdate() : query).execute()
  const rows = await attachedTo(db, ids)
  return records.map(({ id, version, mergedInto, createdAt, nameKey, ...fields }) => {
    const mine = rows.flatMap(({ establishmentId, ...row }) => (establishmentId === id ? [row] : []))
    const members = mine.filter(row => row.table === 'establishmentMember' && row.isLiving)
    return {
      id,
      version,
      mergedInto,
      createdAt,
      nameKey,
      name: fields.name,
      fields: fields satisfies MergeFields,
      rows: mine,
      isClaimed: members.length > 0,
      owners: members.flatMap(row => (row.value === 'owner' && row.key !== null ? [row.key] : [])),
    }
  })
}

type Attached = AttachedRow & { establishmentId: string }

/** One statement over all tables whose rows go with an establishment, as MERGE_TABLES names them. */
async function attachedTo(db: Db | Tx, ids: readonly string[]): Promise<Attached[]> {
  const wanted = [...ids]
  const { rows } = await sql<Attached>`
    select establishment_id, 'application' as "table", id, fair_id::text as key, state <> 'withdrawn' as is_living, to_jsonb(state) as value
      from application where establishment_id = any(${wanted})
    union all select establishment_id, 'fairInvitation', id, fair_id::text, state <> 'revoked', to_jsonb(state)
      from fair_invitation where establishment_id = any(${wanted})
    union all select establishment_id, 'contract', id, null, true, null from contract where establishment_id = any(${wanted})
    union all select establishment_id, 'deal', id, null, true, null from deal where establishment_id = any(${wanted})
    union all select establishment_id, 'product', id, null, removed_at is null, null
      from product where establishment_id = any(${wanted})
    union all select establishment_id, 'recognition', id, null, removed_at is null, null
      from recognition where establishment_id = any(${wanted})
    union all select establishment_id, 'certificate', id, null, removed_at is null, null
      from certificate where establishment_id = any(${wanted})
    union all select establishment_id, 'bankAccount', id, bank_bin || ':' || account, removed_at is null, to_jsonb(is_default)
      from bank_account where establishment_id = any(${wanted})
    union all select establishment_id, 'contact', id, null, removed_at is null, null
      from contact where establishment_id = any(${wanted})
    union all select establishment_id, 'exportYear', id, year::text, true, null
      from export_year where establishment_id = any(${wanted})
    union all select establishment_id, 'establishmentMember', id, person_id::text, ended_at is null, to_jsonb(role)
      from establishment_member where establishment_id = any(${wanted})
    union all select establishment_id, 'invitation', id, null, true, null
      from invitation where establishment_id = any(${wanted})
    union all select establishment_id, 'file', id, null, true, null from file where establishment_id = any(${wanted})
    union all select establishment_id, 'mail', id, null, true, null from mail where establishment_id = any(${wanted})
    union all select establishment_id, 'supportRecord', id, null, removed_at is null, null
      from support_record where establishment_id = any(${wanted})
    union all select establishment_id, 'barredEstablishment', id, organizer_id::text, lifted_at is null, null
      from barred_establishment where establishment_id = any(${wanted})
    union all select establishment_id, 'recruitmentCall', id, null, true, null
      from recruitment_call where establishment_id = any(${wanted})
    union all select establishment_id, 'campaignRecipient', campaign_id, campaign_id::text, true, to_jsonb(state)
      from campaign_recipient where establishment_id = any(${wanted})
    union all select establishment_id, 'invitationOptOut', organizer_id, organizer_id::text, true, null
      from invitation_opt_out where establishment_id = any(${wanted})
    union all select establishment_id, 'savedListMember', list_id, list_id::text, true, null
      from saved_list_member where establishment_id = any(${wanted})
    order by 2, 3`.execute(db)
  return rows
}

/** Whether a record stands at a fair of another organizer. */
export async function isElsewhere(db: Db | Tx, establishmentId: string, organizerId: string) {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from fair f
      join (
        select fair_id from application where establishment_id = ${establishmentId}
        union select fair_id from fair_invitation where establishment_id = ${establishmentId} and state <> 'revoked'
        union select fair_id from contract where establishment_id = ${establishmentId}
        union select fair_id from deal where establishment_id = ${establishmentId}
      ) used on used.fair_id = f.id
      where f.organizer_id <> ${organizerId}
    ) as found`.execute(db)
  return rows[0]?.found === true
}

export const fairNames = (db: Db | Tx, organizerId: string, fairIds: readonly string[]) =>
  db
    .selectFrom('fair')
    .select(['id', 'nameVi'])
    .where('organizerId', '=', organizerId)
    .where('id', '=', sql<string>`any(${[...fairIds]})`)
    .execute()

/** Records as a pair shows them. */
export const recordsOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('establishment')
    .select([
      'id',
      'name',
      'taxCode',
      'provinceScheme',
      'provinceCode',
      'phone',
      'email',
      'createdAt',
      'version',
    ])
    .select([
      sql<boolean>`exists (
        select from establishment_member m where m.establishment_id = establishment.id and m.ended_at is null
      )`.as('isClaimed'),
      sql<number>`(
        select count(*)::int from application a where a.establishment_id = establishment.id and a.state <> 'draft'
      )`.as('applicationCount'),
    ])
    .where('id', '=', sql<string>`any(${[...ids]})`)
    .execute()

/** More records of one phone, mail or name than these are no duplicates: a consultant's phone, a name like "Gốm". */
const MOST_ALIKE = 8

type PairRow = { firstId: string; secondId: string; signs: string[]; taxCodesDiffer: boolean }

/** Pairs that share a sign and that nobody here found to be two, the likeliest first. */
export async function likelyPairs(db: Db, organizerId: string, limit: number): Promise<PairRow[]> {
  const { rows } = await sql<PairRow>`
    with signs as (
      select id, 'name' as sign, name_key as value from establishment where merged_into is null and length(name_key) > 2
      union all
      select id, 'phone', phone from establishment where merged_into is null and phone is not null
      union all
      select id, 'email', email from establishment where merged_into is null and email is not null
      union all
      select id, 'tax-code', left(tax_code, 10) from establishment
        where merged_into is null and tax_code is not null and length(tax_code) <> 12
    ),
    shared as (
      select sign, array_agg(id order by id) as ids from signs group by sign, value
      having count(*) between 2 and ${MOST_ALIKE}
    ),
    pairs as (
      select a.id as first_id, b.id as second_id, array_agg(distinct sign order by sign) as signs
      from shared cross join unnest(ids) as a(id) cross join unnest(ids) as b(id)
      where a.id < b.id
      group by 1, 2
    )
    select p.first_id, p.second_id, p.signs,
      f.tax_code is not null and s.tax_code is not null and f.tax_code <> s.tax_code as tax_codes_differ
    from pairs p
    join establishment f on f.id = p.first_id
    join establishment s on s.id = p.second_id
    where not exists (
      select from establishment_distinct d
      where d.organizer_id = ${organizerId} and d.first_id = p.first_id and d.second_id = p.second_id
    )
    order by
      cardinality(p.signs) + case when 'name' = any(p.signs) then 1 else 0 end
        - case when f.tax_code <> s.tax_code then 2 else 0 end desc,
      f.name_key, p.first_id, p.second_id
    limit ${limit}`.execute(db)
  return rows
}

export const mergesOf = (db: Db | Tx, organizerId: string, limit: number, mergeId?: string) => {
  const merges = db
    .selectFrom('establishmentMerge as merge')
    .innerJoin('establishment as survivor', 'survivor.id', 'merge.survivorId')
    .innerJoin('establishment as absorbed', 'absorbed.id', 'merge.absorbedId')
    .leftJoin('person', 'person.id', 'merge.mergedBy')
    .select(['merge.id', 'merge.survivorId', 'merge.absorbedId', 'merge.mergedAt', 'merge.undoneAt'])
    .select(['survivor.name as survivorName', 'absorbed.name as absorbedName', 'person.name as mergedBy'])
    .where('merge.organizerId', '=', organizerId)
    .orderBy('merge.mergedAt', 'desc')
    .orderBy('merge.id', 'desc')
    .limit(limit)
  return (mergeId ? merges.where('merge.id', '=', mergeId) : merges).execute()
}

export const lockMerge = (tx: Tx, organizerId: string, mergeId: string) =>
  tx
    .selectFrom('establishmentMerge')
    .selectAll()
    .where('organizerId', '=', organizerId)
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst()
