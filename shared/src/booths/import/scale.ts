import { hasPoint, type Outline } from '../geometry.ts'
import { boothNumber } from '../stand-code.ts'
import type { Drawing } from './drawing.ts'

/** A standard booth is 3 m by 3 m (decree 81/2018/NĐ-CP, Art. 29(11)). */
const STANDARD_CM = 300

/** The same drawing with every length multiplied. */
export function scaled(drawing: Drawing, factor: number): Drawing {
  return {
    outlines: drawing.outlines.map(({ points, layer }) => ({
      layer,
      points: points.map(([x, y]): readonly [number, number] => [x * factor, y * factor]),
    })),
    words: drawing.words.map(({ text, at, layer }) => ({
      text,
      layer,
      at: [at[0] * factor, at[1] * factor],
    })),
  }
}

/**
 * Centimetres in one unit of a drawing that does not say: the commonest shorter side of an outline with a number in it is
 * taken for that of a standard booth. Null where no outline holds a number. A guess, to be shown and confirmed.
 */
export function guessCmPerUnit(drawing: Drawing): number | null {
  const numbers = drawing.words.filter(word => boothNumber().safeParse(word.text).success)
  const bySize = drawing.outlines
    .map(({ points }) => ({ points, side: shorterSide(points) }))
    .filter(({ side }) => side > 0)
    .sort((a, b) => a.side - b.side)
  const sides = numbers.flatMap(({ at }) => {
    const home = bySize.find(({ points }) => isNear(points, at) && hasPoint(points, at))
    return home ? [home.side] : []
  })
  const side = commonest(sides)
  return side === null ? null : STANDARD_CM / side
}

const shorterSide = (points: Outline): number => {
  const { left, right, top, bottom } = extent(points)
  return Math.min(right - left, bottom - top)
}

const isNear = (points: Outline, [x, y]: readonly [number, number]): boolean => {
  const { left, right, top, bottom } = extent(points)
  return x >= left && x <= right && y >= top && y <= bottom
}

/** Not to whole centimetres: these are units of any size. */
function extent(points: Outline) {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    bounds.left = Math.min(bounds.left, x)
    bounds.right = Math.max(bounds.right, x)
    bounds.top = Math.min(bounds.top, y)
    bounds.bottom = Math.max(bounds.bottom, y)
  }
  return bounds
}

/** The length most of them have, within two percent. */
function commonest(lengths: readonly number[]): number | null {
  const groups = new Map<number, number[]>()
  for (const length of lengths) {
    const group = Math.round(Math.log(length) / Math.log(1.02))
    groups.set(group, [...(groups.get(group) ?? []), length])
  }
  const [largest] = [...groups.values()].sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
  return largest ? largest.reduce((sum, length) => sum + length, 0) / largest.length : null
}
