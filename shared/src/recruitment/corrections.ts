import type { AnswerFault } from '../fairs/answers.ts'

/** A remark as far as the rules go: where it is, and whether the establishment has dealt with it. */
export type Remark = { pointer: string; answeredAt: string | null }

/**
 * Whether a place of the application may be changed while a correction is asked for: one that a remark names. A request
 * without remarks, only a message, opens the whole application.
 */
export const mayCorrect = (remarks: readonly Remark[], pointer: string): boolean =>
  remarks.length === 0 || remarks.some(remark => remark.pointer === pointer)

/** A fault `remark-open` for every remark not yet marked as dealt with: the application is not handed in again before. */
export const openRemarks = (remarks: readonly Remark[]): AnswerFault[] =>
  remarks
    .filter(remark => remark.answeredAt === null)
    .map(({ pointer }) => ({ pointer, code: 'remark-open' }))
