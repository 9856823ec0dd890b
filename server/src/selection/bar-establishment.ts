import type { BarInput, BarView } from '@hoicho/shared/selection/gate-schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { readBars } from './bars.ts'

/**
 * Puts an establishment on the organizer's list of those it does not take, for a time or until lifted. Refused with
 * selection.already-barred while it is on it.
 */
export async function barEstablishment(
  ctx: Ctx,
  organizerId: string,
  input: BarInput,
): Promise<{ items: BarView[] }> {
  return await change(
    ctx,
    'selection.bar',
    { organizer: organizerId },
    async tx => {
      const id = newId()
      const barred = { barredBy: actorPersonId(ctx), barredAt: ctx.now() }
      await tx
        .insertInto('barredEstablishment')
        .values({ id, organizerId, ...input, ...barred })
        .execute()
      const audit = { entity: 'barred-establishment', entityId: id, after: input }
      return { result: { items: await readBars(tx, organizerId) }, audit }
    },
    {
      barred_establishment_once: 'selection.already-barred',
      barred_establishment_establishment_id_fkey: { pointer: '/establishmentId', code: 'choice' },
    },
  )
}
