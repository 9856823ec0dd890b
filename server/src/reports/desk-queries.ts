import type { Action } from '@hoicho/shared/identity/permissions.ts'
import type { WaitingCode } from '@hoicho/shared/reports/waiting.ts'
import { LEAST_SHEETS } from '@hoicho/shared/selection/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/context.ts'

export const DESK_FAIR = [
  'id',
  'organizerId',
  'slug',
  'kind',
  'nameVi',
  'nameEn',
  'opensOn',
  'closesOn',
  'timeZone',
  'city',
  'country',
  'venueName',
  'quota',
  'state',
  'ruleSetOn',
  'registrationOpensAt',
  'registrationClosesAt',
] as const

/** The fairs of an organizer but the cancelled ones, the latest first. */
export async function deskFairs(db: Db, organizerId: string) {
  return await db
    .selectFrom('fair')
    .select(DESK_FAIR)
    .where('organizerId', '=', organizerId)
    .where('state', '<>', 'cancelled')
    .orderBy('opensOn', 'desc')
    .orderBy('id')
    .execute()
}

export type DeskCounts = Record<WaitingCode, number> & {
  fairId: string
  submitted: number
  selected: number
  booth: number
  contract: number
  deals: number
}

/** What waits and what is done, of each of these fairs in one query. Score sheets are those of one reviewer. */
export async function deskCounts(db: Db, fairIds: readonly string[], reviewerId: string | null) {
  const { rows } = await sql<DeskCounts>`
    select fair.id as fair_id,
      coalesce(applied.to_check, 0)::int as "to-check",
      coalesce(applied.corrections_back, 0)::int as "corrections-back",
      coalesce(applied.ready_to_decide, 0)::int as "ready-to-decide",
      coalesce(applied.without_booth, 0)::int as "without-booth",
      coalesce(applied.ready_for_contract, 0)::int as "ready-for-contract",
      coalesce(applied.submitted, 0)::int as submitted,
      coalesce(applied.selected, 0)::int as selected,
      coalesce(applied.booth, 0)::int as booth,
      coalesce(sheets.open, 0)::int as "sheets-to-file",
      coalesce(contracts.to_countersign, 0)::int as "to-countersign",
      coalesce(contracts.signed, 0)::int as contract,
      coalesce(dealt.to_verify, 0)::int as "deals-to-verify",
      coalesce(dealt.deals, 0)::int as deals,
      coalesce(mails.refused, 0)::int as "mails-refused"
    from fair
    left join lateral (${applicationCounts}) applied on true
    left join lateral (
      select count(*) as open from reviewer_assignment r
      join application a on a.id = r.application_id and a.state = 'complete'
      where r.fair_id = fair.id and r.reviewer_id = ${reviewerId} and r.ended_at is null and not exists (
        select from barred_reviewer barred
        where barred.application_id = r.application_id and barred.reviewer_id = r.reviewer_id)
        and not exists (
          select from score_sheet s
          where s.application_id = r.application_id and s.reviewer_id = r.reviewer_id and s.state <> 'draft')
    ) sheets on true
    left join lateral (
      select count(*) filter (where state = 'signed-by-establishment') as to_countersign,
        count(*) filter (where state = 'signed') as signed
      from contract where fair_id = fair.id
    ) contracts on true
    left join lateral (
      select count(*) filter (where state = 'logged') as to_verify,
        count(*) filter (where state in ('logged', 'verified')) as deals
      from deal where fair_id = fair.id
    ) dealt on true
    left join lateral (
      select count(*) as refused from mail where mail.fair_id = fair.id and state in ('refused', 'failed')
    ) mails on true
    where fair.id = any(${fairIds})`.execute(db)
  return rows
}

/** An application is ready to decide when all who were asked to score it have filed, and enough were asked. */
const applicationCounts = sql`
  select
    count(*) filter (where a.state = 'submitted' and not was_corrected) as to_check,
    count(*) filter (where a.state = 'submitted' and was_corrected) as corrections_back,
    count(*) filter (where a.state = 'complete' and filed >= ${LEAST_SHEETS} and filed >= asked) as ready_to_decide,
    count(*) filter (where a.state = 'selected' and not has_booth) as without_booth,
    count(*) filter (where a.state = 'selected' and has_booth and not has_contract) as ready_for_contract,
    count(*) filter (where a.submitted_at is not null) as submitted,
    count(*) filter (where a.state = 'selected') as selected,
    count(*) filter (where a.state = 'selected' and has_booth) as booth
  from application a
  cross join lateral (
    select
      a.state = 'submitted' and exists (
        select from audit_entry e
        where e.entity = 'application' and e.entity_id = a.id and e.action = 'recruitment.request-correction') as was_corrected,
      (select count(*) from reviewer_assignment r
        where r.application_id = a.id and r.ended_at is null and r.conflict_kind is null) as asked,
      (select count(*) from reviewer_assignment r join score_sheet s
          on s.application_id = r.application_id and s.reviewer_id = r.reviewer_id and s.state <> 'draft'
        where r.application_id = a.id and r.ended_at is null and r.conflict_kind is null) as filed,
      exists (select from booth_assignment b where b.application_id = a.id and b.state <> 'released') as has_booth,
      exists (select from contract c where c.application_id = a.id and c.state <> 'cancelled') as has_contract
  ) facts
  where a.fair_id = fair.id`

/** Noise of machines and of people reading: not what an officer calls news. */
const NOT_NEWS: readonly Action[] = [
  'badges.scan',
  'badges.register-visitor',
  'files.upload',
  'identity.account',
]

/** The last things done at a fair, newest first. */
export async function recentActivity(db: Db, fairId: string, limit: number) {
  return await db
    .selectFrom('auditEntry')
    .leftJoin('person', 'person.id', 'auditEntry.actorId')
    .leftJoin('establishment', 'establishment.id', 'auditEntry.establishmentId')
    .select([
      'auditEntry.id',
      'auditEntry.at',
      'auditEntry.action',
      'auditEntry.actorKind',
      'person.name as actorName',
      'establishment.name as establishmentName',
    ])
    .where('auditEntry.fairId', '=', fairId)
    .where('auditEntry.action', '<>', sql<string>`all(${[...NOT_NEWS]})`)
    .orderBy('auditEntry.at', 'desc')
    .orderBy('auditEntry.id', 'desc')
    .limit(limit)
    .execute()
}
