/** The parts of JSON Schema our zod schemas become. */
export type Schema = {
  $ref?: string
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  exclusiveMinimum?: number
  format?: string
  pattern?: string
  default?: unknown
  nullable?: boolean
}

/** The smallest value a schema takes, as far as the schema alone tells; rules between fields are the caller's matter. */
export function sampleOf(schema: Schema, schemas: Record<string, Schema>): unknown {
  if (schema.$ref) return sampleOf(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.default !== undefined) return schema.default
  const either = schema.anyOf ?? schema.oneOf
  if (either) return sampleOf(either.find(one => one.type !== 'null') ?? {}, schemas)
  if (schema.allOf) {
    const parts = schema.allOf.map(part => sampleOf(part, schemas))
    return Object.assign({}, ...parts)
  }
  const type = [schema.type].flat().find(one => one !== 'null')
  if (type === 'object') return sampleObject(schema, schemas)
  if (type === 'array') {
    return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, schemas))
  }
  if (type === 'boolean') return true
  if (type === 'number' || type === 'integer') {
    return Math.max(schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
  }
  return type === 'string' ? sampleString(schema) : {}
}

function sampleObject(schema: Schema, schemas: Record<string, Schema>): Record<string, unknown> {
  const entries = (schema.required ?? []).map(name => [
    name,
    sampleOf(schema.properties?.[name] ?? {}, schemas),
  ])
  return Object.fromEntries(entries)
}

const FORMATS: Record<string, string> = {
  uuid: '01930000-0000-7000-8000-000000000000',
  email: 'di-bo@example.vn',
  date: '2026-12-01',
  'date-time': '2026-12-01T08:00:00.000Z',
  uri: 'https://example.vn',
}

/** Texts that the patterns of our schemas take; the first that fits. */
const TEXTS = [
  '01930000-0000-7000-8000-000000000000',
  'di-bo',
  '2026-12-01',
  '08:30',
  'VN',
  'A01',
  '123456',
  '0100109106',
  '0'.repeat(64),
]

function sampleString(schema: Schema): string {
  const known = FORMATS[schema.format ?? '']
  if (known) return known
  const pattern = schema.pattern ? new RegExp(schema.pattern, 'u') : undefined
  const found = pattern && TEXTS.find(text => pattern.test(text))
  return (found ?? 'di bo qua').padEnd(schema.minLength ?? 0, 'x')
}
