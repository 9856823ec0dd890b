import { fairNameIn } from '@hoicho/shared/fairs/fair-name.ts'
import type { ChecksView, RefusalInput } from '@hoicho/shared/selection/schema.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { found } from '../platform/problem.ts'
import { lockApplication } from '../recruitment/lock-application.ts'
import { moveApplication } from '../recruitment/move-application.ts'
import { readChecks } from './checks.ts'
import { organizerForPapers, recipientOf } from './decision-queries.ts'
import { fairForSelection } from './queries.ts'

/** Turns an application away before it is scored, and writes to the establishment why. */
export async function refuseApplication(
  ctx: Ctx,
  applicationId: string,
  { reason }: RefusalInput,
): Promise<ChecksView> {
  return await change(ctx, 'selection.check', { application: applicationId }, async (tx, target) => {
    const fairId = found(target.fairId)
    const { before, after } = await moveApplication(tx, ctx, fairId, applicationId, 'refuse')
    const mailId = await queueLetter(tx, ctx, fairId, applicationId, reason)
    await tx
      .insertInto('applicationRefusal')
      .values({ applicationId, fairId, reason, mailId, refusedBy: actorPersonId(ctx), refusedAt: ctx.now() })
      .execute()
    const audit = {
      entity: 'application',
      entityId: applicationId,
      before: { state: before },
      after: { state: after, reason },
    }
    return { result: await readChecks(tx, fairId, applicationId), audit }
  })
}

/** `null` when there is no address to write to. */
async function queueLetter(tx: Tx, ctx: Ctx, fairId: string, applicationId: string, reason: string) {
  const fair = found(await fairForSelection(tx, fairId))
  const { establishmentId, number } = found(await lockApplication(tx, fairId, applicationId))
  const recipient = await recipientOf(tx, establishmentId)
  if (recipient.address === null) return null
  const organizer = await organizerForPapers(tx, fair.organizerId)
  return await queueMail(ctx.app, tx, ctx.now(), {
    template: 'application-refused',
    to: { address: recipient.address, name: recipient.name },
    locale: recipient.locale,
    params: {
      establishment: recipient.name,
      fair: fairNameIn(fair, recipient.locale),
      number: number ?? '',
      reason,
      organizer: recipient.locale === 'vi' ? organizer.nameVi : organizer.nameEn || organizer.nameVi,
      contact: organizer.email,
    },
    scope: { organizerId: fair.organizerId, fairId, establishmentId },
  })
}
