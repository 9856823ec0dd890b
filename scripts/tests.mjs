import { accessSync, constants, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { Failure, follow, run } from './child.mjs'
import { build, install } from './steps.mjs'

/** Programs the browser and document tests use, and the Debian package each is in. */
const tools = [
  { programs: ['chromium', 'chromium-browser', 'google-chrome'], from: 'chromium' },
  { programs: ['pdftotext'], from: 'poppler-utils' },
  { programs: ['zbarimg'], from: 'zbar-tools' },
  { programs: ['ffmpeg'], from: 'ffmpeg' },
  { programs: ['qrencode'], from: 'qrencode' },
]

/** Runs every test, or those whose path holds one of the words given. The closing line is the last thing printed. */
export async function runTests(args) {
  await install()
  await build()
  await provideTools()
  const folder = mkdtempSync(join(tmpdir(), 'hoicho-summary-'))
  process.env.SUMMARY_FILE = join(folder, 'line')
  const vitest = ['test/node_modules/vitest/vitest.mjs', 'run', '--root', 'test', ...args]
  const code = await follow(process.execPath, vitest)
  console.log(closingLine(process.env.SUMMARY_FILE, code))
  rmSync(folder, { recursive: true, force: true })
  return code
}

async function provideTools() {
  if (missing().length > 0) await fetchTools()
  const left = missing()
  const chromium = process.env.CHROMIUM_PATH || find(tools[0].programs)
  if (chromium !== undefined) process.env.CHROMIUM_PATH = chromium
  if (left.length === 0) return
  const advice = `apt-get install -y --no-install-recommends ${left.join(' ')}`
  if (process.env.CI) throw new Failure(`Programs the tests need are missing: ${advice}`)
  process.env.BROWSER_TESTS = '0'
  console.log(`BROWSER TESTS ARE LEFT OUT: programs they need are missing. As root: ${advice}`)
}

async function fetchTools() {
  if (process.getuid?.() !== 0 || find(['apt-get']) === undefined) return
  const packages = missing()
  console.log(`Installing ${packages.join(', ')} for the tests …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], { env, quiet: true })
  const { code, said } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    env,
    quiet: true,
  })
  if (code !== 0) console.log(said.trim().split('\n').slice(-5).join('\n'))
}

function missing() {
  return tools
    .filter(
      ({ programs, from }) =>
        find(programs) === undefined && !(from === 'chromium' && process.env.CHROMIUM_PATH),
    )
    .map(tool => tool.from)
}

function find(programs) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  return programs.flatMap(program => folders.map(folder => join(folder, program))).find(isExecutable)
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A run that died before it could count, or failed outside of every test, is one failure. */
function closingLine(path, code) {
  const nothing = 'tests: 0 passed, 0 failed, 0 skipped'
  const line = existsSync(path) ? readFileSync(path, 'utf8') : nothing
  return code === 0 ? line : line.replace(' 0 failed', ' 1 failed')
}
