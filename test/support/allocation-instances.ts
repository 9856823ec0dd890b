import type { AllocationInstance } from '@hoicho/shared/booths/allocation/instance.ts'
import { type Random, randomFrom } from '@hoicho/shared/booths/allocation/random.ts'

export interface FairPlan {
  seed: number
  exhibitors: number
  booths: number
  /** Booths wanted for each booth there is. */
  demand: number
  /** Shares of the exhibitors. */
  rivals?: number
  partners?: number
  pins?: number
  /** Bonus for staying; given, most exhibitors stand somewhere today. */
  stayBonus?: number
  /** Share of cells that a column or a door takes out of the blocks, which makes them any shape. */
  holes?: number
  separation?: number
}

type Booth = AllocationInstance['booths'][number]
type Exhibitor = AllocationInstance['exhibitors'][number]
type Zone = { kind: string; key: number }

/**
 * A made-up fair in the format of docs/ALLOCATION.md: halls with islands of 8 × 2 and wall rows, a zone per sector and for some
 * provinces, general zones along the walls, sizes mostly 1, wishes crowded on the corners of the own zone and on the booths
 * of last year. The same plan gives the same fair.
 */
export function madeUpFair(plan: FairPlan): AllocationInstance {
  const random = randomFrom(plan.seed)
  const { blocks, booths, zones } = hallsOf(plan, random)
  const exhibitors = exhibitorsOf(plan, booths, zones, random)
  const groups = groupsOf(exhibitors.length, plan.rivals ?? 0.11, random, () => 2 + draw(random, 2))
  const competitors = groups.filter(group => group.length > 1)
  const partners = groupsOf(exhibitors.length, plan.partners ?? 0.07, random, () => 2)
    .filter(pair => pair.length === 2)
    .map(([a, b]): [number, number] => [a ?? 0, b ?? 0])
  pinSome(plan, exhibitors, booths, new Set(competitors.flat()), random)
  const sep = plan.separation ?? 2
  return {
    format: 'booth-alloc-1',
    name: `seed ${plan.seed}`,
    sep,
    zones,
    blocks,
    booths,
    exhibitors,
    competitors,
    partners,
  }
}

const draw = (random: Random, below: number): number => Math.floor(random() * below)
const chance = (random: Random, share: number): boolean => random() < share
const pick = <T>(random: Random, from: readonly T[]): T | undefined => from[draw(random, from.length)]

const WIDTH = 32
const DEPTH = 26

function hallsOf(plan: FairPlan, random: Random) {
  const isSmall = plan.booths < 100
  const sectors = Math.max(1, Math.round(plan.exhibitors / 80))
  const provinces = Math.round(sectors / 4)
  const halls = Math.ceil(plan.booths / 420)
  const zones: Zone[] = [
    ...Array.from({ length: provinces }, (_, key) => ({ kind: 'province', key })),
    ...Array.from({ length: sectors }, (_, key) => ({ kind: 'sector', key })),
    ...Array.from({ length: halls }, (_, key) => ({ kind: 'general', key })),
  ]
  const blocks: AllocationInstance['blocks'] = []
  const booths: Booth[] = []
  let place = 0
  for (let hall = 0; booths.length < plan.booths; hall++) {
    for (const { cells, isWall } of isSmall ? smallBlocks() : blocksOf()) {
      const left = plan.booths - booths.length
      const kept = cells.filter(() => !chance(random, plan.holes ?? 0)).slice(0, left)
      if (kept.length === 0) continue
      const zone = isWall
        ? provinces + sectors + (hall % halls)
        : Math.floor(place++ / (isSmall ? 1 : 3)) % (provinces + sectors)
      const block = blocks.push({ id: blocks.length }) - 1
      booths.push(...boothsOf(kept, { hall, block, zone }, booths.length, random))
    }
  }
  return { blocks, booths, zones }
}

/** Islands of 3 × 2 and wall rows of 4 by turns: a hall for some dozens of booths. */
function smallBlocks(): { cells: [number, number][]; isWall: boolean }[] {
  return Array.from({ length: 12 }, (_, n) => {
    const isWall = n % 3 === 2
    return {
      cells: isWall ? rectangle(1 + n * 2, 0, 4, 1) : rectangle(1 + n * 2, 3 * (1 + (n % 3)), 3, 2),
      isWall,
    }
  })
}

/** Seven columns of three islands, and the walls in pieces of at most 14. */
function blocksOf(): { cells: [number, number][]; isWall: boolean }[] {
  const islands = Array.from({ length: 21 }, (_, n) => {
    const [left, top] = [3 + (n % 3) * 9, 3 + Math.floor(n / 3) * 3]
    return { cells: rectangle(left, top, 8, 2), isWall: false }
  })
  const walls = [0, DEPTH - 1].flatMap(y => [rectangle(1, y, 14, 1), rectangle(17, y, 14, 1)])
  return [...islands, ...walls.map(cells => ({ cells, isWall: true }))]
}

