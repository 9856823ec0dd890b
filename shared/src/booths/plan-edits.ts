import { boundsOf, isSimple, type Shape } from './geometry.ts'
import type { BoothInput, PlanEdit, PlanObjectInput } from './schema.ts'

/** A booth as the plan holds it, standing or taken off. */
export interface PlanBooth extends Required<BoothInput> {
  id: string
  version: number
  isRemoved: boolean
  /** Whether somebody is placed there, and whether a contract says so. */
  holder: 'nobody' | 'placed' | 'in-contract'
}

export interface PlanObject extends PlanObjectInput {
  id: string
  version: number
  isRemoved: boolean
}

/** A hall's plan, by id. */
export interface Plan {
  booths: ReadonlyMap<string, PlanBooth>
  objects: ReadonlyMap<string, PlanObject>
}

export type EditRefusal =
  | { code: 'platform.changed-meanwhile' }
  | { code: 'platform.not-found' }
  | { code: 'booths.in-contract'; params: { booth: string } }
  | { code: 'booths.still-assigned'; params: { booth: string } }
  | { code: 'booths.has-parts'; params: { booth: string } }
  | { code: 'booths.no-such-stand'; params: { booth: string } }
  | { code: 'booths.bad-outline'; params: { booth: string } }

/** Why a list of edits cannot be applied. Thrown, so that a list is applied whole or not at all. */
export class EditError extends Error {
  readonly refusal: EditRefusal
  constructor(refusal: EditRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** What a booth is unless somebody says otherwise. */
export const PLAIN_BOOTH = {
  outline: null,
  heightCm: null,
  powerW: 0,
  hasWater: false,
  floorLoadKgM2: null,
  priceClass: '',
  parentId: null,
  isCommon: false,
} as const

/**
 * The plan after some edits, one after the other; every edit makes its row's version one higher. The plan handed in is
 * left as it was. Whether the outcome is sound is for `planFaults` to say: two booths may change places in one list.
 * @throws EditError for an edit made from an older version, of what is not there, or of a booth that may not change
 */
export function applyEdits(plan: Plan, edits: readonly PlanEdit[]): Plan {
  const next = { booths: new Map(plan.booths), objects: new Map(plan.objects) }
  for (const edit of edits) applyOne(next, edit)
  const stands = new Map<string | null, PlanBooth>()
  for (const booth of next.booths.values()) if (!booth.isRemoved) stands.set(booth.parentId, booth)
  for (const { id } of edits) checkStand(next.booths, id, stands.has(id))
  return next
}

function applyOne(
  plan: { booths: Map<string, PlanBooth>; objects: Map<string, PlanObject> },
  edit: PlanEdit,
) {
  switch (edit.do) {
    case 'add-booth': {
      if (plan.booths.has(edit.id)) throw new EditError({ code: 'platform.changed-meanwhile' })
      const added = placed({ ...PLAIN_BOOTH, ...withoutGaps(edit.values) })
      plan.booths.set(edit.id, { ...added, id: edit.id, version: 1, isRemoved: false, holder: 'nobody' })
      return
    }
    case 'change-booth': {
      const booth = current(plan.booths, edit, false)
      const changed = placed({ ...booth, ...withoutGaps(edit.values), version: booth.version + 1 })
      if (booth.holder === 'in-contract' && !isSameInContract(booth, changed)) {
        throw new EditError({ code: 'booths.in-contract', params: { booth: booth.number } })
      }
      plan.booths.set(edit.id, changed)
      return
    }
    case 'remove-booth': {
      const booth = current(plan.booths, edit, false)
      if (booth.holder !== 'nobody') {
        throw new EditError({ code: 'booths.still-assigned', params: { booth: booth.number } })
      }
      plan.booths.set(edit.id, { ...booth, isRemoved: true, version: booth.version + 1 })
      return
    }
    case 'restore-booth': {
      const booth = current(plan.booths, edit, true)
      plan.booths.set(edit.id, { ...booth, isRemoved: false, version: booth.version + 1 })
      return
    }
    case 'add-object': {
      if (plan.objects.has(edit.id)) throw new EditError({ code: 'platform.changed-meanwhile' })
      plan.objects.set(edit.id, { ...edit.values, id: edit.id, version: 1, isRemoved: false })
      return
    }
    case 'change-object': {
      const object = current(plan.objects, edit, false)
      plan.objects.set(edit.id, { ...object, ...edit.values, version: object.version + 1 })
      return
    }
    case 'remove-object':
    case 'restore-object': {
      const isRemoved = edit.do === 'remove-object'
      const object = current(plan.objects, edit, !isRemoved)
      plan.objects.set(edit.id, { ...object, isRemoved, version: object.version + 1 })
    }
  }
}

/**
 * The edits that take some others back, for the plan before them: applied to the plan after them, everything is as it
 * was, but for the versions, which only grow.
 */
export function invertEdits(before: Plan, edits: readonly PlanEdit[]): PlanEdit[] {
  const steps: PlanEdit[] = []
  let plan = before
  for (const edit of edits) {
    const booth = plan.booths.get(edit.id)
    const object = plan.objects.get(edit.id)
    plan = applyEdits(plan, [edit])
    steps.unshift(inverseOf(edit, booth, object))
  }
  return renumbered(plan, steps)
}

function inverseOf(edit: PlanEdit, booth: PlanBooth | undefined, object: PlanObject | undefined): PlanEdit {
  const { id } = edit
  if (edit.do === 'change-booth' && booth) {
    // An outline moves the bounds with it, so where one is touched all of the place goes back.
    const names = new Set([...Object.keys(edit.values), ...(edit.values.outline ? PLACE : [])])
    const values = Object.fromEntries([...names].map(name => [name, booth[name as keyof BoothInput]]))
    return { do: 'change-booth', id, version: 0, values }
  }
  if (edit.do === 'change-object' && object) {
    return { do: 'change-object', id, version: 0, values: valuesOfObject(object) }
  }
  return { do: OPPOSITE[edit.do], id, version: 0 }
}

const PLACE = ['xCm', 'yCm', 'widthCm', 'depthCm', 'outline'] as const

const OPPOSITE = {
  'add-booth': 'remove-booth',
  'remove-booth': 'restore-booth',
  'restore-booth': 'remove-booth',
  'add-object': 'remove-object',
  'remove-object': 'restore-object',
  'restore-object': 'remove-object',
  // Only reached for a row that is not in the plan, which applying the edit has refused before.
  'change-booth': 'remove-booth',
  'change-object': 'remove-object',
} as const

/** The same edits, each carrying the version its row has when its turn comes. */
export function renumbered(plan: Plan, edits: readonly PlanEdit[]): PlanEdit[] {
  const versions = new Map<string, number>()
  return edits.map(edit => {
    const now = versions.get(edit.id) ?? (plan.booths.get(edit.id) ?? plan.objects.get(edit.id))?.version ?? 0
    versions.set(edit.id, now + 1)
    return 'version' in edit ? { ...edit, version: now } : edit
  })
}

/** The values of a booth as an edit carries them. */
export function valuesOfBooth(booth: PlanBooth): Required<BoothInput> {
  const { id: _id, version: _version, isRemoved: _isRemoved, holder: _holder, ...values } = booth
  return values
}

export function valuesOfObject(object: PlanObject): PlanObjectInput {
  const { id: _id, version: _version, isRemoved: _isRemoved, ...values } = object
  return values
}

function current<R extends { version: number; isRemoved: boolean }>(
  rows: ReadonlyMap<string, R>,
  edit: { id: string; version: number },
  isRemoved: boolean,
): R {
  const row = rows.get(edit.id)
  if (!row) throw new EditError({ code: 'platform.not-found' })
  if (row.version !== edit.version || row.isRemoved !== isRemoved) {
    throw new EditError({ code: 'platform.changed-meanwhile' })
  }
  return row
}

/** A part lies in a shared stand that is itself no part; a stand keeps its parts until they are gone. */
function checkStand(booths: ReadonlyMap<string, PlanBooth>, id: string, hasParts: boolean): void {
  const booth = booths.get(id)
  if (!booth) return
  const params = { booth: booth.number }
  if (!booth.isRemoved && booth.outline && !isSimple(booth.outline)) {
    throw new EditError({ code: 'booths.bad-outline', params })
  }
  if (hasParts && (booth.isRemoved || booth.kind !== 'shared' || booth.parentId)) {
    throw new EditError({ code: 'booths.has-parts', params })
  }
  if (booth.isRemoved || !booth.parentId) return
  const stand = booths.get(booth.parentId)
  if (!stand || stand.isRemoved || stand.kind !== 'shared' || stand.parentId) {
    throw new EditError({ code: 'booths.no-such-stand', params })
  }
}

/** An outline says where a booth is; the bounds follow it. */
const placed = <B extends Shape>(booth: B): B =>
  booth.outline ? { ...booth, ...boundsOf(booth.outline) } : booth

/** What a contract states of a booth. */
function isSameInContract(a: PlanBooth, b: PlanBooth): boolean {
  const stated = ({ number, kind, priceMinor, fundingSource, ...booth }: PlanBooth & Shape) =>
    JSON.stringify([
      number,
      kind,
      priceMinor,
      fundingSource,
      booth.xCm,
      booth.yCm,
      booth.widthCm,
      booth.depthCm,
      booth.outline,
    ])
  return stated(a) === stated(b)
}

function withoutGaps<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const filled = Object.entries(values).filter(([, value]) => value !== undefined)
  // Dropping the undefined is exactly what the type says.
  return Object.fromEntries(filled) as { [K in keyof T]: Exclude<T[K], undefined> }
}
