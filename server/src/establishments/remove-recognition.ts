import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { recognitionById } from './queries.ts'

/** Takes a title off the profile. */
export async function removeRecognition(
  ctx: Ctx,
  establishmentId: string,
  recognitionId: string,
): Promise<void> {
  await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const before = found(await recognitionById(tx, establishmentId, recognitionId, true))
    await tx
      .updateTable('recognition')
      .set({ removedAt: ctx.now() })
      .where('establishmentId', '=', establishmentId)
      .where('id', '=', recognitionId)
      .execute()
    return { result: undefined, audit: { entity: 'recognition', entityId: recognitionId, before } }
  })
}