function rectangle(left: number, top: number, width: number, depth: number): [number, number][] {
  return Array.from({ length: width * depth }, (_, n) => [left + (n % width), top + Math.floor(n / width)])
}

function boothsOf(
  cells: readonly [number, number][],
  place: { hall: number; block: number; zone: number },
  first: number,
  random: Random,
): Booth[] {
  const [power, water, heavy] = [chance(random, 0.58), chance(random, 0.46), chance(random, 0.34)]
  const taken = new Set(cells.map(([x, y]) => x * 100 + y))
  return cells.map(([x, y], n) => {
    const open = [x * 100 + y - 1, x * 100 + y + 1, x * 100 + y - 100, x * 100 + y + 100].filter(
      at => !taken.has(at),
    )
    const ent = 3 * Math.min(Math.abs(x - WIDTH / 2) + DEPTH - y, Math.abs(x - WIDTH / 2) + y)
    return { id: first + n, ...place, x, y, open: open.length, ent, power, water, heavy }
  })
}

function exhibitorsOf(
  plan: FairPlan,
  booths: readonly Booth[],
  zones: readonly Zone[],
  random: Random,
): Exhibitor[] {
  const sectors = zones.flatMap((zone, at) => (zone.kind === 'sector' ? [at] : []))
  const provinces = zones.flatMap((zone, at) => (zone.kind === 'province' ? [at] : []))
  const general = zones.flatMap((zone, at) => (zone.kind === 'general' ? [at] : []))
  const inZone = zones.map((_, zone) => booths.filter(booth => booth.zone === zone))
  const sizes = sizesOf(plan, random)
  return sizes.map((size, id) => {
    const own = pick(random, chance(random, 0.12) ? provinces : sectors) ?? 0
    const allowed: [number, number][] = [[own, 0]]
    if (!provinces.includes(own)) allowed.push([pick(random, general) ?? 0, 1])
    const sister = pick(random, sectors) ?? 0
    if (sister !== own && chance(random, 0.5)) allowed.push([sister, 2])
    const near = allowed.flatMap(([zone]) => inZone[zone] ?? [])
    const wanted = near.toSorted((a, b) => b.open - a.open || a.ent - b.ent).slice(0, 30)
    const prefs = Array.from({ length: draw(random, 6) }, () =>
      chance(random, 0.6) ? pick(random, wanted) : pick(random, near),
    )
    const last = chance(random, 0.45) ? pick(random, near) : undefined
    return {
      id,
      size,
      power: chance(random, 0.28),
      water: chance(random, 0.17),
      heavy: chance(random, 0.06),
      wantCorner: chance(random, 0.21),
      wantEntrance: chance(random, 0.1),
      points: Math.floor(60 * random() ** 3),
      score: 40 + draw(random, 60),
      paid: chance(random, 0.69),
      prefs: [...new Set(prefs.flatMap(booth => booth?.id ?? []))],
      last: last ? [last.id] : null,
      pin: null,
      zones: allowed,
      ...(plan.stayBonus !== undefined && last ? { stay: [last.id], stayBonus: plan.stayBonus } : {}),
    }
  })
}

/** As many sizes as exhibitors, larger where the demand asks for it. */
function sizesOf(plan: FairPlan, random: Random): number[] {
  const sizes = Array.from({ length: plan.exhibitors }, () => 1)
  let left = Math.round(plan.demand * plan.booths) - plan.exhibitors
  const larger = [2, 2, 2, 2, 2, 2, 3, 3, 4, 4, 6, 8]
  for (let n = 0; left > 0 && n < 20 * plan.exhibitors; n++) {
    const at = draw(random, sizes.length)
    const size = pick(random, larger) ?? 2
    if (sizes[at] !== 1 || size - 1 > left) continue
    sizes[at] = size
    left -= size - 1
  }
  return sizes
}

/** Groups of exhibitors that share nobody. */
function groupsOf(count: number, share: number, random: Random, size: () => number): number[][] {
  const members = Array.from({ length: count }, (_, at) => ({ at, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, Math.round(count * share))
    .map(({ at }) => at)
  const groups: number[][] = []
  while (members.length > 0) groups.push(members.splice(0, size()))
  return groups
}

/** Fixes some exhibitors of one booth on a booth of their zone; never rivals, who might be too near each other. */
function pinSome(
  plan: FairPlan,
  exhibitors: Exhibitor[],
  booths: readonly Booth[],
  rivals: ReadonlySet<number>,
  random: Random,
): void {
  const taken = new Set<number>()
  for (const [at, exhibitor] of exhibitors.entries()) {
    if (exhibitor.size !== 1 || rivals.has(at) || !chance(random, plan.pins ?? 0.035)) continue
    const own = exhibitor.zones?.[0]?.[0]
    const free = booths.filter(booth => booth.zone === own && !taken.has(Number(booth.id)))
    const booth = pick(random, free)
    if (!booth) continue
    taken.add(Number(booth.id))
    exhibitor.pin = [booth.id]
  }
}
