import type { BoothEdit, BoothView } from '@hoicho/shared/booths/schema.ts'
import { checkSectors } from '../establishments/check-references.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { keepPlanSound } from './keep-plan-sound.ts'
import { liveAssignment, lockBooth, lockHall, numberInUse } from './queries.ts'
import { readBooth } from './reads.ts'

/**
 * Replaces a booth's data. Refused with platform.changed-meanwhile, booths.in-contract (a contract states its number,
 * size and rent), booths.number-taken, booths.outside-hall, booths.overlap.
 */
export async function editBooth(
  ctx: Ctx,
  fairId: string,
  boothId: string,
  { version, ...input }: BoothEdit,
): Promise<BoothView> {
  return await change(ctx, 'booths.draw', { fair: fairId }, async tx => {
    const before = await readBooth(tx, fairId, boothId)
    const hall = found(await lockHall(tx, fairId, before.hallId))
    const booth = found(await lockBooth(tx, fairId, boothId))
    if (booth.version !== version) throw problem('platform.changed-meanwhile')
    if ((await liveAssignment(tx, boothId))?.state === 'confirmed') throw problem('booths.in-contract')
    const taken = await numberInUse(tx, fairId, [input.number], boothId)
    if (taken !== undefined) throw problem('booths.number-taken', { booth: taken })
    await checkSectors(tx, [{ pointer: '/sectorCode', code: input.sectorCode }])
    await tx
      .updateTable('booth')
      .set({ ...input, version: version + 1 })
      .where('id', '=', boothId)
      .execute()
    await keepPlanSound(tx, hall)
    const result = await readBooth(tx, fairId, boothId)
    return { result, audit: { entity: 'booth', entityId: boothId, before, after: result } }
  })
}
