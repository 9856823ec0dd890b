import type { OutcomeView } from '@hoicho/shared/selection/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { decisionInForce, decisionsOf, outcomesOf } from './decision-queries.ts'
import { readDecisions, withPositions } from './decisions.ts'
import { letterWriter } from './letter-params.ts'
import { announce, placeAndTime } from './send-letters.ts'

/**
 * Notes that an establishment without an address was told its outcome otherwise (by phone, by post); from then on it is known
 * to it, as after a letter. Refused with platform.wrong-state when it was told before.
 */
export async function tellOutcome(
  ctx: Ctx,
  fairId: string,
  applicationId: string,
  note: string,
): Promise<OutcomeView> {
  return await change(ctx, 'selection.send-letters', { fair: fairId }, async tx => {
    found(await lockApplication(tx, fairId, applicationId))
    const current = await decisionInForce(tx, fairId, true)
    if (!current) throw problem('selection.no-decision')
    const decision = found((await decisionsOf(tx, fairId)).find(row => row.id === current.id))
    const rows = withPositions((await outcomesOf(tx, fairId)).filter(row => row.selectionId === current.id))
    const row = found(rows.find(one => one.applicationId === applicationId))
    if (row.releasedAt !== null) throw problem('platform.wrong-state')
    const write = await letterWriter(tx, fairId, placeAndTime(ctx), decision, [row])
    await announce(tx, ctx, current.id, [{ id: applicationId, dueAt: (await write(row)).dueAt }])
    const [view] = await readDecisions(tx, fairId)
    const result = found(view?.outcomes.find(one => one.applicationId === applicationId))
    return {
      result,
      audit: { entity: 'application', entityId: applicationId, after: { outcome: row.outcome, note } },
    }
  })
}
