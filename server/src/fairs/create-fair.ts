import type { FairInput, FairView } from '@hoicho/shared/fairs/schema.ts'
import { checkSectors } from '../establishments/check-references.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { replaceSectors } from './queries.ts'
import { readFairView } from './reads.ts'

/** Creates a draft fair of the organizer. Refused with fairs.slug-taken when another fair has the page address. */
export async function createFair(ctx: Ctx, organizerId: string, input: FairInput): Promise<FairView> {
  const { sectorCodes, ...columns } = input
  return await change(
    ctx,
    'fairs.create',
    { organizer: organizerId },
    async tx => {
      const id = newId()
      await tx
        .insertInto('fair')
        .values({ id, organizerId, ...columns, state: 'draft', createdAt: ctx.now() })
        .execute()
      await checkSectors(
        tx,
        sectorCodes.map((code, i) => ({ pointer: `/sectorCodes/${i}`, code })),
      )
      await replaceSectors(tx, id, sectorCodes)
      const result = await readFairView(tx, id)
      return { result, audit: { entity: 'fair', entityId: id, after: input, target: { fairId: id } } }
    },
    { fair_slug_key: 'fairs.slug-taken' },
  )
}
