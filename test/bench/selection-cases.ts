import { groupKey, type Quota } from '@hoicho/shared/selection/quotas.ts'
import { type RankRequest, rankWithQuotas, usualTieBreak } from '@hoicho/shared/selection/rank.ts'
import type { Case } from './measure.ts'

/** Ranking with quotas at the size of a large fair and of twenty, each beside a sort of as many means. */
export function selectionCases(): Case[] {
  return [500, 10_000].map(count => {
    const request = requestOf(count)
    const means = Array.from({ length: count }, (_, at) => numberOf(at, 10_000) / 100)
    return {
      name: `rank ${count} applications (7 criteria, 5 of 30 reviewers, 12 quotas)`,
      floor: 'a sort of as many means',
      run: async () => rankWithQuotas(request),
      runFloor: async () => means.toSorted((a, b) => b - a),
    }
  })
}

const WEIGHTS = [20, 20, 15, 15, 10, 10, 10]
const SECTORS = ['food', 'wood', 'textile', 'handicraft']

/** The same made-up fair each time: a quarter of the applications get a place. */
function requestOf(count: number): RankRequest {
  const criteria = WEIGHTS.map((maxPoints, at) => ({ code: `c${at}`, maxPoints }))
  const applications = Array.from({ length: count }, (_, at) => ({
    id: `application-${at}`,
    priority: [],
    isHeld: false,
    groups: groupsOf(at),
    sheets: Array.from({ length: 5 }, (__, sheet) => ({
      reviewerId: `reviewer-${(at + sheet * 7) % 30}`,
      points: Object.fromEntries(
        WEIGHTS.map((most, criterion) => [
          `c${criterion}`,
          numberOf(at * 35 + sheet * 7 + criterion, most + 1),
        ]),
      ),
    })),
  }))
  const quota = Math.floor(count / 4)
  const tieBreak = usualTieBreak(criteria)
  const seed = 'bench'
  const common = { applications, criteria, quota, passMark: 30, waitingPlaces: null, seed, tieBreak }
  return { ...common, quotas: quotasOf(quota), isNormalised: true }
}

function groupsOf(at: number): string[] {
  const province = numberOf(at * 3 + 1, 63)
  return [
    groupKey('province', `gso-63:${province}`),
    groupKey('region', province < 25 ? 'north' : province < 44 ? 'centre' : 'south'),
    groupKey('sector', SECTORS[numberOf(at * 3 + 2, SECTORS.length)] ?? 'food'),
    ...(numberOf(at * 3 + 3, 5) === 0 ? [groupKey('newcomer', '')] : []),
  ]
}

/** Floors above what rank alone would give, and ceilings below it. */
function quotasOf(places: number): Quota[] {
  const share = (of: number) => Math.floor(places * of)
  return [
    { by: 'region', value: 'north', floor: share(0.2), ceiling: share(0.35) },
    { by: 'region', value: 'centre', floor: share(0.35), ceiling: null },
    { by: 'newcomer', value: '', floor: share(0.3), ceiling: null },
    ...SECTORS.map((value): Quota => ({ by: 'sector', value, floor: share(0.2), ceiling: share(0.3) })),
    ...[1, 30, 45, 50, 60].map((code): Quota => {
      return { by: 'province', value: `gso-63:${code}`, floor: 2, ceiling: share(0.03) }
    }),
  ]
}

/** A number below `most` that looks like chance and is the same each time: the mixing step of SplitMix32. */
function numberOf(at: number, most: number): number {
  const mixed = Math.imul(at ^ (at >>> 16) ^ 0x9e3779b9, 0x85ebca6b)
  return ((mixed ^ (mixed >>> 13)) >>> 0) % most
}
