import type { HallInput, HallView } from '@hoicho/shared/booths/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { redrawHall } from './draw-plan.ts'
import { lockHall } from './queries.ts'
import { readHall } from './reads.ts'

/** Replaces a hall's name and size; what the form leaves out stays. Refused with booths.outside-hall when a booth would no longer fit in it. */
export async function editHall(
  ctx: Ctx,
  fairId: string,
  hallId: string,
  input: HallInput,
): Promise<HallView> {
  return await change(
    ctx,
    'booths.draw',
    { fair: fairId },
    async tx => {
      const hall = found(await lockHall(tx, fairId, hallId))
      const before = await readHall(tx, fairId, hallId)
      await tx
        .updateTable('hall')
        .set(given(input))
        .where('fairId', '=', fairId)
        .where('id', '=', hallId)
        .execute()
      await redrawHall(tx, ctx, { ...hall, ...given(input) })
      const result = await readHall(tx, fairId, hallId)
      return { result, audit: { entity: 'hall', entityId: hallId, before, after: result } }
    },
    { hall_fair_id_name_key: 'booths.hall-name-taken' },
  )
}

const given = (input: HallInput) => ({
  name: input.name,
  level: input.level,
  widthCm: input.widthCm,
  depthCm: input.depthCm,
  ...(input.outline === undefined ? {} : { outline: input.outline }),
  ...(input.heightCm === undefined ? {} : { heightCm: input.heightCm }),
  ...(input.floorLoadKgM2 === undefined ? {} : { floorLoadKgM2: input.floorLoadKgM2 }),
})
