import type { ContractState } from '@hoicho/shared/contracts/states.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { announcedState } from '../recruitment/announced-state.ts'

/** An application with its fair, organizer and establishment: all a contract needs of them. Locks the application. */
export async function dossierOf(db: Db | Tx, applicationId: string, lock = false) {
  const query = db
    .selectFrom('application')
    .select(['id', 'number', announcedState, 'fairId', 'establishmentId'])
    .select(({ selectFrom }) =>
      selectFrom('selectionPlace')
        .select('selectionPlace.state')
        .whereRef('selectionPlace.applicationId', '=', 'application.id')
        .orderBy('selectionPlace.offeredAt', 'desc')
        .limit(1)
        .as('placeState'),
    )
    .where('id', '=', applicationId)
  const application = await (lock ? query.forUpdate() : query).executeTakeFirst()
  if (!application) return undefined
  const [fair, establishment] = await Promise.all([
    db.selectFrom('fair').selectAll().where('id', '=', application.fairId).executeTakeFirstOrThrow(),
    partyRow(db, application.establishmentId),
  ])
  const organizer = await db
    .selectFrom('organizer')
    .leftJoin('bank', 'bank.bin', 'organizer.bankBin')
    .selectAll('organizer')
    .select('bank.shortName as bankName')
    .where('organizer.id', '=', fair.organizerId)
    .executeTakeFirstOrThrow()
  return { application, fair, organizer, establishment }
}
export type Dossier = NonNullable<Awaited<ReturnType<typeof dossierOf>>>

async function partyRow(db: Db | Tx, establishmentId: string) {
  return await db
    .selectFrom('establishment')
    .leftJoin('bankAccount', join =>
      join
        .onRef('bankAccount.establishmentId', '=', 'establishment.id')
        .on('bankAccount.isDefault', '=', true)
        .on('bankAccount.removedAt', 'is', null),
    )
    .leftJoin('bank', 'bank.bin', 'bankAccount.bankBin')
    .selectAll('establishment')
    .select(['bank.shortName as bankName', 'bankAccount.account as bankAccount'])
    .where('establishment.id', '=', establishmentId)
    .executeTakeFirstOrThrow()
}

/** The booths an application holds now, with their hall. Locked when a contract is about to name them. */
export async function boothsHeld(db: Db | Tx, applicationId: string, lock = false) {
  const query = db
    .selectFrom('boothAssignment')
    .innerJoin('booth', 'booth.id', 'boothAssignment.boothId')
    .innerJoin('hall', 'hall.id', 'booth.hallId')
    .select([
      'boothAssignment.id as assignmentId',
      'boothAssignment.state',
      'booth.number',
      'booth.kind',
      'booth.widthCm',
      'booth.depthCm',
      'booth.areaCm2',
      'booth.openSides',
      'booth.priceMinor',
      'hall.name as hallName',
    ])
    .where('boothAssignment.applicationId', '=', applicationId)
    .where('boothAssignment.state', '<>', 'released')
    .orderBy('booth.id')
  return await (lock ? query.forUpdate(['booth', 'boothAssignment']) : query).execute()
}
export type HeldBooth = Awaited<ReturnType<typeof boothsHeld>>[number]

export async function setAssignmentState(
  tx: Tx,
  applicationId: string,
  from: 'assigned' | 'confirmed',
  to: 'assigned' | 'confirmed',
): Promise<void> {
  await tx
    .updateTable('boothAssignment')
    .set({ state: to })
    .where('applicationId', '=', applicationId)
    .where('state', '=', from)
    .execute()
}

/** All dated rules of some keys. The day is for the decision to ask. */
export async function rulesLike(db: Db | Tx, prefixes: readonly string[]) {
  return await db
    .selectFrom('datedRule')
    .select(['key', 'value', 'validFrom', 'validTo', 'legalBasis', 'source', 'confidence'])
    .where('key', 'like', sql<string>`any(${prefixes.map(prefix => `${prefix}%`)})`)
    .execute()
}

/** The living contract of an application. */
export async function livingContract(tx: Tx, applicationId: string) {
  return await tx
    .selectFrom('contract')
    .select(['id', 'number'])
    .where('applicationId', '=', applicationId)
    .where('state', '<>', 'cancelled')
    .executeTakeFirst()
}

