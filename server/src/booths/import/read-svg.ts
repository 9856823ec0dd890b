import type { Outline, Point } from '@hoicho/shared/booths/geometry.ts'
import type { Drawing } from '@hoicho/shared/booths/import/drawing.ts'
import { closedLoops, type Segment } from '@hoicho/shared/booths/import/loops.ts'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import svgpath from 'svgpath'
import { DrawingRefusal } from './drawing-refusal.ts'
import { after, apply, IDENTITY, type Matrix, moveBy, scaleBy } from './matrix.ts'

const MOST_ELEMENTS = 200_000
const DEEPEST = 40

/** An element with what it holds; scripts, styles and what is foreign are left out while reading. */
interface Node {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (Node | string)[]
}

/**
 * An SVG text as a drawing, in millimetres of its page: rectangles, polygons, circles and closed paths as outlines, open
 * ones where they enclose floor together, texts as words. Only geometry is taken: nothing in the file is run, loaded or
 * kept. What is hidden stays out.
 */
export function readSvg(text: string): Drawing {
  const root = treeOf(text)
  if (root?.name !== 'svg') throw new DrawingRefusal('broken')
  const byId = new Map<string, Node>()
  index(root, byId)
  const found = { outlines: [], words: [], loose: [] as Segment[], byId } satisfies Found
  for (const child of root.children) draw(found, child, pageOf(root), '', 0)
  const faces = closedLoops(found.loose, 0.2)
  const { outlines, words } = found as Found
  return { outlines: [...outlines, ...faces.map(points => ({ points, layer: '' }))], words }
}

interface Found extends Drawing {
  loose: Segment[]
  byId: ReadonlyMap<string, Node>
}

const LEFT_OUT = new Set(['script', 'style', 'foreignObject', 'metadata', 'image', 'title', 'desc'])

