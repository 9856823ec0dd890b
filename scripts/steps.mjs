import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure, root, run } from './child.mjs'

// Not in package.json: with "packageManager" there pnpm insists on fetching itself.
const pnpm = 'pnpm@12.21.0'
const workspaces = ['server', 'web', 'shared', 'db', 'test']
const manifests = ['', ...workspaces].map(folder => join(folder, 'package.json'))
const stamps = join(root, 'node_modules', '.hoicho')

/** Installs the packages when something about them changed since the last time. */
export async function install() {
  const key = hash(['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests])
  if (existsSync(join(root, 'node_modules/.pnpm')) && stamped('install', key)) return
  // Also what makes a machine without network start: pnpm would go looking before it finds nothing to do.
  if (isInstalled()) return stamp('install', key)
  const started = Date.now()
  console.log('Installing the packages …')
  const options = ['--frozen-lockfile', '--prefer-offline', '--reporter=append-only']
  const args = ['-y', '--prefer-offline', pnpm, 'install', ...options]
  const code = await run('npx', args, { env: npxEnvironment() })
  if (code !== 0) throw new Failure(`The packages could not be installed (${pnpm} ended with ${code}).`)
  stamp('install', key)
  console.log(`Packages ready after ${seconds(started)}.`)
}

/** Builds the pages when they, the rules they share with the server, or the packages changed. */
export async function build() {
  const output = join(root, 'web/dist')
  const key = hash(['pnpm-lock.yaml', ...filesIn('web'), ...filesIn('shared')])
  if (existsSync(join(output, 'index.html')) && stamped('web', key)) return
  const started = Date.now()
  // Built aside and renamed: a server that is running never sees half of it.
  const draft = join(stamps, `web-${process.pid}`)
  const args = [
    'node_modules/vite/bin/vite.js',
    'build',
    '--outDir',
    draft,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  const env = { ...process.env, NO_COLOR: '1' }
  const { code, said } = await run(process.execPath, args, { cwd: join(root, 'web'), env, quiet: true })
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true })
    throw new Failure(`The pages could not be built.\n${said}`)
  }
  rmSync(output, { recursive: true, force: true })
  renameSync(draft, output)
  stamp('web', key)
  console.log(`Pages built in ${seconds(started)}.`)
}

/** Run through `npx -p …`, the inner npx would look for pnpm in the outer one's package. */
function npxEnvironment() {
  const env = { ...process.env, CI: 'true' }
  for (const name of ['package', 'call', 'workspace', 'workspaces']) delete env[`npm_config_${name}`]
  return env
}

/** Whether each package named is there in the version pinned, and all of them from the lock file we have. */
function isInstalled() {
  const installed = join(root, 'node_modules/.pnpm/lock.yaml')
  if (!existsSync(installed) || read(installed) !== read(join(root, 'pnpm-lock.yaml'))) return false
  return manifests.every(manifest => {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(join(root, manifest)))
    const folder = join(root, manifest, '../node_modules')
    return Object.entries({ ...dependencies, ...devDependencies }).every(([name, version]) => {
      const found = join(folder, name, 'package.json')
      return (
        existsSync(found) && (version.startsWith('workspace:') || JSON.parse(read(found)).version === version)
      )
    })
  })
}

function hash(paths) {
  const sum = createHash('sha256').update(pnpm)
  for (const path of paths) sum.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return sum.digest('hex')
}

function filesIn(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(entry => entry.name !== 'node_modules' && entry.name !== 'dist')
    .flatMap(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return filesIn(path)
      return entry.isFile() ? [path] : []
    })
    .sort()
}

function stamped(name, key) {
  const path = join(stamps, name)
  return existsSync(path) && read(path) === key
}

function stamp(name, key) {
  mkdirSync(stamps, { recursive: true })
  writeFileSync(join(stamps, name), key)
}

function read(path) {
  return readFileSync(path, 'utf8')
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}
