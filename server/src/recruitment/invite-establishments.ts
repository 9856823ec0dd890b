import type { InviteInput, InviteResult } from '@hoicho/shared/recruitment/schema.ts'
import { sql } from 'kysely'
import { queueMail } from '../mail/queue-mail.ts'
import { type AuditNote, change } from '../platform/change.ts'
import { actorPersonId, type Ctx, type Tx } from '../platform/context.ts'
import { newId } from '../platform/ids.ts'
import { found, problem } from '../platform/problem.ts'
import { letterParams } from './invitation-letter.ts'
import { linkHashes, linkUrl } from './invitation-link.ts'
import { demandLettersMayGo } from './open-call.ts'
import * as queries from './queries.ts'

/**
 * Invites establishments of the directory to a fair, each by a mail with a link of its own. Asked again, it invites only
 * those not invited before; one without an e-mail address, or that asked not to be written to, is told apart and not
 * recorded.
 * Refused: a fair that is not published, registration closed (before it opens, letters may go out).
 */
export async function inviteEstablishments(
  ctx: Ctx,
  fairId: string,
  { establishmentIds }: InviteInput,
): Promise<InviteResult[]> {
  return await change(ctx, 'recruitment.invite', { fair: fairId }, async tx => {
    const fair = found(await queries.fairByIdOrSlug(tx, fairId))
    demandLettersMayGo(ctx, fair)
    const establishments = await addressees(tx, fair.organizerId, establishmentIds)
    const result: InviteResult[] = []
    const audit: AuditNote[] = []
    for (const establishmentId of new Set(establishmentIds)) {
      const establishment = establishments.get(establishmentId)
      if (!establishment) throw problem('platform.not-found')
      const { outcome, id } = await inviteOne(tx, ctx, fair, establishment)
      result.push({ establishmentId, outcome })
      if (id) {
        const after = { state: 'sent' }
        audit.push({ entity: 'fair-invitation', entityId: id, after, target: { establishmentId } })
      }
    }
    return { result, audit }
  })
}

type Addressee = { id: string; name: string; email: string | null; optedOut: string | null }

async function addressees(
  tx: Tx,
  organizerId: string,
  establishmentIds: readonly string[],
): Promise<Map<string, Addressee>> {
  const rows = await tx
    .selectFrom('establishment')
    .leftJoin('invitationOptOut', join =>
      join
        .onRef('invitationOptOut.establishmentId', '=', 'establishment.id')
        .on('invitationOptOut.organizerId', '=', organizerId),
    )
    .select(['establishment.id', 'name', 'email', 'invitationOptOut.establishmentId as optedOut'])
    .where('establishment.id', '=', sql<string>`any(${establishmentIds}::uuid[])`)
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

/** Written out: as a parameter it would not match the partial index once PostgreSQL plans the statement for any value. */
const REVOKED = sql.lit<'revoked'>('revoked')

type Invited = { outcome: InviteResult['outcome']; id?: string }

async function inviteOne(
  tx: Tx,
  ctx: Ctx,
  fair: queries.FairForRecruitment,
  establishment: Addressee,
): Promise<Invited> {
  if (!establishment.email) return { outcome: 'no-e-mail' }
  if (establishment.optedOut) return { outcome: 'opted-out' }
  const id = newId()
  const inserted = await tx
    .insertInto('fairInvitation')
    .values({
      id,
      fairId: fair.id,
      establishmentId: establishment.id,
      email: establishment.email,
      channel: 'officer',
      ...linkHashes(ctx.app, id),
      state: 'sent',
      invitedBy: actorPersonId(ctx),
      invitedAt: ctx.now(),
    })
    .onConflict(conflict =>
      conflict.columns(['fairId', 'establishmentId']).where('state', '<>', REVOKED).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  if (!inserted) return { outcome: 'already-invited' }
  const mailId = await sendLetter(tx, ctx, fair, { ...establishment, email: establishment.email }, id)
  await tx.updateTable('fairInvitation').set({ mailId }).where('id', '=', id).execute()
  return { outcome: 'invited', id }
}

/** In the owner's language where the establishment has one, in Vietnamese otherwise. */
export async function sendLetter(
  tx: Tx,
  ctx: Ctx,
  fair: queries.FairForRecruitment,
  establishment: { id: string; name: string; email: string },
  invitationId: string,
): Promise<string> {
  const [owner] = await queries.ownersOf(tx, establishment.id)
  const locale = owner?.locale ?? 'vi'
  return await queueMail(ctx.app, tx, ctx.now(), {
    template: 'fair-invitation',
    to: { address: establishment.email, name: establishment.name },
    locale,
    params: letterParams(fair, establishment.name, locale, linkUrl(ctx.app, invitationId)),
    isSecret: true,
    scope: { organizerId: fair.organizerId, fairId: fair.id, establishmentId: establishment.id },
  })
}
