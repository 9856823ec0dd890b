import { areaCm2, type Shape, sharedAreaCm2 } from '../geometry.ts'
import type { PlanBooth } from '../plan-edits.ts'
import type { BoothInput, PlanEdit } from '../schema.ts'

/** A booth as a newer file has it. */
export type IncomingBooth = Shape & { number: string; values?: Partial<BoothInput> }

/**
 * One difference between the plan and a newer file, to accept or leave. `edits` make it so; they touch nothing the file does not
 * speak of: who stands in a booth, its price and needs stay.
 */
export type PlanDifference =
  | { kind: 'new'; number: string; edit: PlanEdit }
  | { kind: 'moved' | 'reshaped'; number: string; edit: PlanEdit }
  | { kind: 'renumbered'; number: string; was: string; edit: PlanEdit }
  | { kind: 'gone'; number: string; edit: PlanEdit }

const SAME_PLACE = 0.6
const SLACK_CM = 2

/**
 * Compares by number first; what is left on both sides is one booth renumbered where the two share most of their floor.
 * Re-importing an unchanged file differs in nothing. `newId` names the booths that are new; `fresh` is what they are
 * otherwise (kind, price, funding).
 */
export function planDifference(
  standing: readonly PlanBooth[],
  incoming: readonly IncomingBooth[],
  fresh: Omit<BoothInput, 'number' | 'xCm' | 'yCm' | 'widthCm' | 'depthCm' | 'outline'>,
  newId: () => string,
): PlanDifference[] {
  const byNumber = new Map(standing.map(booth => [booth.number, booth]))
  const known = incoming.flatMap(booth => {
    const old = byNumber.get(booth.number)
    return old ? [{ old, booth }] : []
  })
  const isKnown = new Set(known.map(({ booth }) => booth.number))
  const left = standing.filter(booth => !isKnown.has(booth.number))
  const unknown = incoming.filter(booth => !isKnown.has(booth.number))
  const renumbered = pairUp(left, unknown)
  const isPaired = new Set<object>(renumbered.flatMap(({ old, booth }) => [old, booth]))
  return [
    ...known.flatMap(({ old, booth }) => changed(old, booth)),
    ...renumbered.map(({ old, booth }): PlanDifference => {
      const values = { number: booth.number, ...placeOf(booth), ...booth.values }
      const edit: PlanEdit = { do: 'change-booth', id: old.id, version: old.version, values }
      return { kind: 'renumbered', number: booth.number, was: old.number, edit }
    }),
    ...unknown
      .filter(booth => !isPaired.has(booth))
      .map((booth): PlanDifference => {
        const values = { ...fresh, ...booth.values, number: booth.number, ...placeOf(booth) }
        return { kind: 'new', number: booth.number, edit: { do: 'add-booth', id: newId(), values } }
      }),
    ...left
      .filter(booth => !isPaired.has(booth))
      .map((booth): PlanDifference => {
        const edit: PlanEdit = { do: 'remove-booth', id: booth.id, version: booth.version }
        return { kind: 'gone', number: booth.number, edit }
      }),
  ]
}

function changed(old: PlanBooth, booth: IncomingBooth): PlanDifference[] {
  const news = Object.entries(booth.values ?? {}).filter(
    ([name, value]) => value !== undefined && value !== old[name as keyof BoothInput],
  )
  const isThere = isSamePlace(old, booth)
  if (isThere && news.length === 0) return []
  const values = { ...(isThere ? {} : placeOf(booth)), ...Object.fromEntries(news) }
  const edit: PlanEdit = { do: 'change-booth', id: old.id, version: old.version, values }
  const isSameSize = Math.abs(areaCm2(old) - areaCm2(booth)) <= (old.widthCm + old.depthCm) * SLACK_CM
  return [{ kind: isSameSize && !isThere ? 'moved' : 'reshaped', number: old.number, edit }]
}

/** Drawn again by another program, corners come back a centimetre off. */
function isSamePlace(old: Shape, booth: Shape): boolean {
  const isClose = (['xCm', 'yCm', 'widthCm', 'depthCm'] as const).every(
    name => Math.abs(old[name] - booth[name]) <= SLACK_CM,
  )
  if (!isClose || (!old.outline && !booth.outline)) return isClose
  const most = Math.max(areaCm2(old), areaCm2(booth))
  return most - sharedAreaCm2(old, booth) <= (old.widthCm + old.depthCm) * 2 * SLACK_CM
}

/** Each old booth with the unknown one that shares most of its floor, greatest share first. */
function pairUp(left: readonly PlanBooth[], unknown: readonly IncomingBooth[]) {
  const pairs = left
    .flatMap(old =>
      unknown.map(booth => ({
        old,
        booth,
        share: sharedAreaCm2(old, booth) / Math.max(areaCm2(old), areaCm2(booth)),
      })),
    )
    .filter(pair => pair.share >= SAME_PLACE)
    .sort((a, b) => b.share - a.share)
  const taken = new Set<object>()
  return pairs.filter(({ old, booth }) => {
    if (taken.has(old) || taken.has(booth)) return false
    taken.add(old).add(booth)
    return true
  })
}

const placeOf = ({ xCm, yCm, widthCm, depthCm, outline }: Shape) => ({
  xCm,
  yCm,
  widthCm,
  depthCm,
  // The schema's points are plain pairs.
  outline: outline ? outline.map(([x, y]): [number, number] => [x, y]) : null,
})
