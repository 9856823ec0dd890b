import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { productById } from './queries.ts'

/** Takes a product off the profile. Applications that name it keep it; its titles stay with the establishment. */
export async function removeProduct(ctx: Ctx, establishmentId: string, productId: string): Promise<void> {
  await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const before = found(await productById(tx, establishmentId, productId, true))
    await tx
      .updateTable('product')
      .set({ removedAt: ctx.now() })
      .where('establishmentId', '=', establishmentId)
      .where('id', '=', productId)
      .execute()
    return { result: undefined, audit: { entity: 'product', entityId: productId, before } }
  })
}
