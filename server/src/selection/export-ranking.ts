import { formatInstant } from '@hoicho/shared/platform/dates.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import type { RankRow } from '@hoicho/shared/selection/schema.ts'
import { type SheetCell, spreadsheet } from '../documents/spreadsheet.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { viewRanking } from './view-ranking.ts'

type Translate = Awaited<ReturnType<typeof translator>>

/** The ranking as its reader sees it, as XLSX in one of the desk's languages. */
export async function exportRanking(ctx: Ctx, fairId: string, locale: Locale): Promise<Uint8Array> {
  const { items } = await viewRanking(ctx, fairId)
  const t = await translator(locale, 'selection-desk')
  const columns = columnsOf(t)
  return await spreadsheet([
    {
      name: t('tab.ranking'),
      preamble: [
        t('tab.ranking'),
        t('ranking.as-of', { at: formatInstant(ctx.now(), locale, 'Asia/Ho_Chi_Minh') }),
      ],
      header: columns.map(([header]) => header),
      widths: columns.map(([, width]) => width),
      rows: items.map(row => columns.map(([, , value]) => value(row))),
    },
  ])
}

type SheetColumn = [header: string, width: number, value: (row: RankRow) => SheetCell]

const columnsOf = (t: Translate): SheetColumn[] => [
  [t('column.rank'), 8, row => row.rank],
  [t('column.number'), 14, row => row.number],
  [t('column.application'), 36, row => row.establishmentName],
  [t('column.province'), 18, row => row.provinceName],
  [t('column.mean'), 12, row => row.mean],
  [t('column.median'), 12, row => row.median],
  [t('column.lowest'), 12, row => row.lowest],
  [t('column.highest'), 12, row => row.highest],
  [t('column.deviation'), 14, row => row.deviation],
  [t('column.normalised'), 12, row => row.normalised],
  [t('column.raw-rank'), 14, row => row.rawRank],
  [t('column.normalised-rank'), 16, row => row.normalisedRank],
  [t('column.filed'), 14, row => row.filed],
  [t('column.missing'), 12, row => row.missing],
  [t('column.outcome'), 18, row => (row.outcome ? t(`state.${row.outcome}`) : null)],
]
