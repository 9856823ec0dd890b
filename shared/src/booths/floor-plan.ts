import {
  areaCm2,
  boundsOf,
  distanceTo,
  doBoundsOverlap,
  type Edge,
  edgesOf,
  hasPoint,
  indexOf,
  isSimple,
  lengthOf,
  type Outline,
  outlineOf,
  type Point,
  type Shape,
  sharedAreaCm2,
} from './geometry.ts'

export interface PlacedBooth extends Shape {
  number: string
  /** Of a stand shared by several: the parts lie inside it. */
  id?: string
  parentId?: string | null
}

export interface HallSize {
  widthCm: number
  depthCm: number
  outline?: Outline | null
}

export type PlanFault =
  | { code: 'outside-hall'; booth: string }
  | { code: 'bad-outline'; booth: string }
  | { code: 'overlap'; booth: string; other: string }
  | { code: 'outside-stand'; booth: string; other: string }
  | { code: 'number-twice'; booth: string }

/**
 * What makes a hall's plan impossible: booths that stick out of the hall or of the stand they are part of, cover each
 * other or carry the same number. Walls may touch. Each pair is named once, in the order of the list.
 */
export function planFaults(hall: HallSize, booths: readonly PlacedBooth[]): PlanFault[] {
  const outside = booths.flatMap((booth): PlanFault[] => {
    if (booth.outline && !isSimple(booth.outline)) return [{ code: 'bad-outline', booth: booth.number }]
    return isInside(hall, booth) ? [] : [{ code: 'outside-hall', booth: booth.number }]
  })
  return [...outside, ...overlaps(booths), ...outsideStand(booths), ...numbersTwice(booths)]
}

export function isInside(hall: HallSize, shape: Shape): boolean {
  const isInBounds =
    shape.xCm >= 0 &&
    shape.yCm >= 0 &&
    shape.xCm + shape.widthCm <= hall.widthCm &&
    shape.yCm + shape.depthCm <= hall.depthCm
  return isInBounds && (!hall.outline || contains(hall.outline, shape))
}

/** True when two shapes share more floor than the rounding of slanted walls to centimetres can explain. */
export function doOverlap(a: Shape, b: Shape): boolean {
  if (!doBoundsOverlap(a, b)) return false
  if (!a.outline && !b.outline) return true
  return sharedAreaCm2(a, b) > Math.min(perimeterOf(a), perimeterOf(b)) / 2
}

/**
 * How many sides of a booth lie open to an aisle, 1 to 4: a row booth has 1, a corner 2, a head 3, an island 4.
 * A booth has four sides whatever its outline: each edge counts to the one it faces most. A side is closed when other
 * booths or the hall's wall stand along at least half of it. A booth closed in all round counts 1: it must be entered
 * somewhere.
 */
export function openSides(hall: HallSize, booth: Shape, others: readonly Shape[]): number {
  const walls = [...others.flatMap(other => edgesOf(outlineOf(other))), ...wallsOf(hall)]
  const edges = edgesOf(outlineOf(booth))
  const upright = uprightOf(edges)
  const sides = [0, 1, 2, 3].map(() => ({ length: 0, covered: 0 }))
  for (const edge of edges) {
    const side = sides[sideOf(edge, upright)]
    if (!side) continue
    const length = lengthOf(edge)
    const covered = walls.reduce((sum, wall) => sum + touching(edge, wall), 0)
    side.length += length
    side.covered += Math.min(length, covered)
  }
  return Math.max(1, sides.filter(side => side.length > 0 && side.covered * 2 < side.length).length)
}

/** The open sides of every booth of a hall, by its place in the list. The parts of a shared stand close each other in. */
export function openSidesOfAll(
  hall: HallSize,
  booths: readonly (Shape & { id?: string; parentId?: string | null })[],
): number[] {
  const near = indexOf(booths)
  return booths.map((booth, at) => {
    const others = near(booth, TOUCH_CM).flatMap(i => {
      const other = booths[i]
      return !other || i === at || isPartOf(other, booth) || isPartOf(booth, other) ? [] : [other]
    })
    return openSides(hall, booth, others)
  })
}

/** Metres from a booth's nearest point to the nearest gate, one decimal; null where the hall has none. */
export function metresToGate(booth: Shape, gates: readonly Shape[]): number | null {
  if (gates.length === 0) return null
  const corners = outlineOf(booth)
  const ways = gates.flatMap(gate => [
    ...corners.map(point => distanceTo(point, gate)),
    ...outlineOf(gate).map(point => distanceTo(point, booth)),
  ])
  return Math.round(Math.min(...ways) / 10) / 10
}

