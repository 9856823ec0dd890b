import type { Json } from './canonical-json.ts'
import {
  type Criterion,
  compareMeans,
  type Points,
  type ScoreSummary,
  sheetTotal,
  summarise,
} from './score.ts'
import { sha256Hex } from './sha256.ts'

/** Facts that come first between equals, in the order of decree 45/2012/NĐ-CP, article 6. */
export const PRIORITY_FACTS = ['outstanding-product', 'export', 'many-workers'] as const
export type PriorityFact = (typeof PRIORITY_FACTS)[number]

/** What tells equals apart after the mean, in this order; the lot, drawn last, always does. */
export type TieBreak = { by: 'criterion'; code: string } | { by: 'priority'; fact: PriorityFact }

export type RankedApplication = {
  id: string
  sheets: readonly { reviewerId: string; points: Points }[]
  priority: readonly PriorityFact[]
  /** Selected by an earlier decision: keeps its place, whatever others scored. */
  isHeld: boolean
}

export type RankRequest = {
  applications: readonly RankedApplication[]
  criteria: readonly Criterion[]
  /** Places of the fair. */
  quota: number
  /** Least mean to be selected or to wait. */
  passMark: number
  /** How many may wait; `null` for all that reach the pass mark. */
  waitingPlaces: number | null
  /** Recorded random text the lot is drawn from. */
  seed: string
  tieBreak: readonly TieBreak[]
}

export type RankOutcome = 'selected' | 'waiting' | 'rejected'

export const OUTCOME_REASONS = [
  'held',
  'within-quota',
  'beyond-quota',
  'below-pass-mark',
  'waiting-list-full',
] as const
export type OutcomeReason = (typeof OUTCOME_REASONS)[number]

export type Ranked = ScoreSummary & {
  id: string
  /** From 1, without gaps. */
  rank: number
  /** Place on the waiting list from 1, `null` for all others. */
  waitingPosition: number | null
  outcome: RankOutcome
  reason: OutcomeReason
  /** What told it apart from the one above: `mean`, a criterion's or fact's code, or `lot`; `first` at the top. */
  decidedBy: string
}

/** The tie-break every fair starts with: heavier criteria first, then the facts of priority, then the lot. */
export function usualTieBreak(criteria: readonly Criterion[]): TieBreak[] {
  const byWeight = [...criteria].sort((a, b) => b.maxPoints - a.maxPoints || (a.code < b.code ? -1 : 1))
  return [
    ...byWeight.map(({ code }) => ({ by: 'criterion', code }) as const),
    ...PRIORITY_FACTS.map(fact => ({ by: 'priority', fact }) as const),
  ]
}

/**
 * Puts applications in order and gives out the places. Mean of the sheets first; between equals the tie-break list, at
 * last the lot. Those held keep their places; the rest of the quota goes by rank to those at or above the pass mark, the
 * next ones wait in order. The same facts give the same answer whatever the order of applications or of sheets.
 */
export function rankApplications(request: RankRequest): Ranked[] {
  const entries = request.applications.map(application => entryOf(application, request))
  const keys = comparisons(request.tieBreak)
  entries.sort((a, b) => firstDifference(keys, a, b).order)
  const free = request.quota - entries.filter(entry => entry.application.isHeld).length
  const given = { selected: 0, waiting: 0 }
  return entries.map((entry, at) => {
    const above = entries[at - 1]
    const decidedBy = above ? firstDifference(keys, above, entry).by : 'first'
    const place = placeOf(entry, request, free, given)
    const waitingPosition = place.outcome === 'waiting' ? given.waiting : null
    return { ...entry.summary, id: entry.application.id, rank: at + 1, waitingPosition, ...place, decidedBy }
  })
}

/** The number a lot shows: the lowest comes first. SHA-256 of `seed:applicationId`, hex. */
export const lotOf = (seed: string, applicationId: string): string => sha256Hex(`${seed}:${applicationId}`)

type Entry = {
  application: RankedApplication
  summary: ScoreSummary
  points: ReadonlyMap<string, number>
  lot: () => string
}

function entryOf(application: RankedApplication, { criteria, seed }: RankRequest): Entry {
  const summary = summarise(application.sheets.map(sheet => sheetTotal(criteria, sheet.points)))
  const sumOf = (code: string) =>
    application.sheets.reduce((sum, sheet) => sum + (sheet.points[code] ?? 0), 0)
  let lot: string | undefined
  return {
    application,
    summary,
    points: new Map(criteria.map(({ code }) => [code, sumOf(code)])),
    lot: () => {
      lot ??= lotOf(seed, application.id)
      return lot
    },
  }
}

