import { sql } from 'kysely'
import type { Ctx, Tx } from '../platform/context.ts'
import { announce } from '../platform/events.ts'
import { problem } from '../platform/problem.ts'
import { lockHeldBooths } from './place-queries.ts'

/**
 * Takes back whatever booths an application holds, within the caller's `change` and on its locked application; an audit entry
 * each. Refused with booths.in-contract while a contract names one of them.
 */
export async function freeBooths(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  applicationId: string,
  reason: 'declined' | 'lapsed',
) {
  const held = await lockHeldBooths(tx, fairId, applicationId)
  if (held.some(({ state }) => state === 'confirmed')) throw problem('booths.in-contract')
  if (held.length === 0) return []
  await tx
    .updateTable('boothAssignment')
    .set({ state: 'released', releasedAt: ctx.now(), releaseReason: reason })
    .where('fairId', '=', fairId)
    .where('id', '=', sql<string>`any(${held.map(({ id }) => id)})`)
    .execute()
  await announce(tx, { topic: 'placing', fairId })
  return held.map(({ boothId }) => ({
    entity: 'booth',
    entityId: boothId,
    before: { applicationId },
    after: { reason },
  }))
}
