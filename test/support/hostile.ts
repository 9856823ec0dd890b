import type { Schema } from './sample-body.ts'

/** A place in a body, by keys, and what its schema wants there. */
export type Leaf = { path: (string | number)[]; schema: Schema }
type Schemas = Record<string, Schema>

/** The same numbers for the same seed (mulberry32): a failing run can be repeated. */
export function dice(seed: number): <T>(from: readonly T[]) => T {
  let state = seed
  return from => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
    const chosen = from[Math.floor(fraction * from.length)]
    if (chosen === undefined) throw new Error('Nothing to choose from')
    return chosen
  }
}

/** Text that breaks what takes any text: bytes a database refuses, signs that deceive, markup, queries, formulas. */
export const TEXTS = [
  '',
  ' ',
  'a\u0000b',
  '\ud800',
  'x\udfffy',
  'Nguye\u0302\u0303n Va\u0306n A\u0302n',
  '👩‍👩‍👧‍👦🇻🇳',
  '\u202egnp.exe',
  '\ufeff\u200b',
  "'; drop table person; --",
  '<script>alert(1)</script>',
  '=HYPERLINK("http://x","y")',
  '#eval("1")',
  '%00%c0%ae',
  '../../etc/passwd',
  '{{7*7}}${7*7}',
  'null',
  'x'.repeat(20_000),
  'ế'.repeat(5_000),
] as const

/** Days and moments that look right and are not, or are further off than a calendar goes. */
export const DATES = [
  '2019-02-30',
  '0000-00-00',
  '2026-13-01',
  '9999-12-31',
  '0001-01-01',
  '-0001-01-01',
  '+275760-09-13',
  '2026-11-22T25:61:61Z',
  '2026-11-22T10:00:00+99:99',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '1e9',
] as const

export const NUMBERS = [
  -1,
  0,
  -0,
  1.5,
  2_147_483_647,
  2_147_483_648,
  -2_147_483_649,
  2 ** 53,
  2 ** 53 - 1,
  1e308,
  -1e308,
  1e-9,
] as const

/** Values of the wrong kind altogether. */
export const OTHERS = [
  null,
  true,
  [],
  {},
  [null],
  [[[[[[]]]]]],
  JSON.parse(`${'['.repeat(3_000)}${']'.repeat(3_000)}`),
  { $ne: 1 },
  JSON.parse('{"__proto__":{"isPlatformAdmin":true}}'),
  { constructor: { prototype: { x: 1 } } },
  { toString: 'no', valueOf: null },
  Array.from({ length: 5_000 }, (_, index) => index),
] as const

const ODD_IDS = ['ffffffff-ffff-4fff-bfff-ffffffffffff', '00000000-0000-0000-0000-000000000000', '1', 'null']

/** The hostile values a place most likely trips over: those of its own kind. */
export function hostileFor(schema: Schema): readonly unknown[] {
  const types = new Set([schema.type].flat())
  if (schema.format === 'uuid') return ODD_IDS
  if (schema.format?.startsWith('date')) return DATES
  if (types.has('number') || types.has('integer')) return NUMBERS
  if (types.has('array')) return [[], [null], Array.from({ length: 3_000 }, () => 'x'), { length: 3 }]
  return /\\d\{4\}/.test(schema.pattern ?? '') ? DATES : TEXTS
}

/** Every place in a body, those that may be left out too, down to six levels. */
export function leavesOf(schema: Schema, schemas: Schemas, path: Leaf['path'] = []): Leaf[] {
  if (path.length > 6) return []
  if (schema.$ref) return leavesOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, path)
  const parts = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (parts) return parts.filter(part => part.type !== 'null').flatMap(part => leavesOf(part, schemas, path))
  const inside = Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
    leavesOf(part, schemas, [...path, key]),
  )
  const items = schema.items ? leavesOf(schema.items, schemas, [...path, 0]) : []
  return [...(path.length > 0 ? [{ path, schema }] : []), ...inside, ...items]
}

/** The body with another value at that place; what is missing on the way is made from the schema's own kind. */
export function withValue(body: unknown, path: Leaf['path'], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  if (typeof key === 'number') {
    const list = Array.isArray(body) ? body : []
    return [withValue(list[key], rest, value), ...list.slice(1)]
  }
  const object = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}
  const before = (object as Record<string, unknown>)[key]
  return { ...object, [key]: withValue(before, rest, value) }
}

/** Whole bodies that are no such body at all, as they go over the wire. */
export const RAW_BODIES = [
  '',
  '{',
  'null',
  '[]',
  '"x"',
  '1e999',
  '{"a":1}'.repeat(2),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  '{"__proto__":{"a":1},"constructor":{"prototype":{}}}',
  '{"\\u0000":1}',
  '\ufeff{}',
  `{"${'k'.repeat(100_000)}":1}`,
] as const