/** Whether all of a shape lies on the floor an outline encloses, a slanted wall's rounding allowed. */
export function contains(outline: Outline, shape: Shape): boolean {
  const bounds = boundsOf(outline)
  if (!outlineOf(shape).every(point => hasPoint(outline, point, SLACK_CM))) return false
  const shared = sharedAreaCm2(shape, { ...bounds, outline })
  return areaCm2(shape) - shared <= perimeterOf(shape) * SLACK_CM
}

/** Walls closer than this touch: nobody walks through. */
export const TOUCH_CM = 5
const SLACK_CM = 2

const perimeterOf = (shape: Shape): number =>
  edgesOf(outlineOf(shape)).reduce((sum, edge) => sum + lengthOf(edge), 0)

export const wallsOf = (hall: HallSize): Edge[] => edgesOf(outlineOf({ xCm: 0, yCm: 0, ...hall }))

const isPartOf = (part: { parentId?: string | null }, whole: { id?: string }): boolean =>
  Boolean(part.parentId) && part.parentId === whole.id

/** The direction of the longest edge: what the four sides are counted from. */
function uprightOf(edges: readonly Edge[]): number {
  const longest = edges.reduce((best, edge) => (lengthOf(edge) > lengthOf(best) + 1 ? edge : best))
  return angleOf(longest)
}

const angleOf = ([[x1, y1], [x2, y2]]: Edge): number => Math.atan2(y2 - y1, x2 - x1)

const sideOf = (edge: Edge, upright: number): number => {
  const quarters = Math.round((angleOf(edge) - upright) / (Math.PI / 2))
  return ((quarters % 4) + 4) % 4
}

/** How many centimetres of an edge another lies along, near enough to touch. */
export function touching(edge: Edge, other: Edge): number {
  const facing = facingOf(edge, other)
  return facing && Math.abs(facing.gapCm) <= TOUCH_CM ? facing.sharedCm : 0
}

/**
 * Where two edges run side by side: how far apart, in front of the first where positive, and over what length.
 * Undefined when they are not parallel within 5°.
 */
export function facingOf(edge: Edge, other: Edge): { gapCm: number; sharedCm: number } | undefined {
  const [[x, y], to] = edge
  const length = lengthOf(edge)
  if (length === 0) return undefined
  const [ux, uy] = [(to[0] - x) / length, (to[1] - y) / length]
  const otherLength = lengthOf(other)
  const across = Math.abs(((other[1][0] - other[0][0]) * uy - (other[1][1] - other[0][1]) * ux) / otherLength)
  if (otherLength === 0 || across > PARALLEL) return undefined
  const along = ([px, py]: Point) => (px - x) * ux + (py - y) * uy
  // Outlines go clockwise on the screen: the outside is to the left of the way.
  const away = ([px, py]: Point) => (px - x) * uy - (py - y) * ux
  const [from, until] = [along(other[0]), along(other[1])].sort((a, b) => a - b)
  const sharedCm = Math.min(length, until ?? 0) - Math.max(0, from ?? 0)
  return { gapCm: (away(other[0]) + away(other[1])) / 2, sharedCm: Math.max(0, sharedCm) }
}

const PARALLEL = Math.sin((5 * Math.PI) / 180)

function overlaps(booths: readonly PlacedBooth[]): PlanFault[] {
  const near = indexOf(booths)
  return booths.flatMap((booth, at) =>
    near(booth)
      .filter(i => i > at)
      .sort((a, b) => a - b)
      .flatMap((i): PlanFault[] => {
        const other = booths[i]
        if (!other || isPartOf(other, booth) || isPartOf(booth, other) || !doOverlap(booth, other)) return []
        return [{ code: 'overlap', booth: booth.number, other: other.number }]
      }),
  )
}

function outsideStand(booths: readonly PlacedBooth[]): PlanFault[] {
  const byId = new Map(booths.map(booth => [booth.id, booth]))
  return booths.flatMap((booth): PlanFault[] => {
    if (!booth.parentId) return []
    const stand = byId.get(booth.parentId)
    if (stand && contains(outlineOf(stand), booth)) return []
    return [{ code: 'outside-stand', booth: booth.number, other: stand?.number ?? '' }]
  })
}

function numbersTwice(booths: readonly PlacedBooth[]): PlanFault[] {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const { number } of booths) {
    if (seen.has(number)) twice.add(number)
    seen.add(number)
  }
  return [...twice].map(booth => ({ code: 'number-twice', booth }))
}

export type { Rect } from './geometry.ts'
