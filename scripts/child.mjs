import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Something the person in front of the terminal must know, in one line. */
export class Failure extends Error {
  constructor(message, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** What Node needs to run the TypeScript sources: nothing from 22.18 on. */
export function sourceFlags() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18) ? [] : ['--import', 'tsx']
}

/** Runs a program in the project's folder and answers with its exit code. `quiet` keeps what it said instead. */
export function run(program, args, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', chunk => said.push(chunk))
    child.once('error', error => fail(new Failure(`${program} cannot be run: ${error.message}`)))
    child.once('close', code =>
      done(quiet ? { code: code ?? 1, said: Buffer.concat(said).toString() } : (code ?? 1)),
    )
  })
}

/** Runs a program until it ends, handing on the signals that ask us to stop. */
export function follow(program, args, { cwd = root } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, { cwd, stdio: 'inherit' })
    // Ctrl-C reaches the program from the terminal itself: handed on, it would count as a second one.
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'))
    process.on('SIGTERM', () => child.kill('SIGTERM'))
    process.on('SIGHUP', () => child.kill('SIGTERM'))
    child.once('error', error => fail(new Failure(`${program} cannot be run: ${error.message}`)))
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** Runs Node programs, `limit` at a time; prints each one's words when it is done. Answers 0 if all did. */
export async function runAll(limit, programs) {
  const waiting = [...programs]
  let worst = 0
  async function worker() {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { code, said } = await run(process.execPath, next, { quiet: true })
      const name = next.map(word => word.split('/').at(-1)).join(' ')
      console.log(code === 0 ? `ok    ${name}` : `FAILED ${name}\n${said}`)
      worst = Math.max(worst, code)
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
  return worst
}
