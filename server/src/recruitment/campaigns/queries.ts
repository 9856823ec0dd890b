import type { Audience, CampaignLetter, Invitee } from '@hoicho/shared/recruitment/campaign-schema.ts'
import type { ReminderPlan } from '@hoicho/shared/recruitment/reminders.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/context.ts'

export async function campaignById(db: Db | Tx, fairId: string, id: string, lock = false) {
  const query = db.selectFrom('campaign').selectAll().where('fairId', '=', fairId).where('id', '=', id)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}
export type CampaignRow = NonNullable<Awaited<ReturnType<typeof campaignById>>>

/** The columns hold what their schemas let in. */
export const audienceOf = (row: { audience: unknown }) => row.audience as Audience
export const letterOf = (row: { letter: unknown }) => row.letter as CampaignLetter
export const reminderDaysOf = (row: { reminderDays: unknown }) => row.reminderDays as number[]

export const planOf = (
  fair: { registrationClosesAt: string; timeZone: string },
  row: { reminderDays: unknown },
): ReminderPlan => ({
  closesAt: fair.registrationClosesAt,
  timeZone: fair.timeZone,
  days: reminderDaysOf(row),
})

export const campaignsOf = (db: Db, fairId: string) =>
  db
    .selectFrom('campaign')
    .select(['id', 'name', 'state', 'createdAt', 'startedAt', 'endedAt'])
    .where('fairId', '=', fairId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Running campaigns whose next batch is due, the longest waiting first. */
export const dueCampaigns = (db: Db, now: string) =>
  db
    .selectFrom('campaign')
    .select(['id', 'fairId'])
    .where('state', '=', 'running')
    .where('nextBatchAt', '<=', now)
    .orderBy('nextBatchAt')
    .limit(10)
    .execute()

/** Where an invitee stands, of the recipient `r`, its invitation `i` and the letter's mail `m`. The only place it is said. */
const inviteeState = sql<Invitee['state']>`case
  when r.state = 'cancelled' then 'cancelled'
  when i.id is null and r.state = 'queued' then 'queued'
  when i.id is null and r.skip_reason = 'no-e-mail' then 'to-call'
  when i.id is null then 'skipped'
  when i.state = 'sent' and m.state in ('refused', 'failed') then 'refused'
  when i.state = 'sent' and m.state = 'queued' then 'queued'
  else i.state end`

const recipients = (fairId: string) => sql`
  campaign_recipient r
  left join fair_invitation i on i.id = r.invitation_id and i.fair_id = ${fairId}
  left join mail m on m.id = i.mail_id`

/** Recipients of a fair's campaigns by state: as many rows as there are different ones. */
export async function inviteeCounts(db: Db | Tx, fairId: string, campaignId?: string) {
  const { rows } = await sql<{ campaignId: string; state: Invitee['state']; count: number }>`
    select r.campaign_id, ${inviteeState} as state, count(*)::int as count
    from ${recipients(fairId)}
    where r.fair_id = ${fairId} and (${campaignId ?? null}::uuid is null or r.campaign_id = ${campaignId ?? null})
    group by 1, 2`.execute(db)
  return rows
}

/** Everybody a campaign was to reach, in the order of the letters. */
export async function inviteesOf(
  db: Db,
  fair: { id: string; organizerId: string },
  campaignId: string,
): Promise<Invitee[]> {
  const { rows } = await sql<Invitee>`
    select r.establishment_id, e.name, e.province_scheme, e.province_code, e.sector_code,
      coalesce(i.email, r.email) as email, e.phone, ${inviteeState} as state,
      case when i.id is null then r.skip_reason end as skip_reason, i.id as invitation_id, a.id as application_id,
      case when m.state in ('refused', 'failed') then m.last_error end as mail_error, m.sent_at, i.visited_at,
      i.decline_code, i.decline_reason,
      (select max(w.sent_at) from invitation_reminder q join mail w on w.id = q.mail_id where q.invitation_id = i.id)
        as reminded_at,
      o.establishment_id is not null as is_opted_out
    from ${recipients(fair.id)}
    join establishment e on e.id = r.establishment_id
    left join application a on a.fair_id = r.fair_id and a.establishment_id = r.establishment_id
      and a.state <> 'withdrawn' and i.id is not null
    left join invitation_opt_out o on o.organizer_id = ${fair.organizerId} and o.establishment_id = r.establishment_id
    where r.fair_id = ${fair.id} and r.campaign_id = ${campaignId}
    order by r.position`.execute(db)
  return rows
}

const ADDRESSEE = [
  'establishment.id',
  'establishment.name',
  'establishment.representativeName',
  'establishment.email',
] as const

/** What a letter to an establishment of a fair's audience is filled from; anybody in the directory may be previewed. */
export const addresseesById = (db: Db | Tx, ids: readonly string[]) =>
  db
    .selectFrom('establishment')
    .select(ADDRESSEE)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
export type Addressee = Awaited<ReturnType<typeof addresseesById>>[number]

/** The next recipients in turn, with what their letters are filled from and whether they have opted out since. */
export const nextRecipients = (tx: Tx, campaignId: string, organizerId: string, limit: number) =>
  tx
    .selectFrom('campaignRecipient')
    .innerJoin('establishment', 'establishment.id', 'campaignRecipient.establishmentId')
    .leftJoin('invitationOptOut', join =>
      join
        .onRef('invitationOptOut.establishmentId', '=', 'establishment.id')
        .on('invitationOptOut.organizerId', '=', organizerId),
    )
    .select(['establishment.id', 'establishment.name', 'establishment.representativeName'])
    .select(['campaignRecipient.email', 'invitationOptOut.establishmentId as optedOut'])
    .where('campaignId', '=', campaignId)
    .where('state', '=', 'queued')
    .orderBy('position')
    .limit(limit)
    .execute()

export async function organizerForLetters(db: Db | Tx, organizerId: string) {
  return await db
    .selectFrom('organizer')
    .select([
      'nameVi',
      'nameEn',
      'parentNameVi',
      'shortName',
      'documentSymbol',
      'placeVi',
      'address',
      'email',
      'phone',
    ])
    .select(['representativeName', 'representativePosition'])
    .where('id', '=', organizerId)
    .executeTakeFirstOrThrow()
}

/** Campaigns that remind, of published fairs still open and close enough to their deadline. */
export const remindingCampaigns = (db: Db, now: string) =>
  db
    .selectFrom('campaign')
    .innerJoin('fair', 'fair.id', 'campaign.fairId')
    .select(['campaign.id', 'campaign.fairId'])
    .where('campaign.state', 'in', ['running', 'done'])
    .where('campaign.remindersOn', '=', true)
    .where('fair.state', '=', 'published')
    .where('fair.registrationClosesAt', '>', now)
    .where(sql<boolean>`fair.registration_closes_at < ${now}::timestamptz + interval '92 days'`)
    .execute()

/**
 * Invitees of a campaign who have not answered and whose letter left before the reminder's moment, without a reminder as
 * near to this deadline; with what they were sent. In the order in which they were invited.
 */
export async function reminderCandidates(
  db: Db | Tx,
  fair: { id: string; organizerId: string },
  campaignId: string,
  deadlineOn: string,
  stage: { daysBefore: number; at: string },
  limit: number,
) {
  const { rows } = await sql<{
    id: string
    establishmentId: string
    email: string | null
    name: string
    state: 'sent' | 'visited' | 'started'
    locale: 'vi' | 'en' | 'de' | null
    sentAt: string | null
    reminders: unknown
  }>`
    select i.id, i.establishment_id, i.email, e.name, i.state, m.locale, m.sent_at,
      coalesce((select jsonb_agg(jsonb_build_object('daysBefore', q.days_before, 'deadlineOn', q.deadline_on::text,
        'at', to_char(q.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
        from invitation_reminder q where q.invitation_id = i.id), '[]') as reminders
    from fair_invitation i
    join establishment e on e.id = i.establishment_id
    join mail m on m.id = i.mail_id
    left join invitation_opt_out o on o.organizer_id = ${fair.organizerId} and o.establishment_id = i.establishment_id
    where i.fair_id = ${fair.id} and i.campaign_id = ${campaignId} and i.state in ('sent', 'visited', 'started')
      and i.email is not null and o.establishment_id is null and m.sent_at < ${stage.at}
      and not exists (select from application a where a.fair_id = i.fair_id and a.establishment_id = i.establishment_id
        and a.state not in ('draft', 'withdrawn'))
      and not exists (select from invitation_reminder q where q.invitation_id = i.id
        and ((q.deadline_on = ${deadlineOn} and q.days_before <= ${stage.daysBefore})))
    order by i.id limit ${limit}`.execute(db)
  return rows
}
