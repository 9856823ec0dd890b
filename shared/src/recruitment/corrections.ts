import type { AnswerFault } from '../fairs/answers.ts'
import { dependentsOf } from '../fairs/conditions.ts'
import type { FormDefinition } from '../fairs/form.ts'

/** A remark as far as the rules go: where it is, and whether the establishment has dealt with it. */
export type Remark = { pointer: string; answeredAt: string | null }

/**
 * Whether a place of the application may be changed while a correction is asked for: one that a remark names, or that an
 * answer so named can bring up. A request without remarks, only a message, opens the whole application.
 */
export function mayCorrect(form: FormDefinition, remarks: readonly Remark[], pointer: string): boolean {
  if (remarks.length === 0 || remarks.some(remark => remark.pointer === pointer)) return true
  const [, kind, code = ''] = pointer.split('/')
  return remarks.some(remark => {
    const [, where, source = ''] = remark.pointer.split('/')
    if (where !== 'answers') return false
    const dependents = dependentsOf(form, source)
    return kind === 'answers' ? dependents.fields.has(code) : kind === 'papers' && dependents.papers.has(code)
  })
}

/** A fault `remark-open` for every remark not yet marked as dealt with: the application is not handed in again before. */
export const openRemarks = (remarks: readonly Remark[]): AnswerFault[] =>
  remarks
    .filter(remark => remark.answeredAt === null)
    .map(({ pointer }) => ({ pointer, code: 'remark-open' }))
