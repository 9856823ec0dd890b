import type { Seat } from '@hoicho/shared/selection/council.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

export async function councilOf(db: Db | Tx, fairId: string, lock?: 'update') {
  const query = db.selectFrom('council').selectAll().where('fairId', '=', fairId)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** Everybody who has or had a seat, those seated first. */
export async function membersOf(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('councilMember as member')
    .innerJoin('person', 'person.id', 'member.personId')
    .leftJoin('councilMember as before', 'before.id', 'member.replacesId')
    .leftJoin('person as replaced', 'replaced.id', 'before.personId')
    .select(['member.id', 'member.personId', 'member.seat', 'member.isVoting', 'member.loadLimit'])
    .select(['member.since', 'member.endedAt', 'member.endReason', 'member.position'])
    .select(['person.name', 'person.email', 'person.locale', 'replaced.name as replacesName'])
    .where('member.fairId', '=', fairId)
    .orderBy(sql`member.ended_at is not null`)
    .orderBy('member.position')
    .orderBy('member.id')
    .execute()
}

export async function seatOf(db: Db | Tx, fairId: string, personId: string): Promise<Seat | null> {
  const row = await db
    .selectFrom('councilMember')
    .select('seat')
    .where('fairId', '=', fairId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .executeTakeFirst()
  return row?.seat ?? null
}

/** What members and applications of a fair have in common, but for what was settled. One row a pair. */
export async function openInterests(db: Db | Tx, fairId: string) {
  const { rows } = await sql<{
    applicationId: string
    reviewerId: string
    reviewerName: string
    number: string | null
    establishmentName: string
    by: string[]
  }>`
    select found.application_id, found.reviewer_id, person.name as reviewer_name, application.number,
      establishment.name as establishment_name, array_agg(found.by order by found.by) as by
    from interest_detected found
    join person on person.id = found.reviewer_id
    join application on application.id = found.application_id
    join establishment on establishment.id = application.establishment_id
    where found.fair_id = ${fairId} and found.by <> 'acts-for'
      and application.state in ('submitted', 'correction-requested', 'complete')
      and not exists (
        select from conflict_of_interest settled
        where settled.application_id = found.application_id and settled.reviewer_id = found.reviewer_id
          and (settled.verdict = 'conflict' or settled.evidence ? found.by))
    group by found.application_id, found.reviewer_id, person.name, application.number, establishment.name
    order by establishment.name, person.name, found.reviewer_id`.execute(db)
  return rows
}

/** What one member and one application have in common. */
export async function interestsBetween(
  db: Db | Tx,
  fairId: string,
  applicationId: string,
  reviewerId: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom('interestDetected')
    .select(sql<string>`interest_detected.by`.as('by'))
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .where('reviewerId', '=', reviewerId)
    .execute()
  return rows.map(row => row.by).sort()
}

export async function profileOf(db: Db | Tx, personId: string) {
  const profile = await db
    .selectFrom('reviewerProfile')
    .select(['phone', 'version'])
    .where('personId', '=', personId)
    .executeTakeFirst()
  const employers = await db
    .selectFrom('reviewerEmployer')
    .select(['name', 'taxCode', 'isPast'])
    .where('personId', '=', personId)
    .orderBy('position')
    .execute()
  return {
    phone: profile?.phone ?? '',
    version: profile?.version ?? 0,
    employers: employers.map(row => ({ ...row, taxCode: row.taxCode ?? '' })),
  }
}

/** Filed sheets and abstentions of an application with who wrote them; and the versions that were reopened. */
export async function sheetsOf(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('scoreSheet as sheet')
    .innerJoin('person', 'person.id', 'sheet.reviewerId')
    .select(['sheet.reviewerId', 'person.name as reviewerName', 'sheet.state', 'sheet.points'])
    .select(['sheet.remarks', 'sheet.abstainReason', 'sheet.filedAt'])
    .where('sheet.fairId', '=', fairId)
    .where('sheet.applicationId', '=', applicationId)
    .where('sheet.state', '<>', 'draft')
    .orderBy('sheet.filedAt')
    .orderBy('sheet.id')
    .execute()
}

export async function earlierSheets(db: Db | Tx, fairId: string, applicationId: string) {
  return await db
    .selectFrom('scoreSheetVersion as earlier')
    .innerJoin('scoreSheet as sheet', 'sheet.id', 'earlier.sheetId')
    .innerJoin('person', 'person.id', 'sheet.reviewerId')
    .select(['person.name as reviewerName', 'earlier.points', 'earlier.remarks'])
    .select(['earlier.reason', 'earlier.reopenedAt'])
    .where('sheet.fairId', '=', fairId)
    .where('sheet.applicationId', '=', applicationId)
    .orderBy('earlier.reopenedAt', 'desc')
    .execute()
}
