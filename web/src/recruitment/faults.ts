import { type AnswerFault, validateAnswers } from '@hoicho/shared/fairs/answers.ts'
import { openRemarks } from '@hoicho/shared/recruitment/corrections.ts'
import type { DraftContent } from '@hoicho/shared/recruitment/merge-drafts.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { translator } from '../platform/i18n.ts'

/** Everything the application still lacks, with what is on the screen now. */
export function faultsOf(view: ApplicationView, content: DraftContent): AnswerFault[] {
  const papers = view.papers.map(paper => paper.paperCode)
  return [
    ...validateAnswers(view.form, content.answers, papers, content.productIds.length),
    ...openRemarks(view.correctionFields),
  ]
}

/** The part of the application a fault is mended in, as its page names it. */
export function partOf(view: ApplicationView, pointer: string): string {
  if (pointer.startsWith('/papers/')) return 'papers'
  if (pointer === '/products') return 'products'
  const code = codeAt(pointer)
  return view.form.sections.find(section => section.fields.some(field => field.code === code))?.code ?? ''
}

/** The code of the field or paper that a pointer leads to, `products` for the products. */
export function codeAt(pointer: string): string {
  const [, kind = '', code] = pointer.split('/')
  return code ?? kind
}

/** The sentence of a fault; the codes come from the rule, and every one of them has its words. */
export function faultText(fault: AnswerFault): string {
  const t = translator('fields') as (key: string, params?: AnswerFault['params']) => string
  return t(fault.code, fault.params)
}
