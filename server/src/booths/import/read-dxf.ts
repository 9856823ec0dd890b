import type { Point } from '@hoicho/shared/booths/geometry.ts'
import type { Drawing } from '@hoicho/shared/booths/import/drawing.ts'
import { closedLoops, type Segment } from '@hoicho/shared/booths/import/loops.ts'
import { DrawingRefusal } from './drawing-refusal.ts'
import { strokeOf } from './dxf-shapes.ts'
import { type Block, type DxfFile, type Entity, numberOf, readTags, valueOf } from './dxf-tags.ts'
import { wordOf } from './dxf-words.ts'
import { after, apply, IDENTITY, type Matrix, moveBy, scaleBy, turnBy } from './matrix.ts'

/** Centimetres in one unit of the drawing, by the code of $INSUNITS. 0 says that the file names none. */
const CM_PER_UNIT: Record<string, number> = { 1: 2.54, 2: 30.48, 4: 0.1, 5: 1, 6: 100, 14: 10 }

/** More than a hall of 3,000 booths with all its furniture; blocks within blocks could name millions. */
const MOST_ENTITIES = 400_000
const DEEPEST = 12

/**
 * A DXF text as a drawing: polylines, lines and curves as outlines (loose lines where they enclose floor), texts and block
 * attributes as words, blocks placed where they are inserted. Frozen or not, every layer is read; the paper space is not.
 * Coordinates are the file's own units; `cmPerUnit` is what the file says of them, null where it says nothing.
 */
export function readDxf(text: string): Drawing & { cmPerUnit: number | null } {
  const file = sections(text)
  const found = new Found()
  // y goes upwards in a drawing and downwards on a screen.
  gather(found, file, file.entities, scaleBy(1, -1), '', 0)
  const cmPerUnit = CM_PER_UNIT[file.header.get('$INSUNITS') ?? ''] ?? null
  return {
    cmPerUnit,
    outlines: [
      ...found.outlines,
      ...closedLoops(found.loose, slackOf(cmPerUnit)).map(points => ({ points, layer: '' })),
    ],
    words: found.words,
  }
}

/** How far ends of lines may lie apart and still meet: a centimetre, where we know what that is. */
const slackOf = (cmPerUnit: number | null) => 1 / (cmPerUnit ?? 1)

function sections(text: string): DxfFile {
  try {
    return readTags(text)
  } catch (error) {
    if (error instanceof RangeError) throw new DrawingRefusal('broken')
    throw error
  }
}

class Found {
  readonly outlines: Drawing['outlines'] = []
  readonly words: Drawing['words'] = []
  readonly loose: Segment[] = []
  count = 0
}

function gather(
  found: Found,
  file: DxfFile,
  entities: readonly Entity[],
  place: Matrix,
  layer: string,
  depth: number,
): void {
  for (const entity of entities) {
    if (++found.count > MOST_ENTITIES) throw new DrawingRefusal('too-large')
    if (valueOf(entity, 67) === '1') continue
    const own = valueOf(entity, 8)
    // What lies on layer 0 of a block lies on the layer it is inserted on.
    const on = own === '0' && layer !== '' ? layer : own
    if (entity.type === 'INSERT') insert(found, file, entity, place, on, depth)
    else note(found, entity, place, on)
  }
}

function note(found: Found, entity: Entity, place: Matrix, layer: string): void {
  const word = wordOf(entity)
  if (word) {
    found.words.push({ text: word.text, at: apply(place, word.at), layer })
    return
  }
  const stroke = strokeOf(entity)
  if (!stroke) return
  const points = stroke.points.map(point => apply(place, point))
  if (stroke.isClosed || isBackWhereItBegan(points)) found.outlines.push({ points, layer })
  else for (const [i, point] of points.slice(1).entries()) found.loose.push([points[i] ?? point, point])
}

function isBackWhereItBegan(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)]
  return points.length > 3 && first !== undefined && last !== undefined
    ? Math.hypot(first[0] - last[0], first[1] - last[1]) < 1e-6
    : false
}

/** A block where it is inserted, row by row where it is inserted as an array. */
function insert(
  found: Found,
  file: DxfFile,
  entity: Entity,
  place: Matrix,
  layer: string,
  depth: number,
): void {
  for (const part of entity.parts) note(found, part, place, layer)
  const block = file.blocks.get(valueOf(entity, 2))
  if (!block || depth >= DEEPEST) return
  const [columns, rows] = [numberOf(entity, 70, 1), numberOf(entity, 71, 1)]
  if (columns * rows > MOST_ENTITIES) throw new DrawingRefusal('too-large')
  for (let row = 0; row < Math.max(1, rows); row++) {
    for (let column = 0; column < Math.max(1, columns); column++) {
      const step: Point = [column * numberOf(entity, 44), row * numberOf(entity, 45)]
      gather(found, file, block.entities, after(place, insertion(entity, block, step)), layer, depth + 1)
    }
  }
}

function insertion(entity: Entity, { base }: Block, [dx, dy]: Point): Matrix {
  const mirrored = numberOf(entity, 230, 1) < 0 ? scaleBy(-1, 1) : IDENTITY
  return [
    mirrored,
    moveBy(numberOf(entity, 10), numberOf(entity, 20)),
    turnBy(numberOf(entity, 50)),
    moveBy(dx, dy),
    scaleBy(numberOf(entity, 41, 1), numberOf(entity, 42, 1)),
    moveBy(-base[0], -base[1]),
  ].reduce(after)
}
