import { openSidesOfAll, planFaults } from '@hoicho/shared/booths/floor-plan.ts'
import { areaCm2 } from '@hoicho/shared/booths/geometry.ts'
import {
  applyEdits,
  EditError,
  type Plan,
  type PlanBooth,
  type PlanObject,
  valuesOfBooth,
  valuesOfObject,
} from '@hoicho/shared/booths/plan-edits.ts'
import type { PlanChanges, PlanEdit, PlanEdits } from '@hoicho/shared/booths/schema.ts'
import { sql } from 'kysely'
import { checkSectors } from '../establishments/check-references.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { announce } from '../platform/events.ts'
import { found, problem } from '../platform/problem.ts'
import { lockBooths, type StoredBooth, storedBooths, storedObjects } from './plan-queries.ts'
import { lockHall, numberInUse } from './queries.ts'
import { readChanges } from './reads.ts'

/**
 * Applies a list of edits to a hall's plan, all or none, as its next revision, and answers with every row that
 * changed. Whoever draws in the same hall waits; an edit made from an older version is refused with
 * platform.changed-meanwhile and nothing of the list is kept. Also refused: booths.number-taken, booths.outside-hall,
 * booths.overlap, booths.outside-stand, booths.bad-outline, booths.in-contract, booths.still-assigned,
 * booths.has-parts, booths.no-such-stand.
 */
export async function drawPlan(
  ctx: Ctx,
  fairId: string,
  hallId: string,
  { edits }: PlanEdits,
): Promise<PlanChanges> {
  return await change(
    ctx,
    'booths.draw',
    { fair: fairId },
    async tx => {
      const hall = found(await lockHall(tx, fairId, hallId))
      await checkSectors(tx, edits.flatMap(sectorIn))
      const { touched, revision, before } = await drawInHall(tx, ctx, hall, edits)
      const result = await readChanges(tx, fairId, { hallId, revision }, touched)
      return { result, audit: { entity: 'hall', entityId: hallId, before, after: { revision, edits } } }
    },
    TAKEN_IDS,
  )
}

/** An id somebody else's plan uses: nothing of ours can carry it. */
export const TAKEN_IDS = {
  booth_pkey: 'platform.changed-meanwhile',
  plan_object_pkey: 'platform.changed-meanwhile',
} as const

export type LockedHall = {
  id: string
  fairId: string
  widthCm: number
  depthCm: number
  outline: unknown
  revision: number
}

/** The work of every verb that draws: inside its transaction, on a hall it has locked. */
export async function drawInHall(tx: Tx, ctx: Ctx, hall: LockedHall, edits: readonly PlanEdit[]) {
  const ids = [...new Set(edits.map(edit => edit.id))]
  await lockBooths(tx, hall.id, ids)
  const booths = await storedBooths(tx, hall.id, ids)
  const objects = await storedObjects(tx, hall.id, ids)
  const plan = { booths: byId(booths), objects: byId(objects) }
  const next = applied(plan, edits)
  const standing = [...next.booths.values()].filter(booth => !booth.isRemoved)
  await refuseTakenNumbers(tx, hall.fairId, standing, ids)
  refuseFaults(hall, standing)
  const sides = openSidesOfAll(sizeOf(hall), standing)
  const known = new Map(booths.map(booth => [booth.id, booth]))
  const changed = standing.flatMap((booth, i): StoredBooth[] => {
    const openSides = sides[i] ?? 1
    const old = known.get(booth.id)
    return old === booth && old.openSides === openSides ? [] : [{ ...booth, openSides }]
  })
  const removed = [...next.booths.values()].filter(booth => booth.isRemoved && ids.includes(booth.id))
  await saveBooths(tx, ctx, hall, [...changed, ...removed.map(booth => ({ ...booth, openSides: 1 }))], known)
  const drawn = [...next.objects.values()].filter(object => ids.includes(object.id))
  await saveObjects(tx, ctx, hall, drawn, plan.objects)
  const touched = [...new Set([...ids, ...changed.map(booth => booth.id)])]
  const revision = await nextRevision(tx, ctx, hall, edits, touched)
  const before = ids.flatMap(id => plan.booths.get(id) ?? plan.objects.get(id) ?? [])
  return { touched, revision, before }
}

/** A hall's size changed: its booths must still fit, and a wall may have come nearer or gone. */
export const redrawHall = async (tx: Tx, ctx: Ctx, hall: LockedHall) => await drawInHall(tx, ctx, hall, [])

const byId = <R extends { id: string }>(rows: readonly R[]) => new Map(rows.map(row => [row.id, row]))

const sizeOf = ({ widthCm, depthCm, outline }: LockedHall) => ({
  widthCm,
  depthCm,
  outline: outline as [number, number][] | null,
})

function applied(plan: Plan, edits: readonly PlanEdit[]): Plan {
  try {
    return applyEdits(plan, edits)
  } catch (error) {
    if (!(error instanceof EditError)) throw error
    const { code, ...rest } = error.refusal
    throw problem(code, 'params' in rest ? rest.params : {})
  }
}

/** The sector an edit names, where it names one. */
const sectorIn = (edit: PlanEdit, i: number) =>
  'values' in edit && 'sectorCode' in edit.values && edit.values.sectorCode
    ? [{ pointer: `/edits/${i}/values/sectorCode`, code: edit.values.sectorCode }]
    : []

