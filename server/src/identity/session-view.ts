import { z } from 'zod'
import type { Ctx } from '../platform/context.ts'

/** Who is signed in and what they may act for: the first thing every page asks. */
export const SessionView = z
  .object({
    person: z.union([
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        isPlatformAdmin: z.boolean(),
        /** True: an organizer the person works for asks for the second factor, and it is not set up. */
        lacksSecondFactor: z.boolean(),
      }),
      z.null(),
    ]),
    organizers: z.array(
      z.object({ id: z.uuid(), name: z.string(), shortName: z.string(), roles: z.array(z.string()) }),
    ),
    establishments: z.array(z.object({ id: z.uuid(), name: z.string(), roles: z.array(z.string()) })),
  })
  .meta({ id: 'Session' })
export type SessionView = z.infer<typeof SessionView>

export async function viewSession(ctx: Ctx): Promise<SessionView> {
  if (ctx.actor.kind !== 'person') return { person: null, organizers: [], establishments: [] }
  const { id, name, email, lacksSecondFactor } = ctx.actor
  return {
    person: { id, name, email, lacksSecondFactor, isPlatformAdmin: ctx.rights.isPlatformAdmin },
    organizers: await organizersOf(ctx),
    establishments: await establishmentsOf(ctx),
  }
}

async function organizersOf(ctx: Ctx): Promise<SessionView['organizers']> {
  const held = ctx.rights.organizers
  if (held.length === 0) return []
  const rows = await ctx.app.db
    .selectFrom('organizer')
    .select(['id', 'nameVi', 'shortName'])
    .where('id', 'in', [...new Set(held.map(role => role.organizerId))])
    .orderBy('nameVi')
    .execute()
  return rows.map(row => ({
    id: row.id,
    name: row.nameVi,
    shortName: row.shortName,
    roles: held.filter(role => role.organizerId === row.id).map(role => role.role),
  }))
}

async function establishmentsOf(ctx: Ctx): Promise<SessionView['establishments']> {
  const held = ctx.rights.establishments
  if (held.length === 0) return []
  const rows = await ctx.app.db
    .selectFrom('establishment')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(held.map(role => role.establishmentId))])
    .orderBy('name')
    .execute()
  return rows.map(row => ({
    ...row,
    roles: held.filter(role => role.establishmentId === row.id).map(role => role.role),
  }))
}

/** Lets better-auth prolong a session past half its life; the cookies to hand on, mostly none. */
export async function prolongSession(ctx: Ctx, headers: Headers): Promise<string[]> {
  if (ctx.actor.kind !== 'person') return []
  const answer = await ctx.app.auth.api.getSession({ headers, asResponse: true })
  return answer.headers.getSetCookie()
}
