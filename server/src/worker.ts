import { deliverDue, openTransport } from './mail/deliver.ts'
import type { App } from './platform/context.ts'

export type Worker = { stop(): Promise<void>; isAlive(): boolean }

const IDLE_MS = 2000
const HOUSEKEEPING_MS = 3_600_000
const DAY_MS = 86_400_000

/**
 * The background work of one process: delivers mail and sweeps what has expired. Several processes may run it
 * beside each other; a row is taken by one of them.
 */
export function startWorker(app: App): Worker {
  const transport = openTransport(app.config.smtpUrl)
  const now = () => new Date().toISOString()
  let stopping = false
  let wake = () => {}
  let lastRoundAt = Date.now()
  let lastSweepAt = 0

  async function round(): Promise<number> {
    const sent = transport ? await deliverDue(app, transport, now) : 0
    if (Date.now() - lastSweepAt > HOUSEKEEPING_MS) {
      await sweep(app)
      lastSweepAt = Date.now()
    }
    return sent
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      const did = await round().catch(error => {
        app.log.error({ message: error instanceof Error ? error.name : 'unknown' }, 'worker round failed')
        return 0
      })
      lastRoundAt = Date.now()
      if (did === 0 && !stopping) await pause()
    }
  }

  const pause = () =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, IDLE_MS)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const running = loop()
  return {
    isAlive: () => Date.now() - lastRoundAt < 60_000,
    stop: async () => {
      stopping = true
      wake()
      await running
      transport?.close()
    },
  }
}

/** Drops what has served its time: kept answers after a day, spent rate counters, expired links and sessions. */
async function sweep(app: App): Promise<void> {
  const dayAgo = new Date(Date.now() - DAY_MS).toISOString()
  const now = new Date().toISOString()
  await app.db.deleteFrom('idempotentWrite').where('createdAt', '<', dayAgo).execute()
  await app.db.deleteFrom('attempt').where('windowStartedAt', '<', dayAgo).execute()
  await app.db.deleteFrom('verification').where('expiresAt', '<', dayAgo).execute()
  await app.db.deleteFrom('session').where('expiresAt', '<', now).execute()
}
