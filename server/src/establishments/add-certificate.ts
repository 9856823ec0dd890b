import type { CertificateInput, CertificateView } from '@hoicho/shared/establishments/schema.ts'
import { attachFile } from '../files/store-file.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found } from '../platform/problem.ts'
import { certificateById } from './queries.ts'
import { viewCertificates } from './reads.ts'

/** Adds a certificate (food safety, ISO, HACCP …), with a file uploaded before. */
export async function addCertificate(
  ctx: Ctx,
  establishmentId: string,
  input: CertificateInput,
): Promise<CertificateView> {
  return await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    if (input.fileId) await attachFile(tx, ctx, input.fileId, { establishmentId })
    const id = newId()
    await tx
      .insertInto('certificate')
      .values({ id, establishmentId, ...input, createdAt: ctx.now() })
      .execute()
    const row = found(await certificateById(tx, establishmentId, id))
    const result = found((await viewCertificates(tx, [row], ctx.now()))[0])
    return { result, audit: { entity: 'certificate', entityId: id, after: input } }
  })
}
