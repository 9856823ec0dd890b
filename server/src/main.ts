import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createServer } from 'node:https'
import { requireDatabase } from '@hoicho/db/connect.ts'
import { startEmbedded } from '@hoicho/db/embedded.ts'
import { migrate } from '@hoicho/db/migrate.ts'
import { loadReference } from '@hoicho/db/seed/reference/load.ts'
import { StartError } from '@hoicho/db/start-error.ts'
import { serve } from '@hono/node-server'
import { createApp } from './app.ts'
import { seedDemonstration } from './demonstration/seed-demonstration.ts'
import { openApp } from './open-app.ts'
import { type Config, readConfig } from './platform/config.ts'
import { createLog, type Log } from './platform/log.ts'
import { loadSecrets } from './platform/secrets.ts'
import { startWorker } from './worker.ts'

/** Undone in reverse order when the process stops. */
const closers: (() => Promise<void>)[] = []
let isStopping = false

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  const url = await openDatabase(config, log)
  const { app, close } = openApp(config, loadSecrets(config.dataDir), log, url)
  closers.push(close)
  const done = await migrate(app.db)
  await loadReference(app.db)
  if (done.length > 0) log.info({ migrations: done.length }, 'database migrated')
  const signIns = config.demo ? await seedDemonstration(app) : []
  const worker = startWorker(app)
  closers.push(worker.stop)
  const http = createApp(app, { isWorkerAlive: worker.isAlive, isStopping: () => isStopping })
  await listen(http, config)
  // Undone first: a stream would hold up the server until its time is over.
  closers.push(app.events.close)
  announce(config, signIns)
}

async function openDatabase(config: Config, log: Log): Promise<string> {
  if (config.databaseUrl) {
    await requireDatabase(config.databaseUrl)
    return config.databaseUrl
  }
  const embedded = await startEmbedded({
    dataDir: config.dataDir,
    log: message => log.debug(message),
    onCrash: () => {
      process.stderr.write('PostgreSQL stopped unexpectedly; start again to recover.\n')
      process.exit(1)
    },
  })
  closers.push(embedded.stop)
  return embedded.url
}

/** Serves HTTP, or HTTPS when a certificate is set: a phone's camera needs it anywhere but on this machine. */
async function listen(http: ReturnType<typeof createApp>, config: Config): Promise<void> {
  const secure = config.tls && {
    createServer,
    serverOptions: { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) },
  }
  await new Promise<void>((resolve, reject) => {
    const server = serve({ fetch: http.fetch, port: config.port, hostname: config.host, ...secure }, () =>
      resolve(),
    )
    server.once('error', error => reject(asStartError(error, config)))
    // The union also names an HTTP/2 server, which is never made here.
    closers.push(() => closeServer(server as Server))
  })
}

/** Takes no new connection, lets running requests finish, drops idle ones; at most ten seconds. */
async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>(resolve => server.close(() => resolve()))
  server.closeIdleConnections()
  const limit = setTimeout(() => server.closeAllConnections(), 10_000)
  await closed
  clearTimeout(limit)
}

function asStartError(error: unknown, { host, port }: Config): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return new StartError(`Port ${port} is taken. Set PORT to a free one.`)
  if (code === 'EACCES') return new StartError(`Port ${port} needs more rights. Set PORT to one above 1023.`)
  if (code === 'EADDRNOTAVAIL')
    return new StartError(`This machine has no address ${host}. Set HOST to one it has.`)
  return error
}

function announce(config: Config, signIns: readonly string[]): void {
  const lines = [`Hoicho is ready at ${config.publicUrl}`, ...signIns]
  process.stdout.write(`\n${lines.join('\n')}\n\n`)
}

async function stop(code: number): Promise<void> {
  if (isStopping) return
  isStopping = true
  for (const close of closers.toReversed()) {
    await close().catch(error => process.stderr.write(`While stopping: ${String(error)}\n`))
  }
  process.exit(code)
}

process.on('SIGTERM', () => void stop(0))
process.on('SIGINT', () => void stop(0))

main().catch(async error => {
  process.stderr.write(
    error instanceof StartError ? `${error.message}\n` : `${String(error?.stack ?? error)}\n`,
  )
  await stop(1)
})
