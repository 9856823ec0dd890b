import { fairCalendar } from '@hoicho/shared/badges/calendar.ts'
import { shortNumber } from '@hoicho/shared/badges/token.ts'
import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import { formatDateRange } from '@hoicho/shared/platform/dates.ts'
import { saveFile } from '../files/store-file.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { translate } from '../platform/i18n.ts'
import { qrPng } from './qr.ts'
import type { BadgeRow, fairById } from './queries.ts'

export type FairRow = NonNullable<Awaited<ReturnType<typeof fairById>>>

/** Queues the mail with the badge's page, its code as a picture and the fair's days for a calendar. Nothing without an address. */
export async function mailBadgeTo(tx: Tx, ctx: Ctx, fair: FairRow, badge: BadgeRow): Promise<void> {
  if (!badge.email) return
  const number = shortNumber(badge.code)
  const scope = { organizerId: fair.organizerId, fairId: fair.id }
  const name = fairNameIn(fair, badge.locale)
  const calendar = fairCalendar({
    ...fair,
    name,
    stampedAt: ctx.now(),
    uid: badge.id,
    url: pageOf(ctx, badge),
  })
  const png = await saveFile(tx, ctx, `${number}.png`, 'image/png', await qrPng(badge.code), scope)
  const ics = await saveFile(tx, ctx, `${fair.slug}.ics`, 'text/calendar', Buffer.from(calendar), scope)
  await queueMail(ctx.app, tx, ctx.now(), {
    template: 'badge',
    to: { address: badge.email, name: badge.holderName },
    locale: badge.locale,
    params: {
      name: badge.holderName,
      kind: await translate(badge.locale, 'badges', `kind.${badge.kind}`),
      fair: name,
      dates: formatDateRange(fair.opensOn, fair.closesOn, badge.locale),
      venue: [fair.venueName, fair.city].filter(Boolean).join(', '),
      link: pageOf(ctx, badge),
      number,
    },
    attachments: [png, ics].map(file => ({ fileId: file.id, name: file.name })),
    scope,
  })
}

/** Tells the holder that the badge is no longer good, and why. */
export async function mailRevocation(
  tx: Tx,
  ctx: Ctx,
  fair: FairRow,
  badge: BadgeRow,
  reason: string,
): Promise<void> {
  if (!badge.email) return
  await queueMail(ctx.app, tx, ctx.now(), {
    template: 'badge-revoked',
    to: { address: badge.email, name: badge.holderName },
    locale: badge.locale,
    params: {
      name: badge.holderName,
      fair: fairNameIn(fair, badge.locale),
      number: shortNumber(badge.code),
      reason,
    },
    scope: { organizerId: fair.organizerId, fairId: fair.id },
  })
}

/** The page of a badge: whoever holds the address holds the badge. */
export const pageOf = (ctx: Ctx, badge: Pick<BadgeRow, 'code'>) =>
  `${ctx.app.config.publicUrl}/b/${badge.code}`
