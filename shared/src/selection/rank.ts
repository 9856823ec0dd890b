import { NORMAL_UNIT, normaliser } from './normalise.ts'
import { type Quota, type QuotaReport, type Share, shareOut } from './quotas.ts'
import {
  type Criterion,
  compareMeans,
  type KnockOut,
  knockedOutBy,
  type Points,
  type ScoreSummary,
  summarise,
  totalInUnits,
  totalUnit,
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
  /** Members who were to score it and abstained: counted, not scored. Not in records of the first two formats. */
  abstained?: readonly string[]
  priority: readonly PriorityFact[]
  /** Selected by an earlier decision: keeps its place, whatever others scored. */
  isHeld: boolean
  /** Groups it counts in, named as by `groupKey`. */
  groups?: readonly string[]
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
  /** Left out in records of the first format; an empty list where there are none. */
  quotas?: readonly Quota[]
  /** Whether the normalised mean decides the order. The pass mark is always held against the raw one. */
  isNormalised?: boolean
  /** Left out in records of the first two formats; an empty list where there are none. */
  knockOuts?: readonly KnockOut[]
}

export type RankOutcome = 'selected' | 'waiting' | 'rejected'

export const OUTCOME_REASONS = [
  'held',
  'within-quota',
  'beyond-quota',
  'below-pass-mark',
  'waiting-list-full',
  'quota-floor',
  'quota-ceiling',
  'quota-reserved',
  'knocked-out',
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
  /** Mean of the sheets after normalisation, four decimals. Not in records of the first format, nor the next. */
  normalised?: number | null
  /** The group that brought the place or cost it; `null` when no quota did. */
  quota?: string | null
  /** Members who abstained. Not in records of the first two formats, nor the next. */
  abstained?: number
  /** The criterion that shut it out. */
  knockedOutBy?: string | null
}

export type Ranking = { entries: Ranked[]; quotas: QuotaReport[] }

/** The tie-break every fair starts with: heavier criteria first, then the facts of priority, then the lot. */
export function usualTieBreak(criteria: readonly Criterion[]): TieBreak[] {
  const byWeight = [...criteria].sort((a, b) => b.maxPoints - a.maxPoints || (a.code < b.code ? -1 : 1))
  return [
    ...byWeight.map(({ code }) => ({ by: 'criterion', code }) as const),
    ...PRIORITY_FACTS.map(fact => ({ by: 'priority', fact }) as const),
  ]
}

/** The ranking alone, as {@link rankWithQuotas} finds it. */
export const rankApplications = (request: RankRequest): Ranked[] => rankWithQuotas(request).entries

/**
 * Puts applications in order and gives out the places. Mean of the sheets first; between equals the tie-break list, at
 * last the lot. Those held keep their places; the rest goes by rank and quotas to those at or above the pass mark, the
 * next ones wait in order. The same facts give the same answer whatever the order of applications or of sheets.
 * @throws TangledQuotas
 */
export function rankWithQuotas(request: RankRequest): Ranking {
  const entries = entriesOf(request)
  const keys = comparisons(request)
  entries.sort((a, b) => firstDifference(keys, a, b).order)
  const { shares, report } = sharesOf(entries, request)
  const given = { waiting: 0 }
  const ranked = entries.map((entry, at): Ranked => {
    const above = entries[at - 1]
    const decidedBy = above ? firstDifference(keys, above, entry).by : 'first'
    const share = shares.get(entry)
    const place = placeOf(entry, share, request.waitingPlaces, given)
    const waitingPosition = place.outcome === 'waiting' ? given.waiting : null
    const id = entry.application.id
    const common = { ...entry.summary, id, rank: at + 1, waitingPosition, ...place, decidedBy }
    if (request.quotas === undefined) return common
    const withQuota = { ...common, normalised: normalisedMean(entry), quota: share?.key ?? null }
    if (request.knockOuts === undefined) return withQuota
    const abstained = entry.application.abstained?.length ?? 0
    return { ...withQuota, abstained, knockedOutBy: entry.knockedOutBy }
  })
  return { entries: ranked, quotas: report }
}

/** Whether nothing shuts it out and the mean of the sheets is at or above the pass mark, without rounding. */
const passes = ({ total, unit, summary, ...entry }: Entry, passMark: number): boolean =>
  entry.knockedOutBy === null && summary.count > 0 && total >= passMark * unit * summary.count

function sharesOf(entries: readonly Entry[], { quota, quotas = [], passMark }: RankRequest) {
  const held = entries.filter(entry => entry.application.isHeld)
  const candidates = entries.filter(entry => !entry.application.isHeld && passes(entry, passMark))
  const groups = (entry: Entry) => entry.application.groups ?? []
  const { shares, report } = shareOut({
    places: Math.max(0, quota - held.length),
    quotas,
    held: held.map(groups),
    candidates: candidates.map(groups),
  })
  const byEntry = new Map<Entry, Share>()
  for (const [at, entry] of candidates.entries()) {
    const share = shares[at]
    if (share) byEntry.set(entry, share)
  }
  return { shares: byEntry, report }
}

