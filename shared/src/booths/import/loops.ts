import type { Outline, Point } from '../geometry.ts'

/** A straight stroke of a drawing. */
export type Segment = readonly [from: Point, to: Point]

/**
 * The floors that loose strokes enclose: walls drawn as single lines, each shared by the booths on both sides. Strokes meet
 * where they end within `slack` of each other or of another's middle. Every face is walked along its left wall; the one
 * face that lies outside everything is left out. Takes n log n steps, not n².
 */
export function closedLoops(segments: readonly Segment[], slack: number): Outline[] {
  const nodes = new Nodes(slack)
  const ends = segments.map(([from, to]): [number, number] => [nodes.at(from), nodes.at(to)])
  const ways = new Map<number, Set<number>>()
  for (const [from, to] of ends) {
    const stops = nodes.between(from, to)
    for (const [i, stop] of stops.entries()) {
      const next = stops[i + 1]
      if (next === undefined || next === stop) continue
      join(ways, stop, next)
      join(ways, next, stop)
    }
  }
  return faces(ways, nodes.points)
}

function join(ways: Map<number, Set<number>>, from: number, to: number): void {
  const known = ways.get(from)
  if (known) known.add(to)
  else ways.set(from, new Set([to]))
}

/** Turns at every corner into the next way clockwise, until back where it began. */
function faces(ways: ReadonlyMap<number, ReadonlySet<number>>, points: readonly Point[]): Outline[] {
  const around = new Map(
    [...ways].map(([at, to]) => [at, [...to].sort((a, b) => angle(points, at, a) - angle(points, at, b))]),
  )
  const seen = new Set<string>()
  const found: Outline[] = []
  for (const [from, targets] of around) {
    for (const to of targets) {
      const face = walk(around, seen, from, to)
      const outline = face.map((node): Point => points[node] ?? [0, 0])
      // Seen from outside, the walk goes the other way round.
      if (face.length > 2 && turning(outline) > 0) found.push(outline)
    }
  }
  return found
}

function walk(around: ReadonlyMap<number, number[]>, seen: Set<string>, from: number, to: number): number[] {
  const face: number[] = []
  let [at, next] = [from, to]
  while (!seen.has(`${at} ${next}`)) {
    seen.add(`${at} ${next}`)
    face.push(at)
    const turns = around.get(next) ?? []
    const back = turns.indexOf(at)
    const onward = turns[(back + turns.length - 1) % turns.length] ?? at
    ;[at, next] = [next, onward]
  }
  return face
}

const angle = (points: readonly Point[], from: number, to: number): number => {
  const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = [points[from], points[to]]
  return Math.atan2(y2 - y1, x2 - x1)
}

const turning = (outline: Outline): number =>
  outline.reduce((sum, [x1, y1], i) => {
    const [x2, y2] = outline[(i + 1) % outline.length] ?? [x1, y1]
    return sum + x1 * y2 - x2 * y1
  }, 0)

/** Points that are one when they lie close together, found again through squares of the plane. */
class Nodes {
  readonly points: Point[] = []
  readonly #squares = new Map<string, number[]>()
  readonly #slack: number
  readonly #cell: number

  constructor(slack: number) {
    this.#slack = slack
    // With a slack of a centimetre, squares of two metres: a wall crosses few, and few corners lie in one.
    this.#cell = slack * 200
  }

  /** The node at a point, made where there is none yet. */
  at(point: Point): number {
    const near = this.#around(point).find(node => this.#distance(node, point) <= this.#slack)
    if (near !== undefined) return near
    const node = this.points.push(point) - 1
    const name = this.#square(point)
    this.#squares.set(name, [...(this.#squares.get(name) ?? []), node])
    return node
  }

  /** The nodes along a stroke, its ends included, in order. */
  between(from: number, to: number): number[] {
    const [a, b] = [this.points[from], this.points[to]]
    if (!a || !b || from === to) return []
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const [ux, uy] = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
    const found = new Map<number, number>([
      [from, 0],
      [to, length],
    ])
    for (let way = 0; way <= length + this.#cell; way += this.#cell) {
      const along = Math.min(way, length)
      for (const node of this.#around([a[0] + ux * along, a[1] + uy * along])) {
        const [x, y] = this.points[node] ?? a
        const at = (x - a[0]) * ux + (y - a[1]) * uy
        const off = Math.abs((x - a[0]) * uy - (y - a[1]) * ux)
        if (off <= this.#slack && at > 0 && at < length && !found.has(node)) found.set(node, at)
      }
    }
    return [...found].sort(([, p], [, q]) => p - q).map(([node]) => node)
  }

  #around([x, y]: Point): number[] {
    const [column, row] = [Math.floor(x / this.#cell), Math.floor(y / this.#cell)]
    return [-1, 0, 1].flatMap(dx =>
      [-1, 0, 1].flatMap(dy => this.#squares.get(`${column + dx} ${row + dy}`) ?? []),
    )
  }

  #square = ([x, y]: Point) => `${Math.floor(x / this.#cell)} ${Math.floor(y / this.#cell)}`

  #distance = (node: number, [x, y]: Point) => {
    const [nx, ny] = this.points[node] ?? [Number.POSITIVE_INFINITY, 0]
    return Math.hypot(nx - x, ny - y)
  }
}
