import type { QuotaReport } from '@hoicho/shared/selection/quotas.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'

/** The decision in force, locked when a write builds on it. */
export async function decisionInForce(db: Db | Tx, fairId: string, lock = false) {
  const query = db
    .selectFrom('selection')
    .select(['id', 'version', 'documentId'])
    .where('fairId', '=', fairId)
    .where('state', '=', 'decided')
    .orderBy('version', 'desc')
    .limit(1)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function decisionsOf(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('selection')
    .leftJoin('document', 'document.id', 'selection.documentId')
    .leftJoin('person', 'person.id', 'selection.decidedBy')
    .select(['selection.id', 'selection.version', 'selection.state', 'selection.passMark', 'selection.quota'])
    .select(['selection.seed', 'selection.sha256', 'selection.decidedAt', 'person.name as decidedByName'])
    .select(['document.number as documentNumber', 'document.fileId as documentFileId'])
    .select(sql<QuotaReport[] | null>`selection.input->'quotas'`.as('quotas'))
    .where('selection.fairId', '=', fairId)
    .orderBy('selection.version', 'desc')
    .execute()
}

export async function frozenRecord(db: Db | Tx, fairId: string, version: number) {
  return await db
    .selectFrom('selection')
    .select(['input', 'sha256'])
    .where('fairId', '=', fairId)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** Outcomes of every decision of a fair by rank, with how the letter fared. */
export async function outcomesOf(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('selectionOutcome as outcome')
    .innerJoin('application', 'application.id', 'outcome.applicationId')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('province', join =>
      join
        .onRef('province.scheme', '=', 'establishment.provinceScheme')
        .onRef('province.code', '=', 'establishment.provinceCode'),
    )
    .leftJoin('mail', 'mail.id', 'outcome.mailId')
    .select(['outcome.selectionId', 'outcome.applicationId', 'outcome.rank', 'outcome.meanPoints'])
    .select([
      'outcome.outcome',
      'outcome.reason',
      'outcome.quota',
      'outcome.mailId',
      'outcome.releasedAt',
      'mail.state as mailState',
    ])
    .select(['application.number', 'application.establishmentId', 'establishment.name as establishmentName'])
    .select(['province.nameVi as provinceName', 'establishment.registeredAddress'])
    .where('outcome.fairId', '=', fairId)
    .orderBy('outcome.rank')
    .execute()
}

/** Whom to write to, by establishment: its own address, or else that of its first owner; in the owner's language. */
export async function recipientsOf(db: Db | Tx, establishmentIds: readonly string[]) {
  const { rows } = await sql<Recipient & { id: string }>`
    select e.id, e.name, coalesce(e.email, owner.email) as address, coalesce(owner.locale, 'vi') as locale
    from establishment e
    left join lateral (
      select p.email, p.locale
      from establishment_member m join person p on p.id = m.person_id
      where m.establishment_id = e.id and m.ended_at is null
      order by (m.role = 'owner') desc, m.created_at
      limit 1
    ) owner on true
    where e.id = any(${establishmentIds})`.execute(db)
  return new Map(rows.map(({ id, ...recipient }) => [id, recipient]))
}
/** The one of {@link recipientsOf} for an establishment that exists. */
export async function recipientOf(db: Db | Tx, establishmentId: string): Promise<Recipient> {
  return found((await recipientsOf(db, [establishmentId])).get(establishmentId))
}

export type Recipient = { name: string; address: string | null; locale: 'vi' | 'en' | 'de' }

export async function organizerForPapers(db: Db | Tx, organizerId: string) {
  return await db
    .selectFrom('organizer')
    .select(['nameVi', 'nameEn', 'parentNameVi', 'documentSymbol', 'placeVi', 'email', 'phone'])
    .select(['representativeName', 'representativePosition'])
    .where('id', '=', organizerId)
    .executeTakeFirstOrThrow()
}
