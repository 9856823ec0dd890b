import { connectAuth, requireDatabase } from '@hoicho/db/connect.ts'
import { pendingMigrations } from '@hoicho/db/migrate.ts'
import { StartError } from '@hoicho/db/start-error.ts'
import { sql as raw } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await freshDatabase()
})

afterAll(() => database.close())

test('dates, instants and large numbers arrive as the architecture says, and go back as they came', async () => {
  const instant = '2019-06-29T07:00:00.000Z'
  const [row] = await database.sql`select ${instant}::timestamptz as instant, '2019-06-29'::date as day,
    9007199254740991::bigint as big, 1.50::numeric as exact, ${database.sql.json({ a: [1] })} as json,
    timestamptz '2019-06-29 14:00+07' = ${instant} as same, array[date '2019-06-29'] as days`
  expect(row).toEqual({
    instant,
    day: '2019-06-29',
    big: Number.MAX_SAFE_INTEGER,
    exact: '1.50',
    json: { a: [1] },
    same: true,
    days: ['2019-06-29'],
  })
})

test('the accounts library gets Dates and the column names as they are', async () => {
  const auth = connectAuth(database.url)
  const { rows } = await raw`select timestamptz '2019-06-29 07:00Z' as some_instant`.execute(auth.db)
  await auth.close()
  expect(rows).toEqual([{ some_instant: new Date('2019-06-29T07:00:00Z') }])
})

test('a fresh database is migrated, and what the rules need can be installed', async () => {
  expect(await pendingMigrations(database.db)).toEqual([])
  for (const extension of ['unaccent', 'pg_trgm', 'btree_gist', 'pgcrypto']) {
    await database.sql.unsafe(`create extension if not exists ${extension}`)
  }
  const [row] = await database.sql`select similarity('Đặng Ân', 'đặng ân') as near, lower('ĐẶNG ÂN') as small`
  expect(row).toEqual({ near: 1, small: 'đặng ân' })
})

test('a database nobody answers for is one line, without its password', async () => {
  const attempt = requireDatabase('postgres://someone:swordfish@127.0.0.1:1/fair')
  await expect(attempt).rejects.toThrow(StartError)
  await expect(attempt).rejects.toThrow(/^The database at 127\.0\.0\.1:1\/fair cannot be reached: [^\n]*$/)
  await expect(attempt).rejects.not.toThrow(/swordfish/)
})