/** The number a lot shows: the lowest comes first. SHA-256 of `seed:applicationId`, hex. */
export const lotOf = (seed: string, applicationId: string): string => sha256Hex(`${seed}:${applicationId}`)

type Entry = {
  application: RankedApplication
  summary: ScoreSummary
  /** Sum of the totals in whole `unit`ths of a point. */
  total: number
  unit: number
  knockedOutBy: string | null
  /** Sum of the normalised totals, in {@link NORMAL_UNIT}ths of a `unit`th. */
  normalised: number
  /** Sum of a criterion's points and the sheets that answer it. */
  points: ReadonlyMap<string, { sum: number; count: number }>
  lot: () => string
}

function entriesOf({ applications, criteria, seed, knockOuts = [] }: RankRequest): Entry[] {
  const unit = totalUnit(criteria)
  const totals = new Map(
    applications.map(application => [
      application,
      application.sheets.map(({ reviewerId, points }) => ({
        reviewerId,
        total: totalInUnits(criteria, points),
      })),
    ]),
  )
  const normalise = normaliser([...totals.values()].flat())
  return applications.map(application => {
    const sheets = totals.get(application) ?? []
    let lot: string | undefined
    return {
      application,
      summary: summarise(
        sheets.map(sheet => sheet.total),
        unit,
      ),
      total: sheets.reduce((sum, sheet) => sum + sheet.total, 0),
      unit,
      knockedOutBy: knockedOutBy(knockOuts, application.sheets),
      normalised: sheets.reduce((sum, sheet) => sum + normalise(sheet), 0),
      points: new Map(criteria.map(criterion => [criterion.code, partOf(criterion, application.sheets)])),
      lot: () => {
        lot ??= lotOf(seed, application.id)
        return lot
      },
    }
  })
}

/** A criterion without points counts 0 in every sheet, unless it may be left out: then only answers count. */
function partOf({ code, isOptional }: Criterion, sheets: RankedApplication['sheets']) {
  const answers = isOptional ? sheets.filter(({ points }) => points[code] !== undefined) : sheets
  return { sum: answers.reduce((sum, { points }) => sum + (points[code] ?? 0), 0), count: answers.length }
}

const normalisedMean = ({ normalised, unit, summary: { count } }: Entry): number | null =>
  count === 0 ? null : Math.round(normalised / (count * unit)) / NORMAL_UNIT

type Comparison = { by: string; compare: (a: Entry, b: Entry) => number }

function comparisons({ tieBreak, isNormalised }: RankRequest): Comparison[] {
  const normal = ({ normalised, summary: { count } }: Entry) => ({ sum: normalised, count })
  const raw = ({ total, summary: { count } }: Entry) => ({ sum: total, count })
  const mean: Comparison = { by: 'mean', compare: (a, b) => compareMeans(raw(a), raw(b)) }
  const adjusted: Comparison = { by: 'normalised', compare: (a, b) => compareMeans(normal(a), normal(b)) }
  return [
    ...(isNormalised ? [adjusted, mean] : [mean]),
    ...tieBreak.map(comparisonOf),
    { by: 'lot', compare: (a, b) => textOrder(a.lot(), b.lot()) },
    { by: 'lot', compare: (a, b) => textOrder(a.application.id, b.application.id) },
  ]
}

function comparisonOf(rule: TieBreak): Comparison {
  if (rule.by === 'criterion') {
    const part = (entry: Entry) => entry.points.get(rule.code) ?? { sum: 0, count: entry.summary.count }
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

export const textOrder = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function placeOf(
  { application, ...entry }: Entry,
  share: Share | undefined,
  waitingPlaces: number | null,
  given: { waiting: number },
): Pick<Ranked, 'outcome' | 'reason'> {
  if (application.isHeld) return { outcome: 'selected', reason: 'held' }
  if (!share) return { outcome: 'rejected', reason: entry.knockedOutBy ? 'knocked-out' : 'below-pass-mark' }
  if (share.isTaken)
    return { outcome: 'selected', reason: share.effect === 'floor' ? 'quota-floor' : 'within-quota' }
  if (waitingPlaces !== null && given.waiting >= waitingPlaces)
    return { outcome: 'rejected', reason: 'waiting-list-full' }
  given.waiting += 1
  return { outcome: 'waiting', reason: SKIPS[share.effect] }
}

const SKIPS = {
  none: 'beyond-quota',
  floor: 'beyond-quota',
  ceiling: 'quota-ceiling',
  reserved: 'quota-reserved',
} as const satisfies Record<Share['effect'], OutcomeReason>
