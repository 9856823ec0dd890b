import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import postgres from 'postgres'
import { choosePlace } from './embedded-place.ts'

/**
 * The address of the PostgreSQL a running Hoicho has started on `dataDir`, for a command that works beside it; undefined
 * when none answers there.
 */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const place = choosePlace(dataDir)
  const pidFile = join(place.cluster, 'postmaster.pid')
  if (!existsSync(pidFile) || !existsSync(place.passwordFile)) return undefined
  // PostgreSQL writes its port on the fourth line.
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  if (!Number.isInteger(port) || port <= 0) return undefined
  const password = readFileSync(place.passwordFile, 'utf8').trim()
  const url = `postgres://hoicho:${password}@127.0.0.1:${port}/hoicho`
  return (await answers(url)) ? url : undefined
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice() {} })
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end({ timeout: 1 })
  }
}
