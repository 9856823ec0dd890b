import type { SupportView } from '@hoicho/shared/selection/gate-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { readLedger } from './ledger.ts'

/** Takes a record of state money out again, with the reason; only one's own organizer's, or one the establishment told of. */
export async function removeSupport(
  ctx: Ctx,
  applicationId: string,
  supportId: string,
  reason: string,
): Promise<{ items: SupportView[] }> {
  return await change(
    ctx,
    'selection.record-support',
    { application: applicationId },
    async (tx, { establishmentId = '', organizerId = '' }) => {
      const row = found(
        await tx
          .selectFrom('supportRecord')
          .select(['id', 'eventName', 'year', 'costItem', 'fund', 'amountMinor'])
          .where('id', '=', supportId)
          .where('establishmentId', '=', establishmentId)
          .where(one => one.or([one('organizerId', 'is', null), one('organizerId', '=', organizerId)]))
          .where('removedAt', 'is', null)
          .forUpdate()
          .executeTakeFirst(),
      )
      await tx
        .updateTable('supportRecord')
        .set({ removedAt: ctx.now(), removeReason: reason })
        .where('id', '=', supportId)
        .execute()
      const { id, ...before } = row
      const result = { items: await readLedger(tx, establishmentId, applicationId, organizerId) }
      return { result, audit: { entity: 'support-record', entityId: id, before, after: { reason } } }
    },
  )
}
