import type { Sql } from 'postgres'

type Column = {
  table: string
  name: string
  type: string
  nullable: boolean
  hasDefault: boolean
  generated: boolean
}

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  timestamptz: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'string',
  bool: 'boolean',
  jsonb: 'unknown',
  bytea: 'Uint8Array',
  _text: 'string[]',
  _uuid: 'string[]',
}

/**
 * Writes the TypeScript types of a migrated database: one interface a table, camelCase, CHECK lists as unions.
 * The text is what db/src/schema.ts holds; a test compares the two.
 */
export async function generateSchema(sql: Sql): Promise<string> {
  const columns = await readColumns(sql)
  const unions = await readUnions(sql)
  const tables = [...new Set(columns.map(column => column.table))]
  const interfaces = tables.map(table => tableInterface(table, columns, unions))
  const database = tables.map(table => `  ${camel(table)}: ${pascal(table)}Table`).join('\n')
  return [
    '// Generated from the migrated database by `npm run schema`. Do not edit.',
    "import type { ColumnType, Generated } from 'kysely'",
    '',
    '/** A column the database computes: read only. */',
    'type Computed<T> = ColumnType<T, never, never>',
    '',
    ...interfaces,
    `export interface Database {\n${database}\n}\n`,
  ].join('\n')
}

async function readColumns(sql: Sql): Promise<Column[]> {
  return await sql<Column[]>`
    select c.table_name as "table", c.column_name as name, c.udt_name as type, c.is_nullable = 'YES' as nullable,
      c.column_default is not null as "hasDefault", c.is_generated = 'ALWAYS' as generated
    from information_schema.columns c
    where c.table_schema = 'public' and c.table_name not like 'kysely%'
    order by c.table_name, c.ordinal_position`
}

async function readUnions(sql: Sql): Promise<Map<string, string>> {
  const checks = await sql<{ table: string; definition: string }[]>`
    select r.relname as "table", pg_get_constraintdef(k.oid) as definition
    from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_namespace n on n.oid = r.relnamespace
    where k.contype = 'c' and n.nspname = 'public'`
  const unions = new Map<string, string>()
  for (const { table, definition } of checks) {
    const match = /^CHECK \(\((\w+) = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(definition)
    if (!match?.[1] || !match[2]) continue
    const values = [...match[2].matchAll(/'([^']*)'::text/g)].map(value => `'${value[1]}'`)
    unions.set(`${table}.${match[1]}`, values.join(' | '))
  }
  return unions
}

function tableInterface(table: string, columns: Column[], unions: Map<string, string>): string {
  const lines = columns
    .filter(column => column.table === table)
    .map(column => `  ${camel(column.name)}: ${columnType(column, unions)}`)
  return `export interface ${pascal(table)}Table {\n${lines.join('\n')}\n}\n`
}

function columnType(column: Column, unions: Map<string, string>): string {
  const base = unions.get(`${column.table}.${column.name}`) ?? TYPES[column.type]
  if (!base) throw new Error(`No TypeScript type for ${column.type} (${column.table}.${column.name})`)
  const type = column.nullable ? `${base} | null` : base
  if (column.generated) return `Computed<${type}>`
  return column.hasDefault ? `Generated<${type}>` : type
}

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const pascal = (name: string) => camel(`_${name}`)
