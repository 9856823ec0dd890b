import { randomBytes } from 'node:crypto'
import { type Connection, connect } from '@hoicho/db/connect.ts'
import postgres from 'postgres'
import { inject } from 'vitest'

export type TestDatabase = Connection & { url: string }

/** A database of its own, migrated, with the reference data and nothing else. Closing it drops it. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject('databaseUrl')
  const name = `t_${randomBytes(8).toString('hex')}`
  await onServer(server, `create database ${name} template hoicho_template`)
  const url = Object.assign(new URL(server), { pathname: name }).href
  const connection = connect(url, { max: 8, applicationName: 'test' })
  const close = async () => {
    await connection.close()
    await dropDatabase(server, name)
  }
  return { ...connection, url, close }
}

/** PostgreSQL's own housekeeping may be in the database, and only it can end that: then a little later. */
async function dropDatabase(server: string, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await onServer(server, `drop database ${name} with (force)`)
    } catch (error) {
      const isBusy = error instanceof postgres.PostgresError && ['42501', '55006'].includes(error.code)
      if (!isBusy || attempt === 20) throw error
      await new Promise(resolve => setTimeout(resolve, 250))
    }
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const sql = postgres(server, { max: 1, onnotice() {} })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}
