import { editsTo, type PlanSnapshot, snapshotOf } from '@hoicho/shared/booths/plan-snapshot.ts'
import type { PlanChanges, PlanVersionView } from '@hoicho/shared/booths/schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { drawInHall, TAKEN_IDS } from './draw-plan.ts'
import { storedBooths, storedObjects, versionById, versionsOfHall } from './plan-queries.ts'
import { lockHall } from './queries.ts'
import { readChanges, readHall } from './reads.ts'

/** Keeps a hall's plan as it is now under a name, to look at and to go back to. */
export async function keepPlanVersion(
  ctx: Ctx,
  fairId: string,
  hallId: string,
  name: string,
): Promise<PlanVersionView> {
  return await change(ctx, 'booths.draw', { fair: fairId }, async tx => {
    const hall = found(await lockHall(tx, fairId, hallId))
    const content = snapshotOf(await storedBooths(tx, hallId, []), await storedObjects(tx, hallId, []))
    const id = newId()
    const kept = { id, name, revision: hall.revision, keptAt: ctx.now() }
    await tx
      .insertInto('planVersion')
      .values({ ...kept, fairId, hallId, content, keptBy: actorPersonId(ctx) })
      .execute()
    const result = { ...kept, boothCount: content.booths.length }
    return { result, audit: { entity: 'plan-version', entityId: id, after: kept } }
  })
}

/**
 * Draws a hall as a kept version has it: as edits like any other, which can be undone. What must stay stays refused:
 * booths.still-assigned, booths.in-contract, and booths.number-taken when another hall has a number by now.
 */
export async function restorePlanVersion(
  ctx: Ctx,
  fairId: string,
  hallId: string,
  versionId: string,
): Promise<PlanChanges> {
  return await change(
    ctx,
    'booths.draw',
    { fair: fairId },
    async tx => {
      const hall = found(await lockHall(tx, fairId, hallId))
      const version = found(await versionById(tx, hallId, versionId))
      // Only ever written by keepPlanVersion.
      const content = version.content as PlanSnapshot
      const ids = [...content.booths, ...content.objects].map(row => row.id)
      const booths = await storedBooths(tx, hallId, ids)
      const edits = editsTo(content, booths, await storedObjects(tx, hallId, ids))
      const { touched, revision } = await drawInHall(tx, ctx, hall, edits)
      const result = await readChanges(tx, fairId, { hallId, revision }, touched)
      const after = { restored: versionId, revision }
      return { result, audit: { entity: 'hall', entityId: hallId, after } }
    },
    TAKEN_IDS,
  )
}

/** The kept versions of a hall, the newest first. */
export async function listPlanVersions(
  ctx: Ctx,
  fairId: string,
  hallId: string,
): Promise<{ items: PlanVersionView[] }> {
  await mayRead(ctx, 'booths.list', { fair: fairId })
  await readHall(ctx.app.db, fairId, hallId)
  return { items: await versionsOfHall(ctx.app.db, fairId, hallId) }
}