type Comparison = { by: string; compare: (a: Entry, b: Entry) => number }

function comparisons(tieBreak: readonly TieBreak[]): Comparison[] {
  return [
    { by: 'mean', compare: (a, b) => compareMeans(a.summary, b.summary) },
    ...tieBreak.map(comparisonOf),
    { by: 'lot', compare: (a, b) => textOrder(a.lot(), b.lot()) },
    { by: 'lot', compare: (a, b) => textOrder(a.application.id, b.application.id) },
  ]
}

function comparisonOf(rule: TieBreak): Comparison {
  if (rule.by === 'criterion') {
    const part = (entry: Entry) => ({
      sum: entry.points.get(rule.code) ?? 0,
      count: entry.summary.count,
    })
    return { by: rule.code, compare: (a, b) => compareMeans(part(a), part(b)) }
  }
  const has = (entry: Entry) => Number(entry.application.priority.includes(rule.fact))
  return { by: rule.fact, compare: (a, b) => has(b) - has(a) }
}

function firstDifference(keys: readonly Comparison[], a: Entry, b: Entry): { by: string; order: number } {
  for (const { by, compare } of keys) {
    const order = compare(a, b)
    if (order !== 0) return { by, order }
  }
  return { by: 'lot', order: 0 }
}

const textOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function placeOf(
  { application, summary }: Entry,
  { passMark, waitingPlaces }: RankRequest,
  free: number,
  given: { selected: number; waiting: number },
): Pick<Ranked, 'outcome' | 'reason'> {
  if (application.isHeld) return { outcome: 'selected', reason: 'held' }
  if (summary.count === 0 || summary.sum < passMark * summary.count)
    return { outcome: 'rejected', reason: 'below-pass-mark' }
  if (given.selected < free) {
    given.selected += 1
    return { outcome: 'selected', reason: 'within-quota' }
  }
  if (waitingPlaces !== null && given.waiting >= waitingPlaces)
    return { outcome: 'rejected', reason: 'waiting-list-full' }
  given.waiting += 1
  return { outcome: 'waiting', reason: 'beyond-quota' }
}

/** All a decision rests on, frozen with it: whoever holds it can rank again and must find the same. */
export type SelectionRecord = {
  format: 'hoicho-selection-1'
  fairId: string
  version: number
  decidedAt: string
  request: RankRequest
  ranking: readonly Ranked[]
}

/** The record with its lists in one order (applications and sheets by id), so that equal decisions hash alike. */
export function selectionRecord(
  head: Pick<SelectionRecord, 'fairId' | 'version' | 'decidedAt'>,
  request: RankRequest,
  format: SelectionRecord['format'] = 'hoicho-selection-1',
): SelectionRecord {
  const applications = [...request.applications]
    .sort((a, b) => textOrder(a.id, b.id))
    .map(application => ({
      ...application,
      sheets: [...application.sheets].sort((a, b) => textOrder(a.reviewerId, b.reviewerId)),
    }))
  const ordered = { ...request, applications }
  return { format, ...head, request: ordered, ranking: rankApplications(ordered) }
}

/** A record as JSON: types without the index signature that plain JSON has. */
export const recordAsJson = (record: SelectionRecord): Json => record as unknown as Json

/** Ranks a frozen record again: the rank of the first difference, or `null` when it comes out the same. */
export function replay(record: SelectionRecord): { rank: number } | null {
  const again = rankApplications(record.request)
  const length = Math.max(again.length, record.ranking.length)
  for (let at = 0; at < length; at++) {
    if (JSON.stringify(again[at]) !== JSON.stringify(reordered(record.ranking[at], again[at])))
      return { rank: at + 1 }
  }
  return null
}

/** The stored entry with its members in the order of a fresh one: a database does not keep the order of members. */
function reordered(stored: Ranked | undefined, fresh: Ranked | undefined): unknown {
  if (!stored || !fresh) return stored
  const members = new Map<string, unknown>(Object.entries(stored))
  const keys = [...Object.keys(fresh), ...[...members.keys()].filter(key => !(key in fresh))]
  return Object.fromEntries(keys.map(key => [key, members.get(key)]))
}
