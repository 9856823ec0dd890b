import type { ProductEdit, ProductView } from '@hoicho/shared/establishments/schema.ts'
import { attachFile } from '../files/store-file.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { productById } from './queries.ts'

/** Replaces a product's data. An edit made from an older version is refused with platform.changed-meanwhile. */
export async function editProduct(
  ctx: Ctx,
  establishmentId: string,
  productId: string,
  { version, ...input }: ProductEdit,
): Promise<ProductView> {
  return await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const before = found(await productById(tx, establishmentId, productId, true))
    if (before.version !== version) throw problem('platform.changed-meanwhile')
    for (const fileId of [input.photoFileId ?? [], input.furtherPhotoIds ?? []].flat()) {
      await attachFile(tx, ctx, fileId, { establishmentId })
    }
    await tx
      .updateTable('product')
      .set({ ...input, version: version + 1 })
      .where('establishmentId', '=', establishmentId)
      .where('id', '=', productId)
      .execute()
    const result = found(await productById(tx, establishmentId, productId))
    return { result, audit: { entity: 'product', entityId: productId, before, after: result } }
  })
}
