import {
  cnntValidity,
  ocopValidity,
  recognitionValidUntil,
} from '@hoicho/shared/establishments/recognition.ts'
import type { RecognitionInput, RecognitionView } from '@hoicho/shared/establishments/schema.ts'
import { levelsOf } from '@hoicho/shared/establishments/titles.ts'
import { type DatedRule, ruleValueOn } from '@hoicho/shared/platform/dated-rules.ts'
import { localDate } from '@hoicho/shared/platform/dates.ts'
import { attachFile } from '../files/store-file.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, invalid } from '../platform/problem.ts'
import { productById, recognitionById, rulesOf } from './queries.ts'
import { viewRecognition } from './reads.ts'

/**
 * Adds a title (outstanding rural industrial product, or OCOP stars). Its last day is the one printed; failing that,
 * what the rule in force on the day of issue gives. Refused (422): a level of the other scheme, a day to come, no rule known.
 */
export async function addRecognition(
  ctx: Ctx,
  establishmentId: string,
  { printedValidUntil, ...input }: RecognitionInput,
): Promise<RecognitionView> {
  return await change(ctx, 'establishments.edit', { establishment: establishmentId }, async tx => {
    const validUntil = await decideValidUntil(tx, ctx, { ...input, printedValidUntil })
    if (input.productId) found(await productById(tx, establishmentId, input.productId))
    if (input.fileId) await attachFile(tx, ctx, input.fileId, { establishmentId })
    const id = newId()
    await tx
      .insertInto('recognition')
      .values({ id, establishmentId, ...input, validUntil, createdAt: ctx.now() })
      .execute()
    const row = found(await recognitionById(tx, establishmentId, id))
    const audit = { entity: 'recognition', entityId: id, after: { ...input, validUntil } }
    return { result: viewRecognition(row, ctx.now()), audit }
  })
}

async function decideValidUntil(tx: Tx, ctx: Ctx, input: RecognitionInput): Promise<string> {
  const { scheme, level, issuedOn, printedValidUntil = null } = input
  if (!levelsOf(scheme).includes(level)) throw invalid({ pointer: '/level', code: 'level-of-scheme' })
  if (issuedOn > localDate(ctx.now(), 'Asia/Ho_Chi_Minh')) {
    throw invalid({ pointer: '/issuedOn', code: 'in-future' })
  }
  if (printedValidUntil !== null) {
    if (printedValidUntil < issuedOn) throw invalid({ pointer: '/printedValidUntil', code: 'days-order' })
    return printedValidUntil
  }
  const rules = await rulesOf(tx, `recognition.validity.${scheme}`)
  const validUntil = scheme === 'cnnt' ? cnntEnd(rules, issuedOn) : ocopEnd(rules, issuedOn)
  if (validUntil === null) throw invalid({ pointer: '/printedValidUntil', code: 'no-rule' })
  return validUntil
}

const UNUSED = { cnnt: { yearsAdded: 0 }, ocop: { months: 1 } }

function cnntEnd(rules: readonly DatedRule[], issuedOn: string): string | null {
  const rule = ruleValueOn(rules, 'recognition.validity.cnnt', issuedOn, cnntValidity)
  const title = { scheme: 'cnnt', issuedOn, printedValidUntil: null } as const
  return rule && recognitionValidUntil(title, { ...UNUSED, cnnt: rule.value })
}

function ocopEnd(rules: readonly DatedRule[], issuedOn: string): string | null {
  const rule = ruleValueOn(rules, 'recognition.validity.ocop', issuedOn, ocopValidity)
  const title = { scheme: 'ocop', issuedOn, printedValidUntil: null } as const
  return rule && recognitionValidUntil(title, { ...UNUSED, ocop: rule.value })
}
