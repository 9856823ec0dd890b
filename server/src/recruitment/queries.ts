import type { Answers, FormDefinition } from '@hoicho/shared/fairs/form.ts'
import type { Prefilled } from '@hoicho/shared/recruitment/schema.ts'
import type { ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'

const FAIR_COLUMNS = [
  'fair.id',
  'fair.slug',
  'fair.kind',
  'fair.nameVi',
  'fair.nameEn',
  'fair.nameDe',
  'fair.opensOn',
  'fair.closesOn',
  'fair.timeZone',
  'fair.city',
  'fair.country',
  'fair.venueName',
  'fair.registrationClosesAt',
  'fair.formVersion',
  'fair.state',
] as const

export async function applicationById(db: Db | Tx, fairId: string, applicationId: string, lock = false) {
  const query = db
    .selectFrom('application')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('id', '=', applicationId)
  return await (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** A fair by its id or the address of its page, whatever its state. */
export async function fairByIdOrSlug(db: Db | Tx, idOrSlug: string) {
  const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(idOrSlug)
  return await db
    .selectFrom('fair')
    .innerJoin('organizer', 'organizer.id', 'fair.organizerId')
    .selectAll('fair')
    .select([
      'organizer.nameVi as organizerNameVi',
      'organizer.nameEn as organizerNameEn',
      'organizer.email as organizerEmail',
      'organizer.phone as organizerPhone',
    ])
    .where(isId ? 'fair.id' : 'fair.slug', '=', idOrSlug)
    .executeTakeFirst()
}
export type FairForRecruitment = NonNullable<Awaited<ReturnType<typeof fairByIdOrSlug>>>

export async function fairColumns(db: Db | Tx, fairId: string) {
  return await db.selectFrom('fair').select(FAIR_COLUMNS).where('fair.id', '=', fairId).executeTakeFirst()
}

/** Whom applicants of a fair deal with. */
export async function organizerOfFair(db: Db | Tx, fairId: string) {
  return await db
    .selectFrom('fair')
    .innerJoin('organizer', 'organizer.id', 'fair.organizerId')
    .select(['organizer.id', 'organizer.nameVi', 'organizer.nameEn', 'organizer.phone', 'organizer.email'])
    .where('fair.id', '=', fairId)
    .executeTakeFirstOrThrow()
}

/** A version of a fair's form. The column is only ever written from its schema. */
export async function formOf(
  db: Db | Tx,
  fairId: string,
  version: number,
): Promise<FormDefinition | undefined> {
  const row = await db
    .selectFrom('applicationForm')
    .select('definition')
    .where('fairId', '=', fairId)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.definition as FormDefinition | undefined
}

/** The columns hold what their schemas let in. */
export const answersOf = (row: { answers: unknown }) => row.answers as Answers
export const prefilledOf = (row: { prefilled: unknown }) => row.prefilled as Prefilled

export async function papersOf(db: Db | Tx, applicationId: string) {
  return await db
    .selectFrom('applicationPaper')
    .innerJoin('file', 'file.id', 'applicationPaper.fileId')
    .select([
      'applicationPaper.id',
      'applicationPaper.paperCode',
      'applicationPaper.fileId',
      'applicationPaper.addedAt',
      'file.name',
      'file.mediaType',
      'file.sizeBytes',
    ])
    .where('applicationId', '=', applicationId)
    .where('removedAt', 'is', null)
    .orderBy('applicationPaper.id')
    .execute()
}

export async function productsOf(db: Db | Tx, applicationId: string) {
  return await db
    .selectFrom('applicationProduct')
    .innerJoin('product', 'product.id', 'applicationProduct.productId')
    .select(['product.id', 'product.nameVi', 'product.nameEn', 'product.hsCode', 'product.photoFileId'])
    .where('applicationId', '=', applicationId)
    .orderBy('product.nameVi')
    .execute()
}

/** The products of an establishment that are still made. */
export async function livingProductIds(db: Db | Tx, establishmentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('product')
    .select('id')
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(row => row.id)
}

const ESTABLISHMENT_COLUMNS = [
  'establishment.id',
  'establishment.name',
  'establishment.nameEn',
  'establishment.legalForm',
  'establishment.taxCode',
  'establishment.registeredAddress',
  'establishment.productionAddress',
  'establishment.provinceScheme',
  'establishment.provinceCode',
  'establishment.sectorCode',
  'establishment.phone',
  'establishment.email',
  'establishment.website',
  'establishment.representativeName',
  'establishment.representativePosition',
  'establishment.employees',
  'establishment.figuresYear',
  'establishment.exportMarkets',
] as const

export async function establishmentById(db: Db | Tx, establishmentId: string) {
  return await db
    .selectFrom('establishment')
    .leftJoin('province', join =>
      join
        .onRef('province.scheme', '=', 'establishment.provinceScheme' as 'province.scheme')
        .onRef('province.code', '=', 'establishment.provinceCode'),
    )
    .select(ESTABLISHMENT_COLUMNS)
    .select('province.nameVi as provinceName')
    .where('establishment.id', '=', establishmentId)
    .executeTakeFirst()
}

/** The people who own an establishment's account: whom mails about it go to. */
export async function ownersOf(db: Db | Tx, establishmentId: string) {
  return await db
    .selectFrom('establishmentMember')
    .innerJoin('person', 'person.id', 'establishmentMember.personId')
    .select(['person.id', 'person.name', 'person.email', 'person.locale'])
    .where('establishmentId', '=', establishmentId)
    .where('role', '=', 'owner')
    .where('endedAt', 'is', null)
    .orderBy('establishmentMember.id')
    .execute()
}

export async function hasPeople(db: Db | Tx, establishmentId: string): Promise<boolean> {
  const row = await db
    .selectFrom('establishmentMember')
    .select('id')
    .where('establishmentId', '=', establishmentId)
    .where('endedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function isMember(db: Db | Tx, establishmentId: string, personId: string): Promise<boolean> {
  const row = await db
    .selectFrom('establishmentMember')
    .select('id')
    .where('establishmentId', '=', establishmentId)
    .where('personId', '=', personId)
    .where('endedAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function livingApplicationId(db: Db | Tx, fairId: string, establishmentId: string) {
  const row = await db
    .selectFrom('application')
    .select('id')
    .where('fairId', '=', fairId)
    .where('establishmentId', '=', establishmentId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Whether the establishment asked this organizer not to write about fairs again. */
export async function isOptedOut(
  db: Db | Tx,
  organizerId: string,
  establishmentId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('invitationOptOut')
    .select('establishmentId')
    .where('organizerId', '=', organizerId)
    .where('establishmentId', '=', establishmentId)
    .executeTakeFirst()
  return row !== undefined
}

export async function applicationsOfEstablishment(db: Db, establishmentId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select(FAIR_COLUMNS)
    .select([
      'application.id as applicationId',
      'application.number',
      sql<ApplicationState>`coalesce(application.shown_state, application.state)`.as('applicationState'),
      'application.updatedAt',
      'application.submittedAt',
      'application.correctionDueOn',
    ])
    .where('application.establishmentId', '=', establishmentId)
    .orderBy('application.startedAt', 'desc')
    .execute()
}

export async function invitationsOfFair(db: Db, fairId: string) {
  return await db
    .selectFrom('fairInvitation')
    .innerJoin('establishment', 'establishment.id', 'fairInvitation.establishmentId')
    .leftJoin('mail', 'mail.id', 'fairInvitation.mailId')
    .leftJoin('application', join =>
      join
        .onRef('application.fairId', '=', 'fairInvitation.fairId')
        .onRef('application.establishmentId', '=', 'fairInvitation.establishmentId')
        .on('application.state', '<>', 'withdrawn'),
    )
    .select([
      'fairInvitation.id',
      'fairInvitation.establishmentId',
      'establishment.name as establishmentName',
      'establishment.provinceScheme',
      'establishment.provinceCode',
      'establishment.sectorCode',
      'fairInvitation.email',
      'fairInvitation.state',
      'mail.state as mailState',
      'fairInvitation.channel',
      'fairInvitation.declineCode',
      'fairInvitation.declineReason',
      'fairInvitation.invitedAt',
      'fairInvitation.visitedAt',
      'application.id as applicationId',
    ])
    .where('fairInvitation.fairId', '=', fairId)
    .orderBy('fairInvitation.id', 'desc')
    .execute()
}

/** Names of provinces (`scheme:code`) and sectors in a language, for papers and spreadsheets. */
export async function placeNames(db: Db, lang: 'vi' | 'en') {
  const provinces = await db.selectFrom('province').select(['scheme', 'code', 'nameVi', 'nameEn']).execute()
  const sectors = await db.selectFrom('sector').select(['code', 'nameVi', 'nameEn']).execute()
  const nameOf = (row: { nameVi: string; nameEn: string }) =>
    lang === 'vi' ? row.nameVi : row.nameEn || row.nameVi
  const province = new Map(provinces.map(row => [`${row.scheme}:${row.code}`, nameOf(row)]))
  const sector = new Map(sectors.map(row => [row.code, nameOf(row)]))
  return {
    province: (key: string): string => province.get(key) ?? '',
    sector: (code: string | null): string => sector.get(code ?? '') ?? '',
  }
}
