import type { BoothsInput, BoothView } from '@hoicho/shared/booths/schema.ts'
import { checkSectors } from '../establishments/check-references.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { keepPlanSound } from './keep-plan-sound.ts'
import { lockHall, numberInUse } from './queries.ts'
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
    const numbers = booths.map(booth => booth.number)
    const twice = numbers.find((number, i) => numbers.indexOf(number) !== i)
    const taken = twice ?? (await numberInUse(tx, fairId, numbers))
    if (taken !== undefined) throw problem('booths.number-taken', { booth: taken })
    await checkSectors(
      tx,
      booths.map(({ sectorCode }, i) => ({ pointer: `/booths/${i}/sectorCode`, code: sectorCode })),
    )
    const rows = booths.map(booth => ({ id: newId(), fairId, hallId, ...booth, createdAt: ctx.now() }))
    await tx.insertInto('booth').values(rows).execute()
    await keepPlanSound(tx, hall)
    const result = await readHallBooths(tx, fairId, hallId)
    return { result, audit: { entity: 'hall', entityId: hallId, after: { added: numbers } } }
  })
}
