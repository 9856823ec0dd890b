import { formatDate, formatDateRange, formatInstant } from '@hoicho/shared/platform/dates.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { CHANNELS, STAGES } from '@hoicho/shared/reports/funnel.ts'
import type { FairReport, FunnelRow, ProvinceScheme } from '@hoicho/shared/reports/schema.ts'
import { type Sheet, spreadsheet } from '../documents/spreadsheet.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { viewReport } from './report.ts'

type Translate = Awaited<ReturnType<typeof translator>>
type Words = { t: Translate; kind: Translate; locale: Locale }

/** The same report as a workbook, one sheet a part, in one of the desk's languages. */
export async function exportReport(
  ctx: Ctx,
  fairId: string,
  scheme: ProvinceScheme | undefined,
  locale: Locale,
): Promise<Uint8Array> {
  const report = await viewReport(ctx, fairId, scheme)
  const words = {
    t: await translator(locale, 'reports-desk'),
    kind: await translator(locale, 'deals'),
    locale,
  }
  const { fair, asOf } = report
  const name = locale === 'vi' ? fair.nameVi : fair.nameEn || fair.nameVi
  const preamble = [
    name,
    `${formatDateRange(fair.opensOn, fair.closesOn, locale)}, ${fair.venueName}, ${fair.city}`,
    words.t('asOf', { at: formatInstant(asOf, locale, fair.timeZone) }),
  ]
  return await spreadsheet(sheetsOf(report, words).map(sheet => ({ ...sheet, preamble })))
}

function sheetsOf(report: FairReport, words: Words): Sheet[] {
  const { t } = words
  return [
    funnelSheet(report, words),
    groupSheet(t('province.title'), t('column.province'), report.byProvince, words),
    groupSheet(t('sector.title'), t('column.sector'), report.bySector, words),
    dealSheet(report, words),
    boothSheet(report, words),
    supportSheet(report, words),
    visitSheet(report, words),
  ]
}

function funnelSheet({ total, byChannel }: FairReport, { t }: Words): Sheet {
  const of = (key: string) => byChannel.find(row => row.key === key)?.counts
  return {
    name: t('funnel.title'),
    header: [t('column.stage'), t('column.count'), ...CHANNELS.map(channel => t(`channel.${channel}`))],
    widths: [34, 14, ...CHANNELS.map(() => 16)],
    rows: STAGES.map(stage => [
      t(`stage.${stage}`),
      total[stage],
      ...CHANNELS.map(channel => of(channel)?.[stage] ?? 0),
    ]),
  }
}

function groupSheet(title: string, first: string, rows: readonly FunnelRow[], { t, locale }: Words): Sheet {
  const nameOf = (row: FunnelRow) =>
    (locale === 'vi' ? row.nameVi : row.nameEn || row.nameVi) || t('sector.none')
  return {
    name: title,
    header: [first, ...STAGES.map(stage => t(`stage.${stage}`))],
    widths: [26, ...STAGES.map(() => 13)],
    rows: rows.map(row => [nameOf(row), ...STAGES.map(stage => row.counts[stage])]),
  }
}

function dealSheet({ deals }: FairReport, { t, kind }: Words): Sheet {
  return {
    name: t('deals.title'),
    header: [
      t('column.kind'),
      t('column.currency'),
      t('deals.verifiedCount'),
      t('deals.verifiedValue'),
      t('deals.loggedCount'),
      t('deals.loggedValue'),
    ],
    widths: [24, 16, 14, 20, 16, 20],
    rows: deals.map(({ kind: of, currency, ...row }) => [
      kind(`kind.${of}`),
      currency ?? t('deals.noValue'),
      row.verifiedCount,
      currency && row.verifiedMinor !== null ? { amountMinor: row.verifiedMinor, currency } : null,
      row.loggedCount,
      currency && row.loggedMinor !== null ? { amountMinor: row.loggedMinor, currency } : null,
    ]),
  }
}

function boothSheet({ booths }: FairReport, { t }: Words): Sheet {
  const squareMetres = (areaCm2: number) => areaCm2 / 10_000
  return {
    name: t('booths.title'),
    header: [
      t('column.funding'),
      t('booths.count'),
      t('booths.area'),
      t('booths.assigned'),
      t('booths.assignedArea'),
    ],
    widths: [30, 12, 16, 14, 20],
    rows: booths.map(row => [
      t(`funding.${row.fundingSource}`),
      row.booths,
      squareMetres(row.areaCm2),
      row.assignedBooths,
      squareMetres(row.assignedAreaCm2),
    ]),
  }
}

function supportSheet({ support }: FairReport, { t }: Words): Sheet {
  return {
    name: t('support.title'),
    header: [
      t('column.costItem'),
      t('column.currency'),
      t('column.contractState'),
      t('support.contracts'),
      t('support.total'),
      t('support.support'),
      t('support.own'),
    ],
    widths: [26, 10, 20, 12, 18, 18, 18],
    rows: support.map(({ currency, ...row }) => [
      t(`cost.${row.costItem}`),
      currency,
      t(row.isSigned ? 'support.signed' : 'support.open'),
      row.contracts,
      { amountMinor: row.amountMinor, currency },
      { amountMinor: row.supportMinor, currency },
      { amountMinor: row.ownMinor, currency },
    ]),
  }
}

function visitSheet({ visits, visitorsRegistered }: FairReport, { t, locale }: Words): Sheet {
  return {
    name: t('visits.title'),
    header: [
      t('column.day'),
      t('visits.all'),
      t('visits.visitors'),
      t('visits.buyers'),
      t('visits.guests'),
      t('visits.staff'),
    ],
    widths: [30, 14, 14, 14, 18, 26],
    rows: [
      ...visits.map(({ day, visitors, buyers, guests, staff }) => [
        formatDate(day, locale),
        visitors + buyers + guests,
        visitors,
        buyers,
        guests,
        staff,
      ]),
      [t('visits.registered'), visitorsRegistered],
    ],
  }
}
