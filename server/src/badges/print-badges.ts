import type { BadgeLayout } from '@hoicho/shared/badges/schema.ts'
import { sql } from 'kysely'
import { type Changed, change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { badgePdf } from './badge-pdf.ts'
import { applicationById, type BadgeRow, badgesOfApplication, fairById, printableBadges } from './queries.ts'

/** A file holds at most so many badges. */
export const MAX_PRINTED = 1000

/**
 * A PDF of the badges in use among those asked for, or of all of the fair up to 1,000; the print is logged and each
 * badge notes when. With nothing in use it is refused with badges.nothing-to-print.
 */
export async function printBadges(
  ctx: Ctx,
  fairId: string,
  input: { ids: readonly string[] | null; layout: BadgeLayout },
): Promise<Uint8Array> {
  return await change(ctx, 'badges.issue', { fair: fairId }, async tx => {
    const badges = await printableBadges(tx, fairId, input.ids, MAX_PRINTED)
    return await print(tx, ctx, fairId, badges, input.layout)
  })
}

/** The same for an establishment's own badges, all of them. */
export async function printOwnBadges(
  ctx: Ctx,
  applicationId: string,
  layout: BadgeLayout,
): Promise<Uint8Array> {
  return await change(ctx, 'badges.issue-own', { application: applicationId }, async tx => {
    const { fairId } = found(await applicationById(tx, applicationId))
    const badges = await badgesOfApplication(tx, fairId, applicationId)
    return await print(
      tx,
      ctx,
      fairId,
      badges.filter(badge => badge.state === 'active'),
      layout,
    )
  })
}

async function print(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  badges: readonly BadgeRow[],
  layout: BadgeLayout,
): Promise<Changed<Uint8Array>> {
  if (badges.length === 0) throw problem('badges.nothing-to-print')
  const result = await badgePdf(found(await fairById(tx, fairId)), badges, layout)
  const ids = badges.map(badge => badge.id)
  await tx
    .updateTable('badge')
    .set({ printedAt: ctx.now() })
    .where('fairId', '=', fairId)
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  const after = { printed: badges.map(badge => badge.serial), layout }
  return { result, audit: { entity: 'fair', entityId: fairId, after } }
}
