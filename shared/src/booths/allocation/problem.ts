import type { z } from 'zod'
import { AllocationInstanceSchema, type Id, type ReadInstance } from './instance.ts'

/** A booth on the grid; everything else speaks of booths, blocks and exhibitors by their place in the lists. */
export interface Booth {
  id: Id
  hall: number
  block: number
  zone: number
  x: number
  y: number
  isCorner: boolean
  gateMetres: number
  hasPower: boolean
  hasWater: boolean
  isHeavy: boolean
  isBlocked: boolean
}

export interface Exhibitor {
  id: Id
  size: number
  needsPower: boolean
  needsWater: boolean
  needsHeavy: boolean
  wantsCorner: boolean
  wantsEntrance: boolean
  points: number
  score: number
  isPaid: boolean
  givenWeight: number | null
  /** Booths, best first. */
  wishes: number[]
  lastBooths: number[]
  /** Booths fixed by hand, ascending. */
  pin: number[] | null
  tierOfZone: ReadonlyMap<number, number>
  /** Booths held today, and what staying is worth. */
  stay: number[] | null
  stayBonus: number
}

export interface Problem {
  booths: Booth[]
  boothsOfBlock: number[][]
  /** The blocks with booths of a zone. A bundle lies in the zone of its first booth. */
  blocksOfZone: number[][]
  exhibitors: Exhibitor[]
  /** Groups that must be more than `separation` cells apart (Chebyshev, same hall). */
  rivals: number[][]
  partners: [number, number][]
  separation: number
  farthestGate: number
}

/** What is wrong with an instance, in one line of English for the person at the terminal or in the log. */
export class InstanceFault extends Error {}

/** Reads and checks an instance. Throws `InstanceFault` with the first thing wrong. Which order rows come in is no matter. */
export function readProblem(content: unknown): Problem {
  const parsed = AllocationInstanceSchema.safeParse(content)
  if (!parsed.success) throw new InstanceFault(faultOf(parsed.error))
  const instance = parsed.data
  const index = {
    zone: indexOf(
      'zone',
      instance.zones.map((_, at) => ({ id: at })),
    ),
    block: indexOf('block', instance.blocks),
    booth: indexOf('booth', instance.booths),
    exhibitor: indexOf('exhibitor', instance.exhibitors),
  }
  const blocks = [...instance.blocks.keys()]
  const booths = readBooths(instance, index.block, index.zone)
  const exhibitors = instance.exhibitors.map(row => readExhibitor(row, index.booth, index.zone))
  refuseSharedPins(exhibitors, booths)
  const rivals = instance.competitors.map(group => [
    ...new Set(group.map(id => index.exhibitor(id, 'a group of rivals'))),
  ])
  const partners = instance.partners.map(([a, b]): [number, number] => {
    if (a === b) throw new InstanceFault(`exhibitor ${a} is its own partner`)
    return [index.exhibitor(a, 'a pair of partners'), index.exhibitor(b, 'a pair of partners')]
  })
  const boothsOfBlock = blocks.map((): number[] => [])
  for (const [at, booth] of booths.entries()) boothsOfBlock[booth.block]?.push(at)
  const blocksOfZone = instance.zones.map((_, zone) =>
    blocks.filter(block => boothsOfBlock[block]?.some(at => booths[at]?.zone === zone)),
  )
  const farthestGate = booths.reduce((most, booth) => Math.max(most, booth.gateMetres), 0)
  const separation = instance.sep
  return { booths, boothsOfBlock, blocksOfZone, exhibitors, rivals, partners, separation, farthestGate }
}

type Find = (id: Id, where: string) => number

function indexOf(what: string, rows: readonly { id: Id }[]): Find {
  const places = new Map<Id, number>()
  for (const [at, { id }] of rows.entries()) {
    if (places.has(id)) throw new InstanceFault(`${what} ${id} is there twice`)
    places.set(id, at)
  }
  return (id, where) => {
    const at = places.get(id)
    if (at === undefined) throw new InstanceFault(`${where} names ${what} ${id}, which does not exist`)
    return at
  }
}

function readBooths(instance: ReadInstance, block: Find, zone: Find): Booth[] {
  const halls = new Map<Id, number>()
  return instance.booths.map(row => {
    if (!halls.has(row.hall)) halls.set(row.hall, halls.size)
    return {
      id: row.id,
      hall: halls.get(row.hall) ?? 0,
      block: block(row.block, `booth ${row.id}`),
      zone: zone(row.zone, `booth ${row.id}`),
      x: row.x,
      y: row.y,
      isCorner: row.open >= 2,
      gateMetres: row.ent,
      hasPower: row.power,
      hasWater: row.water,
      isHeavy: row.heavy,
      isBlocked: row.blocked,
    }
  })
}

function readExhibitor(row: ReadInstance['exhibitors'][number], booth: Find, zone: Find): Exhibitor {
  const where = `exhibitor ${row.id}`
  const all = (ids: readonly Id[]) => ids.map(id => booth(id, where))
  const ascending = (ids: readonly Id[]) => all(ids).toSorted((a, b) => a - b)
  // Where a zone is named twice, the first mention holds.
  const tiers = row.zones.toReversed().map(([id, tier]): [number, number] => [zone(id, where), tier])
  return {
    id: row.id,
    size: row.size,
    needsPower: row.power,
    needsWater: row.water,
    needsHeavy: row.heavy,
    wantsCorner: row.wantCorner,
    wantsEntrance: row.wantEntrance,
    points: row.points,
    score: row.score,
    isPaid: row.paid,
    givenWeight: row.w ?? null,
    wishes: all(row.prefs),
    lastBooths: all(row.last),
    pin: row.pin ? ascending(row.pin) : null,
    tierOfZone: new Map(tiers),
    stay: row.stay ? ascending(row.stay) : null,
    stayBonus: row.stayBonus ?? 0,
  }
}

function refuseSharedPins(exhibitors: readonly Exhibitor[], booths: readonly Booth[]): void {
  const owner = new Map<number, Id>()
  for (const { id, pin } of exhibitors) {
    for (const booth of pin ?? []) {
      const other = owner.get(booth)
      const name = booths[booth]?.id
      if (other === id) throw new InstanceFault(`exhibitor ${id} is pinned to booth ${name} twice`)
      if (other !== undefined)
        throw new InstanceFault(`booth ${name} is pinned to exhibitors ${other} and ${id}`)
      owner.set(booth, id)
    }
  }
}

function faultOf(error: z.ZodError): string {
  const issue = error.issues[0]
  const path = issue?.path.map(String).join('.') ?? ''
  return `${path === '' ? 'the instance' : path}: ${issue?.message ?? 'unreadable'}`
}
