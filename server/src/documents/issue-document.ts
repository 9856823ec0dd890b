import { type FileScope, saveFile } from '../files/store-file.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { renderPdf } from './render-pdf.ts'

export type DocumentRequest = {
  /** What it is: `contract`, `decision`, … */
  kind: string
  organizerId: string
  fairId: string | null
  /** Number and symbol as printed, `01/HĐ-TTKC`; `null` for papers without one. */
  number: string | null
  /** The day whose rules it was made under, `YYYY-MM-DD`. */
  ruleSetOn: string
  /** Name of the template in templates/, without `.typ`. */
  template: string
  /** All the template prints; kept beside the file. */
  data: unknown
  fileName: string
  /** Who may see the file. */
  scope: FileScope
}

/**
 * Renders a paper and freezes it within the caller's transaction: the bytes, their SHA-256, the data it was made from
 * and the day of its rules. Nothing ever updates a row it wrote.
 */
export async function issueDocument(
  tx: Tx,
  ctx: Ctx,
  request: DocumentRequest,
): Promise<{ id: string; fileId: string; sha256: string }> {
  const bytes = await renderPdf(request.template, request.data)
  const file = await saveFile(tx, ctx, request.fileName, 'application/pdf', bytes, request.scope)
  const id = newId()
  await tx
    .insertInto('document')
    .values({
      id,
      kind: request.kind,
      organizerId: request.organizerId,
      fairId: request.fairId,
      number: request.number,
      fileId: file.id,
      sha256: file.sha256,
      ruleSetOn: request.ruleSetOn,
      data: JSON.parse(JSON.stringify(request.data)) as object,
      issuedAt: ctx.now(),
    })
    .execute()
  return { id, fileId: file.id, sha256: file.sha256 }
}
