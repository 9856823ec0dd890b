import type { Rights } from '@hoicho/shared/identity/permissions.ts'
import {
  type CommonTableExpressionNode,
  type KyselyPlugin,
  type RawBuilder,
  RawNode,
  type RootOperationNode,
  sql,
} from 'kysely'
import type { Actor, App, Db, Tx } from './context.ts'

/** An application a conflict of interest keeps somebody from. */
type Barred = { applicationId: string; fairId: string; establishmentId: string }

const wholeOf = new WeakMap<Db, Db>()

/**
 * The database with nothing left out, for what must be reckoned over everybody before it is shown: rankings, and every
 * write (change asks for it). What is read through it is filtered by whoever shows it.
 */
export const wholeDb = <D extends Db | Tx>(db: D): D | Db => wholeOf.get(db) ?? db

/**
 * The house as the person may see it. To a reviewer with a conflict of interest, whatever other role they hold, every
 * select goes by tables in which the application and all that hangs on it are not: lists, exports, mails and the log of
 * any capability, those not yet written too.
 */
export async function appFor(app: App, actor: Actor, rights: Rights, path: string): Promise<App> {
  const mayJudge = rights.organizers.some(held => held.role === 'reviewer')
  if (actor.kind !== 'person' || !mayJudge) return app
  const barred = (await barredFor(app.db, actor.id)).filter(row => !isOwn(row, rights, path))
  if (barred.length === 0) return app
  const db = app.db.withPlugin(new KeptOut(barred))
  wholeOf.set(db, app.db)
  return { ...app, db }
}

/** An establishment's own people see what is theirs, but not through the organizer's lists. */
const isOwn = (row: Barred, rights: Rights, path: string) =>
  !/^\/api\/(fairs|organizers)\//.test(path) &&
  rights.establishments.some(held => held.establishmentId === row.establishmentId)

async function barredFor(db: Db, personId: string): Promise<Barred[]> {
  return await db
    .selectFrom('barredReviewer as barred')
    .innerJoin('application', 'application.id', 'barred.applicationId')
    .select(['application.id as applicationId', 'application.fairId', 'application.establishmentId'])
    .where('barred.reviewerId', '=', personId)
    .execute()
}

/** Puts tables without the barred rows, under the same names, before every select. */
class KeptOut implements KyselyPlugin {
  readonly #tables: RawBuilder<unknown>

  constructor(barred: readonly Barred[]) {
    this.#tables = tablesWithout(barred)
  }

  transformQuery({ node }: { node: RootOperationNode }): RootOperationNode {
    const tables = this.#tables.toOperationNode()
    if (node.kind === 'SelectQueryNode') {
      // The list of tables compiles as one expression of the WITH clause, before those the query brings.
      const first = tables as unknown as CommonTableExpressionNode
      const own = node.with
      return {
        ...node,
        with: { ...(own ?? { kind: 'WithNode' }), expressions: [first, ...(own?.expressions ?? [])] },
      }
    }
    if (node.kind !== 'RawNode') return node
    const [head = '', ...rest] = node.sqlFragments
    const [, start, own] = /^\s*(with\s+recursive\b|with\b|(?=select\b))([^]*)$/i.exec(head) ?? []
    if (start === undefined) return node
    const fragments = [`${start || 'with'} `, `${start ? ', ' : ' '}${own}`, ...rest]
    return RawNode.create(fragments, [tables, ...node.parameters])
  }

  async transformResult<T>({ result }: { result: T }): Promise<T> {
    return result
  }
}

/** What names its application. */
const OF_APPLICATION = [
  'application_check',
  'application_check_run',
  'application_correction',
  'application_note',
  'application_paper',
  'application_product',
  'application_refusal',
  'application_remark',
  'application_submission',
  'badge',
  'booth_assignment',
  'conflict_of_interest',
  'contract',
  'deal',
  'fee_payment',
  'reviewer_assignment',
  'score_sheet',
  'selection_complaint',
  'selection_outcome',
  'selection_place',
  'sheet_viewing',
]

/** What names the establishment and the fair it was asked to. */
const OF_ESTABLISHMENT = ['campaign_recipient', 'fair_invitation', 'recruitment_call']

/** `public.` is the table itself, a bare name what stands before it in this list. */
function tablesWithout(barred: readonly Barred[]): RawBuilder<unknown> {
  const ids = sql`${barred.map(row => row.applicationId)}::uuid[]`
  const pairs = sql`(select * from unnest(
    ${barred.map(row => row.fairId)}::uuid[], ${barred.map(row => row.establishmentId)}::uuid[]))`
  const cut = (name: string, keeps: RawBuilder<unknown>) =>
    sql`${sql.id(name)} as not materialized (select * from ${sql.id('public', name)} it where ${keeps})`
  return sql`${sql.join([
    cut('application', sql`it.id <> all(${ids})`),
    ...OF_APPLICATION.map(name =>
      cut(name, sql`it.application_id is null or it.application_id <> all(${ids})`),
    ),
    ...OF_ESTABLISHMENT.map(name => cut(name, sql`(it.fair_id, it.establishment_id) not in ${pairs}`)),
    ...['contract_signature', 'payment'].map(name =>
      cut(name, sql`exists (select from contract where contract.id = it.contract_id)`),
    ),
    cut('scan', sql`it.badge_id is null or exists (select from badge where badge.id = it.badge_id)`),
    cut('document', without('contract', 'document_id', ids)),
    cut('mail', mailKept(ids, pairs)),
    cut('audit_entry', auditKept(barred, pairs)),
  ])}`
}

const without = (table: string, column: string, ids: RawBuilder<unknown>) => sql`not exists (
  select from ${sql.id('public', table)} held where held.${sql.id(column)} = it.id and held.application_id = any(${ids}))`

/** Letters to the establishment about that fair: by what they name, by what names them, and by whom they go to. */
const mailKept = (ids: RawBuilder<unknown>, pairs: RawBuilder<unknown>) => sql`
  (it.fair_id is null or it.establishment_id is null or (it.fair_id, it.establishment_id) not in ${pairs})
  and ${without('application_refusal', 'mail_id', ids)} and ${without('selection_outcome', 'mail_id', ids)}
  and ${without('selection_place', 'mail_id', ids)} and ${without('selection_place', 'reminder_mail_id', ids)}
  and ${without('selection_complaint', 'mail_id', ids)}
  and not exists (
    select from public.fair_invitation asked where (asked.fair_id, asked.establishment_id) in ${pairs} and (
      asked.mail_id = it.id or exists (
        select from public.invitation_reminder again where again.invitation_id = asked.id and again.mail_id = it.id)))
  and (it.fair_id is null or not exists (
    select from unnest(${ids}) barred (id)
    join public.application on application.id = barred.id and application.fair_id = it.fair_id
    join public.establishment on establishment.id = application.establishment_id
    where lower(it.to_address) = lower(establishment.email)
      or exists (select from public.contact
        where contact.establishment_id = establishment.id and lower(contact.email) = lower(it.to_address))
      or exists (select from public.establishment_member m join public.person on person.id = m.person_id
        where m.establishment_id = establishment.id and lower(person.email) = lower(it.to_address))))`

/** The log's entries about the application, and those of many that name it among others. */
const auditKept = (barred: readonly Barred[], pairs: RawBuilder<unknown>) => sql`
  (it.fair_id is null or it.establishment_id is null or (it.fair_id, it.establishment_id) not in ${pairs})
  and concat(it.entity_id, it.before, it.after) !~ ${barred.map(row => row.applicationId).join('|')}`
