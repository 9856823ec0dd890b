import { InvitationView, MemberInvitation, MemberRole, MemberView } from '@hoicho/shared/identity/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inEstablishment,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { changeMemberRole, endRole } from './change-role.ts'
import { inviteMember } from './invite.ts'
import { listMemberInvitations, listMembers } from './people.ts'
import { resendInvitation, revokeInvitation } from './renew-invitation.ts'

const memberId = { memberId: IdParam }
const invitationId = { invitationId: IdParam }
const Members = z.object({ items: z.array(MemberView) })
const Invitations = z.object({ items: z.array(InvitationView) })

const memberList = createRoute({
  ...act('identity.list-members'),
  method: 'get',
  path: '/establishments/{establishmentId}/members',
  summary: 'Who acts for an establishment',
  request: { params: inEstablishment },
  responses: ok(Members),
})

const memberRole = createRoute({
  ...act('identity.manage-members'),
  method: 'put',
  path: '/establishments/{establishmentId}/members/{memberId}',
  summary: 'Give a person of an establishment another role',
  request: { params: inEstablishment.extend(memberId), body: body(MemberRole) },
  responses: noContent,
})

const memberEnd = createRoute({
  ...act('identity.manage-members'),
  method: 'delete',
  path: '/establishments/{establishmentId}/members/{memberId}',
  summary: 'End the role of a person of an establishment',
  request: { params: inEstablishment.extend(memberId) },
  responses: noContent,
})

const memberInvitations = createRoute({
  ...act('identity.list-members'),
  method: 'get',
  path: '/establishments/{establishmentId}/member-invitations',
  summary: 'Open invitations to act for an establishment',
  request: { params: inEstablishment },
  responses: ok(Invitations),
})

const memberInvite = createRoute({
  ...act('identity.manage-members'),
  method: 'post',
  path: '/establishments/{establishmentId}/member-invitations',
  summary: 'Invite a person to act for an establishment',
  request: { params: inEstablishment, body: body(MemberInvitation) },
  responses: created(InvitationView),
})

const memberResend = createRoute({
  ...act('identity.manage-members'),
  method: 'post',
  path: '/establishments/{establishmentId}/member-invitations/{invitationId}/resend',
  summary: 'Send an invitation again, with a new link',
  request: { params: inEstablishment.extend(invitationId) },
  responses: ok(InvitationView),
})

const memberRevoke = createRoute({
  ...act('identity.manage-members'),
  method: 'delete',
  path: '/establishments/{establishmentId}/member-invitations/{invitationId}',
  summary: 'Withdraw an invitation',
  request: { params: inEstablishment.extend(invitationId) },
  responses: noContent,
})

export const memberRoutes = router()
  .openapi(memberList, async c => {
    return c.json({ items: await listMembers(ctxOf(c), c.req.valid('param').establishmentId) }, 200)
  })
  .openapi(memberRole, async c => {
    const { establishmentId, memberId: member } = c.req.valid('param')
    await changeMemberRole(ctxOf(c), establishmentId, member, c.req.valid('json').role)
    return c.body(null, 204)
  })
  .openapi(memberEnd, async c => {
    const { establishmentId, memberId: member } = c.req.valid('param')
    await endRole(ctxOf(c), { establishment: establishmentId }, member)
    return c.body(null, 204)
  })
  .openapi(memberInvitations, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json({ items: await listMemberInvitations(ctxOf(c), establishmentId) }, 200)
  })
  .openapi(memberInvite, async c => {
    const { establishmentId } = c.req.valid('param')
    return c.json(await inviteMember(ctxOf(c), establishmentId, c.req.valid('json')), 201)
  })
  .openapi(memberResend, async c => {
    const { establishmentId, invitationId: id } = c.req.valid('param')
    return c.json(await resendInvitation(ctxOf(c), { establishment: establishmentId }, id), 200)
  })
  .openapi(memberRevoke, async c => {
    const { establishmentId, invitationId: id } = c.req.valid('param')
    await revokeInvitation(ctxOf(c), { establishment: establishmentId }, id)
    return c.body(null, 204)
  })
