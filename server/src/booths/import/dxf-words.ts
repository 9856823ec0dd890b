import type { Point } from '@hoicho/shared/booths/geometry.ts'
import { type Entity, numberOf, valueOf } from './dxf-tags.ts'

/** How wide a sign is of its height, on average. */
const SIGN_WIDTH = 0.6

/** A text and about where its middle lies, in the entity's own coordinates; undefined for what is none. */
export function wordOf(entity: Entity): { text: string; at: Point } | undefined {
  if (entity.type === 'TEXT' || entity.type === 'ATTRIB') return line(entity)
  return entity.type === 'MTEXT' ? paragraph(entity) : undefined
}

function line(entity: Entity): { text: string; at: Point } {
  const text = plain(valueOf(entity, 1))
  const height = numberOf(entity, 40, 1)
  const width = text.length * height * SIGN_WIDTH * numberOf(entity, 41, 1)
  const [across, up] = [numberOf(entity, 72), numberOf(entity, 73)]
  // Aligned texts are placed by their second point.
  const isAligned = (across !== 0 || up !== 0) && valueOf(entity, 11) !== ''
  const from: Point = isAligned
    ? [numberOf(entity, 11), numberOf(entity, 21)]
    : [numberOf(entity, 10), numberOf(entity, 20)]
  const right = across === 1 || across === 4 ? 0 : across === 2 ? -width / 2 : width / 2
  const rise = up === 2 || across === 4 ? 0 : up === 3 ? -height / 2 : height / 2
  return { text, at: turned(from, [right, rise], numberOf(entity, 50)) }
}

/** Placed by one of nine points: top, middle, bottom by left, centre, right. */
function paragraph(entity: Entity): { text: string; at: Point } {
  const whole = entity.tags.map(([code, value]) => (code === 3 || code === 1 ? value : '')).join('')
  const text = plain(whole)
  const height = numberOf(entity, 40, 1)
  const width = text.length * height * SIGN_WIDTH
  const place = numberOf(entity, 71, 1) - 1
  const right = [width / 2, 0, -width / 2][place % 3] ?? 0
  const rise = [-height / 2, 0, height / 2][Math.floor(place / 3)] ?? 0
  const [dx, dy] = [numberOf(entity, 11, 1), numberOf(entity, 21)]
  const degrees = valueOf(entity, 50) === '' ? (Math.atan2(dy, dx) * 180) / Math.PI : numberOf(entity, 50)
  return { text, at: turned([numberOf(entity, 10), numberOf(entity, 20)], [right, rise], degrees) }
}

function turned([x, y]: Point, [dx, dy]: Point, degrees: number): Point {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return [x + dx * cos - dy * sin, y + dx * sin + dy * cos]
}

/** Without AutoCAD's own marks: fonts, colours, stacks, `%%u`, `\U+1EA1`. */
function plain(text: string): string {
  return text
    .replace(/\\U\+([0-9A-Fa-f]{4})/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/\\[PpNn~]/g, ' ')
    .replace(/\\[ACcFfHQTWp][^;\\{}]*;/g, '')
    .replace(/\\S([^;]*);/g, '$1')
    .replace(/\\[LlOoKk]/g, '')
    .replace(/%%[uokUOK]/g, '')
    .replace(/[{}]/g, '')
    .replace(/\\\\/g, '\\')
    .replace(/\s+/g, ' ')
    .trim()
}
