import type { BadgeView } from '@hoicho/shared/badges/schema.ts'
import { BADGE_STATES } from '@hoicho/shared/badges/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { type Changed, change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { mailRevocation } from './badge-mail.ts'
import { badgeNote, badgeView } from './insert-badge.ts'
import { applicationById, badgeById, fairById } from './queries.ts'

/** Takes a badge out of use for good and tells its holder why. One out of use already is refused (platform.wrong-state). */
export async function revokeBadge(
  ctx: Ctx,
  fairId: string,
  badgeId: string,
  reason: string,
): Promise<BadgeView> {
  return await change(ctx, 'badges.revoke', { fair: fairId }, tx => revoke(tx, ctx, fairId, badgeId, reason))
}

/** An establishment gives up a badge of its own people; its place in the allotment is free again. */
export async function revokeOwnBadge(
  ctx: Ctx,
  applicationId: string,
  badgeId: string,
  reason: string,
): Promise<BadgeView> {
  return await change(ctx, 'badges.issue-own', { application: applicationId }, async tx => {
    const application = found(await applicationById(tx, applicationId))
    const badge = found(await badgeById(tx, application.fairId, badgeId))
    if (badge.applicationId !== applicationId) throw problem('platform.not-found')
    return await revoke(tx, ctx, application.fairId, badgeId, reason)
  })
}

async function revoke(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  badgeId: string,
  reason: string,
): Promise<Changed<BadgeView>> {
  const badge = found(await badgeById(tx, fairId, badgeId, true))
  const state = step(BADGE_STATES, badge.state, 'revoke')
  if (!state) throw problem('platform.wrong-state')
  await tx
    .updateTable('badge')
    .set({ state, revokedAt: ctx.now(), revokeReason: reason })
    .where('id', '=', badgeId)
    .execute()
  await mailRevocation(tx, ctx, found(await fairById(tx, fairId)), badge, reason)
  const after = found(await badgeById(tx, fairId, badgeId))
  const audit = {
    entity: 'badge',
    entityId: badgeId,
    before: badgeNote(badge),
    after: { ...badgeNote(after), reason },
  }
  return { result: badgeView(after), audit }
}
