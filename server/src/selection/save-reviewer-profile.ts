import type { ReviewerProfileInput, ReviewerProfileView } from '@hoicho/shared/selection/council-schema.ts'
import { change } from '../platform/change.ts'
import { type Ctx, type Db, personOf, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { mayRead } from '../platform/permission.ts'
import { problem } from '../platform/problem.ts'
import { holdsRole } from './council.ts'
import { profileOf } from './council-queries.ts'
import { reviewersOf } from './queries.ts'

const DESK = ['manager', 'officer'] as const

/**
 * Writes whom a reviewer works and worked for, and their phone: what conflicts of interest are found by. Reviewers write
 * their own, the desk anybody's who is a reviewer of the organizer; to all others there is nobody of that id.
 */
export async function saveReviewerProfile(
  ctx: Ctx,
  organizerId: string,
  personId: string,
  input: ReviewerProfileInput,
): Promise<ReviewerProfileView> {
  return await change(
    ctx,
    'selection.edit-profile',
    { organizer: organizerId },
    async tx => {
      await demandProfile(ctx, tx, organizerId, personId)
      await tx.selectFrom('person').select('id').where('id', '=', personId).forUpdate().execute()
      const before = await profileOf(tx, personId)
      if (before.version !== input.version) throw problem('platform.changed-meanwhile')
      const row = { phone: input.phone || null, version: input.version + 1, updatedAt: ctx.now() }
      await tx
        .insertInto('reviewerProfile')
        .values({ personId, ...row })
        .onConflict(conflict => conflict.column('personId').doUpdateSet(row))
        .execute()
      await tx.deleteFrom('reviewerEmployer').where('personId', '=', personId).execute()
      const rows = input.employers.map(({ name, taxCode, isPast }, position) => ({
        id: newId(),
        personId,
        position,
        name,
        taxCode: taxCode || null,
        isPast,
      }))
      if (rows.length > 0) await tx.insertInto('reviewerEmployer').values(rows).execute()
      const result = await profileOf(tx, personId)
      return { result, audit: { entity: 'person', entityId: personId, before, after: result } }
    },
    { reviewer_profile_pkey: 'platform.changed-meanwhile' },
  )
}

/** A reviewer's profile, for themself and the desk. */
export async function viewReviewerProfile(
  ctx: Ctx,
  organizerId: string,
  personId: string,
): Promise<ReviewerProfileView> {
  await mayRead(ctx, 'selection.edit-profile', { organizer: organizerId })
  await demandProfile(ctx, ctx.app.db, organizerId, personId)
  return await profileOf(ctx.app.db, personId)
}

async function demandProfile(ctx: Ctx, db: Db | Tx, organizerId: string, personId: string): Promise<void> {
  const isOwn = ctx.actor.kind === 'person' && personOf(ctx).id === personId
  if (!isOwn && !holdsRole(ctx, organizerId, DESK)) throw problem('platform.not-found')
  const reviewers = await reviewersOf(db, organizerId)
  if (!reviewers.some(reviewer => reviewer.id === personId)) throw problem('platform.not-found')
}
