import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { exportYear } from './entry-queries.ts'

/** Takes the export figures of a year off the profile; the log keeps them. */
export async function removeExportYear(ctx: Ctx, establishmentId: string, year: number): Promise<void> {
  await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const before = found(await exportYear(tx, establishmentId, year))
    await tx
      .deleteFrom('exportYear')
      .where('establishmentId', '=', establishmentId)
      .where('year', '=', year)
      .execute()
    return { result: undefined, audit: { entity: 'export-year', entityId: before.id, before } }
  })
}
