import type { Enrolled, GateState, ScanAnswer, ScanInput, ScanResults } from '@hoicho/shared/badges/schema.ts'
import { computed, signal } from '@preact/signals'
import { fetchJson } from '../../platform/client.ts'
import { isProblem } from '../../platform/problem.ts'
import {
  correctSeen,
  dropQueued,
  type Identity,
  keepScan,
  type Pack,
  queuedScans,
  queueLength,
  readIdentity,
  readPack,
  type SeenScan,
  writeIdentity,
  writePack,
} from './device-store.ts'

const BATCH = 100
const REFRESH_MS = 20_000
const MOST_WAIT_MS = 60_000

export const identity = signal<Identity | null | undefined>(undefined)
export const pack = signal<Pack | undefined>(undefined)
export const waiting = signal(0)
export const isOnline = signal(false)
export const isLockedOut = signal(false)
/** The clock of the server as far as this device knows, so that a wrong clock on the device does no harm. */
export const clockOffsetMs = computed(() => pack.value?.clockOffsetMs ?? 0)
export const correctedNow = () => new Date(Date.now() + clockOffsetMs.peek()).toISOString()

const answers = new Map<string, (answer: ScanAnswer) => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let isSending = false
let failures = 0

/** Opens what the device kept and begins to talk to the server. Returns what stops it. */
export function startSync(): () => void {
  void open()
  const wake = () => schedule(0)
  addEventListener('online', wake)
  addEventListener('offline', wake)
  return () => {
    removeEventListener('online', wake)
    removeEventListener('offline', wake)
    clearTimeout(timer)
  }
}

async function open(): Promise<void> {
  pack.value = await readPack()
  waiting.value = await queueLength()
  identity.value = (await readIdentity()) ?? null
  void navigator.storage?.persist?.()
  if (identity.value) schedule(0)
}

/** Turns a one-time code into this device's identity. Throws the refusal. */
export async function enrol(code: string): Promise<void> {
  const body = JSON.stringify({ code })
  const headers = { 'Content-Type': 'application/json' }
  const { token, deviceId, deviceName } = await fetchJson<Enrolled>('/api/gate/enrol', {
    method: 'POST',
    headers,
    body,
  })
  await writeIdentity({ token, deviceId, deviceName })
  identity.value = { token, deviceId, deviceName }
  isLockedOut.value = false
  schedule(0)
}

/** Keeps a scan first and sends it after; `onAnswer` hears the server's word when it comes. */
export async function submitScan(
  scan: ScanInput,
  seen: SeenScan | undefined,
  onAnswer: (answer: ScanAnswer) => void,
): Promise<void> {
  answers.set(scan.id, onAnswer)
  await keepScan(scan, seen)
  waiting.value += 1
  schedule(0)
}

function schedule(ms: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void round(), ms)
}

/** One talk with the server: send what waits, fetch what is new, and come back later. */
async function round(): Promise<void> {
  if (isSending || !identity.peek() || isLockedOut.peek()) return
  isSending = true
  try {
    while ((await sendBatch()) === BATCH);
    if (Date.now() - (pack.peek()?.receivedAt ?? 0) >= REFRESH_MS) await refresh()
    isOnline.value = true
    failures = 0
  } catch (error) {
    onFailure(error)
  } finally {
    isSending = false
  }
  const next = failures === 0 ? REFRESH_MS : Math.min(1000 * 2 ** failures, MOST_WAIT_MS)
  const hasMore = isOnline.peek() && waiting.peek() > 0
  schedule(hasMore ? 0 : next)
}

function onFailure(error: unknown): void {
  failures += 1
  isOnline.value = false
  if (isProblem(error) && error.status === 401) isLockedOut.value = true
}

async function sendBatch(): Promise<number> {
  const queued = await queuedScans(BATCH)
  if (queued.length === 0) {
    waiting.value = 0
    return 0
  }
  const late = Date.now() + clockOffsetMs.peek() - LATE_MS
  const items = queued.map(({ scan }) => ({ ...scan, wasOffline: Date.parse(scan.scannedAt) < late }))
  const body = JSON.stringify({ items })
  const results = await asDevice<ScanResults>('/api/gate/scans', { method: 'POST', body })
  const answered = new Set(results.items.map(result => result.id))
  const orders = queued.flatMap(({ scan, order }) =>
    answered.has(scan.id) && order !== undefined ? [order] : [],
  )
  for (const result of results.items) if (result.status === 'stored') await take(result.answer)
  await dropQueued(orders)
  waiting.value = await queueLength()
  return queued.length
}

/** A scan sent later than this after it was made was made without network. */
const LATE_MS = 5000

async function take(answer: ScanAnswer): Promise<void> {
  await correctSeen(answer.id, answer.verdict)
  answers.get(answer.id)?.(answer)
  answers.delete(answer.id)
}

async function refresh(): Promise<void> {
  const askedAt = Date.now()
  const state = await asDevice<GateState>('/api/gate/state')
  const receivedAt = Date.now()
  const clockOffset = Date.parse(state.serverTime) - (askedAt + receivedAt) / 2
  // Less than two seconds is the network's own delay, not a wrong clock.
  const next = {
    state,
    receivedAt,
    clockOffsetMs: Math.abs(clockOffset) < 2000 ? 0 : Math.round(clockOffset),
  }
  await writePack(next)
  pack.value = next
  isOnline.value = true
}

function asDevice<T>(url: string, init: RequestInit = {}): Promise<T> {
  const headers = {
    Authorization: `Device ${identity.peek()?.token ?? ''}`,
    'Content-Type': 'application/json',
  }
  return fetchJson<T>(url, { ...init, headers, credentials: 'omit', signal: AbortSignal.timeout(15_000) })
}
