import { INVITATION_STATES } from '@hoicho/shared/recruitment/states.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { change } from '../platform/change.ts'
import type { Ctx, Tx } from '../platform/context.ts'
import { found, problem } from '../platform/problem.ts'
import { letterMail, openWriting } from './campaigns/letter.ts'
import { campaignById } from './campaigns/queries.ts'
import { invitationById } from './invitation.ts'
import { linkHashes, linkUrl, stopUrl } from './invitation-link.ts'
import { sendLetter } from './invite-establishments.ts'
import { demandLettersMayGo } from './open-call.ts'
import * as queries from './queries.ts'

/**
 * Sends an invitee the letter again, to the address the directory holds now, with the same personal link and the paper it
 * had. Refused: an invitation that was answered or revoked, recruitment.letter-under-way while the last letter waits,
 * recruitment.no-address, recruitment.opted-out, a fair whose letters may not go.
 */
export async function resendInvitation(ctx: Ctx, fairId: string, invitationId: string): Promise<void> {
  await change(ctx, 'recruitment.invite', { fair: fairId }, async tx => {
    const invitation = await invitationById(tx, fairId, invitationId)
    const fair = found(await queries.fairByIdOrSlug(tx, fairId))
    demandLettersMayGo(ctx, fair)
    const isOpen = INVITATION_STATES[invitation.state].decline !== undefined
    if (!isOpen) throw problem('platform.wrong-state')
    const establishment = found(await queries.establishmentById(tx, invitation.establishmentId))
    const { email } = establishment
    if (!email) throw problem('recruitment.no-address')
    if (await queries.isOptedOut(tx, fair.organizerId, establishment.id))
      throw problem('recruitment.opted-out')
    const before = await mailOf(tx, invitation.mailId)
    if (before?.state === 'queued') throw problem('recruitment.letter-under-way')
    const mailId = invitation.campaignId
      ? await repeatCampaignLetter(
          tx,
          ctx,
          fair,
          { ...invitation, campaignId: invitation.campaignId },
          before,
          {
            ...establishment,
            email,
          },
        )
      : await sendLetter(tx, ctx, fair, { ...establishment, email }, invitationId)
    await tx
      .updateTable('fairInvitation')
      .set({ email, mailId, ...linkHashes(ctx.app, invitationId) })
      .where('id', '=', invitationId)
      .execute()
    const audit = {
      entity: 'fair-invitation',
      entityId: invitationId,
      before: { email: invitation.email },
      after: { email, resent: true },
      target: { establishmentId: invitation.establishmentId },
    }
    return { result: undefined, audit }
  })
}

const mailOf = (tx: Tx, mailId: string | null) =>
  tx.selectFrom('mail').select(['state', 'attachments']).where('id', '=', mailId).executeTakeFirst()

async function repeatCampaignLetter(
  tx: Tx,
  ctx: Ctx,
  fair: queries.FairForRecruitment,
  invitation: { id: string; campaignId: string; establishmentId: string },
  before: { attachments: unknown } | undefined,
  establishment: { name: string; representativeName: string | null; email: string },
): Promise<string> {
  const campaign = found(await campaignById(tx, fair.id, invitation.campaignId))
  const mail = letterMail(
    await openWriting(tx, fair, campaign),
    establishment,
    linkUrl(ctx.app, invitation.id),
  )
  return await queueMail(ctx.app, tx, ctx.now(), {
    ...mail,
    to: { address: establishment.email, name: establishment.name },
    // Written by queueMail alone.
    attachments: (before?.attachments ?? []) as { fileId: string; name: string }[],
    isSecret: true,
    isBulk: true,
    unsubscribeUrl: stopUrl(ctx.app, invitation.id),
    scope: { organizerId: fair.organizerId, fairId: fair.id, establishmentId: invitation.establishmentId },
  })
}
