import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { House } from './house.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** A real server process on the house's database, with the house's secrets, so that its sessions count there. */
export type ServerProcess = {
  origin: string
  child: ChildProcess
  /** Everything it has printed. */
  output(): string
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export async function startProcess(
  house: House,
  settings: Record<string, string> = {},
): Promise<ServerProcess> {
  const port = settings.PORT ?? String(await freePort())
  const dataDir = mkdtempSync(join(tmpdir(), 'hoicho-process-'))
  mkdirSync(join(dataDir, 'secrets'), { mode: 0o700 })
  writeFileSync(join(dataDir, 'secrets', 'secrets.json'), JSON.stringify(house.app.secrets), { mode: 0o600 })
  const env = {
    PATH: process.env.PATH ?? '',
    NODE_ENV: 'development',
    PORT: port,
    HOST: '127.0.0.1',
    DATABASE_URL: house.database.url,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...settings,
  }
  const child = spawn(process.execPath, [...sourceFlags(), 'server/src/main.ts'], { cwd: root, env })
  const chunks: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => chunks.push(String(chunk)))
  const output = () => chunks.join('')
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit')
      child.kill(signal)
      await gone
    }
    rmSync(dataDir, { recursive: true, force: true })
    return child.exitCode
  }
  const scheme = settings.TLS_CERT ? 'https' : 'http'
  const server = { origin: `${scheme}://127.0.0.1:${port}`, child, output, stop }
  await untilReady(child, output)
  return server
}

/** Resolves when it says it is ready, or when it has given up: the test then looks at what it printed. */
async function untilReady(child: ChildProcess, output: () => string): Promise<void> {
  const limit = Date.now() + 30_000
  while (child.exitCode === null && !output().includes('is ready')) {
    if (Date.now() > limit) throw new Error(`The server did not start:\n${output()}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  server.close()
  await once(server, 'close')
  return port
}

/** Node 20 needs tsx to read TypeScript; from 22.18 on it does so itself. */
function sourceFlags(): string[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 18) ? [] : ['--import', 'tsx']
}
