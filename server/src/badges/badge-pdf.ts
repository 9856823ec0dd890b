import type { BadgeLayout } from '@hoicho/shared/badges/schema.ts'
import { shortNumber } from '@hoicho/shared/badges/token.ts'
import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { formatDateRange } from '@hoicho/shared/platform/dates.ts'
import { qrSvg } from '../documents/qr-svg.ts'
import { renderPdf } from '../documents/render-pdf.ts'
import { translate } from '../platform/i18n.ts'
import { type FairRow } from './badge-mail.ts'
import type { BadgeRow } from './queries.ts'

/** Badges as a PDF: A6 pages of one, or A4 sheets of four with cut lines. Each in its holder's language. */
export async function badgePdf(
  fair: FairRow,
  badges: readonly BadgeRow[],
  layout: BadgeLayout,
): Promise<Uint8Array> {
  const printed = badges.map(async badge => ({
    kind: badge.kind,
    kindLabel: await translate(badge.locale, 'badges', `kind.${badge.kind}`),
    name: badge.holderName,
    company: badge.company,
    position: badge.position,
    number: shortNumber(badge.code),
    fair: fairNameIn(fair, badge.locale),
    dates: formatDateRange(fair.opensOn, fair.closesOn, badge.locale),
    place: [fair.venueName, fair.city].filter(Boolean).join(', '),
    qr: qrSvg(badge.code),
  }))
  return await renderPdf('badge', { layout, badges: await Promise.all(printed) })
}
