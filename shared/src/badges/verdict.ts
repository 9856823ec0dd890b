import { addDays, type Instant, instantAt, localDate, toInstant } from '../platform/dates.ts'
import type { BadgeKind, Direction, Verdict } from './vocabulary.ts'

/** How the code itself stands, before anything about the badge is asked. */
export type Proof = 'unreadable' | 'other-fair' | 'forged' | 'genuine'

/** All that decides whether a person may pass. The same facts on the server and on a device, the device's being older. */
export interface ScanFacts {
  direction: Direction
  scannedAt: Instant
  proof: Proof
  /** Null when the code is not genuine, or genuine but of no badge on record. */
  badge: { kind: BadgeKind; state: 'active' | 'revoked' | 'replaced'; isApproved: boolean } | null
  /** The gate's kinds. */
  gateKinds: readonly BadgeKind[]
  /** When this kind may enter on the day, or the nearest day it may. */
  admission: Admission
  /** When the holder came in and has not left, by the log before this moment; null when outside. */
  insideSince: Instant | null
}

export interface Judgement {
  verdict: Verdict
  /** Instants and words the sentence is filled with. */
  params: Record<string, string>
}

/**
 * The one decision at a gate. The order of its lines is the order of the checks: is the code ours and true, is the
 * badge in use, is its kind let in here and now, is the person already inside. A way out is never barred: whoever holds
 * a true badge of this fair is recorded as leaving.
 */
export function judge(facts: ScanFacts): Judgement {
  const { badge, admission } = facts
  if (facts.proof === 'unreadable') return say('unknown')
  if (facts.proof === 'other-fair') return say('other-fair')
  if (facts.proof === 'forged') return say('forged')
  if (!badge) return say('unknown')
  if (facts.direction === 'exit') return say('admitted')
  if (badge.state === 'replaced') return say('replaced')
  if (badge.state === 'revoked') return say('revoked')
  if (!badge.isApproved) return say('unapproved')
  if (!facts.gateKinds.includes(badge.kind)) return say('wrong-kind', { kind: badge.kind })
  if (admission.state === 'too-early') return say('too-early', { opensAt: admission.opensAt })
  if (admission.state === 'too-late') return say('too-late', { closedAt: admission.closedAt })
  if (facts.insideSince !== null) return say('already-inside', { since: facts.insideSince })
  return say('admitted')
}

/** Unknown and forged codes cannot be let in by anybody's word. */
export const isFinal = (verdict: Verdict): boolean => verdict === 'unknown' || verdict === 'forged'

/** When a kind of badge may enter: days around the fair, minutes around its daily hours. A dated rule of the fair. */
export interface Validity {
  daysBefore: number
  daysAfter: number
  minutesBefore: number
  minutesAfter: number
}

export interface FairHours {
  opensOn: string
  closesOn: string
  dailyOpensAt: string
  dailyClosesAt: string
  timeZone: string
}

export type Admission =
  | { state: 'open' }
  | { state: 'too-early'; opensAt: Instant }
  | { state: 'too-late'; closedAt: Instant }

/**
 * Whether a moment lies in the hours of a kind, by the clock of the fair's place. The opening minute is in, the closing
 * minute out. After the day's closing it is too late, from midnight too early for the next day.
 */
export function admissionAt(at: Instant, fair: FairHours, validity: Validity): Admission {
  const firstOn = addDays(fair.opensOn, -validity.daysBefore)
  const lastOn = addDays(fair.closesOn, validity.daysAfter)
  const today = localDate(at, fair.timeZone)
  const day = today < firstOn ? firstOn : today > lastOn ? lastOn : today
  const opens = Date.parse(instantAt(day, fair.dailyOpensAt, fair.timeZone)) - validity.minutesBefore * 60_000
  const closes =
    Date.parse(instantAt(day, fair.dailyClosesAt, fair.timeZone)) + validity.minutesAfter * 60_000
  const now = Date.parse(at)
  if (now < opens) return { state: 'too-early', opensAt: toInstant(opens) }
  if (now >= closes) return { state: 'too-late', closedAt: toInstant(closes) }
  return { state: 'open' }
}

const say = (verdict: Verdict, params: Record<string, string> = {}): Judgement => ({ verdict, params })
