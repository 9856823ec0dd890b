import { formatDate, formatDateRange, formatInstant } from '@hoicho/shared/platform/dates.ts'
import {
  CHANNELS,
  type Period,
  ROAD,
  type RoadCounts,
  roadBy,
  roadOverTime,
  roadTotal,
  TIMED_STEPS,
} from '@hoicho/shared/reports/funnel.ts'
import type { ProvinceScheme, RecruitmentFunnel, RoadRow } from '@hoicho/shared/reports/schema.ts'
import { type Sheet, spreadsheet } from '../documents/spreadsheet.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import * as queries from './queries.ts'
import { inProvinceOrder, inSectorOrder, reportFair, schemeOn } from './report.ts'

/**
 * How far recruitment has got, by province, sector, channel and day. The number of queries does not depend on how many
 * were invited.
 * @param scheme which provinces to count by; left out, those that existed when the fair opened
 */
export async function viewFunnel(
  ctx: Ctx,
  fairId: string,
  scheme?: ProvinceScheme,
): Promise<RecruitmentFunnel> {
  await mayRead(ctx, 'reports.view', { fair: fairId })
  const { db } = ctx.app
  const fair = found(await queries.fairForReport(db, fairId))
  const shown = scheme ?? (await schemeOn(ctx, fair.opensOn))
  const groups = await queries.roadGroups(db, fairId, shown)
  const byChannel = new Map(roadBy(groups, group => group.channel).map(row => [row.key, row]))
  return {
    fair: reportFair(fair),
    asOf: ctx.now(),
    scheme: shown,
    total: roadTotal(groups),
    byProvince: await inProvinceOrder(
      ctx,
      roadBy(groups, group => group.provinceKey),
    ),
    bySector: await inSectorOrder(
      ctx,
      roadBy(groups, group => group.sectorCode ?? 'none'),
    ),
    byChannel: CHANNELS.flatMap(channel => byChannel.get(channel) ?? []),
    moments: await queries.roadMoments(db, fairId, shown, fair.timeZone),
  }
}

type Translate = Awaited<ReturnType<typeof translator>>
type Language = 'vi' | 'en'

/** The same as a workbook, one sheet a cut. */
export async function exportFunnel(
  ctx: Ctx,
  fairId: string,
  scheme: ProvinceScheme | undefined,
  period: Period,
  locale: Language,
): Promise<Uint8Array> {
  const funnel = await viewFunnel(ctx, fairId, scheme)
  const t = await translator(locale, 'reports-desk')
  const { fair, asOf } = funnel
  const preamble = [
    (locale === 'en' && fair.nameEn) || fair.nameVi,
    `${formatDateRange(fair.opensOn, fair.closesOn, locale)}, ${fair.venueName}, ${fair.city}`,
    t('asOf', { at: formatInstant(asOf, locale, fair.timeZone) }),
    t('road.lead'),
  ]
  return await spreadsheet(sheetsOf(funnel, t, period, locale).map(sheet => ({ ...sheet, preamble })))
}

function sheetsOf(funnel: RecruitmentFunnel, t: Translate, period: Period, locale: Language): Sheet[] {
  const nameOf = (row: RoadRow) =>
    (locale === 'vi' ? row.nameVi : row.nameEn || row.nameVi) || t('sector.none')
  const cut = (name: string, first: string, rows: readonly (readonly [string, RoadCounts])[]): Sheet => ({
    name,
    header: [first, ...ROAD.map(step => t(`road.${step}`))],
    widths: [28, ...ROAD.map(() => 14)],
    rows: [...rows, [t('road.sum'), funnel.total] as const].map(([of, counts]) => [
      of,
      ...ROAD.map(step => counts[step]),
    ]),
  })
  return [
    cut(
      t('province.title'),
      t('column.province'),
      funnel.byProvince.map(row => [nameOf(row), row.counts]),
    ),
    cut(
      t('sector.title'),
      t('column.sector'),
      funnel.bySector.map(row => [nameOf(row), row.counts]),
    ),
    cut(
      t('channel.title'),
      t('column.channel'),
      funnel.byChannel.map(row => [t(`channel.${row.key}`), row.counts]),
    ),
    {
      name: t(`time.${period}`),
      header: [t('time.from'), t('time.to'), ...TIMED_STEPS.map(step => t(`road.${step}`))],
      widths: [16, 16, ...TIMED_STEPS.map(() => 14)],
      rows: roadOverTime(funnel.moments, period).map(({ from, to, counts }) => [
        formatDate(from, locale),
        formatDate(to, locale),
        ...TIMED_STEPS.map(step => counts[step]),
      ]),
    },
  ]
}
