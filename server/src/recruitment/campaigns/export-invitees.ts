import { formatInstant } from '@hoicho/shared/platform/dates.ts'
import { spreadsheet } from '../../documents/spreadsheet.ts'
import type { Ctx } from '../../platform/context.ts'
import { translator } from '../../platform/i18n.ts'
import { found } from '../../platform/problem.ts'
import { fairByIdOrSlug, placeNames } from '../queries.ts'
import { listInvitees, viewCampaign } from './reads.ts'

const COLUMNS = ['name', 'province', 'sector', 'email', 'phone', 'state', 'sentAt', 'reason'] as const

/** The recipients of a campaign as a workbook, a row each, in the words of the language. */
export async function exportInvitees(
  ctx: Ctx,
  fairId: string,
  campaignId: string,
  lang: 'vi' | 'en',
): Promise<Uint8Array> {
  const { name } = await viewCampaign(ctx, fairId, campaignId)
  const items = await listInvitees(ctx, fairId, campaignId)
  const { timeZone } = found(await fairByIdOrSlug(ctx.app.db, fairId))
  const t = await translator(lang, 'campaigns-desk')
  const { province, sector } = await placeNames(ctx.app.db, lang)
  return await spreadsheet([
    {
      name,
      preamble: [name, t('campaign.asOf', { at: formatInstant(ctx.now(), lang, timeZone) })],
      header: COLUMNS.map(column => t(`invitee.${column}`)),
      widths: [40, 20, 24, 30, 18, 20, 20, 40],
      rows: items.map(item => [
        item.name,
        province(`${item.provinceScheme}:${item.provinceCode}`),
        sector(item.sectorCode),
        item.email,
        item.phone,
        t(`invitee.state.${item.state}`),
        item.sentAt && formatInstant(item.sentAt, lang, timeZone),
        [
          item.skipReason && t(`invitee.skip.${item.skipReason}`),
          item.declineCode && t(`decline.${item.declineCode}`),
          item.declineReason,
          item.mailError,
        ]
          .filter(Boolean)
          .join(' · '),
      ]),
    },
  ])
}
