import type { Exhibitor, Problem } from './problem.ts'

/** A set of booths that one exhibitor can have, and what matters about it. */
export interface Bundle {
  /** Ascending, all in one block. */
  booths: number[]
  /** That of the first booth. */
  block: number
  zone: number
  /** 1 right at a gate, 0 at the farthest booth of the fair. */
  nearness: number
  isBlocked: boolean
  hasCorner: boolean
  hasPower: boolean
  hasWater: boolean
  isHeavy: boolean
}

/** Any set of booths as a bundle. */
export function bundleOf(problem: Problem, places: readonly number[]): Bundle {
  const booths = [...places].sort((a, b) => a - b)
  const rows = booths.flatMap(at => problem.booths[at] ?? [])
  const nearest = Math.min(...rows.map(booth => booth.gateMetres))
  return {
    booths,
    block: rows[0]?.block ?? -1,
    zone: rows[0]?.zone ?? -1,
    nearness: problem.farthestGate > 0 ? 1 - nearest / problem.farthestGate : 0,
    isBlocked: rows.some(booth => booth.isBlocked),
    hasCorner: rows.some(booth => booth.isCorner),
    hasPower: rows.some(booth => booth.hasPower),
    hasWater: rows.some(booth => booth.hasWater),
    isHeavy: rows.every(booth => booth.isHeavy),
  }
}

/**
 * The bundles of `size` booths in a block: straight runs of cells and, for even sizes, two rows of half as many. Where two
 * booths lie on one cell, only the later one of the list counts.
 */
export function bundlesOf(problem: Problem, block: number, size: number): Bundle[] {
  const boothAt = new Map<number, number>()
  const members = problem.boothsOfBlock[block] ?? []
  for (const booth of members) boothAt.set(cellOf(problem, booth), booth)
  const found = new Map<string, Bundle>()
  for (const [width, height] of shapesOf(size)) {
    for (const corner of members) {
      const booths = rectangle(problem, boothAt, corner, width, height)
      if (booths) found.set(booths.join(), bundleOf(problem, booths))
    }
  }
  return [...found.values()]
}

/** Power and water in at least one booth, floor for heavy machines in all, no booth out of use. */
export function meetsNeeds(exhibitor: Exhibitor, bundle: Bundle): boolean {
  return (
    !bundle.isBlocked &&
    (!exhibitor.needsPower || bundle.hasPower) &&
    (!exhibitor.needsWater || bundle.hasWater) &&
    (!exhibitor.needsHeavy || bundle.isHeavy)
  )
}

/** True when two bundles have booths at most `separation` cells apart, diagonally too, in one hall. */
export function areNear(problem: Problem, a: readonly number[], b: readonly number[]): boolean {
  return a.some(one => {
    const p = problem.booths[one]
    return b.some(other => {
      const q = problem.booths[other]
      if (!p || !q || p.hall !== q.hall) return false
      return Math.max(Math.abs(p.x - q.x), Math.abs(p.y - q.y)) <= problem.separation
    })
  })
}

function shapesOf(size: number): [number, number][] {
  const straight: [number, number][] = [
    [size, 1],
    [1, size],
  ]
  if (size % 2 !== 0) return straight
  return [...straight, [size / 2, 2], [2, size / 2]]
}

const WIDEST = 4096

function cellOf({ booths }: Problem, at: number): number {
  const booth = booths[at]
  return booth ? booth.x * WIDEST + booth.y : -1
}

function rectangle(
  problem: Problem,
  boothAt: ReadonlyMap<number, number>,
  corner: number,
  width: number,
  height: number,
): number[] | null {
  const start = cellOf(problem, corner)
  const booths: number[] = []
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) {
      const booth = boothAt.get(start + x * WIDEST + y)
      if (booth === undefined) return null
      booths.push(booth)
    }
  }
  return booths.sort((a, b) => a - b)
}
