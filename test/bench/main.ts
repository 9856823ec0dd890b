import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '@hoicho/db/connect.ts'
import { startEmbedded } from '@hoicho/db/embedded.ts'
import { migrate } from '@hoicho/db/migrate.ts'
import { loadReference } from '@hoicho/db/seed/reference/load.ts'
import { type House, openHouse } from '../support/house.ts'
import { startProcess } from '../support/process.ts'
import { allocationTable } from './allocation-cases.ts'
import { directoryCases } from './directory-cases.ts'
import { measureImport } from './import-case.ts'
import { measure, quantile, type Result, toTable } from './measure.ts'
import { requestCases } from './request-cases.ts'
import { selectionCases } from './selection-cases.ts'

/**
 * `npm run bench`: figures for docs/PERFORMANCE.md, each beside its floor in the same run. Not a test: nothing fails.
 * `npm run bench directory` measures the directory alone.
 */
const isDirectoryOnly = process.argv.includes('directory')
const dataDir = mkdtempSync(join(tmpdir(), 'hoicho-bench-'))
const embedded = await startEmbedded({ dataDir, log() {} })
const connection = connect(embedded.url)
await migrate(connection.db)
await loadReference(connection.db)
const house = await openHouse({}, { ...connection, url: embedded.url })
try {
  const results: Result[] = []
  if (!isDirectoryOnly) results.push(...(await measureRequests(house)))
  for (const subject of await directoryCases(house)) results.push(await measure(subject))
  console.log(`Node ${process.version}, ${process.platform}, database fsync on\n`)
  console.log(toTable(results))
  if (!isDirectoryOnly) console.log(`\n${await allocationTable()}`)
} finally {
  await house.close()
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
}

async function measureRequests(on: House): Promise<Result[]> {
  const results: Result[] = [await measureStart(on)]
  for (const subject of await requestCases(on)) results.push(await measure(subject))
  for (const subject of selectionCases()) results.push(await measure(subject, 20, 2))
  const imported = await measureImport(on)
  console.log(`Memory added while importing: at most ${imported.addedMb} MB`)
  return [...results, imported]
}

/** A start on a migrated database, to the line that says it is ready, beside a bare Node process. */
async function measureStart(on: House): Promise<Result> {
  const times: number[] = []
  const floorTimes: number[] = []
  for (let n = 0; n < 5; n++) {
    const startedAt = performance.now()
    const server = await startProcess(on)
    times.push(performance.now() - startedAt)
    await server.stop()
    const floorAt = performance.now()
    await once(spawn(process.execPath, ['-e', '0']), 'exit')
    floorTimes.push(performance.now() - floorAt)
  }
  return {
    name: 'server start to ready',
    floor: 'an empty Node process',
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    floorP50: quantile(floorTimes, 0.5),
    floorP95: quantile(floorTimes, 0.95),
  }
}
