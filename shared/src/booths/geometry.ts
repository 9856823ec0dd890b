/** Points and outlines in whole centimetres from the hall's upper left corner, y growing downwards. */
export type Point = readonly [xCm: number, yCm: number]

/** The corners of a simple polygon, in either direction, the last not repeating the first. */
export type Outline = readonly Point[]

/** A rectangle in a hall. */
export interface Rect {
  xCm: number
  yCm: number
  widthCm: number
  depthCm: number
}

/** Floor of any shape: its bounding rectangle and, where it is not that rectangle itself, its outline. */
export interface Shape extends Rect {
  outline?: Outline | null
}

/** The corners of a shape, clockwise as drawn. */
export function outlineOf(shape: Shape): Outline {
  if (shape.outline) return signedArea(shape.outline) < 0 ? shape.outline.toReversed() : shape.outline
  const [right, bottom] = [shape.xCm + shape.widthCm, shape.yCm + shape.depthCm]
  return [
    [shape.xCm, shape.yCm],
    [right, shape.yCm],
    [right, bottom],
    [shape.xCm, bottom],
  ]
}

/** Floor area in square centimetres, rounded. */
export const areaCm2 = (shape: Shape): number =>
  shape.outline ? Math.round(Math.abs(signedArea(shape.outline))) : shape.widthCm * shape.depthCm

/** The smallest rectangle of whole centimetres around some points. */
export function boundsOf(points: Outline): Rect {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [xCm, yCm] = [Math.floor(Math.min(...xs)), Math.floor(Math.min(...ys))]
  return { xCm, yCm, widthCm: Math.ceil(Math.max(...xs)) - xCm, depthCm: Math.ceil(Math.max(...ys)) - yCm }
}

/** An outline as a shape: a plain rectangle where it is one, its outline kept where it is not. */
export function shapeOf(points: Outline): Shape {
  const bounds = boundsOf(points)
  const isRect = points.length === 4 && Math.abs(signedArea(points)) === bounds.widthCm * bounds.depthCm
  return { ...bounds, outline: isRect ? null : points }
}

/** Whether points make a polygon at all: three corners or more, some floor, no edge crossing another. */
export function isSimple(points: Outline): boolean {
  if (points.length < 3 || Math.abs(signedArea(points)) < 1) return false
  const edges = edgesOf(points)
  return edges.every((a, i) =>
    edges.every((b, j) => {
      const areNeighbours = Math.abs(i - j) <= 1 || Math.abs(i - j) === edges.length - 1
      return areNeighbours || !doCross(a, b)
    }),
  )
}

/** Moved by a vector. */
export const moved = <S extends Shape>(shape: S, dx: number, dy: number): S => ({
  ...shape,
  xCm: shape.xCm + dx,
  yCm: shape.yCm + dy,
  ...(shape.outline ? { outline: shape.outline.map(([x, y]): Point => [x + dx, y + dy]) } : {}),
})

/** The middle of a shape's floor; for a hollow one, such as a U, it may lie outside. */
export function centreOf(shape: Shape): Point {
  if (!shape.outline) return [shape.xCm + shape.widthCm / 2, shape.yCm + shape.depthCm / 2]
  const area = signedArea(shape.outline)
  let [x, y] = [0, 0]
  for (const [[x1, y1], [x2, y2]] of edgesOf(shape.outline)) {
    const cross = x1 * y2 - x2 * y1
    x += (x1 + x2) * cross
    y += (y1 + y2) * cross
  }
  return [x / (6 * area), y / (6 * area)]
}

/** Inside or on the edge, an edge being `slackCm` wide. */
export function hasPoint(points: Outline, [x, y]: Point, slackCm = 0): boolean {
  let isInside = false
  for (const edge of edgesOf(points)) {
    if (distanceToEdge([x, y], edge) <= slackCm) return true
    const [[x1, y1], [x2, y2]] = edge
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isInside = !isInside
  }
  return isInside
}

/** How much floor two shapes share, in square centimetres; touching walls share none. */
export function sharedAreaCm2(a: Shape, b: Shape): number {
  if (!doBoundsOverlap(a, b)) return 0
  if (!a.outline && !b.outline) {
    const width = Math.min(a.xCm + a.widthCm, b.xCm + b.widthCm) - Math.max(a.xCm, b.xCm)
    return width * (Math.min(a.yCm + a.depthCm, b.yCm + b.depthCm) - Math.max(a.yCm, b.yCm))
  }
  const others = triangles(outlineOf(b))
  return triangles(outlineOf(a)).reduce(
    (sum, one) => sum + others.reduce((part, other) => part + Math.abs(signedArea(clip(one, other))), 0),
    0,
  )
}

