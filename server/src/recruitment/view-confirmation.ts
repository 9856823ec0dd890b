import type { ConfirmationView } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { found } from '../platform/problem.ts'
import { confirmationOf } from './confirmation-query.ts'
import * as queries from './queries.ts'

/** How the confirmation of an application that was entered for an establishment stands. */
export async function viewConfirmation(ctx: Ctx, applicationId: string): Promise<ConfirmationView> {
  const target = await mayRead(ctx, 'recruitment.view-confirmation', { application: applicationId })
  const row = found(await confirmationOf(ctx.app.db, target.fairId ?? '', applicationId))
  const { email, phone, establishmentId, accountName, confirmedName, ...view } = row
  const owners = await queries.ownersOf(ctx.app.db, establishmentId)
  const addresses = owners.length > 0 ? owners.map(owner => owner.email) : [email].filter(one => one !== null)
  return { ...view, phone, addresses, confirmedName: confirmedName ?? accountName }
}
