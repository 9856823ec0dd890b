import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { mailBadgeTo } from './badge-mail.ts'
import { badgeById, fairById } from './queries.ts'

/** Mails a badge in use once more. Refused with badges.no-address where it has no address. */
export async function mailBadge(ctx: Ctx, fairId: string, badgeId: string): Promise<{ emailedTo: string }> {
  return await change(ctx, 'badges.issue', { fair: fairId }, async tx => {
    const badge = found(await badgeById(tx, fairId, badgeId, true))
    if (badge.state !== 'active') throw problem('platform.wrong-state')
    if (!badge.email) throw problem('badges.no-address')
    await mailBadgeTo(tx, ctx, found(await fairById(tx, fairId)), badge)
    return {
      result: { emailedTo: badge.email },
      audit: { entity: 'badge', entityId: badgeId, after: { mailed: true } },
    }
  })
}
