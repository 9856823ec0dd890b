import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../platform/context.ts'
import { problem } from '../platform/problem.ts'

/** So many attempts within a window that begins with the first of them. */
export type Limit = { name: string; most: number; windowSeconds: number }

type Window = { startedAt: string; count: number }

/**
 * Counts one attempt, for all processes together, and refuses with `platform.too-many-attempts` (429, the seconds to
 * wait) beyond the limit. Counted before the work, so that attempts at once cannot slip by. `who` is stored hashed.
 */
export async function spend(ctx: Ctx, limit: Limit, who: string): Promise<void> {
  const window = await count(ctx, limit, who)
  if (window.count > limit.most) throw tooMany(ctx, limit, window)
}

/** The same without refusing: true while within the limit. */
export async function isWithin(ctx: Ctx, limit: Limit, who: string): Promise<boolean> {
  return (await count(ctx, limit, who)).count <= limit.most
}

/** Forgets the attempts counted: it was the right person. */
export async function forgive(ctx: Ctx, limit: Limit, who: string): Promise<void> {
  await ctx.app.db
    .deleteFrom('attempt')
    .where('key', '=', keyOf(ctx, limit, who))
    .execute()
}

/** Takes back one attempt that turned out well, for a limit many people share. */
export async function giveBack(ctx: Ctx, limit: Limit, who: string): Promise<void> {
  await ctx.app.db
    .updateTable('attempt')
    .set(row => ({ count: row('count', '-', 1) }))
    .where('key', '=', keyOf(ctx, limit, who))
    .where('count', '>', 0)
    .execute()
}

async function count(ctx: Ctx, limit: Limit, who: string): Promise<Window> {
  const now = ctx.now()
  const cutOff = new Date(Date.parse(now) - limit.windowSeconds * 1000).toISOString()
  const row = await ctx.app.db
    .insertInto('attempt')
    .values({ key: keyOf(ctx, limit, who), windowStartedAt: now, count: 1 })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when attempt.window_started_at <= ${cutOff} then 1 else attempt.count + 1 end`,
        windowStartedAt: sql<string>`case when attempt.window_started_at <= ${cutOff} then ${now}::timestamptz else attempt.window_started_at end`,
      }),
    )
    .returning(['windowStartedAt as startedAt', 'count'])
    .executeTakeFirstOrThrow()
  return row
}

function tooMany(ctx: Ctx, limit: Limit, { startedAt }: Window) {
  const endsAtMs = Date.parse(startedAt) + limit.windowSeconds * 1000
  const seconds = Math.max(1, Math.ceil((endsAtMs - Date.parse(ctx.now())) / 1000))
  return problem('platform.too-many-attempts', { seconds })
}

/** Addresses and e-mails are personal data: only a keyed hash of them is kept. */
function keyOf(ctx: Ctx, limit: Limit, who: string): string {
  const hash = createHmac('sha256', ctx.app.secrets.tokenPepper).update(who).digest('base64url')
  return `${limit.name}:${hash}`
}
