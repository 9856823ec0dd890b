import type { FieldKind, FormDefinition, FormField } from '@hoicho/shared/fairs/form.ts'
import { foldText } from '@hoicho/shared/platform/text.ts'

/** Small changes to a form's lists, each giving a new list. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list]
  const [item] = next.splice(index, 1)
  if (item !== undefined) next.splice(index + by, 0, item)
  return next
}

/** Takes the item at one index to another. */
export function dropped<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list]
  const [item] = next.splice(from, 1)
  if (item !== undefined) next.splice(to, 0, item)
  return next
}

/** Replaces the item at an index, or appends it when the index is the length. */
export function put<T>(list: readonly T[], index: number, item: T): T[] {
  return index < list.length ? list.map((old, at) => (at === index ? item : old)) : [...list, item]
}

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index)

/** Every code in use, so that a new one differs. */
export const codesOf = (form: FormDefinition): string[] => [
  ...form.sections.map(section => section.code),
  ...form.sections.flatMap(section => section.fields.map(field => field.code)),
  ...form.papers.map(paper => paper.code),
]

/** A code from a label: "Số gian hàng" becomes `soGianHang`, and `soGianHang2` when that is taken. */
export function codeFor(label: string, taken: readonly string[]): string {
  const words = foldText(label)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 5)
  const joined = words
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('')
  const base = (/^[a-z]/.test(joined) ? joined : `x${joined}`).slice(0, 36)
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${base}${number}`
    if (!taken.includes(code)) return code
  }
}

export const NO_WORDS = { vi: '', en: '', de: '' }

/** A field of a kind with what it needs at least, keeping the words of the one it replaces. */
export function fieldOfKind(
  kind: FieldKind,
  from: Pick<FormField, 'code' | 'label' | 'hint' | 'required' | 'showWhen'>,
): FormField {
  const { code, label, hint, required, showWhen } = from
  const common = { code, label, hint, required, ...(showWhen ? { showWhen } : {}) }
  if (kind === 'text') return { ...common, kind, maxLength: 200 }
  if (kind === 'multiline') return { ...common, kind, maxLength: 2000 }
  if (kind === 'number') return { ...common, kind, min: 0, max: 100 }
  if (kind === 'money') return { ...common, kind, min: 0, max: 1_000_000_000 }
  if (kind === 'date') return { ...common, kind }
  if (kind === 'table') {
    return {
      ...common,
      kind,
      columns: [{ code: 'x', label: NO_WORDS, kind: 'text', maxLength: 200 }],
      minRows: 0,
      maxRows: 10,
    }
  }
  if (kind === 'yes-no') return { ...common, kind, mustBeYes: false }
  const options = [
    { value: 'a', label: NO_WORDS },
    { value: 'b', label: NO_WORDS },
  ]
  return kind === 'choices' ? { ...common, kind, options, most: 0 } : { ...common, kind, options }
}
