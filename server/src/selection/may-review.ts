import { sql } from 'kysely'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'
import { activeAssignment } from './queries.ts'

/**
 * Whether the person may see an application as far as judging goes: a reviewer only while assigned to it, nobody with a
 * conflict of interest in it. Officers, managers and the system otherwise may.
 */
export async function mayReview(ctx: Ctx, fairId: string, applicationId: string): Promise<boolean> {
  if (ctx.actor.kind !== 'person') return ctx.actor.kind === 'system'
  if (await hasConflict(ctx, fairId, applicationId)) return false
  if (await isOnDesk(ctx, fairId)) return true
  return (await activeAssignment(ctx.app.db, fairId, applicationId, ctx.actor.id)) !== undefined
}

/** As mayReview; who may not is told that there is nothing. */
export async function demandReview(ctx: Ctx, fairId: string, applicationId: string): Promise<void> {
  if (!(await mayReview(ctx, fairId, applicationId))) throw problem('platform.not-found')
}

/** Applications of a fair a conflict of interest keeps the person from: no list shows them to that person. */
export async function conflictsOf(ctx: Ctx, fairId: string): Promise<ReadonlySet<string>> {
  if (ctx.actor.kind !== 'person') return new Set()
  const rows = await ctx.app.db
    .selectFrom('barredReviewer')
    .select(sql<string>`application_id`.as('applicationId'))
    .where('fairId', '=', fairId)
    .where('reviewerId', '=', ctx.actor.id)
    .execute()
  return new Set(rows.map(row => row.applicationId))
}

async function hasConflict(ctx: Ctx, fairId: string, applicationId: string): Promise<boolean> {
  return (await conflictsOf(ctx, fairId)).has(applicationId)
}

async function isOnDesk(ctx: Ctx, fairId: string): Promise<boolean> {
  const fair = await ctx.app.db
    .selectFrom('fair')
    .select('organizerId')
    .where('id', '=', fairId)
    .executeTakeFirst()
  return ctx.rights.organizers.some(
    held => held.organizerId === fair?.organizerId && ['manager', 'officer'].includes(held.role),
  )
}
