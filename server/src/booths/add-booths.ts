import type { BoothsInput, BoothView } from '@hoicho/shared/booths/schema.ts'
import { checkSectors } from '../establishments/check-references.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { drawInHall } from './draw-plan.ts'
import { lockHall } from './queries.ts'
import { readHallBooths } from './reads.ts'

/**
 * Adds booths to a hall, all or none, and answers with all booths of the hall. Refused with booths.number-taken,
 * booths.outside-hall or booths.overlap, each naming the booth.
 */
export async function addBooths(
  ctx: Ctx,
  fairId: string,
  hallId: string,
  { booths }: BoothsInput,
): Promise<BoothView[]> {
  return await change(ctx, 'booths.draw', { fair: fairId }, async tx => {
    const hall = found(await lockHall(tx, fairId, hallId))
    await checkSectors(
      tx,
      booths.map(({ sectorCode }, i) => ({ pointer: `/booths/${i}/sectorCode`, code: sectorCode })),
    )
    const edits = booths.map(values => ({ do: 'add-booth' as const, id: newId(), values }))
    await drawInHall(tx, ctx, hall, edits)
    const result = await readHallBooths(tx, fairId, hallId)
    const added = booths.map(booth => booth.number)
    return { result, audit: { entity: 'hall', entityId: hallId, after: { added } } }
  })
}
