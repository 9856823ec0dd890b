import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import { type Account, choosePlace, giveTo, type Place, programFolder } from './embedded-place.ts'
import { lockFolder } from './folder-lock.ts'
import { postgresProcessesIn, signal, waitUntil } from './processes.ts'
import { firstLine, StartError } from './start-error.ts'

export { StartError } from './start-error.ts'

export type EmbeddedOptions = {
  /** The lock, the password and PostgreSQL's data live here, or where `LOCATION` in it says. */
  dataDir: string
  /** Receives PostgreSQL's own words, a line at a time. */
  log: (line: string) => void
  /** Called when PostgreSQL ends without having been asked to. Without it the process dies of the error. */
  onCrash?: (error: StartError) => void
  /** False gives up safety in a power cut for speed. Only for throw-away databases. */
  durable?: boolean
}

export type Embedded = {
  /** Of the database `hoicho`; its role owns it and may create databases, but is no superuser. */
  url: string
  /** Where the data really is: `dataDir`, or a folder below /var/lib/hoicho. */
  folder: string
  /** Lets running statements end, at most 30 s, and gives the folder back. A second call waits for the first. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with the program on a free port of this machine only.
 * @throws StartError for everything a person can put right, in one line
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const place = choosePlace(options.dataDir)
  const program = programFolder(place.account)
  const unlock = lockFolder(place.folder)
  try {
    if (!existsSync(place.cluster)) createCluster(program, place, options.durable ?? true)
    checkCluster(program, place)
    await endForerunner(place)
    const server = await launch(program, place, options)
    const password = readFileSync(place.passwordFile, 'utf8').trim()
    await createDatabase(server.port, password)
    const stop = supervise(server.child, options, unlock)
    return { url: urlOf('hoicho', password, server.port, 'hoicho'), folder: place.folder, stop }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Made aside and renamed, so a start that was interrupted leaves nothing half made. */
function createCluster(program: string, place: Place, durable: boolean): void {
  for (const name of readdirSync(place.folder)) {
    if (name.startsWith('postgres.new')) rmSync(join(place.folder, name), { recursive: true, force: true })
  }
  const draft = join(place.folder, 'postgres.new')
  mkdirSync(draft, { mode: 0o700 })
  giveTo(place.account, draft)
  writeFileSync(place.passwordFile, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  giveTo(place.account, place.passwordFile)
  const unicode = initdb(program, place, draft, durable, 'C.UTF-8')
  // Without the locale the database works, but similarity search (pg_trgm) sees only unaccented letters.
  if (unicode !== undefined) {
    const plain = initdb(program, place, draft, durable, 'C')
    if (plain !== undefined)
      throw new StartError(`The database could not be created in ${place.folder}: ${plain}`)
  }
  renameSync(draft, place.cluster)
}

/** Returns what went wrong, or undefined. */
function initdb(
  program: string,
  place: Place,
  target: string,
  durable: boolean,
  type: string,
): string | undefined {
  const options = [
    `--pgdata=${target}`,
    '--username=postgres',
    `--pwfile=${place.passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    `--lc-ctype=${type}`,
    '--data-checksums',
    '--no-instructions',
  ]
  if (!durable) options.push('--no-sync')
  const result = spawnSync(join(program, 'bin/initdb'), options, { ...surroundings(place), encoding: 'utf8' })
  if (result.status === 0) return undefined
  const said = `${result.error?.message ?? ''}\n${result.stderr ?? ''}`.split('\n')
  return said.find(line => line.includes('error')) ?? firstLine(said.join('\n'))
}

function checkCluster(program: string, place: Place): void {
  if (!existsSync(place.passwordFile)) {
    throw new StartError(`${place.passwordFile} is missing: bring it back from a backup of the data folder.`)
  }
  const made = readFileSync(join(place.cluster, 'PG_VERSION'), 'utf8').trim()
  const said = spawnSync(join(program, 'bin/postgres'), ['--version'], {
    ...surroundings(place),
    encoding: 'utf8',
  })
  const own = /\) (\d+)/.exec(said.stdout ?? '')?.[1]
  if (own === undefined) {
    throw new StartError(`PostgreSQL cannot run here: ${firstLine(said.error ?? said.stderr)}`)
  }
  if (own !== made) {
    throw new StartError(
      `The data in ${place.cluster} is of PostgreSQL ${made}, this one is ${own}: dump and restore.`,
    )
  }
}

/** A PostgreSQL that outlived a killed Hoicho is stopped first: as our own child its end would be noticed. */
async function endForerunner(place: Place): Promise<void> {
  const pidFile = join(place.cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return
  const postmaster = Number(readFileSync(pidFile, 'utf8').split('\n', 1)[0])
  const running = () => postgresProcessesIn(place.cluster, postmaster)
  const gone = () => running().length === 0
  for (const [name, limitMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    const left = running()
    // Its helpers end with the server, and by themselves when the server is gone.
    for (const pid of left.includes(postmaster) ? [postmaster] : left) signal(pid, name)
    if (await waitUntil(gone, limitMs)) break
  }
  if (!gone())
    throw new StartError(`An earlier PostgreSQL (process ${postmaster}) in ${place.cluster} does not end.`)
  // The system may have given the number to another program by now, which PostgreSQL would take for itself.
  rmSync(pidFile, { force: true })
}

async function launch(program: string, place: Place, options: EmbeddedOptions) {
  let said: string[] = []
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort()
    const settings = settingsOf(options.durable ?? true).flatMap(setting => ['-c', setting])
    const child = spawn(
      join(program, 'bin/postgres'),
      ['-D', place.cluster, '-h', '127.0.0.1', '-p', String(port), ...settings],
      // Out of our process group: Ctrl-C must reach Hoicho, which closes its work before it stops the database.
      { ...surroundings(place), stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    )
    said = await readiness(child, options.log)
    if (said.length === 0) return { child, port }
    if (!said.some(line => line.includes('could not bind'))) break
  }
  const cause = said.find(line => line.includes('FATAL')) ?? said.at(-1)
  throw new StartError(`PostgreSQL did not start in ${place.cluster}: ${(cause ?? 'it said nothing').trim()}`)
}

/** Empty once the server takes connections; otherwise what it said before it ended. */
function readiness(child: ChildProcess, log: (line: string) => void): Promise<string[]> {
  return new Promise(done => {
    const said: string[] = []
    let ready = false
    child.once('error', error => done([error.message]))
    child.once('close', () => done(said.length > 0 ? said : ['it ended without a word']))
    if (child.stderr === null) return
    createInterface({ input: child.stderr }).on('line', line => {
      log(line)
      if (ready) return
      said.push(line)
      ready = line.includes('database system is ready to accept connections')
      if (ready) done([])
    })
  })
}

function supervise(child: ChildProcess, options: EmbeddedOptions, unlock: () => void): () => Promise<void> {
  let asked = false
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  const endWithUs = () => child.kill('SIGINT')
  process.once('exit', endWithUs)
  child.once('exit', (code, by) => {
    process.off('exit', endWithUs)
    unlock()
    if (asked) return
    const error = new StartError(`PostgreSQL ended unexpectedly (${by ?? `exit code ${code}`}).`)
    if (options.onCrash === undefined) throw error
    options.onCrash(error)
  })
  return async () => {
    if (!asked) child.kill('SIGINT')
    asked = true
    const impatience = setTimeout(() => child.kill('SIGQUIT'), 30_000)
    await ended
    clearTimeout(impatience)
  }
}

async function createDatabase(port: number, password: string): Promise<void> {
  const sql = postgres(urlOf('postgres', password, port, 'postgres'), { max: 1, onnotice() {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = 'hoicho'`
    if (found !== undefined) return
    const [role] = await sql`select 1 from pg_roles where rolname = 'hoicho'`
    if (role === undefined) await sql.unsafe(`create role hoicho login createdb password '${password}'`)
    await sql.unsafe('create database hoicho owner hoicho')
  } finally {
    await sql.end()
  }
}

function settingsOf(durable: boolean): string[] {
  const safety = durable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  return [
    'unix_socket_directories=',
    'shared_buffers=128MB',
    'max_connections=100',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'lc_messages=C',
    'log_checkpoints=off',
    // Refused statements are the caller's to report; this keeps start, stop and crashes.
    'log_min_messages=log',
    ...safety,
  ]
}

function surroundings(place: Place): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  const account: Account = place.account
  return { cwd: place.folder, env: { PATH: process.env.PATH, TZ: 'UTC', LC_MESSAGES: 'C' }, ...account }
}

function urlOf(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${port}/${database}`
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', fail)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? done(address.port) : fail()))
    })
  })
}
