import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { sql } from 'kysely'
import { attachFile } from '../files/store-file.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { invalid } from '../platform/problem.ts'

/**
 * Makes the templates of a form's papers the fair's own, for anybody to download. One that already belongs to the
 * organizer stays as it is; name and size are taken from the file, whatever was sent.
 * Refused: a file that is neither the organizer's nor the person's own (404).
 * @returns the form with its templates as they are
 */
export async function attachTemplates(
  tx: Tx,
  ctx: Ctx,
  fair: { id: string; organizerId: string },
  form: FormDefinition,
): Promise<FormDefinition> {
  const ids = form.papers.flatMap(paper => (paper.template ? [paper.template.fileId] : []))
  if (ids.length === 0) return form
  const files = await tx
    .selectFrom('file')
    .select(['id', 'name', 'sizeBytes', 'organizerId', 'isPublic'])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute()
  const papers: FormDefinition['papers'] = []
  for (const [index, paper] of form.papers.entries()) {
    const { template, ...rest } = paper
    if (!template) {
      papers.push(rest)
      continue
    }
    const file = files.find(one => one.id === template.fileId)
    if (!file) throw invalid({ pointer: `/definition/papers/${index}/template`, code: 'choice' })
    const isOurs = file.organizerId === fair.organizerId && file.isPublic
    if (!isOurs) {
      await attachFile(tx, ctx, file.id, { organizerId: fair.organizerId, fairId: fair.id, isPublic: true })
    }
    papers.push({ ...rest, template: { fileId: file.id, name: file.name, sizeBytes: file.sizeBytes } })
  }
  return { ...form, papers }
}
