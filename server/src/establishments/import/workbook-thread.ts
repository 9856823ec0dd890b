import type { ImportCell } from '@hoicho/shared/establishments/import/columns.ts'
import { readSheet } from 'read-excel-file/node'

export type SheetTask = { bytes: Uint8Array; sheet: string; maximumRows: number; addedDays: number }

const DAY_MS = 86_400_000

/** The cells of one sheet of a workbook. Runs in a thread of its own. */
export default async function readSheetRows(task: SheetTask): Promise<ImportCell[][]> {
  const rows: unknown[][] = await readSheet(Buffer.from(task.bytes), task.sheet)
  return rows.slice(0, task.maximumRows).map(row => row.map(cell => plainCell(cell, task.addedDays)))
}

function plainCell(value: unknown, addedDays: number): ImportCell {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return dayOf(value.getTime() + addedDays * DAY_MS)
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return String(value).slice(0, 10_000)
}

function dayOf(time: number): string | null {
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}
