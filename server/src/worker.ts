import { setTimeout } from 'node:timers/promises'
import { forgetImports } from './establishments/import/forget-imports.ts'
import { deliverDue, openTransport } from './mail/deliver.ts'
import type { App } from './platform/context.ts'
import { runCampaigns } from './recruitment/campaigns/run-campaigns.ts'
import { runReminders } from './recruitment/campaigns/send-reminders.ts'
import { watchPlaces } from './selection/watch-places.ts'

export type Worker = { stop(): Promise<void>; isAlive(): boolean }

const IDLE_MS = 2000
const HOUSEKEEPING_MS = 3_600_000
const REMINDING_MS = 60_000
/** Deadlines are days: a minute is soon enough. */
const WATCH_MS = 60_000
const DAY_MS = 86_400_000
/** A round may wait for a slow mail server; beyond this the process is not well. */
const STALLED_MS = 180_000

/**
 * The background work of one process: writes the letters of campaigns, delivers mail and sweeps what has expired. Several processes may run it
 * beside each other; a row is taken by one of them.
 */
export function startWorker(app: App): Worker {
  const transport = openTransport(app.config.smtpUrl)
  const stopping = new AbortController()
  let lastRoundAt = Date.now()
  let lastSweepAt = 0
  let lastRemindedAt = 0
  let lastWatchAt = 0

  async function remind(now: () => string): Promise<number> {
    if (Date.now() - lastRemindedAt < REMINDING_MS) return 0
    const reminded = await runReminders(app, now)
    // A full round may have left some waiting: look again at once.
    if (reminded === 0) lastRemindedAt = Date.now()
    return reminded
  }

  async function round(): Promise<number> {
    const now = () => new Date().toISOString()
    const written = (await runCampaigns(app, now)) + (await remind(now))
    const taken = transport ? await deliverDue(app, transport, now) : 0
    if (Date.now() - lastSweepAt > HOUSEKEEPING_MS) {
      await sweep(app)
      lastSweepAt = Date.now()
    }
    if (Date.now() - lastWatchAt > WATCH_MS) {
      lastWatchAt = Date.now()
      await watchPlaces(app, now)
    }
    return written + taken
  }

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      const taken = await round().catch(error => {
        app.log.error({ name: error instanceof Error ? error.name : 'unknown' }, 'worker round failed')
        return 0
      })
      lastRoundAt = Date.now()
      // An abort ends the wait at once; that is no error here.
      if (taken === 0) await setTimeout(IDLE_MS, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const running = loop()
  return {
    isAlive: () => Date.now() - lastRoundAt < STALLED_MS,
    stop: async () => {
      stopping.abort()
      await running
      transport?.close()
    },
  }
}

/**
 * Drops what has served its time: kept answers after a day, spent rate counters, expired links and sessions, and the
 * rows of imported lists (they may name persons) a week after the upload, long past the day an import can be undone.
 */
async function sweep(app: App): Promise<void> {
  const dayAgo = new Date(Date.now() - DAY_MS).toISOString()
  const weekAgo = new Date(Date.now() - 7 * DAY_MS).toISOString()
  const now = new Date().toISOString()
  await forgetImports(app.db, weekAgo)
  await app.db.deleteFrom('idempotentWrite').where('createdAt', '<', dayAgo).execute()
  await app.db.deleteFrom('attempt').where('windowStartedAt', '<', dayAgo).execute()
  await app.db.deleteFrom('verification').where('expiresAt', '<', dayAgo).execute()
  await app.db.deleteFrom('session').where('expiresAt', '<', now).execute()
}
