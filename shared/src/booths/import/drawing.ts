import {
  areaCm2,
  boundsOf,
  hasPoint,
  isSimple,
  type Outline,
  type Point,
  type Shape,
  shapeOf,
} from '../geometry.ts'
import { boothNumber } from '../stand-code.ts'

/**
 * What a plan file draws, whatever its format: closed outlines and words, in centimetres with y growing downwards. Points
 * may lie between centimetres and anywhere on the plane; `layer` is the file's own name for a group.
 */
export interface Drawing {
  outlines: { points: Outline; layer: string }[]
  words: { text: string; at: Point; layer: string }[]
}

export interface FoundBooth extends Shape {
  number: string
  layer: string
}

export type DrawingNote =
  /** A booth-sized outline with no number in it. */
  | { code: 'no-number'; at: Point; layer: string }
  /** A number that stands in no outline. */
  | { code: 'no-outline'; number: string; at: Point }
  /** Several numbers in one outline: the first is taken. */
  | { code: 'several-numbers'; number: string; others: string[] }
  /** One number in several outlines: the first is taken. */
  | { code: 'number-twice'; number: string }
  /** Edges that cross: no floor can be made of it. */
  | { code: 'bad-outline'; number: string }

export interface ReadPlan {
  /** The floor everything stands on, from its own upper left corner. */
  hall: { widthCm: number; depthCm: number; outline: Outline | null }
  booths: FoundBooth[]
  /** Outlines too large or too small to be a booth, by layer: zones, aisles, columns, for a person to say. */
  others: (Shape & { layer: string; name: string })[]
  notes: DrawingNote[]
}

/** What can be a booth: from a counter of one square metre to a pavilion. */
const LEAST_BOOTH_CM2 = 10_000
const MOST_BOOTH_CM2 = 20_000_000
const MARGIN_CM = 300

/**
 * Reads booths out of a drawing: every closed outline with a booth number in it, the innermost where outlines lie in one
 * another. An outline around all of them is the hall; without one the hall is what they take and three metres around.
 * Nothing is guessed away: what does not fit comes back as a note.
 */
export function readDrawing(drawing: Drawing): ReadPlan {
  const clean = drawing.outlines
    .map(({ points, layer }) => ({ layer, points: tidied(points) }))
    .filter(({ points }) => points.length >= 3)
  const rings = once(clean)
    .map(ring => ({ ...ring, area: areaOf(ring.points) }))
    .filter(ring => ring.area > 0)
    .sort((a, b) => a.area - b.area)
  const hall = hallAmong(rings)
  const inside = rings.filter(ring => ring !== hall)
  const owned = numbersIn(inside, numbersOf(drawing))
  const origin = originOf(
    hall?.points,
    inside.map(ring => ring.points),
  )
  const shifted = (points: Outline) => rounded(points.map(([x, y]): Point => [x - origin[0], y - origin[1]]))
  return assemble(inside, owned, hall && shifted(hall.points), shifted)
}

interface Ring {
  points: Outline
  layer: string
  area: number
}

interface Owned {
  numbers: Map<Ring, string[]>
  homeless: { number: string; at: Point }[]
}

function assemble(
  rings: readonly Ring[],
  owned: Owned,
  hall: Outline | undefined,
  shifted: (points: Outline) => Outline,
): ReadPlan {
  const booths: FoundBooth[] = []
  const notes: DrawingNote[] = []
  const others: ReadPlan['others'] = []
  const seen = new Set<string>()
  for (const ring of rings) {
    const points = shifted(ring.points)
    const shape = { ...shapeOf(points), layer: ring.layer }
    const [number, ...more] = owned.numbers.get(ring) ?? []
    if (number === undefined) {
      if (isBoothSized(ring)) notes.push({ code: 'no-number', at: middle(points), layer: ring.layer })
      others.push({ ...shape, name: '' })
      continue
    }
    if (more.length > 0) notes.push({ code: 'several-numbers', number, others: more })
    if (seen.has(number)) notes.push({ code: 'number-twice', number })
    else if (isSimple(points)) booths.push({ ...shape, number })
    else notes.push({ code: 'bad-outline', number })
    seen.add(number)
  }
  for (const { number, at } of owned.homeless) {
    const [[x, y] = [0, 0]] = shifted([at])
    notes.push({ code: 'no-outline', number, at: [x, y] })
  }
  return { hall: hallOf(hall, [...booths, ...others]), booths, others, notes }
}

