import { StopLettersInput } from '@hoicho/shared/recruitment/campaign-schema.ts'
import {
  AcceptedFairInvitation,
  DeclineInput,
  InvitationItem,
  InviteInput,
  InviteResult,
  LetterPreview,
  OpenedInvitation,
} from '@hoicho/shared/recruitment/schema.ts'
import {
  act,
  body,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  inFair,
  noContent,
  ok,
  router,
  sendFile,
  z,
} from '../platform/http.ts'
import { acceptFairInvitation } from './accept-fair-invitation.ts'
import { callPoster } from './call-poster.ts'
import { declineInvitation } from './decline-invitation.ts'
import { inviteEstablishments } from './invite-establishments.ts'
import { openInvitation } from './open-invitation.ts'
import { publicCallCode } from './public-call-code.ts'
import { listInvitations, previewInvitation } from './reads.ts'
import { resendInvitation } from './resend-invitation.ts'
import { revokeInvitation } from './revoke-invitation.ts'
import { stopLetters } from './stop-letters.ts'

const withToken = z.object({ token: z.string().min(10).max(100) })

const listInvited = createRoute({
  ...act('recruitment.list-invitations'),
  method: 'get',
  path: '/fairs/{fairId}/invitations',
  summary: 'Who was invited to a fair, and how far each got',
  request: { params: inFair },
  responses: ok(z.object({ items: z.array(InvitationItem) })),
})

const invite = createRoute({
  ...act('recruitment.invite'),
  method: 'post',
  path: '/fairs/{fairId}/invitations',
  summary: 'Invite establishments by mail, each with a link of its own',
  request: { params: inFair, body: body(InviteInput) },
  responses: ok(z.object({ items: z.array(InviteResult) })),
})

const preview = createRoute({
  ...act('recruitment.invite'),
  method: 'get',
  path: '/fairs/{fairId}/invitation-letter',
  summary: 'The letter as it will be sent',
  request: { params: inFair, query: z.object({ establishmentId: IdParam.optional() }) },
  responses: ok(LetterPreview),
})

const callCode = createRoute({
  ...act('recruitment.list-invitations'),
  method: 'get',
  path: '/fairs/{fairId}/public-call.svg',
  summary: 'The QR code of the public call',
  request: { params: inFair },
  responses: fileAnswer('image/svg+xml', 'The code'),
})

const poster = createRoute({
  ...act('recruitment.list-invitations'),
  method: 'get',
  path: '/fairs/{fairId}/public-call.pdf',
  summary: 'The public call as a poster with its QR code',
  request: {
    params: inFair,
    query: z.object({
      paper: z.enum(['a4', 'a3']).default('a4'),
      lang: z.enum(['vi', 'en']).default('vi'),
    }),
  },
  responses: fileAnswer('application/pdf', 'The poster'),
})

const open = createRoute({
  ...act('recruitment.open-invitation'),
  method: 'post',
  path: '/public/invitations/{token}/open',
  summary: 'What a personal link stands for',
  request: { params: withToken },
  responses: ok(OpenedInvitation),
})

const decline = createRoute({
  ...act('recruitment.decline-invitation'),
  method: 'post',
  path: '/public/invitations/{token}/decline',
  summary: 'Say that the establishment will not come',
  request: { params: withToken, body: body(DeclineInput) },
  responses: noContent,
})

const accept = createRoute({
  ...act('recruitment.accept-invitation'),
  method: 'post',
  path: '/invitations/{token}/accept',
  summary: 'Act for the establishment a personal link was mailed to',
  request: { params: withToken },
  responses: ok(AcceptedFairInvitation),
})

const inInvitation = inFair.extend({ invitationId: IdParam })

const resend = createRoute({
  ...act('recruitment.invite'),
  method: 'post',
  path: '/fairs/{fairId}/invitations/{invitationId}/resend',
  summary: 'Send an invitee the letter again',
  request: { params: inInvitation },
  responses: noContent,
})

const revoke = createRoute({
  ...act('recruitment.invite'),
  method: 'post',
  path: '/fairs/{fairId}/invitations/{invitationId}/revoke',
  summary: 'Take an invitation back',
  request: { params: inInvitation },
  responses: noContent,
})

const stop = createRoute({
  ...act('recruitment.stop-letters'),
  method: 'post',
  path: '/public/invitations/{token}/letters',
  summary: 'Ask the organizer not to write about fairs again, or take that back',
  request: { params: withToken, body: body(StopLettersInput) },
  responses: noContent,
})

export const invitationsRoutes = router()
  .openapi(resend, async c => {
    const { fairId, invitationId } = c.req.valid('param')
    await resendInvitation(ctxOf(c), fairId, invitationId)
    return c.body(null, 204)
  })
  .openapi(revoke, async c => {
    const { fairId, invitationId } = c.req.valid('param')
    await revokeInvitation(ctxOf(c), fairId, invitationId)
    return c.body(null, 204)
  })
  .openapi(stop, async c => {
    await stopLetters(ctxOf(c), c.req.valid('param').token, c.req.valid('json').stop)
    return c.body(null, 204)
  })
  .openapi(listInvited, async c => {
    return c.json({ items: await listInvitations(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(invite, async c => {
    const { fairId } = c.req.valid('param')
    return c.json({ items: await inviteEstablishments(ctxOf(c), fairId, c.req.valid('json')) }, 200)
  })
  .openapi(preview, async c => {
    const { establishmentId } = c.req.valid('query')
    return c.json(await previewInvitation(ctxOf(c), c.req.valid('param').fairId, establishmentId), 200)
  })
  .openapi(callCode, async c => {
    const svg = await publicCallCode(ctxOf(c), c.req.valid('param').fairId)
    return sendFile(new TextEncoder().encode(svg), 'image/svg+xml', 'ma-qr.svg', true) as never
  })
  .openapi(poster, async c => {
    const { paper, lang } = c.req.valid('query')
    const { bytes, name } = await callPoster(ctxOf(c), c.req.valid('param').fairId, paper, lang)
    return sendFile(bytes, 'application/pdf', name) as never
  })
  .openapi(open, async c => c.json(await openInvitation(ctxOf(c), c.req.valid('param').token), 200))
  .openapi(decline, async c => {
    await declineInvitation(ctxOf(c), c.req.valid('param').token, c.req.valid('json'))
    return c.body(null, 204)
  })
  .openapi(accept, async c => {
    return c.json(await acceptFairInvitation(ctxOf(c), c.req.valid('param').token), 200)
  })
