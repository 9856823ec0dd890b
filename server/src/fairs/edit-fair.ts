import type { FairInput, FairView } from '@hoicho/shared/fairs/schema.ts'
import { checkSectors } from '../establishments/check-references.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { fairById, replaceSectors } from './queries.ts'
import { readFairView } from './reads.ts'

/** Replaces a fair's data. An edit made from an older version is refused with platform.changed-meanwhile. */
export async function editFair(
  ctx: Ctx,
  fairId: string,
  { version, sectorCodes, ...columns }: FairInput & { version: number },
): Promise<FairView> {
  return await change(
    ctx,
    'fairs.edit',
    { fair: fairId },
    async tx => {
      const locked = found(await fairById(tx, fairId, true))
      if (locked.version !== version) throw problem('platform.changed-meanwhile')
      const before = await readFairView(tx, fairId)
      await tx
        .updateTable('fair')
        .set({ ...columns, version: version + 1 })
        .where('id', '=', fairId)
        .execute()
      await checkSectors(
        tx,
        sectorCodes.map((code, i) => ({ pointer: `/sectorCodes/${i}`, code })),
      )
      await replaceSectors(tx, fairId, sectorCodes)
      const result = await readFairView(tx, fairId)
      return { result, audit: { entity: 'fair', entityId: fairId, before, after: result } }
    },
    { fair_slug_key: 'fairs.slug-taken' },
  )
}
