// Reads a workbook in a thread of its own, which its maker may end: plain JavaScript, for a thread has no loader for types.
import { Buffer } from 'node:buffer'
import { parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'

const DAY_MS = 86_400_000
const { bytes, sheet, maximumRows, addedDays } = workerData
const rows = await readSheet(Buffer.from(bytes), sheet)
const plain = rows.slice(0, maximumRows).map(row => row.map(plainCell))
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
parentPort.postMessage(plain)

function plainCell(value) {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return dayOf(value.getTime() + addedDays * DAY_MS)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return String(value).slice(0, 10_000)
}

function dayOf(time) {
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}
