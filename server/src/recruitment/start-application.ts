import type { ApplicationView } from '@hoicho/shared/recruitment/schema.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { insertDraft } from './insert-draft.ts'
import { invitationByToken, invitationOf, moveInvitation } from './invitation.ts'
import { demandOpenCall } from './open-call.ts'
import * as queries from './queries.ts'
import { readApplication } from './reads.ts'

/**
 * Starts an establishment's application to a fair (id or page address): a draft on the form in force, which it keeps,
 * with what the last fair's application and the profile already say filled in and marked so. An invitation of the establishment to this fair is linked, with or
 * without its token. Refused: call not open, no form, recruitment.already-applied.
 */
export async function startApplication(
  ctx: Ctx,
  fairIdOrSlug: string,
  establishmentId: string,
  invitationToken?: string,
): Promise<ApplicationView> {
  return await change(
    ctx,
    'recruitment.apply',
    { establishment: establishmentId },
    async tx => {
      const fair = found(await queries.fairByIdOrSlug(tx, fairIdOrSlug))
      if (fair.state === 'draft') throw problem('platform.not-found')
      demandOpenCall(ctx, fair)
      const form = await queries.formOf(tx, fair.id, fair.formVersion)
      if (!form) throw problem('recruitment.no-form')
      const invitation = await usedInvitation(tx, ctx, fair.id, establishmentId, invitationToken)
      const id = await insertDraft(tx, ctx, fair, establishmentId, form, {
        invitationId: invitation?.id ?? null,
      })
      const invitationNotes = invitation ? await moveInvitation(tx, invitation, 'start') : []
      const target = { fairId: fair.id, organizerId: fair.organizerId }
      const after = { state: 'draft', invitationId: invitation?.id ?? null }
      return {
        result: await readApplication(tx, fair.id, id, true),
        audit: [
          { entity: 'application', entityId: id, after, target },
          ...invitationNotes.map(note => ({ ...note, target })),
        ],
      }
    },
    { application_once: 'recruitment.already-applied' },
  )
}

/** The link's own invitation must be to this fair and establishment; without a link, one sent earlier counts too. */
async function usedInvitation(
  tx: Tx,
  ctx: Ctx,
  fairId: string,
  establishmentId: string,
  token: string | undefined,
) {
  if (!token) return await invitationOf(tx, fairId, establishmentId)
  const invitation = await invitationByToken(tx, ctx, token)
  const isForThis = invitation.fairId === fairId && invitation.establishmentId === establishmentId
  return isForThis ? invitation : await invitationOf(tx, fairId, establishmentId)
}