async function refuseTakenNumbers(
  tx: Tx,
  fairId: string,
  standing: readonly PlanBooth[],
  ids: readonly string[],
): Promise<void> {
  const numbers = standing.filter(booth => ids.includes(booth.id)).map(booth => booth.number)
  const taken = await numberInUse(tx, fairId, numbers, ids)
  if (taken !== undefined) throw problem('booths.number-taken', { booth: taken })
}

function refuseFaults(hall: LockedHall, standing: readonly PlanBooth[]): void {
  const [fault] = planFaults(sizeOf(hall), standing)
  if (!fault) return
  const { code, ...params } = fault
  if (code === 'number-twice') throw problem('booths.number-taken', params)
  throw problem(`booths.${code}`, params)
}

/** Booths that trade numbers would meet on the way: those that change theirs first let go of it. */
async function saveBooths(
  tx: Tx,
  ctx: Ctx,
  hall: LockedHall,
  booths: readonly StoredBooth[],
  known: ReadonlyMap<string, PlanBooth>,
): Promise<void> {
  const rows = booths.map(booth => ({
    ...valuesOfBooth(booth),
    id: booth.id,
    fairId: hall.fairId,
    hallId: hall.id,
    areaCm2: areaCm2(booth),
    openSides: booth.openSides,
    version: booth.version,
    createdAt: ctx.now(),
    removedAt: booth.isRemoved ? ctx.now() : null,
  }))
  const added = rows.filter(row => !known.has(row.id))
  const edited = rows.filter(row => known.has(row.id))
  const letGo = edited.filter(row => known.get(row.id)?.number !== row.number).map(row => row.id)
  if (letGo.length > 0) {
    await tx
      .updateTable('booth')
      .set({ number: sql<string>`id::text` })
      .where('id', '=', sql<string>`any(${letGo})`)
      .execute()
  }
  for (const part of slices(edited)) {
    await tx
      .insertInto('booth')
      .values(part)
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet(({ ref }) => ({
          number: ref('excluded.number'),
          kind: ref('excluded.kind'),
          xCm: ref('excluded.xCm'),
          yCm: ref('excluded.yCm'),
          widthCm: ref('excluded.widthCm'),
          depthCm: ref('excluded.depthCm'),
          areaCm2: ref('excluded.areaCm2'),
          openSides: ref('excluded.openSides'),
          priceMinor: ref('excluded.priceMinor'),
          fundingSource: ref('excluded.fundingSource'),
          sectorCode: ref('excluded.sectorCode'),
          outline: ref('excluded.outline'),
          heightCm: ref('excluded.heightCm'),
          powerW: ref('excluded.powerW'),
          hasWater: ref('excluded.hasWater'),
          floorLoadKgM2: ref('excluded.floorLoadKgM2'),
          priceClass: ref('excluded.priceClass'),
          parentId: ref('excluded.parentId'),
          isCommon: ref('excluded.isCommon'),
          version: ref('excluded.version'),
          removedAt: ref('excluded.removedAt'),
        })),
      )
      .execute()
  }
  for (const part of slices(added)) await tx.insertInto('booth').values(part).execute()
}

async function saveObjects(
  tx: Tx,
  ctx: Ctx,
  hall: LockedHall,
  objects: readonly PlanObject[],
  known: ReadonlyMap<string, PlanObject>,
): Promise<void> {
  const rows = objects.map(object => ({
    ...valuesOfObject(object),
    id: object.id,
    fairId: hall.fairId,
    hallId: hall.id,
    version: object.version,
    createdAt: ctx.now(),
    removedAt: object.isRemoved ? ctx.now() : null,
  }))
  const added = rows.filter(row => !known.has(row.id))
  if (added.length > 0) await tx.insertInto('planObject').values(added).execute()
  const edited = rows.filter(row => known.has(row.id))
  if (edited.length === 0) return
  await tx
    .insertInto('planObject')
    .values(edited)
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        kind: ref('excluded.kind'),
        name: ref('excluded.name'),
        outline: ref('excluded.outline'),
        zoneKind: ref('excluded.zoneKind'),
        zoneValue: ref('excluded.zoneValue'),
        version: ref('excluded.version'),
        removedAt: ref('excluded.removedAt'),
      })),
    )
    .execute()
}

/** One statement takes 65,535 values at most. */
function* slices<R>(rows: readonly R[]): Generator<R[]> {
  for (let from = 0; from < rows.length; from += 1000) yield rows.slice(from, from + 1000)
}

/** Counts the drawing, keeps it, and tells whoever is looking at the hall. */
async function nextRevision(
  tx: Tx,
  ctx: Ctx,
  hall: LockedHall,
  edits: readonly PlanEdit[],
  touched: readonly string[],
): Promise<number> {
  const revision = hall.revision + 1
  await tx.updateTable('hall').set({ revision }).where('id', '=', hall.id).execute()
  await tx
    .insertInto('planChange')
    .values({
      hallId: hall.id,
      revision,
      fairId: hall.fairId,
      at: ctx.now(),
      personId: actorPersonId(ctx),
      edits: { edits, touched },
    })
    .execute()
  await announce(tx, { topic: 'plan', fairId: hall.fairId, hallId: hall.id, revision })
  return revision
}
