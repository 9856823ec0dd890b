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

/** Invited by the organizer, or come by the public call. */
export const CHANNELS = ['invited', 'public'] as const
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
export function funnelBy<Key extends string | null>(
  groups: Iterable<FunnelGroup>,
  keyOf: (group: FunnelGroup) => Key,
): { key: Key; counts: StageCounts }[] {
  const sorted = new Map<Key, FunnelGroup[]>()
  for (const group of groups) {
    const key = keyOf(group)
    const same = sorted.get(key)
    if (same) same.push(group)
    else sorted.set(key, [group])
  }
  return [...sorted].map(([key, same]) => ({ key, counts: funnelTotal(same) }))
}

function emptyCounts(): StageCounts {
  // Every stage is a key of the result, which is what the type says.
  return Object.fromEntries(STAGES.map(stage => [stage, 0])) as StageCounts
}
