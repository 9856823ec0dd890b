import { foldScans, type ScanEvent } from '@hoicho/shared/badges/fold-scans.ts'
import { readScannerInput } from '@hoicho/shared/badges/scanner-input.ts'
import type { GateState } from '@hoicho/shared/badges/schema.ts'
import { type BadgeToken, decodeToken, parseShortNumber } from '@hoicho/shared/badges/token.ts'
import { admissionAt, type Judgement, judge, type Proof } from '@hoicho/shared/badges/verdict.ts'
import type { BadgeKind, Direction } from '@hoicho/shared/badges/vocabulary.ts'
import { localDate, startOfLocalDay } from '@hoicho/shared/platform/dates.ts'
import { seenOf } from './device-store.ts'

/** What the device can say by itself; `judgement` is null when only the server can. */
export type LocalVerdict = {
  judgement: Judgement | null
  serial: number | null
  kind: BadgeKind | null
  isGarbled: boolean
  why?: 'number' | 'no-signature'
}

/** The same rule as the server's, over the facts this device has. */
export async function judgeLocally(
  state: GateState,
  scan: { raw: string; gateId: string; direction: Direction; scannedAt: string },
): Promise<LocalVerdict> {
  const { code, isGarbled } = readScannerInput(scan.raw)
  const none = { judgement: null, serial: null, kind: null, isGarbled }
  if (parseShortNumber(code)) return { ...none, why: 'number' }
  const proven = await prove(state, code)
  if (!proven) return { ...none, why: 'no-signature' }
  const { proof, token } = proven
  const kind = token?.kind ?? null
  const judgement = judge({
    direction: scan.direction,
    scannedAt: scan.scannedAt,
    proof,
    badge: token && {
      kind: token.kind,
      state: barredAs(state, token.serial),
      isApproved: !state.unapproved.includes(token.serial),
    },
    gateKinds: state.gates.find(gate => gate.id === scan.gateId)?.kinds ?? [],
    admission: admissionOf(state, kind, scan.scannedAt),
    insideSince: token ? await insideSince(state, token.serial, scan.scannedAt) : null,
  })
  return { judgement, serial: token?.serial ?? null, kind, isGarbled }
}

function admissionOf(state: GateState, kind: BadgeKind | null, at: string) {
  const validity = kind && state.validities[kind]
  return validity ? admissionAt(at, state.fair, validity) : ({ state: 'open' } as const)
}

function barredAs(state: GateState, serial: number) {
  if (state.replaced.includes(serial)) return 'replaced'
  return state.revoked.includes(serial) ? 'revoked' : 'active'
}

/** Null when this browser cannot check Ed25519 signatures. */
async function prove(
  state: GateState,
  code: string,
): Promise<{ proof: Proof; token: BadgeToken | null } | null> {
  const decoded = decodeToken(code)
  if (!decoded) return { proof: 'unreadable', token: null }
  const { token, body, signature } = decoded
  if (token.fairTag !== state.fair.tag) return { proof: 'other-fair', token: null }
  const known = state.keys.find(key => key.keyNumber === token.keyNumber)
  // A key made after the pack was fetched: only the server can tell.
  if (!known) return null
  const key = await importKey(known.publicKey)
  if (!key) return null
  const isTrue = await crypto.subtle.verify('Ed25519', key, signature, body)
  return isTrue ? { proof: 'genuine', token } : { proof: 'forged', token: null }
}

const keys = new Map<string, Promise<CryptoKey | null>>()

function importKey(x: string): Promise<CryptoKey | null> {
  const known = keys.get(x)
  if (known) return known
  const jwk = { kty: 'OKP', crv: 'Ed25519', x }
  const made = globalThis.crypto?.subtle
    ? crypto.subtle.importKey('jwk', jwk, 'Ed25519', false, ['verify']).catch(() => null)
    : Promise.resolve(null)
  keys.set(x, made)
  return made
}

/** Presence from what the server said last and what this device saw since, of the fair's own day. */
async function insideSince(state: GateState, serial: number, at: string): Promise<string | null> {
  const { timeZone } = state.fair
  const dayStart = startOfLocalDay(localDate(at, timeZone), timeZone)
  const since = state.inside[serial]
  const told: ScanEvent[] = since
    ? [{ id: '', direction: 'entry', verdict: 'admitted', scannedAt: since }]
    : []
  const own = (await seenOf(serial)).filter(seen => seen.scannedAt >= dayStart && seen.scannedAt <= at)
  return foldScans([...told.filter(event => event.scannedAt >= dayStart), ...own]).insideSince
}
