import type { CallInput, HandedOver, LoggedCall } from '@hoicho/shared/recruitment/campaign-schema.ts'
import { type AuditNote, change } from '../../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { found, invalid, problem } from '../../platform/problem.ts'
import { invitationOf, moveInvitation } from '../invitation.ts'
import { linkCode, linkHashes, linkUrl } from '../invitation-link.ts'
import { demandLettersMayGo } from '../open-call.ts'
import { establishmentById, fairByIdOrSlug } from '../queries.ts'

/**
 * Writes down a call to an establishment about a fair. One that ends with "no" declines for it; a code may be handed over,
 * which invites the establishment by phone unless it was invited before, and stays the same when asked for again.
 * Refused: a call in the future (422), declining after submitting, a code for a fair whose letters may not go.
 */
export async function logCall(ctx: Ctx, fairId: string, input: CallInput): Promise<LoggedCall> {
  return await change<LoggedCall>(ctx, 'recruitment.log-calls', { fair: fairId }, async tx => {
    if (input.calledAt > ctx.now()) throw invalid({ pointer: '/calledAt', code: 'in-future' })
    found(await establishmentById(tx, input.establishmentId))
    const id = newId()
    const { calledAt, outcome, note, establishmentId } = input
    const callAgainOn = outcome === 'declined' ? null : input.callAgainOn
    await tx
      .insertInto('recruitmentCall')
      .values({
        id,
        fairId,
        establishmentId,
        calledAt,
        calledBy: actorPersonId(ctx),
        outcome,
        note,
        callAgainOn,
        createdAt: ctx.now(),
      })
      .execute()
    const audit: AuditNote[] = [
      {
        entity: 'recruitment-call',
        entityId: id,
        after: { outcome, callAgainOn },
        target: { establishmentId },
      },
    ]
    if (outcome === 'declined') audit.push(...(await decline(tx, ctx, fairId, input)))
    if (!input.handOver || outcome === 'declined') return { result: { id, handedOver: null }, audit }
    const { invitationId, notes } = await inviteByPhone(tx, ctx, fairId, establishmentId)
    return { result: { id, handedOver: handedOver(ctx, invitationId) }, audit: [...audit, ...notes] }
  })
}

const handedOver = (ctx: Ctx, invitationId: string): HandedOver => ({
  invitationId,
  code: linkCode(ctx.app, invitationId),
  link: linkUrl(ctx.app, invitationId),
})

async function decline(tx: Tx, ctx: Ctx, fairId: string, input: CallInput): Promise<AuditNote[]> {
  const { notes } = await inviteByPhone(tx, ctx, fairId, input.establishmentId)
  const invitation = found(await invitationOf(tx, fairId, input.establishmentId))
  const declined = await moveInvitation(tx, invitation, 'decline', {
    declinedAt: ctx.now(),
    declineCode: input.declineCode,
    declineReason: input.note || null,
  })
  if (declined.length === 0 && invitation.state !== 'declined') throw problem('platform.wrong-state')
  return [...notes, ...declined]
}

/** The establishment's invitation to the fair; a new one by phone where it has none. Old ones get the code they lack. */
async function inviteByPhone(tx: Tx, ctx: Ctx, fairId: string, establishmentId: string) {
  demandLettersMayGo(ctx, found(await fairByIdOrSlug(tx, fairId)))
  const known = await invitationOf(tx, fairId, establishmentId)
  if (known) {
    if (!known.codeHash)
      await tx
        .updateTable('fairInvitation')
        .set(linkHashes(ctx.app, known.id))
        .where('id', '=', known.id)
        .execute()
    return { invitationId: known.id, notes: [] }
  }
  const id = newId()
  await tx
    .insertInto('fairInvitation')
    .values({
      id,
      fairId,
      establishmentId,
      email: null,
      ...linkHashes(ctx.app, id),
      state: 'sent',
      channel: 'phone',
      invitedBy: actorPersonId(ctx),
      invitedAt: ctx.now(),
    })
    .execute()
  await tx
    .updateTable('campaignRecipient')
    .set({ invitationId: id })
    .where('fairId', '=', fairId)
    .where('establishmentId', '=', establishmentId)
    .where('skipReason', '=', 'no-e-mail')
    .execute()
  const after = { state: 'sent', channel: 'phone' }
  return {
    invitationId: id,
    notes: [{ entity: 'fair-invitation', entityId: id, after, target: { establishmentId } }],
  }
}
