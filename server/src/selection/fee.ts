import { FeeView } from '@hoicho/shared/selection/gate-schema.ts'
import type { Ctx, Db, Tx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { feePayments } from './fee-queries.ts'
import { gateSettingsOf } from './gate-settings-query.ts'
import { fairForSelection } from './queries.ts'

/** The fee asked before appraisal and what came in of it. */
export async function viewFee(ctx: Ctx, applicationId: string): Promise<FeeView> {
  const target = await mayRead(ctx, 'selection.view-fee', { application: applicationId })
  return await readFee(ctx.app.db, found(target.fairId), applicationId)
}

export async function readFee(db: Db | Tx, fairId: string, applicationId: string): Promise<FeeView> {
  const { feeMinor } = await gateSettingsOf(db, fairId)
  const { currency } = found(await fairForSelection(db, fairId))
  const items = await feePayments(db, applicationId)
  const counted = items.filter(payment => payment.voidedAt === null)
  const paidMinor = counted.reduce((sum, payment) => sum + payment.amountMinor, 0)
  return FeeView.parse({ askedMinor: feeMinor, paidMinor, currency, items })
}
