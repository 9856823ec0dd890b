import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, invalid, problem } from '../platform/problem.ts'
import { lockApplication } from './lock-application.ts'

/**
 * Gives an application to an officer of the organizer, or to nobody. `from` is who had it when the caller looked: who comes
 * second is told (platform.changed-meanwhile). Refused at the field for somebody who is not on the organizer's desk.
 */
export async function assignOfficer(
  ctx: Ctx,
  applicationId: string,
  { officerId, from }: { officerId: string | null; from: string | null },
): Promise<{ assigneeId: string | null }> {
  return await change(
    ctx,
    'recruitment.assign-officer',
    { application: applicationId },
    async (tx, target) => {
      const application = found(await lockApplication(tx, target.fairId ?? '', applicationId))
      if (application.assigneeId !== from) throw problem('platform.changed-meanwhile')
      if (officerId !== null) {
        const member = await tx
          .selectFrom('organizerMember')
          .select('id')
          .where('organizerId', '=', target.organizerId ?? '')
          .where('personId', '=', officerId)
          .where(row => row.or([row('role', '=', 'manager'), row('role', '=', 'officer')]))
          .where('endedAt', 'is', null)
          .executeTakeFirst()
        if (!member) throw invalid({ pointer: '/officerId', code: 'choice' })
      }
      await tx
        .updateTable('application')
        .set({ assigneeId: officerId, assignedAt: officerId === null ? null : ctx.now() })
        .where('id', '=', applicationId)
        .execute()
      const audit = {
        entity: 'application',
        entityId: applicationId,
        before: { assigneeId: from },
        after: { assigneeId: officerId },
      }
      return { result: { assigneeId: officerId }, audit }
    },
  )
}