function hallOf(outline: Outline | undefined, shapes: readonly Shape[]): ReadPlan['hall'] {
  if (outline) {
    const { widthCm, depthCm, outline: kept } = shapeOf(outline)
    return { widthCm, depthCm, outline: kept ?? null }
  }
  const right = Math.max(0, ...shapes.map(shape => shape.xCm + shape.widthCm))
  const bottom = Math.max(0, ...shapes.map(shape => shape.yCm + shape.depthCm))
  return { widthCm: right + MARGIN_CM, depthCm: bottom + MARGIN_CM, outline: null }
}

const isBoothSized = (ring: Ring) => ring.area >= LEAST_BOOTH_CM2 && ring.area <= MOST_BOOTH_CM2

/** The words that read as booth numbers. */
function numbersOf({ words }: Drawing) {
  return words.flatMap(({ text, at }) => {
    const read = boothNumber().safeParse(text)
    return read.success ? [{ number: read.data, at }] : []
  })
}

/** Each number with the innermost booth-sized outline around it. Rings come smallest first. */
function numbersIn(rings: readonly Ring[], numbers: readonly { number: string; at: Point }[]): Owned {
  const possible = rings.filter(isBoothSized).map(ring => ({ ring, bounds: boundsOf(ring.points) }))
  const owned: Owned = { numbers: new Map(), homeless: [] }
  for (const { number, at } of numbers) {
    const home = possible.find(({ ring, bounds }) => isNear(bounds, at) && hasPoint(ring.points, at, 1))?.ring
    if (home) owned.numbers.set(home, [...(owned.numbers.get(home) ?? []), number])
    else owned.homeless.push({ number, at })
  }
  return owned
}

const isNear = (bounds: Shape, [x, y]: Point) =>
  x >= bounds.xCm - 1 &&
  y >= bounds.yCm - 1 &&
  x <= bounds.xCm + bounds.widthCm + 1 &&
  y <= bounds.yCm + bounds.depthCm + 1

/** The one outline that holds the middle of all others, and there are at least three to hold. */
function hallAmong(rings: readonly Ring[]): Ring | undefined {
  const largest = rings.at(-1)
  if (!largest || rings.length < 4) return undefined
  const holdsAll = rings.every(ring => ring === largest || hasPoint(largest.points, middle(ring.points), 1))
  return holdsAll ? largest : undefined
}

/** The corner the plan is counted from: the hall's, or three metres off what is drawn. */
function originOf(hall: Outline | undefined, rings: readonly Outline[]): Point {
  if (hall) {
    const { xCm, yCm } = boundsOf(hall)
    return [xCm, yCm]
  }
  const points = rings.flat()
  if (points.length === 0) return [0, 0]
  const left = points.reduce((least, [x]) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const top = points.reduce((least, [, y]) => Math.min(least, y), Number.POSITIVE_INFINITY)
  return [left - MARGIN_CM, top - MARGIN_CM]
}

/** Outlines drawn twice over, as programs do for a filling and its border, count once. */
function once<R extends { points: Outline }>(rings: readonly R[]): R[] {
  const byCorners = new Map(
    rings.map(ring => [
      ring.points
        .map(([x, y]) => `${Math.round(x)} ${Math.round(y)}`)
        .sort()
        .join(';'),
      ring,
    ]),
  )
  return [...byCorners.values()]
}

/** Without a repeated last corner, corners closer than half a centimetre, and corners on a straight line. */
function tidied(points: Outline): Outline {
  const apart = points.filter((point, i) => distance(point, points[(i + 1) % points.length] ?? point) > 0.5)
  return apart.filter((point, i) => {
    const before = apart[(i + apart.length - 1) % apart.length] ?? point
    const after = apart[(i + 1) % apart.length] ?? point
    const bend =
      (point[0] - before[0]) * (after[1] - before[1]) - (point[1] - before[1]) * (after[0] - before[0])
    return Math.abs(bend) > distance(before, after) * 0.5
  })
}

const distance = ([x1, y1]: Point, [x2, y2]: Point) => Math.hypot(x2 - x1, y2 - y1)
const rounded = (points: Outline): Outline => points.map(([x, y]): Point => [Math.round(x), Math.round(y)])
const areaOf = (points: Outline) => areaCm2({ ...boundsOf(points), outline: points })

/** The mean of the corners. */
function middle(points: Outline): Point {
  const sum = points.reduce<Point>(([x, y], [px, py]) => [x + px, y + py], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}
