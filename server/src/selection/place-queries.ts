import type { PassedOver } from '@hoicho/shared/selection/offer-next.ts'
import type { Quota } from '@hoicho/shared/selection/quotas.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

/** Places of a fair with how each was answered, the open ones first. */
export async function placesOf(db: Db | Tx, fairId: string) {
  const rows = await db
    .selectFrom('selectionPlace as place')
    .innerJoin('application', 'application.id', 'place.applicationId')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .leftJoin('person', 'person.id', 'place.answeredBy')
    .selectAll('place')
    .select(['application.number', 'establishment.name as establishmentName', 'establishment.phone'])
    .select('person.name as answeredByName')
    .where('place.fairId', '=', fairId)
    .orderBy(row => row('place.state', '=', 'offered'), 'desc')
    .orderBy('place.dueAt')
    .orderBy('place.id')
    .execute()
  // The column is only ever written from what offerNext answered.
  return rows.map(row => ({ ...row, passedOver: row.passedOver as PassedOver[] }))
}

/** The living place of an application, locked. */
export async function lockPlace(tx: Tx, fairId: string, applicationId: string) {
  return await tx
    .selectFrom('selectionPlace')
    .select(['id', 'state', 'dueAt', 'origin', 'selectionId'])
    .where('fairId', '=', fairId)
    .where('applicationId', '=', applicationId)
    .orderBy('offeredAt', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
}

/** Who holds a place of the decision in force and who waits, in order, with the groups and quotas frozen with it. */
export async function offerFacts(db: Db | Tx, fairId: string, selectionId: string) {
  const frozen = await db
    .selectFrom('selection')
    .select([
      'quota',
      'passMark',
      sql<Quota[] | null>`input->'request'->'quotas'`.as('quotas'),
      sql<{ id: string; groups?: string[] }[]>`input->'request'->'applications'`.as('applications'),
    ])
    .where('id', '=', selectionId)
    .executeTakeFirstOrThrow()
  const groups = new Map(frozen.applications.map(one => [one.id, one.groups ?? []]))
  const standing = await db
    .selectFrom('application')
    .leftJoin('selectionOutcome as outcome', join =>
      join.onRef('outcome.applicationId', '=', 'application.id').on('outcome.selectionId', '=', selectionId),
    )
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select(['application.id', 'application.state', 'application.number', 'application.establishmentId'])
    .select(['establishment.name as establishmentName', 'outcome.rank', 'outcome.outcome'])
    .where('application.fairId', '=', fairId)
    .where('application.state', '=', sql<'selected'>`any(array['selected', 'waiting'])`)
    .orderBy('outcome.rank')
    .orderBy('application.id')
    .execute()
  const groupsOf = (id: string) => groups.get(id) ?? []
  return {
    places: frozen.quota,
    quotas: frozen.quotas ?? [],
    held: standing.filter(row => row.state === 'selected'),
    waiting: standing.filter(row => row.state === 'waiting' && row.outcome === 'waiting'),
    groupsOf,
  }
}

export async function establishmentNames(db: Db | Tx, fairId: string, ids: readonly string[]) {
  const rows = await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select(['application.id', 'establishment.name'])
    .where('application.fairId', '=', fairId)
    .where('application.id', '=', sql<string>`any(${ids})`)
    .execute()
  return new Map(rows.map(row => [row.id, row.name]))
}

/** Places of all fairs still to come whose deadline has passed, and those to be reminded of it, each with its fair. */
export async function placesDue(db: Db, now: string) {
  const { rows } = await sql<{ fairId: string; applicationId: string; isOver: boolean }>`
    select place.fair_id as "fairId", place.application_id as "applicationId", place.due_at <= ${now} as "isOver"
    from selection_place place
    join application on application.id = place.application_id and application.state = 'selected'
    join fair on fair.id = place.fair_id and fair.opens_on > ${now}::timestamptz::date
    left join selection_settings settings on settings.fair_id = place.fair_id
    where place.state = 'offered'
      and (place.due_at <= ${now}
        or (place.reminded_at is null and coalesce(settings.reminder_days, 3) > 0
          and place.due_at - make_interval(days => coalesce(settings.reminder_days, 3)) <= ${now}
          and place.offered_at < ${now}::timestamptz - interval '1 day'))
    order by place.due_at
    limit 200`.execute(db)
  return rows
}

/** Fairs still to come that offer freed places by themselves, have waiting applications, and lost a place by an answer. */
export async function fairsToOffer(db: Db, now: string) {
  const { rows } = await sql<{ fairId: string }>`
    select s.fair_id as "fairId"
    from selection s
    join selection_settings settings on settings.fair_id = s.fair_id and settings.is_offered_automatically
    join fair on fair.id = s.fair_id and fair.opens_on > ${now}::timestamptz::date and fair.state = 'published'
    where s.state = 'decided'
      and exists (select from application a where a.fair_id = s.fair_id and a.state = 'waiting' and a.shown_state is null)
      and (select count(*) from application a where a.fair_id = s.fair_id and a.state = 'selected') < s.quota
      and exists (select from selection_outcome o join application a on a.id = o.application_id
        where o.selection_id = s.id and o.outcome = 'selected' and a.state <> 'selected')
    limit 50`.execute(db)
  return rows.map(row => row.fairId)
}

/** The living assignments of an application with their booths, locked in the order of the booths. */
export async function lockHeldBooths(tx: Tx, fairId: string, applicationId: string) {
  return await tx
    .selectFrom('boothAssignment')
    .innerJoin('booth', 'booth.id', 'boothAssignment.boothId')
    .select(['boothAssignment.id', 'boothAssignment.state', 'boothAssignment.boothId'])
    .where('boothAssignment.fairId', '=', fairId)
    .where('boothAssignment.applicationId', '=', applicationId)
    .where('boothAssignment.state', '<>', 'released')
    .orderBy('booth.id')
    .forUpdate()
    .execute()
}
