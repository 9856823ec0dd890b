import { Worker } from 'node:worker_threads'
import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import { problem } from '../../platform/problem.ts'
import { unpackWithin, ZipRefusal, zipEntries } from './zip.ts'

const MAX_UNPACKED_BYTES = 30 * 1024 * 1024
const MAX_SECONDS = 20

/**
 * The rows of a workbook's first sheet, at most `maximumRows`. What is unpacked is measured first (30 MB); reading happens
 * in a thread with bounded memory that is ended after 20 seconds. A cell merged over several rows is repeated in each.
 * Refused: establishments.import-broken, establishments.import-unpacks-too-large.
 */
export async function readWorkbook(bytes: Uint8Array, maximumRows: number): Promise<ImportCell[][]> {
  const merges = mergesIn(bytes)
  const rows = await inThread(bytes, maximumRows)
  for (const merge of merges) repeatDown(rows, merge)
  return rows
}

type Merge = { column: number; fromRow: number; toRow: number }

function mergesIn(bytes: Uint8Array): Merge[] {
  try {
    const texts = unpackWithin(zipEntries(bytes), MAX_UNPACKED_BYTES, isWanted)
    const sheet = texts.get(firstSheetPath(texts)) ?? ''
    return [
      ...sheet.matchAll(/<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/g),
    ].flatMap(([, fromColumn = '', fromRow, toColumn, toRow]) =>
      fromColumn === toColumn
        ? [{ column: columnNumber(fromColumn), fromRow: Number(fromRow) - 1, toRow: Number(toRow) - 1 }]
        : [],
    )
  } catch (error) {
    if (!(error instanceof ZipRefusal)) throw error
    if (error.reason === 'broken') throw problem('establishments.import-broken')
    throw problem('establishments.import-unpacks-too-large', { maximumMb: MAX_UNPACKED_BYTES / 1024 / 1024 })
  }
}

const isWanted = (name: string) =>
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(name)

/** Where the first sheet lies, by the workbook's own list and its relations. */
function firstSheetPath(texts: ReadonlyMap<string, string>): string {
  const id = /<(?:\w+:)?sheet [^>]*?r:id="([^"]+)"/.exec(texts.get('xl/workbook.xml') ?? '')?.[1]
  const relations = [...(texts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)]
  const relation = relations.find(([tag]) => id !== undefined && tag.includes(` Id="${id}"`))?.[0] ?? ''
  const target = / Target="([^"]+)"/.exec(relation)?.[1] ?? 'worksheets/sheet1.xml'
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const columnNumber = (letters: string) =>
  [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0) - 1

function repeatDown(rows: ImportCell[][], { column, fromRow, toRow }: Merge): void {
  const value = rows[fromRow]?.[column] ?? null
  if (value === null) return
  for (const row of rows.slice(fromRow + 1, toRow + 1)) row[column] = value
}

type Answer = { rows: ImportCell[][]; count: number }

async function inThread(bytes: Uint8Array, maximumRows: number): Promise<ImportCell[][]> {
  const worker = new Worker(new URL('workbook-worker.mjs', import.meta.url), {
    workerData: { bytes, maximumRows },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    execArgv: [],
  })
  const timer = setTimeout(() => void worker.terminate(), MAX_SECONDS * 1000)
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
      worker.once('exit', () => reject(new Error('the thread was ended')))
    })
    return answer.rows
  } catch {
    throw problem('establishments.import-broken')
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}