export function doBoundsOverlap(a: Rect, b: Rect): boolean {
  return (
    a.xCm < b.xCm + b.widthCm &&
    b.xCm < a.xCm + a.widthCm &&
    a.yCm < b.yCm + b.depthCm &&
    b.yCm < a.yCm + a.depthCm
  )
}

export type Edge = readonly [from: Point, to: Point]

export const edgesOf = (points: Outline): Edge[] =>
  points.map((from, i): Edge => [from, points[(i + 1) % points.length] ?? from])

export const lengthOf = ([[x1, y1], [x2, y2]]: Edge): number => Math.hypot(x2 - x1, y2 - y1)

export function distanceToEdge([x, y]: Point, [[x1, y1], [x2, y2]]: Edge): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const square = dx * dx + dy * dy
  const along = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / square))
  return Math.hypot(x - x1 - along * dx, y - y1 - along * dy)
}

/** From a point to the nearest part of a shape, 0 inside. */
export function distanceTo(point: Point, shape: Shape): number {
  const outline = outlineOf(shape)
  if (outline.length > 2 && hasPoint(outline, point)) return 0
  return Math.min(...edgesOf(outline).map(edge => distanceToEdge(point, edge)))
}

/**
 * Finds what lies near without comparing every pair: shapes are listed in squares of `cell` centimetres. The answer
 * holds every shape whose bounds come within `withinCm` of the rectangle, and some more.
 */
export function indexOf(shapes: readonly Rect[], cell = 600): (rect: Rect, withinCm?: number) => number[] {
  const squares = new Map<string, number[]>()
  const squaresOf = (rect: Rect, margin: number) => {
    const names: string[] = []
    for (
      let x = Math.floor((rect.xCm - margin) / cell);
      x <= (rect.xCm + rect.widthCm + margin) / cell;
      x++
    ) {
      for (
        let y = Math.floor((rect.yCm - margin) / cell);
        y <= (rect.yCm + rect.depthCm + margin) / cell;
        y++
      ) {
        names.push(`${x} ${y}`)
      }
    }
    return names
  }
  for (const [i, shape] of shapes.entries()) {
    for (const name of squaresOf(shape, 0)) squares.set(name, [...(squares.get(name) ?? []), i])
  }
  return (rect, withinCm = 0) => [
    ...new Set(squaresOf(rect, withinCm).flatMap(name => squares.get(name) ?? [])),
  ]
}

/** Twice the shoelace sum, halved: positive when the corners go clockwise on the screen. */
function signedArea(points: Outline): number {
  return edgesOf(points).reduce((sum, [[x1, y1], [x2, y2]]) => sum + x1 * y2 - x2 * y1, 0) / 2
}

const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

function doCross([a, b]: Edge, [c, d]: Edge): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

/** Cuts ears off a clockwise polygon until triangles are left. */
function triangles(points: Outline): Outline[] {
  const rest = [...points]
  const cut: Outline[] = []
  while (rest.length > 3) {
    const ear = rest.findIndex((_point, i) => isEar(rest, i))
    // A polygon whose edges cross has no ear left: what is cut so far is the best answer there is.
    if (ear === -1) return cut
    cut.push(corner(rest, ear))
    rest.splice(ear, 1)
  }
  return [...cut, rest]
}

const corner = (points: Outline, i: number): [Point, Point, Point] => {
  const at = (index: number): Point => points[(index + points.length) % points.length] ?? [0, 0]
  return [at(i - 1), at(i), at(i + 1)]
}

function isEar(points: Outline, i: number): boolean {
  const [a, b, c] = corner(points, i)
  const bend = turn(a, b, c)
  if (bend < 0) return false
  if (bend === 0) return true
  const isCorner = ([x, y]: Point) => [a, b, c].some(one => one[0] === x && one[1] === y)
  // A point on the edge bars the ear too: cut through it, the rest would touch itself there.
  return points.every(
    point => isCorner(point) || turn(a, b, point) < 0 || turn(b, c, point) < 0 || turn(c, a, point) < 0,
  )
}

/** The part of a convex clockwise polygon that lies in another (Sutherland and Hodgman). */
function clip(subject: Outline, window: Outline): Outline {
  return edgesOf(window).reduce<Outline>((kept, [from, to]) => {
    const isIn = (point: Point) => turn(from, to, point) >= 0
    return edgesOf(kept).flatMap(([a, b]): Point[] => {
      if (isIn(a) && isIn(b)) return [b]
      if (isIn(a)) return [meet([a, b], [from, to])]
      return isIn(b) ? [meet([a, b], [from, to]), b] : []
    })
  }, subject)
}

function meet([a, b]: Edge, [c, d]: Edge): Point {
  const [before, after] = [turn(c, d, a), turn(c, d, b)]
  const along = before / (before - after)
  return [a[0] + (b[0] - a[0]) * along, a[1] + (b[1] - a[1]) * along]
}
