import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { keepPlanSound } from './keep-plan-sound.ts'
import { liveAssignment, lockBooth, lockHall } from './queries.ts'
import { readBooth } from './reads.ts'

/** Takes a booth off the plan; its history stays. Refused with booths.still-assigned. */
export async function removeBooth(ctx: Ctx, fairId: string, boothId: string): Promise<void> {
  await change(ctx, 'booths.draw', { fair: fairId }, async tx => {
    const before = await readBooth(tx, fairId, boothId)
    const hall = found(await lockHall(tx, fairId, before.hallId))
    const booth = found(await lockBooth(tx, fairId, boothId))
    if (await liveAssignment(tx, boothId)) throw problem('booths.still-assigned', { booth: booth.number })
    await tx.updateTable('booth').set({ removedAt: ctx.now() }).where('id', '=', boothId).execute()
    await keepPlanSound(tx, hall)
    return { result: null, audit: { entity: 'booth', entityId: boothId, before } }
  })
}
