import { type Action, allows, belongsTo, type Target } from '@hoicho/shared/identity/permissions.ts'
import type { Ctx } from './context.ts'
import { problem } from './problem.ts'
import { locate, type TargetRef } from './targets.ts'

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
  return demand(ctx, action, await locate(ctx.app.db, ref))
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
