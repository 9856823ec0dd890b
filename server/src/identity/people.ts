import type {
  InvitationView,
  MemberView,
  OrganizerSummary,
  ReceivedInvitation,
} from '@hoicho/shared/identity/schema.ts'
import type { Ctx } from '../platform/context.ts'
import { mayRead } from '../platform/permission.ts'
import { problem } from '../platform/problem.ts'
import * as queries from './queries.ts'

const markMe = (ctx: Ctx, rows: Omit<MemberView, 'isMe'>[]): MemberView[] =>
  rows.map(row => ({ ...row, isMe: ctx.actor.kind === 'person' && row.personId === ctx.actor.id }))

export async function listStaff(ctx: Ctx, organizerId: string): Promise<MemberView[]> {
  await mayRead(ctx, 'identity.list-staff', { organizer: organizerId })
  return markMe(ctx, await queries.staffOf(ctx.app.db, organizerId))
}

export async function listStaffInvitations(ctx: Ctx, organizerId: string): Promise<InvitationView[]> {
  await mayRead(ctx, 'identity.list-staff', { organizer: organizerId })
  return await queries.openInvitations(ctx.app.db, { organizerId })
}

export async function listMembers(ctx: Ctx, establishmentId: string): Promise<MemberView[]> {
  await mayRead(ctx, 'identity.list-members', { establishment: establishmentId })
  return markMe(ctx, await queries.membersOf(ctx.app.db, establishmentId))
}

export async function listMemberInvitations(ctx: Ctx, establishmentId: string): Promise<InvitationView[]> {
  await mayRead(ctx, 'identity.list-members', { establishment: establishmentId })
  return await queries.openInvitations(ctx.app.db, { establishmentId })
}

/** The invitation behind a mailed link, before it is taken up. Refuses with identity.link-expired. */
export async function viewInvitation(ctx: Ctx, token: string): Promise<ReceivedInvitation> {
  await mayRead(ctx, 'identity.accept-invitation')
  const row = await queries.invitationByToken(ctx.app.db, token)
  if (!row || row.acceptedAt || row.revokedAt || row.expiresAt < ctx.now()) {
    throw problem('identity.link-expired')
  }
  return {
    place: row.organizerName ?? row.establishmentName ?? '',
    kind: row.organizerName ? 'organizer' : 'establishment',
    role: row.role,
    email: row.email,
    expiresAt: row.expiresAt,
    hasAccount: row.personId !== null,
  }
}

export async function listOrganizers(ctx: Ctx): Promise<OrganizerSummary[]> {
  await mayRead(ctx, 'identity.list-organizers')
  return await queries.organizerSummaries(ctx.app.db)
}
