import { facingOf, type HallSize, isInside, type PlacedBooth, TOUCH_CM, wallsOf } from './floor-plan.ts'
import { edgesOf, indexOf, outlineOf, type Shape, sharedAreaCm2 } from './geometry.ts'
import type { PlanObjectKind } from './vocabulary.ts'

export interface PlacedObject extends Shape {
  id: string
  kind: PlanObjectKind
  name: string
}

export interface PlanRules {
  /** The least width people may have to pass, in centimetres. */
  minAisleCm: number
}

/** What an organizer should look at before opening: nothing here keeps a plan from being saved. */
export type PlanAdvice =
  | { code: 'no-gate' }
  | { code: 'no-exit' }
  | { code: 'narrow-aisle'; booth: string; other: string; widthCm: number }
  | { code: 'on-object'; booth: string; object: string }
  | { code: 'object-outside-hall'; object: string }

/**
 * Checks a hall with its objects: a gate and an emergency exit are there, nothing stands on a gate, exit, column, aisle
 * or fixed object, and every passage is as wide as the rules ask. Gaps of a few centimetres are walls, not passages; so
 * is what is narrower than the half metre two edges face each other over. `other` is empty where the hall's wall is.
 */
export function planAdvice(
  hall: HallSize,
  booths: readonly PlacedBooth[],
  objects: readonly PlacedObject[],
  rules: PlanRules,
): PlanAdvice[] {
  const missing: PlanAdvice[] = []
  if (!objects.some(object => object.kind === 'gate')) missing.push({ code: 'no-gate' })
  if (!objects.some(object => object.kind === 'exit')) missing.push({ code: 'no-exit' })
  const astray = objects
    .filter(object => !isInside(hall, object))
    .map((object): PlanAdvice => ({ code: 'object-outside-hall', object: object.name || object.kind }))
  return [...missing, ...astray, ...narrowAisles(hall, booths, rules), ...onObjects(booths, objects)]
}

const LEAST_FACING_CM = 50
const NOT_TO_BE_BUILT_ON: ReadonlySet<PlanObjectKind> = new Set(['gate', 'exit', 'column', 'aisle', 'fixed'])

function narrowAisles(hall: HallSize, booths: readonly PlacedBooth[], rules: PlanRules): PlanAdvice[] {
  const near = indexOf(booths)
  const walls = wallsOf(hall)
  return booths.flatMap((booth, at) => {
    const others = near(booth, rules.minAisleCm).flatMap(i => {
      const other = booths[i]
      const isInStand = other && (other.parentId || booth.parentId)
      return i > at && other && !isInStand ? [{ name: other.number, edges: edgesOf(outlineOf(other)) }] : []
    })
    return [...others, { name: '', edges: walls }].flatMap(({ name, edges }): PlanAdvice[] => {
      const widthCm = narrowest(booth, edges, rules.minAisleCm)
      return widthCm === undefined
        ? []
        : [{ code: 'narrow-aisle', booth: booth.number, other: name, widthCm }]
    })
  })
}

/** The narrowest passage below the least width between a booth and some edges. */
function narrowest(
  booth: Shape,
  edges: readonly (readonly [readonly [number, number], readonly [number, number]])[],
  leastCm: number,
) {
  const gaps = edgesOf(outlineOf(booth)).flatMap(edge =>
    edges.flatMap(other => {
      const facing = facingOf(edge, other)
      const isPassage = facing && facing.gapCm > TOUCH_CM && facing.sharedCm >= LEAST_FACING_CM
      return isPassage && facing.gapCm < leastCm ? [Math.round(facing.gapCm)] : []
    }),
  )
  return gaps.length > 0 ? Math.min(...gaps) : undefined
}

function onObjects(booths: readonly PlacedBooth[], objects: readonly PlacedObject[]): PlanAdvice[] {
  const near = indexOf(booths)
  return objects
    .filter(object => NOT_TO_BE_BUILT_ON.has(object.kind) && outlineOf(object).length > 2)
    .flatMap(object =>
      near(object).flatMap((i): PlanAdvice[] => {
        const booth = booths[i]
        if (!booth || sharedAreaCm2(booth, object) < LEAST_SHARED_CM2) return []
        return [{ code: 'on-object', booth: booth.number, object: object.name || object.kind }]
      }),
    )
}

/** A hand's breadth: less is the rounding of a drawing. */
const LEAST_SHARED_CM2 = 100
