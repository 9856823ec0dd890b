import { allotment } from '@hoicho/shared/badges/allotment.ts'
import type { BadgeView, OwnBadgeInput } from '@hoicho/shared/badges/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { mailBadgeTo } from './badge-mail.ts'
import { allotmentRuleOf } from './fair-rules.ts'
import { badgeNote, badgeView, insertBadge } from './insert-badge.ts'
import { applicationById, badgesOfApplication, boothAreaOf, fairById } from './queries.ts'

/**
 * An establishment takes a badge for one of its people. Only when it has been selected (badges.not-selected) and within
 * the allotment its booths' area brings (badges.allotment-used), which revoked and replaced badges do not use up.
 */
export async function issueOwnBadge(
  ctx: Ctx,
  applicationId: string,
  input: OwnBadgeInput,
): Promise<BadgeView> {
  return await change(ctx, 'badges.issue-own', { application: applicationId }, async tx => {
    // The lock makes two people of the establishment take turns, so that the allotment holds.
    const application = found(await applicationById(tx, applicationId, true))
    const fair = found(await fairById(tx, application.fairId))
    if (application.state !== 'selected') throw problem('badges.not-selected')
    const rule = await allotmentRuleOf(tx, fair.ruleSetOn)
    const most = allotment(await boothAreaOf(tx, fair.id, applicationId), rule)
    const inUse = (await badgesOfApplication(tx, fair.id, applicationId)).filter(
      badge => badge.state === 'active',
    )
    if (inUse.length >= most) throw problem('badges.allotment-used', { allotment: most })
    const badge = await insertBadge(tx, ctx, fair, {
      ...input,
      kind: 'exhibitor',
      company: application.establishmentName,
      locale: ctx.locale,
      applicationId,
    })
    await mailBadgeTo(tx, ctx, fair, badge)
    return {
      result: badgeView(badge),
      audit: { entity: 'badge', entityId: badge.id, after: badgeNote(badge) },
    }
  })
}
