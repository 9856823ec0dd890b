import { sameAnswer as same } from '../fairs/answers.ts'
import type { Answers } from '../fairs/form.ts'

/** What a person can have typed: answers by field code, and the products chosen. */
export type DraftContent = { answers: Answers; productIds: readonly string[] }

/** `conflicts` names what both changed, differently: field codes, and `products`. The person's own words are kept. */
export type MergedDraft = DraftContent & { conflicts: string[] }

/**
 * Brings together what was typed on this device and what the server holds by now, both made from `base`. Whatever only
 * one side changed is taken from that side; where both did, differently, this device wins and it is said.
 * Nothing typed is ever dropped.
 */
export function mergeDrafts(base: DraftContent, local: DraftContent, server: DraftContent): MergedDraft {
  const codes = new Set([...Object.keys(local.answers), ...Object.keys(server.answers)])
  const answers: Answers = {}
  const conflicts: string[] = []
  for (const code of codes) {
    const [was, ours, theirs] = [base, local, server].map(side => side.answers[code] ?? null)
    const isOursTaken = !same(ours, was)
    if (isOursTaken && !same(theirs, was) && !same(ours, theirs)) conflicts.push(code)
    answers[code] = (isOursTaken ? ours : theirs) ?? null
  }
  const products = mergeProducts(base.productIds, local.productIds, server.productIds)
  return { answers, productIds: products, conflicts }
}

/** What either side added stays; what either side removed goes. */
function mergeProducts(
  base: readonly string[],
  local: readonly string[],
  server: readonly string[],
): string[] {
  const isKept = (productId: string) =>
    base.includes(productId) ? local.includes(productId) && server.includes(productId) : true
  return [...new Set([...server, ...local])].filter(isKept)
}

/** Whether two drafts say the same. */
export function sameDraft(a: DraftContent, b: DraftContent): boolean {
  const codes = new Set([...Object.keys(a.answers), ...Object.keys(b.answers)])
  const sameProducts =
    a.productIds.length === b.productIds.length &&
    a.productIds.every(productId => b.productIds.includes(productId))
  return sameProducts && [...codes].every(code => same(a.answers[code], b.answers[code]))
}
