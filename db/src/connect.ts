import { CamelCasePlugin, Kysely } from 'kysely'
import { PostgresJSDialect } from 'kysely-postgres-js'
import postgres from 'postgres'
import type { Database } from './schema.ts'
import { errorCode, firstLine, StartError } from './start-error.ts'

export type ConnectOptions = { max?: number; applicationName?: string }

export type Connection = {
  /** Tagged templates, for the few hottest statements. Columns keep their snake_case names here. */
  sql: postgres.Sql<{ bigint: number }>
  db: Kysely<Database>
  close(): Promise<void>
}

export type AuthConnection = { db: Kysely<unknown>; close(): Promise<void> }

/**
 * A pool of at most `max` (10) connections, opened when first needed.
 * `date` arrives as 'YYYY-MM-DD', `timestamptz` as an ISO string of milliseconds, `bigint` as a number.
 */
export function connect(url: string, options: ConnectOptions = {}): Connection {
  const sql = postgres(url, { ...common(options), types })
  const db = new Kysely<Database>({
    dialect: new PostgresJSDialect({ postgres: sql }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { sql, db, close: () => sql.end({ timeout: 5 }) }
}

/** For the accounts library alone: it expects Dates, and names its columns itself. */
export function connectAuth(url: string): AuthConnection {
  const sql = postgres(url, common({ max: 4, applicationName: 'hoicho accounts' }))
  const db = new Kysely<unknown>({ dialect: new PostgresJSDialect({ postgres: sql }) })
  return { db, close: () => sql.end({ timeout: 5 }) }
}

/** @throws StartError when nothing answers at the address, or what answers is older than PostgreSQL 15 */
export async function requireDatabase(url: string): Promise<void> {
  const sql = openOnce(url)
  try {
    const [row] = await sql`select current_setting('server_version_num')::int as version`
    if (Number(row?.version) < 150_000) {
      throw new StartError(`The database at ${addressOf(url)} is older than PostgreSQL 15.`)
    }
  } catch (error) {
    if (error instanceof StartError) throw error
    const cause = firstLine(error) || errorCode(error)
    throw new StartError(`The database at ${addressOf(url)} cannot be reached: ${cause}`, { cause: error })
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function openOnce(url: string) {
  try {
    return postgres(url, { ...common({ max: 1 }), connect_timeout: 5 })
  } catch (error) {
    // The library's own words may repeat the address with the password in it.
    throw new StartError(
      'DATABASE_URL is not an address of the form postgres://user:password@host:5432/name.',
      {
        cause: error,
      },
    )
  }
}

function common({ max = 10, applicationName = 'hoicho' }: ConnectOptions) {
  return {
    max,
    connect_timeout: 10,
    connection: { application_name: applicationName, TimeZone: 'UTC' },
    onnotice() {},
  }
}

const types = {
  date: { to: 1082, from: [1082], serialize: (value: string) => value, parse: (value: string) => value },
  bigint: { to: 20, from: [20], serialize: String, parse: Number },
  timestamptz: { to: 1184, from: [1184], serialize: instant, parse: instant },
}

/** Accepts an ISO string, PostgreSQL's own spelling, or a Date; 'infinity' stays itself. */
function instant(value: string | Date): string {
  const date = new Date(value)
  return Number.isNaN(date.getTime()) ? String(value) : date.toISOString()
}

/** Host, port and database: never the account or its password. */
function addressOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || '5432'}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}
