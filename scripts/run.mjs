// The one entry of every npm script. Node's own modules only: it runs before anything is installed.
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { Failure, follow, root, run, runAll, sourceFlags } from './child.mjs'
import { build, install } from './steps.mjs'
import { runTests } from './tests.mjs'

const [command = '', ...args] = process.argv.slice(2)

const commands = {
  start: () => serve([]),
  dev: () => develop(),
  test: () => runTests(args),
  check: () => check(),
  format: () => format(),
  bench: () => bench(),
  admin: () => admin(),
  schema: () => schema(),
  'selection:replay': () => replaySelection(),
  allocate: () => allocate(),
}

try {
  const action = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (action === undefined) throw new Failure(`node scripts/run.mjs ${Object.keys(commands).join(' | ')}`)
  requireNode()
  process.exitCode = await action()
} catch (error) {
  if (!(error instanceof Failure)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
}

async function serve(flags) {
  await install()
  await build()
  loadSettings()
  return follow(process.execPath, [...flags, ...sourceFlags(), 'server/src/main.ts', ...args])
}

/** The server restarts when its sources change; the pages come from http://localhost:5173 and change in place. */
async function develop() {
  await install()
  loadSettings()
  const server = follow(process.execPath, ['--watch', ...sourceFlags(), 'server/src/main.ts'])
  const pages = follow(process.execPath, ['node_modules/vite/bin/vite.js'], { cwd: join(root, 'web') })
  const code = await Promise.race([server, pages])
  // When one of the two ends, so does the other.
  process.emit('SIGTERM')
  return code
}

/** Format, lint and types, two programs at a time. */
async function check() {
  await install()
  return runAll(2, [
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--colors=off'],
    ['node_modules/oxlint/bin/oxlint'],
    ...['shared', 'db', 'server', 'web', 'test'].map(part => ['node_modules/typescript/bin/tsc', '-p', part]),
  ])
}

async function format() {
  await install()
  return run(process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'check', '--write'])
}

async function bench() {
  await install()
  await build()
  return follow(process.execPath, [...sourceFlags(), 'test/bench/main.ts', ...args])
}

async function schema() {
  await install()
  return follow(process.execPath, [...sourceFlags(), 'db/src/write-schema.ts'])
}

async function admin() {
  await install()
  loadSettings()
  return follow(process.execPath, [...sourceFlags(), 'server/src/identity/admin-command.ts', ...args])
}

async function replaySelection() {
  await install()
  // A file is named from where npm was called.
  const files = args.map(file => resolve(process.env.INIT_CWD ?? process.cwd(), file))
  return follow(process.execPath, [...sourceFlags(), 'server/src/selection/replay-command.ts', ...files])
}

/** The seconds the caller grants count from here, not from when the packages are there and the sources compiled. */
async function allocate() {
  process.env.HOICHO_STARTED_AT = String(performance.timeOrigin)
  await install()
  // The allocator takes the settings that name no file as they are, and files from where npm was called.
  const from = process.env.INIT_CWD ?? process.cwd()
  const named = args.map((word, at) => {
    const isFile =
      args[at - 1] === '--out' ||
      args[at - 1] === '--policy' ||
      !(word.startsWith('-') || args[at - 1]?.startsWith('--'))
    return isFile ? resolve(from, word) : word
  })
  return follow(process.execPath, [
    ...sourceFlags(),
    'server/src/booths/allocation/allocate-command.ts',
    ...named,
  ])
}

function loadSettings() {
  const file = join(root, '.env')
  if (!existsSync(file)) return
  // Some editors on Windows put a mark before the first letter; it is no part of a setting's name.
  const settings = parseEnv(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Failure(`Hoicho needs Node 20.19 or newer; this is ${process.versions.node}.`)
}
