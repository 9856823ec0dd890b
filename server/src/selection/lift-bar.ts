import type { BarView } from '@hoicho/shared/selection/gate-schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { readBars } from './bars.ts'

/** Takes an establishment off the organizer's list, with the reason; the entry stays to be read. */
export async function liftBar(
  ctx: Ctx,
  organizerId: string,
  barId: string,
  reason: string,
): Promise<{ items: BarView[] }> {
  return await change(ctx, 'selection.bar', { organizer: organizerId }, async tx => {
    const bar = found(
      await tx
        .selectFrom('barredEstablishment')
        .select(['reason', 'liftedAt'])
        .where('organizerId', '=', organizerId)
        .where('id', '=', barId)
        .forUpdate()
        .executeTakeFirst(),
    )
    if (bar.liftedAt !== null) throw problem('platform.wrong-state')
    await tx
      .updateTable('barredEstablishment')
      .set({ liftedAt: ctx.now(), liftReason: reason })
      .where('id', '=', barId)
      .execute()
    const audit = {
      entity: 'barred-establishment',
      entityId: barId,
      before: { reason: bar.reason },
      after: { liftReason: reason },
    }
    return { result: { items: await readBars(tx, organizerId) }, audit }
  })
}
