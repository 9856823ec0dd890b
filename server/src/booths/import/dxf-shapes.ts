import type { Point } from '@hoicho/shared/booths/geometry.ts'
import { type Entity, numberOf, numbersOf, valueOf } from './dxf-tags.ts'

/** A line of a drawing in the entity's own coordinates, y upwards. */
export interface Stroke {
  points: Point[]
  isClosed: boolean
}

/** What an entity draws on the floor; nothing for what is no line (texts, dimensions, fillings, views). */
export function strokeOf(entity: Entity): Stroke | undefined {
  const draw = DRAWN[entity.type]
  const stroke = draw?.(entity)
  if (!stroke || stroke.points.length < 2 || !stroke.points.flat().every(Number.isFinite)) return undefined
  // Drawn on the back of the paper: AutoCAD mirrors such entities.
  if (numberOf(entity, 230, 1) >= 0) return stroke
  return { ...stroke, points: stroke.points.map(([x, y]): Point => [-x, y]) }
}

const DRAWN: Record<string, (entity: Entity) => Stroke | undefined> = {
  LINE: entity => ({
    points: [pair(entity, 10), pair(entity, 11)],
    isClosed: false,
  }),
  LWPOLYLINE: entity => lightPolyline(entity),
  POLYLINE: entity => oldPolyline(entity),
  CIRCLE: entity => ({ points: arc(pair(entity, 10), numberOf(entity, 40), 0, 360), isClosed: true }),
  ARC: entity => ({
    points: arc(pair(entity, 10), numberOf(entity, 40), numberOf(entity, 50), numberOf(entity, 51)),
    isClosed: false,
  }),
  ELLIPSE: ellipse,
  SPLINE: spline,
  SOLID: fourCorners,
  TRACE: fourCorners,
}

const pair = (entity: Entity, code: number): Point => [numberOf(entity, code), numberOf(entity, code + 10)]

function lightPolyline(entity: Entity): Stroke {
  const corners: { x: number; y: number; bulge: number }[] = []
  for (const [code, value] of entity.tags) {
    const last = corners.at(-1)
    if (code === 10) corners.push({ x: Number(value), y: 0, bulge: 0 })
    else if (code === 20 && last) last.y = Number(value)
    else if (code === 42 && last) last.bulge = Number(value)
  }
  return bent(corners, (numberOf(entity, 70) & 1) === 1)
}

/** Polylines of meshes and surfaces (flags 16 and 64) are no walls; neither are the frames of a spline (vertex flag 16). */
function oldPolyline(entity: Entity): Stroke | undefined {
  const flags = numberOf(entity, 70)
  if (flags & 80) return undefined
  const corners = entity.parts
    .filter(part => part.type === 'VERTEX' && !(numberOf(part, 70) & 16))
    .map(part => ({ x: numberOf(part, 10), y: numberOf(part, 20), bulge: numberOf(part, 42) }))
  return bent(corners, (flags & 1) === 1)
}

/** Sides with a bulge are arcs: the bulge is the tangent of a quarter of the angle they span. */
function bent(corners: readonly { x: number; y: number; bulge: number }[], isClosed: boolean): Stroke {
  const points = corners.flatMap(({ x, y, bulge }, i): Point[] => {
    const next = corners[i + 1] ?? (isClosed ? corners[0] : undefined)
    return next && bulge ? [[x, y], ...onArc([x, y], [next.x, next.y], bulge)] : [[x, y]]
  })
  return { points, isClosed }
}

function onArc([x1, y1]: Point, [x2, y2]: Point, bulge: number): Point[] {
  const sweep = 4 * Math.atan(bulge)
  const steps = stepsFor(sweep)
  const height = (1 / bulge - bulge) / 4
  const [cx, cy] = [(x1 + x2) / 2 - (y2 - y1) * height, (y1 + y2) / 2 + (x2 - x1) * height]
  const radius = Math.hypot(x1 - cx, y1 - cy)
  const start = Math.atan2(y1 - cy, x1 - cx)
  return Array.from({ length: steps - 1 }, (_step, i): Point => {
    const at = start + (sweep * (i + 1)) / steps
    return [cx + radius * Math.cos(at), cy + radius * Math.sin(at)]
  })
}

