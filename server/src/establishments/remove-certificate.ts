import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { certificateById } from './queries.ts'

/** Takes a certificate off the profile. */
export async function removeCertificate(
  ctx: Ctx,
  establishmentId: string,
  certificateId: string,
): Promise<void> {
  await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const before = found(await certificateById(tx, establishmentId, certificateId, true))
    await tx
      .updateTable('certificate')
      .set({ removedAt: ctx.now() })
      .where('establishmentId', '=', establishmentId)
      .where('id', '=', certificateId)
      .execute()
    return { result: undefined, audit: { entity: 'certificate', entityId: certificateId, before } }
  })
}
