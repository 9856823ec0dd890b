import type { DealFilter } from '@hoicho/shared/deals/schema.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'
import { sql } from 'kysely'
import type { Db, Tx } from '../platform/context.ts'
import { announcedState } from '../recruitment/announced-state.ts'

/** The deal, locked for a write that reads it first. */
export async function lockDeal(tx: Tx, fairId: string, dealId: string) {
  return await tx
    .selectFrom('deal')
    .selectAll()
    .where('fairId', '=', fairId)
    .where('id', '=', dealId)
    .forUpdate()
    .executeTakeFirst()
}

/** An application with what a deal of it needs of its fair. */
export async function applicationForDeal(db: Db | Tx, applicationId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('fair', 'fair.id', 'application.fairId')
    .select([
      'application.id as applicationId',
      'application.fairId',
      'application.establishmentId',
      announcedState,
      'fair.organizerId',
      'fair.nameVi',
      'fair.nameEn',
      'fair.nameDe',
      'fair.opensOn',
      'fair.closesOn',
      'fair.timeZone',
      'fair.currency',
      'fair.country',
    ])
    .where('application.id', '=', applicationId)
    .executeTakeFirst()
}

export async function productOf(db: Db | Tx, establishmentId: string, productId: string) {
  return await db
    .selectFrom('product')
    .select('id')
    .where('establishmentId', '=', establishmentId)
    .where('id', '=', productId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
}

export async function productsOf(db: Db, establishmentId: string) {
  return await db
    .selectFrom('product')
    .select(['id', 'nameVi', 'nameEn', 'nameDe'])
    .where('establishmentId', '=', establishmentId)
    .where('removedAt', 'is', null)
    .orderBy('nameVi')
    .execute()
}

/** Those who may log deals at a fair, by name. */
export async function selectedOf(db: Db, fairId: string) {
  return await db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .select(['application.id as applicationId', 'application.number', 'establishment.name'])
    .where('application.fairId', '=', fairId)
    .where('application.state', '=', 'selected')
    .orderBy('establishment.name')
    .execute()
}

/** Deals with all that any view of them shows. Every caller names the fair. */
function deals(db: Db | Tx, fairId: string) {
  return db
    .selectFrom('deal')
    .innerJoin('establishment', 'establishment.id', 'deal.establishmentId')
    .innerJoin('application', 'application.id', 'deal.applicationId')
    .leftJoin('province', join =>
      join
        .onRef('province.scheme', '=', sql.ref('establishment.province_scheme'))
        .onRef('province.code', '=', 'establishment.provinceCode'),
    )
    .leftJoin('product', 'product.id', 'deal.productId')
    .leftJoin('file', 'file.id', 'deal.evidenceFileId')
    .leftJoin('person as logger', 'logger.id', 'deal.loggedBy')
    .leftJoin('person as verifier', 'verifier.id', 'deal.verifiedBy')
    .selectAll('deal')
    .select([
      'establishment.name as establishmentName',
      'establishment.sectorCode',
      'establishment.provinceScheme',
      'establishment.provinceCode',
      'province.nameVi as provinceNameVi',
      'application.number as applicationNumber',
      'product.nameVi as productNameVi',
      'file.name as evidenceName',
      'file.mediaType as evidenceMediaType',
      'logger.name as loggedByName',
      'verifier.name as verifiedByName',
    ])
    .where('deal.fairId', '=', fairId)
}

export type DealRow = Awaited<ReturnType<typeof dealsOfFair>>[number]

export async function dealById(db: Db | Tx, fairId: string, dealId: string) {
  return await deals(db, fairId).where('deal.id', '=', dealId).executeTakeFirst()
}

/** All deals of an application but the removed ones, newest first. */
export async function dealsOfApplication(db: Db, fairId: string, applicationId: string) {
  return await deals(db, fairId)
    .where('deal.applicationId', '=', applicationId)
    .where('deal.state', '<>', 'removed')
    .orderBy('deal.loggedAt', 'desc')
    .orderBy('deal.id', 'desc')
    .execute()
}

/** The fair's deals that match, newest first; removed ones only when asked for by that state. */
export async function dealsOfFair(db: Db, fairId: string, filter: DealFilter = {}) {
  let query = deals(db, fairId)
  query = filter.state
    ? query.where('deal.state', '=', filter.state)
    : query.where('deal.state', '<>', 'removed')
  if (filter.kind) query = query.where('deal.kind', '=', filter.kind)
  if (filter.currency) query = query.where('deal.currency', '=', filter.currency)
  if (filter.sector) query = query.where('establishment.sectorCode', '=', filter.sector)
  const [scheme, code] = filter.province?.split(':') ?? []
  if (scheme && code) query = query.where(inProvince(scheme, code))
  for (const word of foldText(filter.q ?? '').split(' ')) {
    if (word) query = query.where(sql<boolean>`position(${word} in ${SEARCHED}) > 0`)
  }
  return await query.orderBy('deal.loggedAt', 'desc').orderBy('deal.id', 'desc').execute()
}

/** In the province itself, or in one that was merged into it. */
const inProvince = (scheme: string, code: string) => sql<boolean>`(
  (establishment.province_scheme = ${scheme} and establishment.province_code = ${code})
  or (${scheme} = 'gso-34' and province.merged_into_code = ${code}))`

const SEARCHED = sql`fold_text(concat_ws(' ', deal.partner_name, deal.partner_contact, establishment.name, product.name_vi,
  deal.product_text, application.number))`
