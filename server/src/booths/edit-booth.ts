import type { BoothEdit, BoothView } from '@hoicho/shared/booths/schema.ts'
import { checkSectors } from '../establishments/check-references.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { drawInHall } from './draw-plan.ts'
import { lockHall } from './queries.ts'
import { readBooth } from './reads.ts'

/**
 * Replaces a booth's data; what the form leaves out stays. Refused with platform.changed-meanwhile, booths.in-contract (a
 * contract states its number, place, size and rent), booths.number-taken, booths.outside-hall, booths.overlap.
 */
export async function editBooth(
  ctx: Ctx,
  fairId: string,
  boothId: string,
  { version, ...values }: BoothEdit,
): Promise<BoothView> {
  return await change(ctx, 'booths.draw', { fair: fairId }, async tx => {
    const before = await readBooth(tx, fairId, boothId)
    const hall = found(await lockHall(tx, fairId, before.hallId))
    await checkSectors(tx, [{ pointer: '/sectorCode', code: values.sectorCode }])
    await drawInHall(tx, ctx, hall, [{ do: 'change-booth', id: boothId, version, values }])
    const result = await readBooth(tx, fairId, boothId)
    return { result, audit: { entity: 'booth', entityId: boothId, before, after: result } }
  })
}
