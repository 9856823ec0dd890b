import { PROBLEMS, type ProblemCode } from '@hoicho/shared/platform/all-problems.ts'

/** Numbers and words a problem's sentence is filled with. */
export type ProblemParams = Record<string, string | number | boolean | null>

/** A field at fault before its sentence is written: a JSON Pointer and a code of locales/<language>/fields.ts. */
export type FieldFault = { pointer: string; code: string; params?: ProblemParams }

/** A refusal on its way to the person. Thrown by verbs and reads, turned into RFC 9457 JSON in one place. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly status: number
  readonly params: ProblemParams
  readonly fields: FieldFault[]

  constructor(code: ProblemCode, params: ProblemParams = {}, fields: FieldFault[] = []) {
    super(code)
    this.code = code
    this.status = PROBLEMS[code].status
    this.params = params
    this.fields = fields
  }
}

/** `throw problem('booths.already-assigned', { booth: 'A12' })` */
export const problem = (code: ProblemCode, params?: ProblemParams) => new Problem(code, params)

/** A 422 that points at fields: `throw invalid({ pointer: '/taxCode', code: 'tax-code' })` */
export const invalid = (...fields: FieldFault[]) => new Problem('platform.invalid', {}, fields)

/** The row, or 404: for reads whose query already names the fair. */
export function found<T>(row: T | undefined | null): T {
  if (row === undefined || row === null) throw problem('platform.not-found')
  return row
}
