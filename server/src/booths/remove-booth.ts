import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { drawInHall } from './draw-plan.ts'
import { lockHall } from './queries.ts'
import { readBooth } from './reads.ts'

/** Takes a booth off the plan; its history stays. Refused with booths.still-assigned and booths.has-parts. */
export async function removeBooth(ctx: Ctx, fairId: string, boothId: string): Promise<void> {
  await change(ctx, 'booths.draw', { fair: fairId }, async tx => {
    const before = await readBooth(tx, fairId, boothId)
    const hall = found(await lockHall(tx, fairId, before.hallId))
    // Read again: whoever drew while we waited may have changed it, which does not matter to who takes it away.
    const { version } = await readBooth(tx, fairId, boothId)
    await drawInHall(tx, ctx, hall, [{ do: 'remove-booth', id: boothId, version }])
    return { result: null, audit: { entity: 'booth', entityId: boothId, before } }
  })
}
