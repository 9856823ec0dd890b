import type { GateState, ScanInput } from '@hoicho/shared/badges/schema.ts'
import type { Verdict } from '@hoicho/shared/badges/vocabulary.ts'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What the device keeps: who it is, what it last heard, what it scanned. Survives a closed tab and a lost network. */
interface GateDb extends DBSchema {
  settings: { key: string; value: unknown }
  /** Scans still to be sent, by id, in the order they were made. */
  queue: { key: number; value: QueuedScan }
  /** Movements seen by this device today, by serial, so that a second scan is known without network. */
  seen: { key: string; value: SeenScan; indexes: { serial: number } }
}

export type QueuedScan = { scan: ScanInput; order?: number }
export type SeenScan = {
  id: string
  serial: number
  direction: 'entry' | 'exit'
  verdict: Verdict
  scannedAt: string
}
export type Identity = { token: string; deviceId: string; deviceName: string }
export type Pack = { state: GateState; receivedAt: number; clockOffsetMs: number }

let opened: Promise<IDBPDatabase<GateDb>> | undefined

const db = () => {
  opened ??= openDB<GateDb>('hoicho-gate', 1, {
    upgrade(base) {
      base.createObjectStore('settings')
      base.createObjectStore('queue', { keyPath: 'order', autoIncrement: true })
      base.createObjectStore('seen', { keyPath: 'id' }).createIndex('serial', 'serial')
    },
  })
  return opened
}

// Each key is written with the type it is read with, here and nowhere else.
const read = async <T>(key: string) => (await (await db()).get('settings', key)) as T | undefined
const write = async (key: string, value: unknown) => {
  await (await db()).put('settings', value, key)
}

export const readIdentity = () => read<Identity>('identity')
export const writeIdentity = (identity: Identity) => write('identity', identity)
export const readPack = () => read<Pack>('pack')
export const writePack = (pack: Pack) => write('pack', pack)
export const readGateId = () => read<string>('gate')
export const writeGateId = (gateId: string) => write('gate', gateId)

/** Keeps a scan until the server has it, and what it means for the holder's presence, in one step. */
export async function keepScan(scan: ScanInput, seen: SeenScan | undefined): Promise<void> {
  const tx = (await db()).transaction(['queue', 'seen'], 'readwrite')
  await Promise.all([
    tx.objectStore('queue').add({ scan }),
    seen && tx.objectStore('seen').put(seen),
    tx.done,
  ])
}

export async function queuedScans(limit: number): Promise<QueuedScan[]> {
  return await (await db()).getAll('queue', undefined, limit)
}

export const queueLength = async () => await (await db()).count('queue')

/** A queued scan is forgotten only once the server has answered for it. */
export async function dropQueued(orders: readonly number[]): Promise<void> {
  const tx = (await db()).transaction('queue', 'readwrite')
  await Promise.all([...orders.map(order => tx.store.delete(order)), tx.done])
}

export async function seenOf(serial: number): Promise<SeenScan[]> {
  return await (await db()).getAllFromIndex('seen', 'serial', serial)
}

/** The server's word replaces the device's own guess. */
export async function correctSeen(id: string, verdict: Verdict): Promise<void> {
  const base = await db()
  const seen = await base.get('seen', id)
  if (seen && seen.verdict !== verdict) await base.put('seen', { ...seen, verdict })
}

/** Everything gone, as on a device that was locked out. */
export async function forgetDevice(): Promise<void> {
  const tx = (await db()).transaction(['settings', 'queue', 'seen'], 'readwrite')
  await Promise.all([
    tx.objectStore('settings').clear(),
    tx.objectStore('queue').clear(),
    tx.objectStore('seen').clear(),
    tx.done,
  ])
}
