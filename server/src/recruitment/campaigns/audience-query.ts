import { provinceKeys } from '@hoicho/shared/recruitment/audience.ts'
import type { Audience, AudienceCounts, AudienceMember } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../../platform/context.ts'

type Fair = { id: string; organizerId: string; opensOn: string }

/**
 * The establishments of an audience as a query: id, name, place, sector, address, and why one would not get a letter.
 * Titles and certificates count when still valid on the fair's opening day.
 */
export async function audienceQuery(
  db: Db | Tx,
  fair: Fair,
  audience: Audience,
): Promise<RawBuilder<unknown>> {
  const conditions = [
    audience.listId && inList(audience.listId, fair.organizerId),
    audience.provinces.length > 0 && inProvinces(provinceKeys(audience.provinces, await units(db))),
    audience.sectors.length > 0 && sql<SqlBool>`e.sector_code = any(${audience.sectors})`,
    audience.titleScheme && hasTitle(audience, fair.opensOn),
    audience.certificates.length > 0 && hasCertificate(audience.certificates, fair.opensOn),
    audience.pastFairs !== 'any' && tookPart(fair, audience.pastFairs === 'took-part'),
    audience.email !== 'any' && sql<SqlBool>`(e.email is not null) = ${audience.email === 'with'}`,
    audience.neverInvited && sql<SqlBool>`i.id is null`,
    sql<SqlBool>`e.merged_into is null`,
  ].filter(condition => typeof condition === 'object' && condition !== null)
  return sql`
    select e.id, e.name, e.province_scheme, e.province_code, e.sector_code, e.email, e.search_text,
      case when i.id is not null then 'already-invited' when o.establishment_id is not null then 'opted-out'
        when e.email is null then 'no-e-mail' end as skip_reason
    from establishment e
    left join fair_invitation i on i.fair_id = ${fair.id} and i.establishment_id = e.id and i.state <> 'revoked'
    left join invitation_opt_out o on o.organizer_id = ${fair.organizerId} and o.establishment_id = e.id
    where ${sql.join(conditions, sql` and `)}`
}

const inList = (listId: string, organizerId: string) => sql<SqlBool>`exists (
  select from saved_list_member m join saved_list l on l.id = m.list_id
  where l.id = ${listId} and l.organizer_id = ${organizerId} and l.removed_at is null and m.establishment_id = e.id)`

const inProvinces = (keys: readonly string[]) =>
  sql<SqlBool>`e.province_scheme || ':' || e.province_code = any(${keys})`

const hasTitle = ({ titleScheme, titleLevels }: Audience, day: string) => sql<SqlBool>`exists (
  select from recognition r where r.establishment_id = e.id and r.removed_at is null and r.scheme = ${titleScheme}
    and (${titleLevels.length === 0} or r.level = any(${titleLevels}))
    and r.issued_on <= ${day} and r.valid_until >= ${day})`

const hasCertificate = (kinds: readonly string[], day: string) => sql<SqlBool>`exists (
  select from certificate c where c.establishment_id = e.id and c.removed_at is null and c.kind = any(${kinds})
    and (c.issued_on is null or c.issued_on <= ${day}) and (c.valid_until is null or c.valid_until >= ${day}))`

const tookPart = (fair: Fair, wanted: boolean) => sql<SqlBool>`exists (
  select from application a join fair f on f.id = a.fair_id
  where a.establishment_id = e.id and a.state = 'selected' and f.organizer_id = ${fair.organizerId}
    and f.id <> ${fair.id} and f.opens_on < ${fair.opensOn}) = ${wanted}`

const units = (db: Db | Tx) =>
  db.selectFrom('province').select(['scheme', 'code', 'mergedIntoCode']).execute()

/** How many answer, and why some would get no letter. */
export async function countAudience(db: Db | Tx, fair: Fair, audience: Audience): Promise<AudienceCounts> {
  const { rows } = await sql<AudienceCounts>`
    select count(*)::int as total, (count(*) filter (where skip_reason is null))::int as will_get,
      (count(*) filter (where skip_reason = 'already-invited'))::int as already_invited,
      (count(*) filter (where skip_reason = 'no-e-mail'))::int as no_email,
      (count(*) filter (where skip_reason = 'opted-out'))::int as opted_out
    from (${await audienceQuery(db, fair, audience)}) audience`.execute(db)
  return rows[0] ?? { total: 0, willGet: 0, alreadyInvited: 0, noEmail: 0, optedOut: 0 }
}

/** The first of an audience, in the order of names. */
export async function firstOfAudience(
  db: Db | Tx,
  fair: Fair,
  audience: Audience,
  most: number,
): Promise<AudienceMember[]> {
  const { rows } = await sql<AudienceMember>`
    select id as establishment_id, name, province_scheme, province_code, sector_code, email, skip_reason
    from (${await audienceQuery(db, fair, audience)}) audience
    order by skip_reason is not null, search_text, id limit ${most}`.execute(db)
  return rows
}

/** Writes the recipients of a campaign down for good, each once, those who get a letter numbered in the order of names. */
export async function freezeAudience(
  tx: Tx,
  fair: Fair,
  campaignId: string,
  audience: Audience,
): Promise<void> {
  await sql`
    insert into campaign_recipient (campaign_id, establishment_id, fair_id, position, email, state, skip_reason)
    select ${campaignId}, id, ${fair.id}, row_number() over (order by search_text, id), email,
      case when skip_reason is null then 'queued' else 'skipped' end, skip_reason
    from (${await audienceQuery(tx, fair, audience)}) audience`.execute(tx)
}
