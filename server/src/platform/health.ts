import { pendingMigrations } from '@hoicho/db/migrate.ts'
import type { OpenAPIHono } from '@hono/zod-openapi'
import { sql } from 'kysely'
import type { App } from './context.ts'
import type { Env } from './http.ts'

export type Health = { isWorkerAlive(): boolean; isStopping(): boolean }

/** /healthz: the process answers. /readyz: database, migrations and worker are well, so traffic may come. */
export function serveHealth(http: OpenAPIHono<Env>, app: App, health: Health): void {
  http.get('/healthz', c => c.json({ status: 'alive' }))
  http.get('/readyz', async c => {
    const database = await databaseState(app)
    const worker = health.isWorkerAlive() ? 'ok' : 'stalled'
    const ready = !health.isStopping() && worker === 'ok' && database === 'ok'
    return c.json({ status: ready ? 'ready' : 'not-ready', database, worker }, ready ? 200 : 503)
  })
}

async function databaseState(app: App): Promise<'ok' | 'unreachable' | 'migrations-pending'> {
  try {
    await sql`select 1`.execute(app.db)
    return (await pendingMigrations(app.db)).length === 0 ? 'ok' : 'migrations-pending'
  } catch {
    return 'unreachable'
  }
}
