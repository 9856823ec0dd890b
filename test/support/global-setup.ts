import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Connection, connect } from '@hoicho/db/connect.ts'
import { startEmbedded } from '@hoicho/db/embedded.ts'
import { migrate } from '@hoicho/db/migrate.ts'
import postgres from 'postgres'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a database to create others from; never holds anything itself. */
    databaseUrl: string
  }
}

const prefix = 'hoicho-test-'
const template = 'hoicho_template'

/** One PostgreSQL for the whole run, apart from any other Hoicho, with a migrated database to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  sweep()
  const dataDir = mkdtempSync(join(tmpdir(), prefix))
  await chmod(dataDir, 0o755)
  const server = await startEmbedded({ dataDir, log() {}, durable: false })
  const end = async () => {
    await server.stop()
    for (const folder of [server.folder, dataDir]) rmSync(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(server.url)
  } catch (error) {
    await end()
    throw error
  }
  project.provide('databaseUrl', server.url)
  return end
}

async function makeTemplate(url: string): Promise<void> {
  const admin = postgres(url, { max: 1, onnotice() {} })
  await admin.unsafe(`create database ${template}`)
  await admin.end()
  const connection = connect(Object.assign(new URL(url), { pathname: template }).href, { max: 2 })
  try {
    await migrate(connection.db)
    await loadReference(connection)
  } finally {
    await connection.close()
  }
}

async function loadReference({ db }: Connection): Promise<void> {
  const path = join(import.meta.dirname, '../../db/seed/reference/load.ts')
  if (!existsSync(path)) return
  const loader: { loadReference(to: Connection['db']): Promise<unknown> } = await import(
    pathToFileURL(path).href
  )
  await loader.loadReference(db)
}

/** Removes what killed runs have left in the temporary folder. */
function sweep(): void {
  const aDayMs = 86_400_000
  for (const name of readdirSync(tmpdir()).filter(entry => entry.startsWith(prefix))) {
    const path = join(tmpdir(), name)
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - changed > aDayMs) rmSync(path, { recursive: true, force: true })
  }
}
