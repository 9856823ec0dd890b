import type { BadgeView } from '@hoicho/shared/badges/schema.ts'
import { BADGE_STATES } from '@hoicho/shared/badges/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { mailBadgeTo } from './badge-mail.ts'
import { badgeNote, badgeView, insertBadge } from './insert-badge.ts'
import { badgeById, fairById } from './queries.ts'

/** Gives the holder a new code and mails it; the lost one is known as replaced at the gate. Returns the new badge. */
export async function replaceBadge(ctx: Ctx, fairId: string, badgeId: string): Promise<BadgeView> {
  return await change(ctx, 'badges.issue', { fair: fairId }, async tx => {
    const old = found(await badgeById(tx, fairId, badgeId, true))
    const state = step(BADGE_STATES, old.state, 'replace')
    if (!state) throw problem('platform.wrong-state')
    const fair = found(await fairById(tx, fairId))
    const { kind, holderName, company, position, email, locale, applicationId, visitorId } = old
    const copy = { kind, holderName, company, position, email, locale, applicationId, visitorId }
    const badge = await insertBadge(tx, ctx, fair, copy)
    await tx
      .updateTable('badge')
      .set({ state, replacedBy: badge.id, revokedAt: ctx.now() })
      .where('id', '=', badgeId)
      .execute()
    await mailBadgeTo(tx, ctx, fair, badge)
    const audit = [
      {
        entity: 'badge',
        entityId: badgeId,
        before: badgeNote(old),
        after: { state, replacedBy: badge.serial },
      },
      { entity: 'badge', entityId: badge.id, after: badgeNote(badge) },
    ]
    return { result: badgeView(badge), audit }
  })
}
