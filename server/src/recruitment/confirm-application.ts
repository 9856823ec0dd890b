import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import { type Ctx, personOf } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { recordConfirmation } from './confirmation.ts'
import { lockApplication } from './lock-application.ts'

/**
 * Somebody of the establishment confirms, signed in, what an officer handed in for it. Refused with platform.wrong-state
 * unless it waits for that.
 */
export async function confirmApplication(ctx: Ctx, applicationId: string): Promise<ApplicationView> {
  return await change(ctx, 'recruitment.confirm', { application: applicationId }, async (tx, target) => {
    const application = found(await lockApplication(tx, target.fairId ?? '', applicationId))
    const { name } = personOf(ctx)
    const { view, note } = await recordConfirmation(tx, ctx, application, { method: 'account', name })
    return { result: view, audit: note }
  })
}
