import { dealTotals } from '@hoicho/shared/deals/totals.ts'
import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { eachDay } from '@hoicho/shared/platform/dates.ts'
import { type FunnelGroup, funnelBy, funnelTotal } from '@hoicho/shared/reports/funnel.ts'
import {
  type DossierRow,
  type FairReport,
  FUNDING_SOURCES,
  type FunnelFilter,
  type FunnelRow,
  ProvinceScheme,
} from '@hoicho/shared/reports/schema.ts'
import { z } from 'zod'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import * as queries from './queries.ts'

const provinceRule = z.object({ scheme: ProvinceScheme })

/**
 * The results of a fair as they are now. The number of queries does not depend on how many applied.
 * @param scheme which provinces to count by; left out, those that existed when the fair opened
 */
export async function viewReport(ctx: Ctx, fairId: string, scheme?: ProvinceScheme): Promise<FairReport> {
  await mayRead(ctx, 'reports.view', { fair: fairId })
  const { db } = ctx.app
  const fair = found(await queries.fairForReport(db, fairId))
  const shown = scheme ?? (await schemeOn(ctx, fair.opensOn))
  const groups = (await queries.funnelGroups(db, fairId, shown)).map(asGroup)
  const visits = await queries.visitsByDay(db, fairId, fair.timeZone)
  return {
    fair: reportFair(fair),
    asOf: ctx.now(),
    scheme: shown,
    total: funnelTotal(groups),
    byProvince: await provinceRows(ctx, groups),
    bySector: await sectorRows(ctx, groups),
    byChannel: funnelBy(groups, group => group.channel),
    deals: dealTotals(await queries.dealFigures(db, fairId)),
    booths: inFundingOrder(await queries.boothsByFunding(db, fairId)),
    support: await queries.supportByCostItem(db, fairId),
    visits: everyDay(fair, visits),
    lastScanAt: visits.map(row => row.lastScanAt).reduce<string | null>(later, null),
    visitorsRegistered: await queries.visitorsRegistered(db, fairId),
  }
}

/** The establishments behind a figure of the report. */
export async function listDossiers(ctx: Ctx, fairId: string, filter: FunnelFilter): Promise<DossierRow[]> {
  await mayRead(ctx, 'reports.view', { fair: fairId })
  const fair = found(await queries.fairForReport(ctx.app.db, fairId))
  const scheme = filter.scheme ?? (await schemeOn(ctx, fair.opensOn))
  return await queries.dossierRows(ctx.app.db, fairId, filter, scheme)
}

async function schemeOn(ctx: Ctx, day: string): Promise<ProvinceScheme> {
  const rules = await queries.fairRules(ctx.app.db)
  return ruleValueOn(rules, 'territory.provinces', day, provinceRule)?.value.scheme ?? 'gso-63'
}

type Fair = NonNullable<Awaited<ReturnType<typeof queries.fairForReport>>>

export function reportFair(fair: Fair): FairReport['fair'] {
  const { id, nameVi, nameEn, opensOn, closesOn, timeZone, city, venueName, quota, state } = fair
  return { id, nameVi, nameEn, opensOn, closesOn, timeZone, city, venueName, quota, state }
}

function asGroup(row: Awaited<ReturnType<typeof queries.funnelGroups>>[number]): FunnelGroup {
  const { provinceKey, sectorCode, channel, ...counts } = row
  return { provinceKey, sectorCode, channel, counts }
}

/** In the official order of the provinces. */
async function provinceRows(ctx: Ctx, groups: readonly FunnelGroup[]): Promise<FunnelRow[]> {
  const names = await queries.provinceNames(ctx.app.db)
  const rows = new Map(funnelBy(groups, group => group.provinceKey).map(row => [row.key, row.counts]))
  return names.flatMap(({ scheme, code, nameVi, nameEn }) => {
    const key = `${scheme}:${code}`
    const counts = rows.get(key)
    return counts ? [{ key, nameVi, nameEn, counts }] : []
  })
}

/** In the order of the sectors; those that named none come last, under `none`. */
async function sectorRows(ctx: Ctx, groups: readonly FunnelGroup[]): Promise<FunnelRow[]> {
  const names = await queries.sectorNames(ctx.app.db)
  const rows = new Map(
    funnelBy(groups, group => group.sectorCode ?? 'none').map(row => [row.key, row.counts]),
  )
  return [...names, { code: 'none', nameVi: '', nameEn: '' }].flatMap(({ code, nameVi, nameEn }) => {
    const counts = rows.get(code)
    return counts ? [{ key: code, nameVi, nameEn, counts }] : []
  })
}

function inFundingOrder(rows: FairReport['booths']): FairReport['booths'] {
  return FUNDING_SOURCES.flatMap(source => rows.find(row => row.fundingSource === source) ?? [])
}

/** Every day of the fair, also those without an entry, and days outside it on which somebody was let in. */
function everyDay(fair: Fair, rows: readonly FairReport['visits'][number][]): FairReport['visits'] {
  const days = new Set([...eachDay(fair.opensOn, fair.closesOn), ...rows.map(row => row.day)])
  return [...days].sort().map(day => {
    const row = rows.find(one => one.day === day)
    const { visitors = 0, buyers = 0, guests = 0, staff = 0 } = row ?? {}
    return { day, visitors, buyers, guests, staff }
  })
}

const later = (a: string | null, b: string) => (a === null || b > a ? b : a)
