import type { FieldChange } from './audit.ts'

const LONGEST = 200
/** Kept by the machine for itself: no news to a reader. */
const SILENT = new Set(['id', 'version', 'updatedAt'])

/**
 * The fields that differ between the two sides of a log entry, in the order they stand in. What is no object on either
 * side has none. Texts longer than 200 characters are cut with an ellipsis.
 */
export function changedFields(before: unknown, after: unknown): FieldChange[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  const names = new Set([...Object.keys(old), ...Object.keys(now)])
  return [...names].flatMap(field => {
    if (SILENT.has(field)) return []
    const [was, is] = [shown(old[field]), shown(now[field])]
    return was === is ? [] : [{ field, before: cut(was), after: cut(is) }]
  })
}

const fieldsOf = (side: unknown): Record<string, unknown> =>
  typeof side === 'object' && side !== null && !Array.isArray(side) ? { ...side } : {}

function shown(value: unknown): string | null {
  if (value === undefined || value === null || value === '') return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const cut = (text: string | null) =>
  text !== null && text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text
