import type { VisitorRegistration } from '@hoicho/shared/badges/schema.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { spend } from '../identity/attempts.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { type FairRow, mailBadgeTo } from './badge-mail.ts'
import { insertBadge } from './insert-badge.ts'
import { publishedFairBySlug, visitorByEmail, wasMailedSince } from './queries.ts'

/** Many visitors share the hall's network address, so the limit is wide: it stops floods, not queues. */
const FLOOD = { name: 'register-visitor', most: 120, windowSeconds: 600 }
/** A known address gets its badge again, but not more often than this. */
const RESEND_MINUTES = 10

/**
 * Registers a visitor of a published fair and mails one badge. An address already registered gets the same answer and,
 * after ten minutes, its mail again: nobody learns who has registered. Refused with badges.registration-closed once the
 * fair is closed or over.
 */
export async function registerVisitor(
  ctx: Ctx,
  slug: string,
  input: VisitorRegistration,
): Promise<{ emailedTo: string }> {
  const fair = found(await publishedFairBySlug(ctx.app.db, slug))
  const isOver = localDate(ctx.now(), fair.timeZone) > fair.closesOn
  if (fair.state !== 'published' || isOver) throw problem('badges.registration-closed')
  if (ctx.actor.kind !== 'system') await spend(ctx, FLOOD, ctx.ip)
  return await change(ctx, 'badges.register-visitor', { fair: fair.id }, async tx => {
    const result = { emailedTo: input.email }
    const visitorId = await insertVisitor(tx, ctx, fair.id, input)
    if (!visitorId) {
      await resend(tx, ctx, fair, input.email)
      return { result, audit: [] }
    }
    const badge = await insertBadge(tx, ctx, fair, {
      kind: 'visitor',
      holderName: input.name,
      company: input.company,
      position: '',
      email: input.email,
      locale: input.locale,
      visitorId,
    })
    await mailBadgeTo(tx, ctx, fair, badge)
    const after = { serial: badge.serial, noticeVersion: input.noticeVersion, wantsNews: input.wantsNews }
    return { result, audit: { entity: 'visitor', entityId: visitorId, after } }
  })
}

/** Undefined when the address is registered already; of two at once, one is. */
async function insertVisitor(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  input: VisitorRegistration,
): Promise<string | undefined> {
  const row = await tx
    .insertInto('visitor')
    .values({
      id: newId(),
      fairId,
      name: input.name,
      email: input.email,
      phone: input.phone || null,
      company: input.company,
      country: input.country,
      interests: input.interests,
      locale: input.locale,
      noticeVersion: input.noticeVersion,
      consentMarketing: input.wantsNews,
      registeredAt: ctx.now(),
    })
    .onConflict(conflict => conflict.columns(['fairId', 'email']).where('erasedAt', 'is', null).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

async function resend(tx: Tx, ctx: Ctx, fair: FairRow, email: string): Promise<void> {
  const badge = await visitorByEmail(tx, fair.id, email)
  const since = new Date(Date.parse(ctx.now()) - RESEND_MINUTES * 60_000).toISOString()
  if (badge && !(await wasMailedSince(tx, fair.id, email, since))) await mailBadgeTo(tx, ctx, fair, badge)
}
