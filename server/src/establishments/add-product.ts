import type { ProductInput, ProductView } from '@hoicho/shared/establishments/schema.ts'
import { attachFile } from '../files/store-file.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { productById } from './queries.ts'

/** Adds a product, with a photo uploaded before. */
export async function addProduct(
  ctx: Ctx,
  establishmentId: string,
  input: ProductInput,
): Promise<ProductView> {
  return await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    for (const fileId of [input.photoFileId ?? [], input.furtherPhotoIds ?? []].flat()) {
      await attachFile(tx, ctx, fileId, { establishmentId })
    }
    const id = newId()
    await tx
      .insertInto('product')
      .values({ id, establishmentId, ...input, createdAt: ctx.now() })
      .execute()
    const result = found(await productById(tx, establishmentId, id))
    return { result, audit: { entity: 'product', entityId: id, after: input } }
  })
}
