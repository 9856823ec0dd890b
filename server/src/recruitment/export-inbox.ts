import { formatDate, formatInstant } from '@hoicho/shared/platform/dates.ts'
import type { InboxSheetQuery } from '@hoicho/shared/recruitment/inbox-schema.ts'
import { spreadsheet } from '../documents/spreadsheet.ts'
import type { Ctx } from '../platform/context.ts'
import { translator } from '../platform/i18n.ts'
import { found } from '../platform/problem.ts'
import { inboxItems } from './inbox.ts'
import { fairColumns, placeNames } from './queries.ts'

const COLUMNS = [
  'number',
  'establishment',
  'sector',
  'province',
  'state',
  'channel',
  'since',
  'age-days',
  'due',
  'assignee',
] as const

/** More rows than a fair ever had; the file stays one that an office program opens. */
const AT_MOST = 20_000

/** The inbox as the filters leave it, as a workbook, in the words of the language. */
export async function exportInbox(
  ctx: Ctx,
  fairId: string,
  { lang, ...query }: InboxSheetQuery,
): Promise<Uint8Array> {
  const items = await inboxItems(ctx, fairId, query, AT_MOST)
  const { db } = ctx.app
  const fair = found(await fairColumns(db, fairId))
  const desk = await translator(lang, 'recruitment-desk')
  const words = await translator(lang, 'recruitment')
  const { province, sector } = await placeNames(db, lang)
  return await spreadsheet([
    {
      name: desk('inbox.title'),
      preamble: [
        `${desk('inbox.title')}: ${(lang === 'en' && fair.nameEn) || fair.nameVi}`,
        desk('inbox.as-of', { at: formatInstant(ctx.now(), lang, fair.timeZone) }),
      ],
      header: COLUMNS.map(column => desk(`inbox.${column}`)),
      widths: [14, 40, 24, 20, 20, 14, 20, 14, 18, 24],
      rows: items.map(item => [
        item.number,
        item.establishmentName,
        sector(item.sectorCode),
        province(`${item.provinceScheme}:${item.provinceCode}`),
        words(`state.${item.state}`),
        desk(item.isInvited ? 'inbox.channel.invited' : 'inbox.channel.public'),
        item.submittedAt && formatInstant(item.submittedAt, lang, fair.timeZone),
        item.waitedDays,
        item.correctionDueOn && formatDate(item.correctionDueOn, lang),
        item.assigneeName,
      ]),
    },
  ])
}
