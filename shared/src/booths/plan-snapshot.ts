import { type PlanBooth, type PlanObject, renumbered, valuesOfBooth, valuesOfObject } from './plan-edits.ts'
import type { BoothInput, PlanEdit, PlanObjectInput } from './schema.ts'

/** A hall's plan as it stood, without who held what. */
export interface PlanSnapshot {
  booths: ({ id: string } & Required<BoothInput>)[]
  objects: ({ id: string } & PlanObjectInput)[]
}

/** What stands now, to keep. */
export function snapshotOf(booths: readonly PlanBooth[], objects: readonly PlanObject[]): PlanSnapshot {
  return {
    booths: booths.filter(row => !row.isRemoved).map(row => ({ id: row.id, ...valuesOfBooth(row) })),
    objects: objects.filter(row => !row.isRemoved).map(row => ({ id: row.id, ...valuesOfObject(row) })),
  }
}

/**
 * The edits that draw a plan as a snapshot has it; rows that are as they should be are left alone. `booths` and `objects`
 * are those standing and those of the snapshot that were taken off. A stand and its parts may come in any order:
 * they are looked at when all edits are made.
 */
export function editsTo(
  goal: PlanSnapshot,
  booths: readonly PlanBooth[],
  objects: readonly PlanObject[],
): PlanEdit[] {
  const boothsById = new Map(booths.map(row => [row.id, row]))
  const objectsById = new Map(objects.map(row => [row.id, row]))
  const isWanted = new Set([...goal.booths, ...goal.objects].map(row => row.id))
  const edits: PlanEdit[] = [
    ...booths
      .filter(row => !row.isRemoved && !isWanted.has(row.id))
      .map((row): PlanEdit => ({ do: 'remove-booth', id: row.id, version: 0 })),
    ...objects
      .filter(row => !row.isRemoved && !isWanted.has(row.id))
      .map((row): PlanEdit => ({ do: 'remove-object', id: row.id, version: 0 })),
    ...goal.booths.flatMap(({ id, ...values }) => boothEdits(id, values, boothsById.get(id))),
    ...goal.objects.flatMap(({ id, ...values }) => objectEdits(id, values, objectsById.get(id))),
  ]
  return renumbered({ booths: boothsById, objects: objectsById }, edits)
}

function boothEdits(id: string, values: Required<BoothInput>, row: PlanBooth | undefined): PlanEdit[] {
  if (!row) return [{ do: 'add-booth', id, values }]
  const back: PlanEdit[] = row.isRemoved ? [{ do: 'restore-booth', id, version: 0 }] : []
  const isSame = JSON.stringify(sorted(valuesOfBooth(row))) === JSON.stringify(sorted(values))
  return isSame ? back : [...back, { do: 'change-booth', id, version: 0, values }]
}

function objectEdits(id: string, values: PlanObjectInput, row: PlanObject | undefined): PlanEdit[] {
  if (!row) return [{ do: 'add-object', id, values }]
  const back: PlanEdit[] = row.isRemoved ? [{ do: 'restore-object', id, version: 0 }] : []
  const isSame = JSON.stringify(sorted(valuesOfObject(row))) === JSON.stringify(sorted(values))
  return isSame ? back : [...back, { do: 'change-object', id, version: 0, values }]
}

/** Kept as JSON, keys come back in another order. */
const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1))
