import type { HallInput, HallView } from '@hoicho/shared/booths/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { hallsOfFair } from './queries.ts'
import { readHall } from './reads.ts'

/** Adds an empty hall to a fair, after those it has. Refused with booths.hall-name-taken. */
export async function createHall(ctx: Ctx, fairId: string, input: HallInput): Promise<HallView> {
  return await change(
    ctx,
    'booths.draw',
    { fair: fairId },
    async tx => {
      const id = newId()
      const position = (await hallsOfFair(tx, fairId)).length
      await tx
        .insertInto('hall')
        .values({ id, fairId, ...input, position, createdAt: ctx.now() })
        .execute()
      const result = await readHall(tx, fairId, id)
      return { result, audit: { entity: 'hall', entityId: id, after: input } }
    },
    { hall_fair_id_name_key: 'booths.hall-name-taken' },
  )
}
