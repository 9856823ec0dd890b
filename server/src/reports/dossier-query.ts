import type { ProvinceScheme } from '@hoicho/shared/reports/schema.ts'
import { type RawBuilder, sql } from 'kysely'

/**
 * One row for each establishment that was invited to a fair or applied: what it is and, stage by stage, how far it got.
 * An establishment's living application counts, else its last withdrawn one. In the 34-province scheme an old
 * province is shown as the one it became; a new one cannot be shown as an old one (several became one) and stays.
 */
export const dossiers = (fairId: string, scheme: ProvinceScheme): RawBuilder<unknown> => sql`
  select
    e.id as establishment_id,
    e.name as establishment_name,
    case when ${scheme} = 'gso-34' and p.merged_into_code is not null
      then 'gso-34:' || p.merged_into_code else e.province_scheme || ':' || e.province_code end as province_key,
    e.sector_code,
    case when a.channel = 'officer' then 'entered' else coalesce(i.channel, 'public') end as channel,
    a.id as application_id,
    a.number as application_number,
    a.state,
    i.id is not null as is_invited,
    coalesce(i.visited_at is not null or i.state in ('visited', 'started', 'submitted'), false) as is_visited,
    a.id is not null as is_started,
    a.submitted_at is not null as is_submitted,
    coalesce(a.state in ('complete', 'selected', 'waiting') or scored.application_id is not null, false) as is_complete,
    coalesce(a.state = 'selected', false) as is_selected,
    placed.application_id is not null as is_booth,
    signed.application_id is not null as is_contract,
    named.application_id is not null as is_badges,
    entered.application_id is not null as is_attended,
    coalesce(dealt.deals, 0)::int as deal_count,
    dealt.deals is not null as is_deals,
    least(i.invited_at, a.started_at) as invited_step_at,
    coalesce(least(i.visited_at, a.started_at), i.invited_at) as visited_step_at,
    a.started_at as started_step_at,
    coalesce(a.submitted_at, a.started_at) as submitted_step_at,
    signed.signed_at as contract_step_at
  from (
    select establishment_id from fair_invitation where fair_id = ${fairId} and state <> 'revoked'
    union
    select establishment_id from application where fair_id = ${fairId}
  ) asked
  join establishment e on e.id = asked.establishment_id
  left join province p on p.scheme = e.province_scheme and p.code = e.province_code
  left join fair_invitation i
    on i.fair_id = ${fairId} and i.establishment_id = e.id and i.state <> 'revoked'
  left join (
    select distinct on (establishment_id) * from application where fair_id = ${fairId}
    order by establishment_id, state = 'withdrawn', started_at desc
  ) a on a.establishment_id = e.id
  left join (select distinct application_id from selection_outcome where fair_id = ${fairId}) scored
    on scored.application_id = a.id
  left join (
    select distinct application_id from booth_assignment where fair_id = ${fairId} and state <> 'released'
  ) placed on placed.application_id = a.id
  left join (
    select application_id, min(coalesce(signed_at, issued_at)) as signed_at from contract
    where fair_id = ${fairId} and state = 'signed' group by application_id
  ) signed on signed.application_id = a.id
  left join (
    select distinct application_id from badge where fair_id = ${fairId} and kind = 'exhibitor' and state <> 'revoked'
  ) named on named.application_id = a.id
  left join (
    select distinct badge.application_id from scan join badge on badge.id = scan.badge_id
    where scan.fair_id = ${fairId} and scan.direction = 'entry' and scan.verdict = 'admitted'
      and badge.kind = 'exhibitor'
  ) entered on entered.application_id = a.id
  left join (
    select application_id, count(*) as deals from deal
    where fair_id = ${fairId} and state in ('logged', 'verified') group by application_id
  ) dealt on dealt.application_id = a.id`
