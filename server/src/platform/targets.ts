import type { Target } from '@hoicho/shared/identity/permissions.ts'
import { sql } from 'kysely'
import type { Db, Tx } from './context.ts'
import { wholeDb } from './kept-out.ts'

/** What an action is done to, by id. `{}` is for what belongs to nobody yet. */
export type TargetRef =
  | Record<string, never>
  | { organizer: string }
  | { fair: string }
  | { establishment: string }
  | { application: string }
  | { contract: string }
  | { deal: string }

/** The tenants that own the thing, or undefined when there is no such thing. The one place tenancy is looked up. */
export async function locate(db: Db | Tx, ref: TargetRef): Promise<Target | undefined> {
  if ('organizer' in ref) return await organizerTarget(db, ref.organizer)
  if ('fair' in ref) return await fairTarget(db, ref.fair)
  if ('establishment' in ref) return await establishmentTarget(db, ref.establishment)
  if ('application' in ref) return await heldByFair(db, 'application', ref.application)
  if ('contract' in ref) return await heldByFair(db, 'contract', ref.contract)
  if ('deal' in ref) return await heldByFair(db, 'deal', ref.deal)
  return {}
}

/**
 * Whether a conflict of interest keeps a member of the council from a thing: an application, what hangs on it, or, as long
 * as one of its applications is undecided, an establishment.
 */
export async function isBarred(db: Db | Tx, personId: string, target: Target): Promise<boolean> {
  if (!target.applicationId && !target.establishmentId) return false
  let query = wholeDb(db)
    .selectFrom('barredReviewer as barred')
    .select('barred.applicationId')
    .where('barred.reviewerId', '=', personId)
  if (target.applicationId) query = query.where('barred.applicationId', '=', target.applicationId)
  else
    query = query
      .innerJoin('application', 'application.id', 'barred.applicationId')
      .where('application.establishmentId', '=', target.establishmentId ?? '')
      .where(
        'application.state',
        '=',
        sql<'complete'>`any(${['submitted', 'correction-requested', 'complete']})`,
      )
  return Boolean(await query.limit(1).executeTakeFirst())
}

async function organizerTarget(db: Db | Tx, id: string): Promise<Target | undefined> {
  return await db.selectFrom('organizer').select('id as organizerId').where('id', '=', id).executeTakeFirst()
}

async function fairTarget(db: Db | Tx, id: string): Promise<Target | undefined> {
  return await db
    .selectFrom('fair')
    .select(['id as fairId', 'organizerId'])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** A record that was merged away belongs to whom its survivor belongs; the target says where it went. */
async function establishmentTarget(db: Db | Tx, id: string): Promise<Target | undefined> {
  const query = db
    .selectFrom('establishment')
    .select(['id as establishmentId', 'mergedInto', isUnclaimed()])
    .where('id', '=', id)
  // A write holds on to the record, so that nothing comes to hang on one that is merged away at that moment.
  const row = await (db.isTransaction ? query.forKeyShare() : query).executeTakeFirst()
  if (!row) return undefined
  const { mergedInto, ...target } = row
  if (mergedInto === null) return target
  const survivor = await establishmentTarget(db, mergedInto)
  return survivor && { ...survivor, mergedInto: survivor.mergedInto ?? mergedInto }
}

/** An entry that an organizer made and nobody has taken over yet. */
const isUnclaimed = () =>
  sql<boolean>`not exists (
    select from establishment_member m where m.establishment_id = establishment.id and m.ended_at is null
  )`.as('isUnclaimed')

/** Application, contract and deal all name their fair and their establishment. */
async function heldByFair(db: Db | Tx, table: 'application' | 'contract' | 'deal', id: string) {
  // Kysely cannot type a table chosen at run time; the three have the columns used here (db/src/schema.ts).
  return await db
    .selectFrom(table as 'application')
    .innerJoin('fair', 'fair.id', `${table as 'application'}.fairId`)
    .select(['fair.id as fairId', 'fair.organizerId', `${table as 'application'}.establishmentId`])
    .select(
      sql<string>`${sql.ref(table === 'application' ? 'application.id' : `${table}.application_id`)}`.as(
        'applicationId',
      ),
    )
    .select(
      table === 'application'
        ? sql<boolean>`application.channel = 'officer'`.as('isEntered')
        : sql<boolean>`false`.as('isEntered'),
    )
    .where(`${table as 'application'}.id`, '=', id)
    .executeTakeFirst()
}