/** A corner every ten degrees: on a pillar of one metre, within half a centimetre. */
const stepsFor = (radians: number) => Math.max(2, Math.ceil(Math.abs(radians) / (Math.PI / 18)))

function arc([cx, cy]: Point, radius: number, fromDegrees: number, toDegrees: number): Point[] {
  const from = (fromDegrees * Math.PI) / 180
  const turns = toDegrees <= fromDegrees ? toDegrees + 360 : toDegrees
  const sweep = (turns * Math.PI) / 180 - from
  const steps = stepsFor(sweep)
  return Array.from({ length: steps + 1 }, (_step, i): Point => {
    const at = from + (sweep * i) / steps
    return [cx + radius * Math.cos(at), cy + radius * Math.sin(at)]
  })
}

function ellipse(entity: Entity): Stroke {
  const [cx, cy] = pair(entity, 10)
  const [mx, my] = pair(entity, 11)
  const ratio = numberOf(entity, 40, 1)
  const [from, until] = [numberOf(entity, 41), numberOf(entity, 42, 2 * Math.PI)]
  const sweep = until <= from ? until - from + 2 * Math.PI : until - from
  const steps = stepsFor(sweep)
  const points = Array.from({ length: steps + 1 }, (_step, i): Point => {
    const at = from + (sweep * i) / steps
    const [along, across] = [Math.cos(at), Math.sin(at) * ratio]
    return [cx + along * mx - across * my, cy + along * my + across * mx]
  })
  return { points, isClosed: sweep > 2 * Math.PI - 0.01 }
}

/** A spline by de Boor's algorithm, eight points a span. */
function spline(entity: Entity): Stroke | undefined {
  const degree = numberOf(entity, 71, 3)
  const knots = numbersOf(entity, 40)
  const [xs, ys] = [numbersOf(entity, 10), numbersOf(entity, 20)]
  const controls = xs.map((x, i): Point => [x, ys[i] ?? 0])
  if (degree < 1 || degree > 10 || knots.length !== controls.length + degree + 1) return undefined
  const points: Point[] = []
  for (let span = degree; span < controls.length; span++) {
    const [from = 0, until = 0] = [knots[span], knots[span + 1]]
    if (until <= from) continue
    for (let i = 0; i < 8; i++)
      points.push(deBoor(controls, knots, degree, span, from + ((until - from) * i) / 8))
  }
  const last = controls.at(-1)
  if (last) points.push(last)
  return { points, isClosed: (numberOf(entity, 70) & 1) === 1 }
}

function deBoor(
  controls: readonly Point[],
  knots: readonly number[],
  degree: number,
  span: number,
  at: number,
): Point {
  const d = controls.slice(span - degree, span + 1).map(([x, y]): [number, number] => [x, y])
  for (let r = 1; r <= degree; r++) {
    for (let j = degree; j >= r; j--) {
      const [low = 0, high = 0] = [knots[j + span - degree], knots[j + 1 + span - r]]
      const share = high > low ? (at - low) / (high - low) : 0
      const [left, right] = [d[j - 1], d[j]]
      if (left && right)
        d[j] = [left[0] * (1 - share) + right[0] * share, left[1] * (1 - share) + right[1] * share]
    }
  }
  return d[degree] ?? [0, 0]
}

/** Their third and fourth corner are stored crosswise. */
function fourCorners(entity: Entity): Stroke {
  const isTriangle = valueOf(entity, 13) === ''
  const corners = [
    pair(entity, 10),
    pair(entity, 11),
    ...(isTriangle ? [] : [pair(entity, 13)]),
    pair(entity, 12),
  ]
  return { points: corners, isClosed: true }
}
