import type { FeeInput, FeeView } from '@hoicho/shared/selection/gate-schema.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { readFee } from './fee.ts'
import { gateSettingsOf } from './gate-settings-query.ts'
import { fairForSelection } from './queries.ts'

/**
 * Finance writes down what came in of the fee before appraisal, as the statement shows it. Too much may be recorded.
 * Refused with selection.no-fee where the fair asks none.
 */
export async function recordFee(ctx: Ctx, applicationId: string, input: FeeInput): Promise<FeeView> {
  return await change(ctx, 'selection.record-fee', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    found(await lockApplication(tx, fairId, applicationId))
    const { feeMinor } = await gateSettingsOf(tx, fairId)
    if (feeMinor === null) throw problem('selection.no-fee')
    const { currency } = found(await fairForSelection(tx, fairId))
    const id = newId()
    const recorded = { recordedBy: actorPersonId(ctx), recordedAt: ctx.now() }
    await tx
      .insertInto('feePayment')
      .values({ id, fairId, applicationId, currency, ...input, ...recorded })
      .execute()
    const audit = { entity: 'fee-payment', entityId: id, after: { applicationId, ...input } }
    return { result: await readFee(tx, fairId, applicationId), audit }
  })
}
