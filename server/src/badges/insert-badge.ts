import type { BadgeView } from '@hoicho/shared/badges/schema.ts'
import { shortNumber } from '@hoicho/shared/badges/token.ts'
import type { BadgeKind } from '@hoicho/shared/badges/vocabulary.ts'
import type { Locale } from '@hoicho/shared/platform/i18n.ts'
import { nextNumber } from '../documents/next-number.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { signBadgeCode } from './fair-key.ts'
import { type BadgeRow, badgeById } from './queries.ts'

export type NewBadge = {
  kind: BadgeKind
  holderName: string
  company: string
  position: string
  email: string | null
  locale: Locale
  applicationId?: string | null
  visitorId?: string | null
}

/** Gives a badge the fair's next serial and a signed code, within the caller's change. */
export async function insertBadge(
  tx: Tx,
  ctx: Ctx,
  fair: { id: string; organizerId: string },
  badge: NewBadge,
): Promise<BadgeRow> {
  const serial = await nextNumber(tx, fair.organizerId, `badge/${fair.id}`, 0)
  const signed = await signBadgeCode(tx, ctx, fair.id, { kind: badge.kind, serial })
  const id = newId()
  await tx
    .insertInto('badge')
    .values({
      id,
      fairId: fair.id,
      serial,
      ...badge,
      ...signed,
      state: 'active',
      issuedBy: actorPersonId(ctx),
      issuedAt: ctx.now(),
    })
    .execute()
  return found(await badgeById(tx, fair.id, id))
}

/** What the log keeps of a badge: no name, no address. */
export const badgeNote = (badge: BadgeRow) => ({ kind: badge.kind, serial: badge.serial, state: badge.state })

export function badgeView(row: BadgeRow): BadgeView {
  return {
    id: row.id,
    fairId: row.fairId,
    kind: row.kind,
    number: shortNumber(row.code),
    holderName: row.holderName,
    company: row.company,
    position: row.position,
    email: row.email,
    applicationId: row.applicationId,
    state: row.state,
    code: row.code,
    issuedAt: row.issuedAt,
    printedAt: row.printedAt,
    revokedAt: row.revokedAt,
    revokeReason: row.revokeReason,
  }
}
