import type { BoothView } from '@hoicho/shared/booths/schema.ts'
import { ASSIGNMENT_STATES } from '@hoicho/shared/booths/states.ts'
import { step } from '@hoicho/shared/platform/states.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { announce } from '../platform/events.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { liveAssignment, lockBooth } from './queries.ts'
import { readBooth } from './reads.ts'

/**
 * Takes a booth back from whoever holds it. Refused with booths.not-assigned, and with booths.in-contract while a
 * contract names it.
 */
export async function releaseBooth(
  ctx: Ctx,
  fairId: string,
  boothId: string,
  reason: string,
): Promise<BoothView> {
  return await change(ctx, 'booths.assign', { fair: fairId }, async tx => {
    const seen = await readBooth(tx, fairId, boothId)
    if (seen.assignment) await lockApplication(tx, fairId, seen.assignment.applicationId)
    const booth = found(await lockBooth(tx, fairId, boothId))
    const assignment = await liveAssignment(tx, boothId)
    if (!assignment) throw problem('booths.not-assigned', { booth: booth.number })
    const { applicationId, establishmentId } = assignment
    if (applicationId !== seen.assignment?.applicationId) throw problem('platform.changed-meanwhile')
    const state = step(ASSIGNMENT_STATES, assignment.state, 'release')
    if (!state) throw problem('booths.in-contract')
    await tx
      .updateTable('boothAssignment')
      .set({ state, releasedAt: ctx.now(), releaseReason: reason })
      .where('id', '=', assignment.id)
      .execute()
    await announce(tx, { topic: 'placing', fairId })
    const result = await readBooth(tx, fairId, boothId)
    const note = { before: { applicationId }, after: { reason }, target: { establishmentId } }
    return { result, audit: { entity: 'booth', entityId: boothId, ...note } }
  })
}
