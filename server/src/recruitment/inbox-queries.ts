import type { InboxQuery } from '@hoicho/shared/recruitment/schema.ts'
import { sql } from 'kysely'
import type { Db } from '../platform/context.ts'

/** The fair's applications that answer the filters, those waiting longest first. `province` is `scheme:code`. */
export async function inbox(db: Db, fairId: string, filter: InboxQuery) {
  let query = inboxBase(db, fairId, filter).select([
    'application.id',
    'application.number',
    'application.state',
    'application.establishmentId',
    'establishment.name as establishmentName',
    'establishment.provinceScheme',
    'establishment.provinceCode',
    'establishment.sectorCode',
    'application.invitationId',
    'application.startedAt',
    'application.submittedAt',
    'application.updatedAt',
  ])
  if (filter.state) query = query.where('application.state', '=', filter.state)
  return await query
    .orderBy(sql`coalesce(application.submitted_at, application.started_at)`)
    .orderBy('application.id')
    .execute()
}

/** How many applications answer the filters, by state, whatever state is asked for. */
export async function inboxCounts(
  db: Db,
  fairId: string,
  filter: InboxQuery,
): Promise<Record<string, number>> {
  const rows = await inboxBase(db, fairId, filter)
    .select('application.state')
    .select(count => count.fn.countAll<number>().as('count'))
    .groupBy('application.state')
    .execute()
  return Object.fromEntries(rows.map(row => [row.state, Number(row.count)]))
}

function inboxBase(db: Db, fairId: string, filter: InboxQuery) {
  let query = db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .where('application.fairId', '=', fairId)
  if (filter.sector) query = query.where('establishment.sectorCode', '=', filter.sector)
  if (filter.province) {
    const [scheme = '', code = ''] = filter.province.split(':')
    query = query
      .where('establishment.provinceScheme', '=', scheme)
      .where('establishment.provinceCode', '=', code)
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
