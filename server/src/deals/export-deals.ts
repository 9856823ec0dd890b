import type { DealFilter, DeskDeal } from '@hoicho/shared/deals/schema.ts'
import type { DealTotal } from '@hoicho/shared/deals/totals.ts'
import { formatDate, formatInstant } from '@hoicho/shared/platform/dates.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { type Sheet, type SheetCell, spreadsheet } from '../documents/spreadsheet.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { type DealList, listDeals } from './reads.ts'

type Translate = Awaited<ReturnType<typeof translator>>

/** The list as the filter leaves it, and its totals, as XLSX in one of the desk's languages. */
export async function exportDeals(
  ctx: Ctx,
  fairId: string,
  filter: DealFilter,
  locale: Locale,
): Promise<Uint8Array> {
  const list = await listDeals(ctx, fairId, filter)
  const desk = await translator(locale, 'deals-desk')
  const words = await translator(locale, 'deals')
  const t: Translate = (key, params) =>
    (key.startsWith('kind.') || key.startsWith('state.') ? words : desk)(key, params)
  const asOf = t('sheet.asOf', { at: formatInstant(ctx.now(), locale, 'Asia/Ho_Chi_Minh') })
  return await spreadsheet([dealSheet(list, t, locale, asOf), totalSheet(list.totals, t, asOf)])
}

function dealSheet({ items }: DealList, t: Translate, locale: Locale, asOf: string): Sheet {
  const columns: [header: string, width: number, value: (deal: DeskDeal) => SheetCell][] = [
    [t('column.establishment'), 32, deal => deal.establishmentName],
    [t('column.application'), 14, deal => deal.applicationNumber],
    [t('column.province'), 16, deal => deal.provinceNameVi],
    [t('column.kind'), 20, deal => t(`kind.${deal.kind}`)],
    [t('column.partner'), 30, deal => deal.partnerName],
    [t('column.country'), 10, deal => deal.partnerCountry],
    [t('column.contact'), 24, deal => deal.partnerContact],
    [t('column.product'), 24, deal => deal.productNameVi ?? deal.productText],
    [t('column.value'), 18, valueCell],
    [t('column.currency'), 10, deal => deal.currency],
    [t('column.signedOn'), 14, deal => formatDate(deal.signedOn, locale)],
    [t('column.state'), 16, deal => t(`state.${deal.state}`)],
    [t('column.loggedBy'), 22, deal => deal.loggedByName],
    [t('column.verifiedBy'), 22, deal => deal.verifiedByName],
    [t('column.note'), 40, deal => deal.note],
  ]
  return {
    name: t('sheet.deals'),
    preamble: [t('sheet.deals'), asOf],
    header: columns.map(([header]) => header),
    widths: columns.map(([, width]) => width),
    rows: items.map(deal => columns.map(([, , value]) => value(deal))),
  }
}

const valueCell = ({ valueMinor, currency }: DeskDeal): SheetCell =>
  valueMinor === null || currency === null ? null : { amountMinor: valueMinor, currency }

function totalSheet(totals: readonly DealTotal[], t: Translate, asOf: string): Sheet {
  const amount = (minor: number | null, { currency }: DealTotal): SheetCell =>
    minor === null || currency === null ? null : { amountMinor: minor, currency }
  return {
    name: t('sheet.totals'),
    preamble: [t('sheet.totals'), asOf, t('totals.never-added')],
    header: [
      t('column.kind'),
      t('column.currency'),
      t('totals.verifiedCount'),
      t('totals.verifiedValue'),
      t('totals.loggedCount'),
      t('totals.loggedValue'),
    ],
    widths: [22, 12, 14, 20, 14, 20],
    rows: totals.map(total => [
      t(`kind.${total.kind}`),
      total.currency ?? t('totals.noValue'),
      total.verifiedCount,
      amount(total.verifiedMinor, total),
      total.loggedCount,
      amount(total.loggedMinor, total),
    ]),
  }
}
