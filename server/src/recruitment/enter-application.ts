import type { EnterInput } from '@hoicho/shared/recruitment/confirmation-schema.ts'
import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { insertDraft } from './insert-draft.ts'
import { invitationOf, moveInvitation } from './invitation.ts'
import { demandOpenCall } from './open-call.ts'
import * as queries from './queries.ts'
import { readApplication } from './reads.ts'

/**
 * An officer starts an application for an establishment of the directory, from a paper form or by telephone. From then on
 * desk and establishment may both write in it; what the desk hands in waits for the establishment's confirmation.
 * Refused: call not open, no form, recruitment.already-applied; an establishment that is not in the directory (404).
 */
export async function enterApplication(
  ctx: Ctx,
  fairId: string,
  { establishmentId, enteredFrom }: EnterInput,
): Promise<ApplicationView> {
  return await change(
    ctx,
    'recruitment.enter-application',
    { fair: fairId },
    async (tx, target) => {
      const fair = found(await queries.fairByIdOrSlug(tx, fairId))
      demandOpenCall(ctx, fair)
      const form = await queries.formOf(tx, fairId, fair.formVersion)
      if (!form) throw problem('recruitment.no-form')
      const living = await tx
        .selectFrom('establishment')
        .select('id')
        .where('id', '=', establishmentId)
        .where('mergedInto', 'is', null)
        .forKeyShare()
        .executeTakeFirst()
      found(living)
      const invitation = await invitationOf(tx, fairId, establishmentId)
      const id = await insertDraft(tx, ctx, fair, establishmentId, form, {
        invitationId: invitation?.id ?? null,
        entry: { organizerId: fair.organizerId, from: enteredFrom },
      })
      const notes = invitation ? await moveInvitation(tx, invitation, 'start') : []
      const about = { ...target, establishmentId }
      const after = { state: 'draft', channel: 'officer', enteredFrom, invitationId: invitation?.id ?? null }
      return {
        result: await readApplication(tx, fairId, id, true),
        audit: [{ entity: 'application', entityId: id, after, target: about }, ...notes],
      }
    },
    { application_once: 'recruitment.already-applied' },
  )
}
