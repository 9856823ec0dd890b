import { FASCIA_FIELD, isTable, sameAnswer } from '@hoicho/shared/fairs/answers.ts'
import type { Answer, Answers, FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { nfc } from '@hoicho/shared/platform/text.ts'
import type { DraftInput, SavedDraft } from '@hoicho/shared/recruitment/schema.ts'
import { EDITABLE_STATES } from '@hoicho/shared/recruitment/states.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { demandNamed } from './demand-named.ts'
import * as queries from './queries.ts'

/**
 * Keeps what has been typed so far; nothing needs to be complete, and the deadline does not matter. Allowed while the
 * application is a draft or asked to be corrected. A save made from an older version is refused with
 * platform.changed-meanwhile; the page then merges both. Answers to fields the form lacks are dropped. While a correction
 * is asked for, only what a remark names may change (422 not-asked).
 */
export async function saveDraft(ctx: Ctx, applicationId: string, input: DraftInput): Promise<SavedDraft> {
  return await change(ctx, 'recruitment.save-draft', { application: applicationId }, async (tx, target) => {
    const application = found(await queries.applicationById(tx, target.fairId ?? '', applicationId, true))
    if (!EDITABLE_STATES.includes(application.state)) throw problem('platform.wrong-state')
    if (application.version !== input.version) throw problem('platform.changed-meanwhile')
    const form = found(await queries.formOf(tx, application.fairId, application.formVersion))
    const answers = cleaned(form, input.answers)
    const productIds = [...new Set(input.productIds)]
    const codes = changedAnswers(queries.answersOf(application), answers)
    const isProductChange = await replaceProducts(tx, applicationId, application.establishmentId, productIds)
    await demandNamed(tx, application, form, [
      ...codes.map(code => `/answers/${code}`),
      ...(isProductChange ? ['/products'] : []),
    ])
    const changed = [...codes, ...(isProductChange ? ['products'] : [])]
    const savedAt = ctx.now()
    if (changed.length === 0) return { result: { version: application.version, savedAt }, audit: [] }
    const version = application.version + 1
    const prefilled = Object.fromEntries(
      Object.entries(queries.prefilledOf(application)).filter(([code]) => !codes.includes(code)),
    )
    const fasciaName = String(answers[FASCIA_FIELD] ?? '')
    await tx
      .updateTable('application')
      .set({ answers, prefilled, fasciaName, version, updatedAt: savedAt })
      .where('id', '=', applicationId)
      .execute()
    const audit = { entity: 'application', entityId: applicationId, after: { version, changed } }
    return { result: { version, savedAt }, audit }
  })
}

/** Known fields only, text in its composed form without blanks around it. */
function cleaned(form: FormDefinition, answers: Answers): Answers {
  const known = new Set(form.sections.flatMap(section => section.fields.map(field => field.code)))
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([code]) => known.has(code))
      .map(([code, value]) => [code, tidy(value)]),
  )
}

const tidy = (value: Answer): Answer => {
  if (typeof value === 'string') return nfc(value).trim()
  if (!isTable(value)) return value
  return value.map(row =>
    Object.fromEntries(
      Object.entries(row).map(([code, cell]) => [code, typeof cell === 'string' ? nfc(cell).trim() : cell]),
    ),
  )
}

function changedAnswers(before: Answers, after: Answers): string[] {
  const codes = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...codes].filter(code => !sameAnswer(before[code], after[code]))
}

/** Names the products anew; says whether that changed anything. Only the establishment's own. */
async function replaceProducts(
  tx: Tx,
  applicationId: string,
  establishmentId: string,
  productIds: readonly string[],
): Promise<boolean> {
  const before = (await queries.productsOf(tx, applicationId)).map(product => product.id)
  const added = productIds.filter(productId => !before.includes(productId))
  const removed = before.filter(productId => !productIds.includes(productId))
  const living = added.length > 0 ? await queries.livingProductIds(tx, establishmentId) : []
  const stranger = added.find(productId => !living.includes(productId))
  if (stranger) throw invalid({ pointer: `/productIds/${productIds.indexOf(stranger)}`, code: 'choice' })
  for (const productId of removed) {
    await tx
      .deleteFrom('applicationProduct')
      .where('applicationId', '=', applicationId)
      .where('productId', '=', productId)
      .execute()
  }
  if (added.length > 0) {
    await tx
      .insertInto('applicationProduct')
      .values(added.map(productId => ({ applicationId, productId })))
      .execute()
  }
  return added.length + removed.length > 0
}
