import type { BoothView } from '@hoicho/shared/booths/schema.ts'
import { sql } from 'kysely'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { announce } from '../platform/events.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { hasConfirmedBooth, hasParts, lockBooth } from './queries.ts'
import { readBooth } from './reads.ts'

const LIVING = sql<boolean>`state <> 'released'`

/**
 * Gives a booth to a selected application, which may hold several. Of any number of people who try at once one wins;
 * the others are refused with booths.already-assigned. Also refused: booths.not-selected, booths.shared-by-parts, and booths.in-contract when
 * the application's contract already names its booths.
 */
export async function assignBooth(
  ctx: Ctx,
  fairId: string,
  boothId: string,
  applicationId: string,
): Promise<BoothView> {
  return await change(ctx, 'booths.assign', { fair: fairId }, async tx => {
    const application = found(await lockApplication(tx, fairId, applicationId))
    const booth = found(await lockBooth(tx, fairId, boothId))
    if (application.state !== 'selected') throw problem('booths.not-selected')
    if (booth.isCommon || (await hasParts(tx, boothId))) {
      throw problem('booths.shared-by-parts', { booth: booth.number })
    }
    const assigned = await tx
      .insertInto('boothAssignment')
      .values({
        id: newId(),
        fairId,
        boothId,
        applicationId,
        state: 'assigned',
        assignedBy: actorPersonId(ctx),
        assignedAt: ctx.now(),
      })
      // The partial unique index booth_assignment_one_owner is the last word against a second owner. Its condition is
      // written out: as a parameter, a prepared statement's generic plan would no longer find the index.
      .onConflict(conflict => conflict.column('boothId').where(LIVING).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!assigned) throw problem('booths.already-assigned', { booth: booth.number })
    if (await hasConfirmedBooth(tx, applicationId)) throw problem('booths.in-contract')
    await announce(tx, { topic: 'placing', fairId })
    const result = await readBooth(tx, fairId, boothId)
    const target = { establishmentId: application.establishmentId }
    return { result, audit: { entity: 'booth', entityId: boothId, after: { applicationId }, target } }
  })
}
