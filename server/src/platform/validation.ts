import type { FieldFault } from './problem.ts'

type Issue = { code: string; path: PropertyKey[]; message: string } & Record<string, unknown>

/** zod's issues as field faults: a JSON Pointer and a code that locales/<language>/fields.ts has a sentence for. The first one of a field. */
export function faultsOf(error: { issues: readonly unknown[] }, target = 'json'): FieldFault[] {
  const prefix = target === 'json' ? '' : `/${target}`
  const faults = error.issues.map(issue => toFault(issue as Issue, prefix))
  const first = new Map(faults.toReversed().map(fault => [fault.pointer, fault]))
  return faults.filter(fault => first.get(fault.pointer) === fault)
}

function toFault(issue: Issue, prefix: string): FieldFault {
  const pointer = prefix + issue.path.map(part => `/${escapePointer(String(part))}`).join('')
  return { pointer, ...codeOf(issue) }
}

function codeOf(issue: Issue): Pick<FieldFault, 'code' | 'params'> {
  // A rule of ours names its code as the message: `.refine(…, 'dates-order')`, `.regex(…, 'phone')`.
  if (/^[a-z][a-z-]+$/.test(issue.message)) return { code: issue.message }
  if (issue.code === 'invalid_type') return { code: issue.input === undefined ? 'required' : 'type' }
  if (issue.code === 'too_small' && issue.origin === 'string')
    return issue.minimum === 1
      ? { code: 'required' }
      : { code: 'too-short', params: { minimum: Number(issue.minimum) } }
  if (issue.code === 'too_small' && issue.origin === 'array')
    return { code: 'too-few', params: { minimum: Number(issue.minimum) } }
  if (issue.code === 'too_small') return { code: 'too-small', params: { minimum: Number(issue.minimum) } }
  if (issue.code === 'too_big' && issue.origin === 'string')
    return { code: 'too-long', params: { maximum: Number(issue.maximum) } }
  if (issue.code === 'too_big') return { code: 'too-big', params: { maximum: Number(issue.maximum) } }
  if (issue.code === 'invalid_format') return { code: `format-${knownFormat(issue.format)}` }
  if (issue.code === 'invalid_value') return { code: 'choice' }
  if (issue.code === 'unrecognized_keys') return { code: 'unknown-field' }
  return { code: 'invalid' }
}

const knownFormat = (format: unknown) =>
  ['email', 'url', 'uuid', 'date', 'datetime'].includes(String(format)) ? String(format) : 'other'

/** One step of a JSON Pointer (RFC 6901). */
export const escapePointer = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')
