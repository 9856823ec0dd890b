import type { CallEntry, ToCall } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/context.ts'

export const callsOf = async (db: Db, fairId: string, establishmentId: string): Promise<CallEntry[]> =>
  await db
    .selectFrom('recruitmentCall')
    .leftJoin('person', 'person.id', 'recruitmentCall.calledBy')
    .select(['recruitmentCall.id', 'calledAt', 'person.name as calledBy', 'outcome', 'note', 'callAgainOn'])
    .where('fairId', '=', fairId)
    .where('establishmentId', '=', establishmentId)
    .orderBy('calledAt', 'desc')
    .orderBy('recruitmentCall.id', 'desc')
    .execute()

type Row = Omit<ToCall, 'lastCall' | 'isDue'> & {
  isDue: boolean
  callId: string | null
  calledAt: string | null
  calledBy: string | null
  outcome: CallEntry['outcome'] | null
  note: string | null
  callAgainOn: string | null
}

/** In one statement: who is to be called, why, and the last call to each. */
export async function toCall(db: Db, fairId: string, today: string): Promise<ToCall[]> {
  const { rows } = await sql<Row>`
    select e.id as establishment_id, e.name, e.phone, e.representative_name, e.province_scheme, e.province_code,
      case when c.id is not null then 'call-again' when m.state in ('refused', 'failed') then 'refused'
        else 'no-e-mail' end as reason,
      c.id is null or c.call_again_on <= ${today} as is_due,
      c.id as call_id, c.called_at, p.name as called_by, c.outcome, c.note, c.call_again_on
    from (
      select establishment_id from campaign_recipient
      where fair_id = ${fairId} and (skip_reason = 'no-e-mail' or state = 'sent')
      union select establishment_id from recruitment_call where fair_id = ${fairId}
    ) asked
    join establishment e on e.id = asked.establishment_id
    left join fair_invitation i on i.fair_id = ${fairId} and i.establishment_id = e.id and i.state <> 'revoked'
    left join mail m on m.id = i.mail_id
    left join lateral (
      select * from recruitment_call r where r.fair_id = ${fairId} and r.establishment_id = e.id
      order by r.called_at desc, r.id desc limit 1
    ) c on true
    left join person p on p.id = c.called_by
    where coalesce(i.state, 'sent') not in ('submitted', 'declined')
      and not exists (select from application a where a.fair_id = ${fairId} and a.establishment_id = e.id
        and a.state not in ('draft', 'withdrawn'))
      and (c.call_again_on is not null
        or (c.id is null and (i.id is null or (i.state = 'sent' and m.state in ('refused', 'failed')))))
    order by is_due desc, c.call_again_on nulls first, e.search_text, e.id`.execute(db)
  return rows.map(({ callId, calledAt, calledBy, outcome, note, callAgainOn, ...row }) => ({
    ...row,
    lastCall:
      callId && calledAt && outcome
        ? { id: callId, calledAt, calledBy, outcome, note: note ?? '', callAgainOn }
        : null,
  }))
}
