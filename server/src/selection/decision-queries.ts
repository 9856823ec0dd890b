import type { QuotaReport } from '@hoicho/shared/selection/quotas.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

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
      'mail.state as mailState',
    ])
    .select(['application.number', 'application.establishmentId', 'establishment.name as establishmentName'])
    .select(['province.nameVi as provinceName', 'establishment.registeredAddress'])
    .where('outcome.fairId', '=', fairId)
    .orderBy('outcome.rank')
    .execute()
}

/** Whom to write to: the establishment's own address, or else that of its first owner; in the owner's language. */
export async function recipientOf(db: Db | Tx, establishmentId: string) {
  const establishment = await db
    .selectFrom('establishment')
    .select(['name', 'email'])
    .where('id', '=', establishmentId)
    .executeTakeFirstOrThrow()
  const owner = await db
    .selectFrom('establishmentMember as member')
    .innerJoin('person', 'person.id', 'member.personId')
    .select(['person.email', 'person.locale'])
    .where('member.establishmentId', '=', establishmentId)
    .where('member.endedAt', 'is', null)
    .orderBy(row => row('member.role', '=', 'owner'), 'desc')
    .orderBy('member.createdAt')
    .limit(1)
    .executeTakeFirst()
  const address = establishment.email ?? owner?.email ?? null
  return { name: establishment.name, address, locale: owner?.locale ?? ('vi' as const) }
}

export async function organizerForPapers(db: Db | Tx, organizerId: string) {
  return await db
    .selectFrom('organizer')
    .select(['nameVi', 'nameEn', 'parentNameVi', 'documentSymbol', 'placeVi', 'email', 'phone'])
    .select(['representativeName', 'representativePosition'])
    .where('id', '=', organizerId)
    .executeTakeFirstOrThrow()
}
