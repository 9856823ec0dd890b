import type { DealFilter, DealView, DeskDeal, Exhibitor, OwnDeals } from '@hoicho/shared/deals/schema.ts'
import { type DealTotal, dealTotals } from '@hoicho/shared/deals/totals.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import type { Currency } from '@hoicho/shared/platform/money.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import * as queries from './queries.ts'

/** The deals of one application and what its form needs, for the people of the establishment. 404 for others. */
export async function listOwnDeals(ctx: Ctx, applicationId: string): Promise<OwnDeals> {
  await mayRead(ctx, 'deals.list-of-application', { application: applicationId })
  const { db } = ctx.app
  const held = found(await queries.applicationForDeal(db, applicationId))
  const rows = await queries.dealsOfApplication(db, held.fairId, applicationId)
  const { nameVi, nameEn, nameDe, opensOn, closesOn, country } = held
  const currency = asCurrency(held.currency)
  return {
    fair: { id: held.fairId, nameVi, nameEn, nameDe, opensOn, closesOn, country, currency },
    today: localDate(ctx.now(), held.timeZone),
    mayLog: held.state === 'selected',
    products: await queries.productsOf(db, held.establishmentId),
    items: rows.map(asDealView),
  }
}

export type DealList = { items: DeskDeal[]; totals: DealTotal[]; exhibitors: Exhibitor[] }

/** The fair's deals that match, their totals by kind and currency, and who may log deals. */
export async function listDeals(ctx: Ctx, fairId: string, filter: DealFilter = {}): Promise<DealList> {
  await mayRead(ctx, 'deals.list', { fair: fairId })
  const items = (await queries.dealsOfFair(ctx.app.db, fairId, filter)).map(asDeskDeal)
  const totals = dealTotals(items.map(item => ({ ...item, count: 1 })))
  return { items, totals, exhibitors: await queries.selectedOf(ctx.app.db, fairId) }
}

/** The view a write answers with: read in the same transaction. */
export async function readDeal(tx: Tx, fairId: string, dealId: string): Promise<DealView> {
  return asDealView(found(await queries.dealById(tx, fairId, dealId)))
}

function asDealView(row: queries.DealRow): DealView {
  const { id, fairId, applicationId, establishmentId, kind, state, version } = row
  const { partnerName, partnerCountry, partnerContact, productId, productText, productNameVi } = row
  const { valueMinor, signedOn, note, evidenceFileId, loggedAt, verifiedAt, rejectionReason } = row
  return {
    id,
    fairId,
    applicationId,
    establishmentId,
    kind,
    state,
    version,
    partnerName,
    partnerCountry,
    partnerContact,
    productId,
    productText,
    productNameVi,
    valueMinor,
    currency: row.currency === null ? null : asCurrency(row.currency),
    signedOn,
    note,
    evidenceFileId,
    evidence: evidenceFileId
      ? { id: evidenceFileId, name: row.evidenceName ?? '', mediaType: row.evidenceMediaType ?? '' }
      : null,
    loggedAt,
    verifiedAt,
    rejectionReason,
  }
}

function asDeskDeal(row: queries.DealRow): DeskDeal {
  const { establishmentName, applicationNumber, sectorCode, provinceScheme, provinceCode } = row
  return {
    ...asDealView(row),
    establishmentName,
    applicationNumber,
    sectorCode,
    provinceScheme,
    provinceCode,
    provinceNameVi: row.provinceNameVi,
    loggedByName: row.loggedByName,
    verifiedByName: row.verifiedByName,
    isVerifiedByLogger: row.verifiedBy !== null && row.verifiedBy === row.loggedBy,
  }
}

/** The columns are only ever written from the currency schema. */
const asCurrency = (code: string) => code as Currency
