import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, startMark } from './processes.ts'
import { errorCode, StartError } from './start-error.ts'

type Holder = { pid: number; startMark: string }

/**
 * Takes the data folder for this process. A lock left by a process that is gone is taken over.
 * Returns the function that gives it back.
 * @throws StartError when another live process holds it
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'hoicho.lock')
  const own = JSON.stringify({ pid: process.pid, startMark: startMark(process.pid) } satisfies Holder)
  for (let attempt = 0; attempt < 5; attempt++) {
    if (place(path, own)) return () => release(path, own)
    const found = read(path)
    const holder = parse(found)
    if (holder !== undefined && isAlive(holder.pid) && startMark(holder.pid) === holder.startMark) {
      throw new StartError(
        `Another Hoicho (process ${holder.pid}) is using ${folder}: stop it, or set DATA_DIR to another folder.`,
      )
    }
    if (found !== undefined) clearStale(path, found)
  }
  throw new StartError(`The lock ${path} could not be taken: several processes are starting at once.`)
}

/** Creates the lock with its content in one step; false when there is one already. */
function place(path: string, content: string): boolean {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Renaming lets one of several starters win; whoever grabbed a fresh lock by mistake puts it back. */
function clearStale(path: string, judged: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return
    throw error
  }
  const grabbed = read(aside)
  if (grabbed !== undefined && grabbed !== judged) place(path, grabbed)
  rmSync(aside, { force: true })
}

function release(path: string, own: string): void {
  if (read(path) === own) rmSync(path, { force: true })
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function parse(content: string | undefined): Holder | undefined {
  try {
    const value: unknown = JSON.parse(content ?? '')
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('startMark' in value))
      return undefined
    const { pid, startMark: mark } = value
    return typeof pid === 'number' && typeof mark === 'string' ? { pid, startMark: mark } : undefined
  } catch {
    return undefined
  }
}
