import type { BadgeInput, BadgeView } from '@hoicho/shared/badges/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { mailBadgeTo } from './badge-mail.ts'
import { badgeNote, badgeView, insertBadge } from './insert-badge.ts'
import { fairById } from './queries.ts'

/** Hands out a badge at the desk: guests, buyers, press, organizers, crews. Mails it where there is an address. */
export async function issueBadge(ctx: Ctx, fairId: string, input: BadgeInput): Promise<BadgeView> {
  return await change(ctx, 'badges.issue', { fair: fairId }, async tx => {
    const fair = found(await fairById(tx, fairId))
    const badge = await insertBadge(tx, ctx, fair, input)
    await mailBadgeTo(tx, ctx, fair, badge)
    return {
      result: badgeView(badge),
      audit: { entity: 'badge', entityId: badge.id, after: badgeNote(badge) },
    }
  })
}
