import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode } from './start-error.ts'

/** A process that has ended but was not yet collected by its parent counts as gone. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  return process.platform !== 'linux' || statFields(pid)[0] !== 'Z'
}

/** Tells two processes apart that were given the same number, also across a restart of the machine. */
export function startMark(pid: number): string {
  if (process.platform !== 'linux') return say('ps', ['-o', 'lstart=', '-p', String(pid)])
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${statFields(pid)[19] ?? ''}`
  } catch {
    return ''
  }
}

/** /proc/<pid>/stat from its third field on: the second, the name, may itself hold spaces and parentheses. */
function statFields(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return []
  }
}

/** Numbers of the live PostgreSQL processes whose working folder is this data folder. */
export function postgresProcessesIn(dataFolder: string, postmaster: number): number[] {
  if (process.platform !== 'linux') {
    return say('ps', ['-o', 'command=', '-p', String(postmaster)]).includes(dataFolder) ? [postmaster] : []
  }
  return readdirSync('/proc')
    .map(Number)
    .filter(pid => Number.isInteger(pid) && workingFolder(pid) === dataFolder && isPostgres(pid))
}

export async function waitUntil(condition: () => boolean, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs
  while (!condition()) {
    if (Date.now() > deadline) return false
    await sleep(20)
  }
  return true
}

/** Sends a signal to a process that may be gone already. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres'
  } catch {
    return false
  }
}

function say(command: string, args: string[]): string {
  return (spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '').trim()
}
