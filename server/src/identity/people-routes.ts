import {
  AcceptedInvitation,
  InvitationView,
  ManagerInvitation,
  MemberView,
  NewOrganizer,
  OrganizerSummary,
  ReceivedInvitation,
  StaffInvitation,
  StaffRole,
  TokenInput,
} from '@hoicho/shared/identity/schema.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  IdParam,
  inOrganizer,
  noContent,
  ok,
  router,
  z,
} from '../platform/http.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeStaffRole, endRole } from './change-role.ts'
import { createOrganizer, inviteManager } from './create-organizer.ts'
import { inviteStaff } from './invite.ts'
import { listOrganizers, listStaff, listStaffInvitations, viewInvitation } from './people.ts'
import { resendInvitation, revokeInvitation } from './renew-invitation.ts'

const memberId = { memberId: IdParam }
const invitationId = { invitationId: IdParam }
const Members = z.object({ items: z.array(MemberView) })
const Invitations = z.object({ items: z.array(InvitationView) })

const staffList = createRoute({
  ...act('identity.list-staff'),
  method: 'get',
  path: '/organizers/{organizerId}/staff',
  summary: 'Who works for an organizer, in which role',
  request: { params: inOrganizer },
  responses: ok(Members),
})

const staffRole = createRoute({
  ...act('identity.manage-staff'),
  method: 'put',
  path: '/organizers/{organizerId}/staff/{memberId}',
  summary: 'Give a member of staff another role',
  request: { params: inOrganizer.extend(memberId), body: body(StaffRole) },
  responses: noContent,
})

const staffEnd = createRoute({
  ...act('identity.manage-staff'),
  method: 'delete',
  path: '/organizers/{organizerId}/staff/{memberId}',
  summary: "End a member of staff's role",
  request: { params: inOrganizer.extend(memberId) },
  responses: noContent,
})

const staffInvitations = createRoute({
  ...act('identity.list-staff'),
  method: 'get',
  path: '/organizers/{organizerId}/staff-invitations',
  summary: 'Open invitations to work for an organizer',
  request: { params: inOrganizer },
  responses: ok(Invitations),
})

const staffInvite = createRoute({
  ...act('identity.manage-staff'),
  method: 'post',
  path: '/organizers/{organizerId}/staff-invitations',
  summary: 'Invite a person to work for an organizer',
  request: { params: inOrganizer, body: body(StaffInvitation) },
  responses: created(InvitationView),
})

const staffResend = createRoute({
  ...act('identity.manage-staff'),
  method: 'post',
  path: '/organizers/{organizerId}/staff-invitations/{invitationId}/resend',
  summary: 'Send an invitation again, with a new link',
  request: { params: inOrganizer.extend(invitationId) },
  responses: ok(InvitationView),
})

const staffRevoke = createRoute({
  ...act('identity.manage-staff'),
  method: 'delete',
  path: '/organizers/{organizerId}/staff-invitations/{invitationId}',
  summary: 'Withdraw an invitation',
  request: { params: inOrganizer.extend(invitationId) },
  responses: noContent,
})

const received = createRoute({
  ...act('identity.accept-invitation'),
  method: 'post',
  path: '/invitations/view',
  summary: 'What an invitation is to, by the token of its link',
  request: { body: body(TokenInput) },
  responses: ok(ReceivedInvitation),
})

const accept = createRoute({
  ...act('identity.account'),
  method: 'post',
  path: '/invitations/accept',
  summary: 'Take up an invitation, signed in under the address it was sent to',
  request: { body: body(TokenInput) },
  responses: ok(AcceptedInvitation),
})

const organizers = createRoute({
  ...act('identity.list-organizers'),
  method: 'get',
  path: '/organizers',
  summary: 'All organizers, for the platform administrator',
  responses: ok(z.object({ items: z.array(OrganizerSummary) })),
})

const organizerNew = createRoute({
  ...act('identity.create-organizer'),
  method: 'post',
  path: '/organizers',
  summary: 'Set up an organizer and invite its first manager',
  request: { body: body(NewOrganizer) },
  responses: created(z.object({ id: z.uuid() })),
})

const managerInvite = createRoute({
  ...act('identity.invite-manager'),
  method: 'post',
  path: '/organizers/{organizerId}/manager-invitations',
  summary: 'Invite a manager on behalf of the platform',
  request: { params: inOrganizer, body: body(ManagerInvitation) },
  responses: created(InvitationView),
})

const staffRoutes = router()
  .openapi(staffList, async c => {
    return c.json({ items: await listStaff(ctxOf(c), c.req.valid('param').organizerId) }, 200)
  })
  .openapi(staffRole, async c => {
    const { organizerId, memberId: member } = c.req.valid('param')
    await changeStaffRole(ctxOf(c), organizerId, member, c.req.valid('json').role)
    return c.body(null, 204)
  })
  .openapi(staffEnd, async c => {
    const { organizerId, memberId: member } = c.req.valid('param')
    await endRole(ctxOf(c), { organizer: organizerId }, member)
    return c.body(null, 204)
  })
  .openapi(staffInvitations, async c => {
    return c.json({ items: await listStaffInvitations(ctxOf(c), c.req.valid('param').organizerId) }, 200)
  })
  .openapi(staffInvite, async c => {
    return c.json(await inviteStaff(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('json')), 201)
  })
  .openapi(staffResend, async c => {
    const { organizerId, invitationId: id } = c.req.valid('param')
    return c.json(await resendInvitation(ctxOf(c), { organizer: organizerId }, id), 200)
  })
  .openapi(staffRevoke, async c => {
    const { organizerId, invitationId: id } = c.req.valid('param')
    await revokeInvitation(ctxOf(c), { organizer: organizerId }, id)
    return c.body(null, 204)
  })

const platformRoutes = router()
  .openapi(received, async c => c.json(await viewInvitation(ctxOf(c), c.req.valid('json').token), 200))
  .openapi(accept, async c => c.json(await acceptInvitation(ctxOf(c), c.req.valid('json').token), 200))
  .openapi(organizers, async c => c.json({ items: await listOrganizers(ctxOf(c)) }, 200))
  .openapi(organizerNew, async c => {
    const { organizer, manager } = c.req.valid('json')
    return c.json(await createOrganizer(ctxOf(c), organizer, manager), 201)
  })
  .openapi(managerInvite, async c => {
    return c.json(await inviteManager(ctxOf(c), c.req.valid('param').organizerId, c.req.valid('json')), 201)
  })

export const peopleRoutes = router().route('/', staffRoutes).route('/', platformRoutes)
