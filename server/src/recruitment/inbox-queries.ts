import type { InboxFilter, InboxQuery } from '@hoicho/shared/recruitment/inbox-schema.ts'
import type { InboxSort } from '@hoicho/shared/recruitment/vocabulary.ts'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

/** Whose inbox it is and when: `today` is the fair's day, `personId` the one `me` stands for. */
export type InboxScope = { fairId: string; personId: string | null; now: string; today: string }

const waitingSince = sql<string>`coalesce(application.submitted_at, application.started_at)`

/** What each order compares, before the id. */
const KEYS: Record<InboxSort, RawBuilder<unknown>> = {
  waiting: waitingSince,
  newest: waitingSince,
  name: sql`coalesce(establishment.name_key, '')`,
  due: sql`coalesce(application.correction_due_on, 'infinity'::date)`,
}

/** One page of the applications that answer the query, in its order. */
export async function inboxPage(db: Db, scope: InboxScope, query: InboxQuery, limit: number) {
  const key = KEYS[query.sort]
  const direction = query.sort === 'newest' ? 'desc' : 'asc'
  let rows = narrowed(db, scope, query).select([
    'application.id',
    'application.number',
    'application.state',
    'application.establishmentId',
    'establishment.name as establishmentName',
    'establishment.provinceScheme',
    'establishment.provinceCode',
    'establishment.sectorCode',
    'application.invitationId',
    'application.channel',
    'application.confirmation',
    'application.startedAt',
    'application.submittedAt',
    'application.updatedAt',
    'application.correctionDueOn',
    'application.assigneeId',
    'assignee.name as assigneeName',
  ])
  if (query.after) {
    const sign = direction === 'asc' ? sql`>` : sql`<`
    rows = rows.where(sql<SqlBool>`(${key}, application.id) ${sign} (
      select ${key}, application.id
      from application join establishment on establishment.id = application.establishment_id
      where application.fair_id = ${scope.fairId} and application.id = ${query.after}
    )`)
  }
  return await rows.orderBy(key, direction).orderBy('application.id', direction).limit(limit).execute()
}
export type InboxRow = Awaited<ReturnType<typeof inboxPage>>[number]

/** Ids of the applications that answer the filters, waiting longest first. */
export async function inboxIds(db: Db, scope: InboxScope, filter: InboxFilter, limit: number) {
  const rows = await narrowed(db, scope, filter)
    .select('application.id')
    .orderBy(waitingSince)
    .orderBy('application.id')
    .limit(limit)
    .execute()
  return rows.map(row => row.id)
}

/** How many answer the filters by state, whatever state is asked for. */
export async function inboxCounts(
  db: Db,
  scope: InboxScope,
  filter: InboxFilter,
): Promise<Record<string, number>> {
  const rows = await narrowed(db, scope, { ...filter, state: undefined })
    .select('application.state')
    .select(count => count.fn.countAll<number>().as('count'))
    .groupBy('application.state')
    .execute()
  return Object.fromEntries(rows.map(row => [row.state, Number(row.count)]))
}

/** How many answer the filters and are one's own, nobody's, overdue, whoever and whatever of these is asked for. */
export async function quickCounts(db: Db, scope: InboxScope, filter: InboxFilter) {
  return await narrowed(db, scope, { ...filter, assignee: undefined, overdue: undefined })
    .select([
      sql<number>`(count(*) filter (where application.assignee_id = ${scope.personId}::uuid))::int`.as(
        'mine',
      ),
      sql<number>`(count(*) filter (where application.assignee_id is null))::int`.as('unassigned'),
      sql<number>`(count(*) filter (where ${isOverdue(scope)}))::int`.as('overdue'),
    ])
    .executeTakeFirstOrThrow()
}

const isOverdue = ({ today }: InboxScope) =>
  sql<SqlBool>`(application.state = 'correction-requested' and application.correction_due_on < ${today}::date)`

function narrowed(db: Db | Tx, scope: InboxScope, filter: InboxFilter) {
  let query = db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .leftJoin('person as assignee', 'assignee.id', 'application.assigneeId')
    .where('application.fairId', '=', scope.fairId)
  if (filter.state) query = query.where('application.state', '=', filter.state)
  if (filter.sector) query = query.where('establishment.sectorCode', '=', filter.sector)
  if (filter.province) {
    const [scheme = '', code = ''] = filter.province.split(':')
    query = query
      .where('establishment.provinceScheme', '=', scheme)
      .where('establishment.provinceCode', '=', code)
  }
  if (filter.assignee === 'none') query = query.where('application.assigneeId', 'is', null)
  else if (filter.assignee) {
    query = query.where(
      'application.assigneeId',
      '=',
      filter.assignee === 'me' ? scope.personId : filter.assignee,
    )
  }
  if (filter.overdue) query = query.where(isOverdue(scope))
  if (filter.waits) {
    query = query.where(
      sql<SqlBool>`${waitingSince} <= ${scope.now}::timestamptz - make_interval(days => ${Number(filter.waits)})`,
    )
  }
  const words = filter.q?.trim()
  if (words) {
    const like = `%${words.replaceAll(/[\\%_]/g, sign => `\\${sign}`)}%`
    query = query.where(row =>
      row.or([
        row(sql`establishment.search_text`, 'like', sql`fold_text(${like})`),
        row('application.number', 'ilike', like),
      ]),
    )
  }
  return query
}

/** Managers and officers of an organizer: who an application can be given to. */
export async function deskOfficers(db: Db, organizerId: string) {
  return await db
    .selectFrom('organizerMember')
    .innerJoin('person', 'person.id', 'organizerMember.personId')
    .select(['person.id', 'person.name'])
    .distinct()
    .where('organizerMember.organizerId', '=', organizerId)
    .where(row => row.or([row('role', '=', 'manager'), row('role', '=', 'officer')]))
    .where('organizerMember.endedAt', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')
    .execute()
}