/** A contract by its id, locked when it is about to change. */
export async function contractById(db: Db | Tx, contractId: string, lock = false) {
  const query = db.selectFrom('contract').selectAll().where('id', '=', contractId)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

export async function documentOf(db: Db | Tx, documentId: string) {
  return await db
    .selectFrom('document')
    .select(['id', 'fileId', 'data', 'ruleSetOn'])
    .where('id', '=', documentId)
    .executeTakeFirstOrThrow()
}

export async function signaturesOf(db: Db | Tx, contractId: string) {
  return await db
    .selectFrom('contractSignature')
    .select(['side', 'signerName', 'signerPosition', 'sha256', 'signedAt'])
    .where('contractId', '=', contractId)
    .orderBy('signedAt')
    .orderBy('id')
    .execute()
}

export async function paymentsOf(db: Db | Tx, contractId: string) {
  return await db
    .selectFrom('payment')
    .select(['id', 'amountMinor', 'paidOn', 'reference', 'note', 'recordedAt', 'voidedAt', 'voidReason'])
    .where('contractId', '=', contractId)
    .orderBy('paidOn')
    .orderBy('id')
    .execute()
}

export async function lockPayment(tx: Tx, contractId: string, paymentId: string) {
  return await tx
    .selectFrom('payment')
    .selectAll()
    .where('contractId', '=', contractId)
    .where('id', '=', paymentId)
    .forUpdate()
    .executeTakeFirst()
}

/** Contracts as lists show them, with what was paid. The caller narrows them to a fair or an establishment. */
function summaries(db: Db | Tx) {
  return db
    .selectFrom('contract')
    .innerJoin('fair', 'fair.id', 'contract.fairId')
    .innerJoin('establishment', 'establishment.id', 'contract.establishmentId')
    .select([
      'contract.id',
      'contract.fairId',
      'contract.applicationId',
      'contract.establishmentId',
      'establishment.name as establishmentName',
      'fair.nameVi as fairNameVi',
      'fair.nameEn as fairNameEn',
      'fair.nameDe as fairNameDe',
      'contract.number',
      'contract.state',
      'contract.currency',
      'contract.totalMinor',
      'contract.supportMinor',
      'contract.ownMinor',
      'contract.boothNumbers',
      'contract.issuedAt',
      'contract.signedAt',
    ])
    .select(PAID.as('paidMinor'))
}

/** Sum of a contract's payments that were not made void. */
const PAID = sql<number>`coalesce((
  select sum(amount_minor) from payment where payment.contract_id = contract.id and payment.voided_at is null
), 0)::bigint`

export async function contractsOfFair(db: Db, fairId: string) {
  return await newestFirst(summaries(db).where('contract.fairId', '=', fairId)).execute()
}

export async function contractsOfEstablishment(db: Db, establishmentId: string) {
  return await newestFirst(summaries(db).where('contract.establishmentId', '=', establishmentId)).execute()
}

export async function summaryOf(db: Db | Tx, contractId: string) {
  return await summaries(db).where('contract.id', '=', contractId).executeTakeFirst()
}

const newestFirst = <D, T extends keyof D, O>(query: SelectQueryBuilder<D, T, O>) =>
  query.orderBy(sql`contract.issued_at desc, contract.id desc`)

/** Selected applications of a fair that hold booths and have no living contract. */
export async function readyApplications(db: Db, fairId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('boothAssignment', 'boothAssignment.applicationId', 'application.id')
    .innerJoin('booth', 'booth.id', 'boothAssignment.boothId')
    .select([
      'application.id as applicationId',
      'application.number as applicationNumber',
      'establishment.name as establishmentName',
      'booth.number as boothNumber',
      'booth.priceMinor',
    ])
    .where('application.fairId', '=', fairId)
    .where('application.state', '=', 'selected')
    .where('boothAssignment.state', '<>', 'released')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('contract')
            .select('contract.id')
            .whereRef('contract.applicationId', '=', 'application.id')
            .where('contract.state', '<>', sql<ContractState>`'cancelled'`),
        ),
      ),
    )
    .orderBy('establishment.name')
    .orderBy('booth.id')
    .execute()
}

/** Where the organizer of a fair takes payments. */
export async function organizerAccount(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('fair')
    .innerJoin('organizer', 'organizer.id', 'fair.organizerId')
    .leftJoin('bank', 'bank.bin', 'organizer.bankBin')
    .select([
      'fair.timeZone',
      'organizer.nameVi',
      'organizer.placeVi',
      'organizer.bankBin',
      'organizer.bankAccount',
      'organizer.bankHolder',
      'bank.shortName as bankName',
    ])
    .where('fair.id', '=', fairId)
    .executeTakeFirstOrThrow()
}

/** The currency a fair reckons in. */
export async function currencyOf(db: Db | Tx, fairId: string) {
  const fair = await db.selectFrom('fair').select('currency').where('id', '=', fairId).executeTakeFirst()
  return fair?.currency
}