function treeOf(text: string): Node | undefined {
  const parser = new SaxesParser({ xmlns: false })
  const open: Node[] = []
  let root: Node | undefined
  let skipped = 0
  let count = 0
  parser.on('opentag', (tag: SaxesTagPlain) => {
    if (++count > MOST_ELEMENTS) throw new DrawingRefusal('too-large')
    const name = tag.name.replace(/^.*:/, '')
    if (skipped > 0 || LEFT_OUT.has(name)) {
      skipped++
      return
    }
    const node: Node = { name, attributes: tag.attributes, children: [] }
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  parser.on('closetag', () => {
    if (skipped > 0) skipped--
    else open.pop()
  })
  parser.on('text', words => {
    if (skipped === 0) open.at(-1)?.children.push(words)
  })
  parser.on('error', () => {
    throw new DrawingRefusal('broken')
  })
  parser.write(text).close()
  return root
}

function index(node: Node, byId: Map<string, Node>): void {
  const { id } = node.attributes
  if (id) byId.set(id, node)
  for (const child of node.children) if (typeof child !== 'string') index(child, byId)
}

const MM_PER: Record<string, number> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  pc: 25.4 / 6,
  px: 25.4 / 96,
  '': 25.4 / 96,
}

/** The page in millimetres: its size over its view box, or 96 units an inch where it has neither. */
function pageOf(root: Node): Matrix {
  const [left = 0, top = 0, width = 0, height = 0] = numbers(root.attributes.viewBox)
  const [across, down] = [lengthMm(root.attributes.width), lengthMm(root.attributes.height)]
  const unit = MM_PER['']
  if (width <= 0 || height <= 0 || unit === undefined) return scaleBy(MM_PER[''] ?? 1, MM_PER[''] ?? 1)
  const scale = across ? across / width : down ? down / height : unit
  return after(scaleBy(scale, scale), moveBy(-left, -top))
}

function lengthMm(text: string | undefined): number | undefined {
  const [, value, unit] = /^\s*([\d.]+)\s*(mm|cm|in|pt|pc|px|)\s*$/.exec(text ?? '') ?? []
  const perUnit = MM_PER[unit ?? '%']
  return value && perUnit ? Number(value) * perUnit : undefined
}

const numbers = (text: string | undefined): number[] =>
  (text?.match(/-?[\d.]+(?:e[-+]?\d+)?/gi) ?? []).map(Number)

function draw(found: Found, node: Node | string, place: Matrix, layer: string, depth: number): void {
  if (typeof node === 'string' || depth > DEEPEST || isHidden(node)) return
  const here = after(place, transformOf(node.attributes.transform))
  const { name, attributes } = node
  if (name === 'text') return write(found, node, here, layer)
  if (name === 'use') return use(found, node, here, layer, depth)
  if (name === 'defs' || name === 'symbol' || name === 'clipPath' || name === 'mask' || name === 'pattern')
    return
  const label = attributes['inkscape:label'] ?? (name === 'g' ? attributes.id : undefined) ?? layer
  for (const { points, isClosed } of linesOf(node)) {
    const placed = points.map(point => apply(here, point))
    if (isClosed) found.outlines.push({ points: placed, layer })
    else for (const [i, point] of placed.slice(1).entries()) found.loose.push([placed[i] ?? point, point])
  }
  for (const child of node.children) draw(found, child, here, label, depth + 1)
}

function use(found: Found, { attributes }: Node, place: Matrix, layer: string, depth: number): void {
  const target = found.byId.get((attributes.href ?? attributes['xlink:href'] ?? '').replace('#', ''))
  if (!target) return
  const moved = after(place, moveBy(Number(attributes.x ?? 0) || 0, Number(attributes.y ?? 0) || 0))
  const parts = target.name === 'symbol' ? target.children : [target]
  for (const part of parts) draw(found, part, moved, layer, depth + 1)
}

const isHidden = ({ attributes }: Node) =>
  attributes.display === 'none' ||
  attributes.visibility === 'hidden' ||
  /(?:display:\s*none|visibility:\s*hidden)/.test(attributes.style ?? '')

function transformOf(text: string | undefined): Matrix {
  if (!text) return IDENTITY
  // The library knows every form a transform may be written in; three points tell the map apart.
  const at = (x: number, y: number): Point => {
    let point: Point = [x, y]
    svgpath(`M${x} ${y}`)
      .transform(text)
      .iterate((segment: unknown[]) => {
        point = [Number(segment[1]), Number(segment[2])]
      })
    return point
  }
  const [origin, right, down] = [at(0, 0), at(1, 0), at(0, 1)]
  return [
    right[0] - origin[0],
    right[1] - origin[1],
    down[0] - origin[0],
    down[1] - origin[1],
    origin[0],
    origin[1],
  ]
}

interface Line {
  points: Outline
  isClosed: boolean
}

function linesOf({ name, attributes }: Node): Line[] {
  const value = (key: string) => Number.parseFloat(attributes[key] ?? '') || 0
  if (name === 'rect') return [rectangle(value('x'), value('y'), value('width'), value('height'))]
  if (name === 'circle') return [round(value('cx'), value('cy'), value('r'), value('r'))]
  if (name === 'ellipse') return [round(value('cx'), value('cy'), value('rx'), value('ry'))]
  if (name === 'line') {
    const points: Outline = [
      [value('x1'), value('y1')],
      [value('x2'), value('y2')],
    ]
    return [{ points, isClosed: false }]
  }
  if (name === 'polygon' || name === 'polyline') {
    return [{ points: pairs(numbers(attributes.points)), isClosed: name === 'polygon' }]
  }
  return name === 'path' ? pathLines(attributes.d ?? '') : []
}

const rectangle = (x: number, y: number, width: number, height: number): Line => ({
  points: [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ],
  isClosed: true,
})

const round = (cx: number, cy: number, rx: number, ry: number): Line => ({
  points: Array.from({ length: 36 }, (_step, i): Point => {
    const at = (i * Math.PI) / 18
    return [cx + rx * Math.cos(at), cy + ry * Math.sin(at)]
  }),
  isClosed: true,
})

const pairs = (values: readonly number[]): Outline =>
  Array.from(
    { length: Math.floor(values.length / 2) },
    (_pair, i): Point => [values[2 * i] ?? 0, values[2 * i + 1] ?? 0],
  )

/** A path's parts, curves cut into eight pieces. One that ends where it began is closed though it does not say so. */
function pathLines(d: string): Line[] {
  const lines: { points: Point[]; isClosed: boolean }[] = []
  svgpath(d)
    .abs()
    .unarc()
    .unshort()
    .iterate((segment: unknown[], _index: number, x: number, y: number) => {
      const [command, ...raw] = segment
      const values = raw.map(Number)
      const line = lines.at(-1)
      if (command === 'M') lines.push({ points: [[values[0] ?? 0, values[1] ?? 0]], isClosed: false })
      else if (command === 'Z' || command === 'z') {
        if (line) line.isClosed = true
      } else line?.points.push(...pieces(String(command), values, [x, y]))
    })
  return lines
    .filter(({ points }) => points.length > 1)
    .map(({ points, isClosed }) => ({ points, isClosed: isClosed || isRing(points) }))
}

function isRing(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)]
  return points.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

