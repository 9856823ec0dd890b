import { sameAnswer } from '../fairs/answers.ts'
import type { Answers } from '../fairs/form.ts'

export type SubmittedPaper = { paperCode: string; fileId: string; name: string; sha256: string }
export type SubmittedProduct = { id: string; nameVi: string }

/** What a submission held: the part of it that the establishment may change. */
export type SubmittedContent = {
  answers: Answers
  products: readonly SubmittedProduct[]
  papers: readonly SubmittedPaper[]
}

type ChangeKind = 'added' | 'removed' | 'changed'

/** One place that differs, under the pointer a remark would have. */
export type SubmissionChange =
  | {
      what: 'answer'
      pointer: string
      kind: ChangeKind
      before: Answers[string] | undefined
      after: Answers[string] | undefined
    }
  | { what: 'paper'; pointer: string; kind: ChangeKind; before: SubmittedPaper[]; after: SubmittedPaper[] }
  | {
      what: 'products'
      pointer: '/products'
      kind: ChangeKind
      before: SubmittedProduct[]
      after: SubmittedProduct[]
    }

/**
 * What changed from one submission to a later one: answers by code, papers by code (a paper is its bytes: the same file
 * sent again is no change), products. Empty when nothing did. `added` was blank before, `removed` is blank now. A blank
 * answer and none at all are the same. Answers come first, then products, then papers, each in the order of their codes.
 */
export function changesBetween(before: SubmittedContent, after: SubmittedContent): SubmissionChange[] {
  return [
    ...answerChanges(before.answers, after.answers),
    ...productChanges(before.products, after.products),
    ...paperChanges(before.papers, after.papers),
  ]
}

function answerChanges(before: Answers, after: Answers): SubmissionChange[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted()
  return codes
    .filter(code => !sameAnswer(before[code], after[code]))
    .map(code => ({
      what: 'answer',
      pointer: `/answers/${code}`,
      kind: kindOf(sameAnswer(before[code], null), sameAnswer(after[code], null)),
      before: before[code],
      after: after[code],
    }))
}

function productChanges(
  before: readonly SubmittedProduct[],
  after: readonly SubmittedProduct[],
): SubmissionChange[] {
  const isSame = sameSet(
    before.map(product => product.id),
    after.map(product => product.id),
  )
  if (isSame) return []
  const kind = kindOf(before.length === 0, after.length === 0)
  return [{ what: 'products', pointer: '/products', kind, before: [...before], after: [...after] }]
}

function paperChanges(
  before: readonly SubmittedPaper[],
  after: readonly SubmittedPaper[],
): SubmissionChange[] {
  const codes = [...new Set([...before, ...after].map(paper => paper.paperCode))].toSorted()
  return codes.flatMap((code): SubmissionChange[] => {
    const [was, is] = [before, after].map(papers => papers.filter(paper => paper.paperCode === code))
    if (!was || !is || sameSet(hashesOf(was), hashesOf(is))) return []
    const kind = kindOf(was.length === 0, is.length === 0)
    return [{ what: 'paper', pointer: `/papers/${code}`, kind, before: was, after: is }]
  })
}

const hashesOf = (papers: readonly SubmittedPaper[]) => papers.map(paper => paper.sha256)

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.toSorted().join() === b.toSorted().join()

const kindOf = (wasBlank: boolean, isBlank: boolean): ChangeKind =>
  wasBlank ? 'added' : isBlank ? 'removed' : 'changed'
