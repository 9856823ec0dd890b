import { dealTotals } from '@hoicho/shared/deals/totals.ts'
import { ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { eachDay } from '@hoicho/shared/platform/dates.ts'
import { type FunnelGroup, funnelBy, funnelTotal } from '@hoicho/shared/reports/funnel.ts'
import {
  type DossierRow,
  type FairReport,
  FUNDING_SOURCES,
  type FunnelFilter,
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
    byProvince: await inProvinceOrder(
      ctx,
      funnelBy(groups, group => group.provinceKey),
    ),
    bySector: await inSectorOrder(
      ctx,
      funnelBy(groups, group => group.sectorCode ?? 'none'),
    ),
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
  return await queries.dossierRows(ctx.app.db, fair, filter, scheme)
}

export async function schemeOn(ctx: Ctx, day: string): Promise<ProvinceScheme> {
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

type Row<Counts> = { key: string; counts: Counts }
export type Named<Counts> = Row<Counts> & { nameVi: string; nameEn: string }

/** In the official order of the provinces. */
export async function inProvinceOrder<C>(ctx: Ctx, rows: readonly Row<C>[]): Promise<Named<C>[]> {
  const names = await queries.provinceNames(ctx.app.db)
  return named(
    names.map(({ scheme, code, nameVi, nameEn }) => ({ key: `${scheme}:${code}`, nameVi, nameEn })),
    rows,
  )
}

/** In the order of the sectors; those that named none come last, under `none`. */
export async function inSectorOrder<C>(ctx: Ctx, rows: readonly Row<C>[]): Promise<Named<C>[]> {
  const names = await queries.sectorNames(ctx.app.db)
  return named(
    [...names, { code: 'none', nameVi: '', nameEn: '' }].map(({ code, ...name }) => ({ key: code, ...name })),
    rows,
  )
}

function named<C>(names: readonly Omit<Named<C>, 'counts'>[], rows: readonly Row<C>[]): Named<C>[] {
  const known = new Map(rows.map(row => [row.key, row.counts]))
  return names.flatMap(name => {
    const counts = known.get(name.key)
    return counts ? [{ ...name, counts }] : []
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