function pieces(command: string, v: readonly number[], from: Point): Point[] {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = v
  if (command === 'H') return [[a, from[1]]]
  if (command === 'V') return [[from[0], a]]
  if (command === 'L') return [[a, b]]
  if (command === 'C') return curve([from, [a, b], [c, d], [e, f]])
  return command === 'Q' ? curve([from, [a, b], [c, d]]) : []
}

/** A Bézier curve of any degree by de Casteljau. */
function curve(controls: readonly Point[]): Point[] {
  return Array.from({ length: 8 }, (_step, i) => {
    const share = (i + 1) / 8
    let row = [...controls]
    while (row.length > 1) {
      row = row.slice(1).map(([x, y], j): Point => {
        const [px, py] = row[j] ?? [x, y]
        return [px + (x - px) * share, py + (y - py) * share]
      })
    }
    return row[0] ?? [0, 0]
  })
}

/** Each piece of a text that has a place of its own is a word; its middle is guessed from its length and size. */
function write(found: Found, node: Node, place: Matrix, layer: string): void {
  const words: { text: string; x: number; y: number; size: number; anchor: string }[] = []
  const read = (part: Node | string, at: { x: number; y: number; size: number; anchor: string }) => {
    if (typeof part === 'string') {
      const last = words.at(-1)
      if (last && last.x === at.x && last.y === at.y) last.text += part
      else words.push({ text: part, ...at })
      return
    }
    const { attributes } = part
    const size = fontSize(attributes) ?? at.size
    const anchor =
      attributes['text-anchor'] ?? /text-anchor:\s*(\w+)/.exec(attributes.style ?? '')?.[1] ?? at.anchor
    const [x = at.x] = numbers(attributes.x)
    const [y = at.y] = numbers(attributes.y)
    for (const child of part.children) read(child, { x, y, size, anchor })
  }
  read(node, { x: 0, y: 0, size: 16, anchor: 'start' })
  for (const { text, x, y, size, anchor } of words) {
    const said = text.replace(/\s+/g, ' ').trim()
    if (said === '') continue
    const half = (said.length * size * 0.55) / 2
    const right = anchor === 'middle' ? 0 : anchor === 'end' ? -half : half
    found.words.push({ text: said, at: apply(place, [x + right, y - size * 0.35]), layer })
  }
}

function fontSize(attributes: Readonly<Record<string, string>>): number | undefined {
  const text = attributes['font-size'] ?? /font-size:\s*([\d.]+)/.exec(attributes.style ?? '')?.[1]
  const size = Number.parseFloat(text ?? '')
  return Number.isFinite(size) && size > 0 ? size : undefined
}
