import { addDays, daysBetween, type IsoDate } from '../platform/dates.ts'

/**
 * How far the establishments of a fair got. Every stage counts establishments, each on a fact of its own: who never
 * opened the link in the mail but applied by the public call is `started` without being `visited`.
 */
export const STAGES = [
  'invited',
  'visited',
  'started',
  'submitted',
  'complete',
  'selected',
  'booth',
  'contract',
  'badges',
  'attended',
  'deals',
] as const

export type Stage = (typeof STAGES)[number]
export type StageCounts = Record<Stage, number>

/** How an establishment came: by a campaign, invited by hand or on the phone; without an invitation, by the public call. */
export const CHANNELS = ['campaign', 'officer', 'phone', 'public', 'entered'] as const
export type Channel = (typeof CHANNELS)[number]

/** Establishments that share province, sector and channel, counted by stage. */
export interface FunnelGroup {
  provinceKey: string
  sectorCode: string | null
  channel: Channel
  counts: StageCounts
}

/** The stages of all groups together. */
export function funnelTotal(groups: Iterable<FunnelGroup>): StageCounts {
  const total = emptyCounts()
  for (const { counts } of groups) for (const stage of STAGES) total[stage] += counts[stage]
  return total
}

/** The stages by one property of the groups, in the order in which its values first appear. */
export const funnelBy = <Key extends string | null>(
  groups: Iterable<FunnelGroup>,
  keyOf: (group: FunnelGroup) => Key,
): { key: Key; counts: StageCounts }[] => groupedBy(groups, keyOf, funnelTotal)

function groupedBy<Group, Key, Counts>(
  groups: Iterable<Group>,
  keyOf: (group: Group) => Key,
  countsOf: (same: Group[]) => Counts,
): { key: Key; counts: Counts }[] {
  const sorted = new Map<Key, Group[]>()
  for (const group of groups) {
    const key = keyOf(group)
    const same = sorted.get(key)
    if (same) same.push(group)
    else sorted.set(key, [group])
  }
  return [...sorted].map(([key, same]) => ({ key, counts: countsOf(same) }))
}

function emptyCounts(): StageCounts {
  // Every stage is a key of the result, which is what the type says.
  return Object.fromEntries(STAGES.map(stage => [stage, 0])) as StageCounts
}

/**
 * The road of recruitment. Whoever got to a step has passed all before it: who applied by the public call counts as
 * asked and as having looked, so that each step is a part of the one before and the losses can be read off.
 */
export const ROAD = [
  'invited',
  'visited',
  'started',
  'submitted',
  'complete',
  'selected',
  'contract',
] as const satisfies readonly Stage[]

export type RoadStep = (typeof ROAD)[number]
export type RoadCounts = Record<RoadStep, number>

/** Steps whose day is known. */
export const TIMED_STEPS = ['invited', 'visited', 'started', 'submitted', 'contract'] as const
export type TimedStep = (typeof TIMED_STEPS)[number]

/** So many establishments that share province, sector and channel and have the same step as their farthest. */
export interface RoadGroup {
  provinceKey: string
  sectorCode: string | null
  channel: Channel
  farthest: RoadStep
  count: number
}

/** How many got to each step. */
export function roadTotal(groups: Iterable<RoadGroup>): RoadCounts {
  // Every step is a key of the result, which is what the type says.
  const total = Object.fromEntries(ROAD.map(step => [step, 0])) as RoadCounts
  for (const { farthest, count } of groups) {
    for (const step of ROAD.slice(0, ROAD.indexOf(farthest) + 1)) total[step] += count
  }
  return total
}

/** The road by one property of the groups, in the order in which its values first appear. */
export const roadBy = <Key extends string | null>(
  groups: Iterable<RoadGroup>,
  keyOf: (group: RoadGroup) => Key,
): { key: Key; counts: RoadCounts }[] => groupedBy(groups, keyOf, roadTotal)

/** How many got to a step on a day. */
export interface RoadMoment {
  step: TimedStep
  day: IsoDate
  count: number
}

export type Period = 'day' | 'week'

/** A day, or a week from Monday to Sunday. */
export interface PeriodCounts {
  from: IsoDate
  to: IsoDate
  counts: Record<TimedStep, number>
}

/** Days or weeks from the first moment to the last without a gap, also those in which nothing happened. */
export function roadOverTime(moments: readonly RoadMoment[], period: Period): PeriodCounts[] {
  const [first, ...rest] = moments.map(moment => moment.day).toSorted()
  if (first === undefined) return []
  const length = period === 'day' ? 1 : 7
  const start = period === 'day' ? first : mondayOf(first)
  const periods = Math.floor(daysBetween(start, rest.at(-1) ?? first) / length) + 1
  const rows = Array.from({ length: periods }, (_, nth) => {
    const from = addDays(start, nth * length)
    const counts = { invited: 0, visited: 0, started: 0, submitted: 0, contract: 0 }
    return { from, to: addDays(from, length - 1), counts }
  })
  for (const { step, day, count } of moments) {
    const row = rows[Math.floor(daysBetween(start, day) / length)]
    if (row) row.counts[step] += count
  }
  return rows
}

/** 5 January 1970 was a Monday. */
const mondayOf = (day: IsoDate) => addDays(day, -(((daysBetween('1970-01-05', day) % 7) + 7) % 7))
