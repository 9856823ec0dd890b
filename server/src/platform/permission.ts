import { type Action, allows, belongsTo, type Target } from '@hoicho/shared/identity/permissions.ts'
import type { Ctx, Db, Tx } from './context.ts'
import { problem } from './problem.ts'
import { isBarred, locate, type TargetRef } from './targets.ts'

/**
 * Throws unless the actor may do `action` to `target`. Somebody else's thing is not found (404); one's own, without
 * the role for it, is forbidden (403); nobody signed in is asked to (401).
 */
export function demand(ctx: Ctx, action: Action, target: Target | undefined): Target {
  if (ctx.actor.kind === 'system' || (target && allows(action, ctx.rights, target))) {
    return target ? standing(target) : notFound()
  }
  if (ctx.actor.kind === 'public') throw problem('identity.not-signed-in')
  if (ctx.actor.kind === 'person' && ctx.actor.lacksSecondFactor)
    throw problem('identity.second-factor-needed')
  if (!target || (isOwned(target) && !belongsTo(ctx.rights, target))) return notFound()
  throw problem('identity.not-allowed')
}

/** The gate before every read: the permission table, then the tenants the queries must name. */
export async function mayRead(ctx: Ctx, action: Action, ref: TargetRef = {}): Promise<Target> {
  return await demandAt(ctx, ctx.app.db, action, ref)
}

/**
 * Finds the tenants of `ref` and demands the right. To a member of the council with a conflict of interest in it the thing
 * is not there, whatever other role at the organizer they hold; rights as the establishment's own people stay.
 */
export async function demandAt(ctx: Ctx, db: Db | Tx, action: Action, ref: TargetRef): Promise<Target> {
  const target = await locate(db, ref)
  if (ctx.actor.kind !== 'person' || !target) return demand(ctx, action, target)
  const mayJudge = ctx.rights.organizers.some(held => held.role === 'reviewer')
  const isOut = mayJudge && (await isBarred(db, ctx.actor.id, target))
  return demand(isOut ? { ...ctx, rights: { ...ctx.rights, organizers: [] } } : ctx, action, target)
}

/** Refuses a record that was merged into another, naming the other to those who may see it (establishments.merged). */
function standing(target: Target): Target {
  if (target.mergedInto) throw problem('establishments.merged', { establishmentId: target.mergedInto })
  return target
}

const isOwned = (target: Target) => Boolean(target.organizerId ?? target.establishmentId)

function notFound(): never {
  throw problem('platform.not-found')
}
