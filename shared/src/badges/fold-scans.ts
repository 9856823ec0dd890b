import type { Instant } from '../platform/dates.ts'
import type { Direction, Verdict } from './vocabulary.ts'

/** A scan as far as presence goes. */
export interface ScanEvent {
  id: string
  direction: Direction
  verdict: Verdict
  scannedAt: Instant
}

export interface Presence {
  /** Since when the holder is inside, or null. */
  insideSince: Instant | null
  /** How often the holder came in. */
  entries: number
  /** Admissions of somebody who was already inside by scan time: two gates that could not see each other. */
  duplicates: string[]
}

const OUTSIDE: Presence = { insideSince: null, entries: 0, duplicates: [] }

/**
 * Where one badge's holder is, from its scans in any order of arrival: they are taken by scan time, then by id, each
 * id once. Only admissions let in; every exit lets out. The caller passes the scans of one day: each day starts outside.
 */
export function foldScans(events: readonly ScanEvent[]): Presence {
  const once = [...new Map(events.map(event => [event.id, event])).values()]
  return once.sort(byScanTime).reduce(step, OUTSIDE)
}

/** Presence at a moment: what the verdict of a scan made then without network rests on, whenever it arrives. */
export const presenceAt = (events: readonly ScanEvent[], at: Instant): Presence =>
  foldScans(events.filter(event => event.scannedAt <= at))

function step(before: Presence, event: ScanEvent): Presence {
  if (event.verdict !== 'admitted') return before
  if (event.direction === 'exit') return { ...before, insideSince: null }
  if (before.insideSince !== null) return { ...before, duplicates: [...before.duplicates, event.id] }
  return { ...before, insideSince: event.scannedAt, entries: before.entries + 1 }
}

const byScanTime = (a: ScanEvent, b: ScanEvent): number =>
  compare(a.scannedAt, b.scannedAt) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
