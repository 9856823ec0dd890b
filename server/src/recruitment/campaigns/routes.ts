import {
  Audience,
  AudiencePreview,
  CampaignDefaults,
  CampaignEdit,
  CampaignInput,
  CampaignLetterPreview,
  CampaignPace,
  CampaignSummary,
  CampaignView,
  Invitee,
} from '@hoicho/shared/recruitment/campaign-schema.ts'
import { XLSX_MEDIA_TYPE } from '../../documents/spreadsheet.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  inFair,
  ok,
  router,
  sendFile,
  z,
} from '../../platform/http.ts'
import { adjustPace } from './adjust-pace.ts'
import { createCampaign } from './create-campaign.ts'
import { campaignDefaults } from './defaults.ts'
import { editCampaign } from './edit-campaign.ts'
import { exportInvitees } from './export-invitees.ts'
import { moveCampaign } from './move-campaign.ts'
import * as reads from './reads.ts'
import { sendTrial } from './send-trial.ts'
import { startCampaign } from './start-campaign.ts'

const inCampaign = inFair.extend({ campaignId: IdParam })
const asReader = z.object({ establishmentId: IdParam })
const language = z.object({ lang: z.enum(['vi', 'en']).default('vi') })

const audience = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'post',
  path: '/fairs/{fairId}/campaign-audience',
  summary: 'How many establishments answer a description, and the first of them',
  request: { params: inFair, body: body(Audience) },
  responses: ok(AudiencePreview),
})

const defaults = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'get',
  path: '/fairs/{fairId}/campaign-defaults',
  summary: 'What a new campaign begins with',
  request: { params: inFair, query: language },
  responses: ok(CampaignDefaults),
})

const list = createRoute({
  ...act('recruitment.list-invitations'),
  method: 'get',
  path: '/fairs/{fairId}/campaigns',
  summary: 'Campaigns of a fair',
  request: { params: inFair },
  responses: ok(z.object({ items: z.array(CampaignSummary) })),
})

const create = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'post',
  path: '/fairs/{fairId}/campaigns',
  summary: 'Keep a campaign as a draft',
  request: { params: inFair, body: body(CampaignInput) },
  responses: created(CampaignView),
})

const view = createRoute({
  ...act('recruitment.list-invitations'),
  method: 'get',
  path: '/fairs/{fairId}/campaigns/{campaignId}',
  summary: 'A campaign and how far it is',
  request: { params: inCampaign },
  responses: ok(CampaignView),
})

const edit = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'put',
  path: '/fairs/{fairId}/campaigns/{campaignId}',
  summary: 'Replace a draft',
  request: { params: inCampaign, body: body(CampaignEdit) },
  responses: ok(CampaignView),
})

const pace = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'put',
  path: '/fairs/{fairId}/campaigns/{campaignId}/pace',
  summary: 'Change batches and reminders',
  request: { params: inCampaign, body: body(CampaignPace) },
  responses: ok(CampaignView),
})

const start = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'post',
  path: '/fairs/{fairId}/campaigns/{campaignId}/start',
  summary: 'Freeze the recipients and begin to send',
  request: { params: inCampaign, body: body(z.object({ version: z.int() }).meta({ id: 'CampaignStart' })) },
  responses: ok(CampaignView),
})

const moving = (action: 'pause' | 'resume' | 'cancel', summary: string) => ({
  ...act('recruitment.run-campaigns'),
  method: 'post' as const,
  path: `/fairs/{fairId}/campaigns/{campaignId}/${action}` as const,
  summary,
  request: { params: inCampaign },
  responses: ok(CampaignView),
})
const pause = createRoute(moving('pause', 'Hold back what has not left'))
const resume = createRoute(moving('resume', 'Go on sending'))
const cancel = createRoute(moving('cancel', 'Take back what has not left, for good'))

const trial = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'post',
  path: '/fairs/{fairId}/campaigns/{campaignId}/trial',
  summary: 'Send the mail and its letter to oneself',
  request: { params: inCampaign, body: body(asReader.meta({ id: 'CampaignTrial' })) },
  responses: ok(CampaignLetterPreview),
})

const preview = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'get',
  path: '/fairs/{fairId}/campaigns/{campaignId}/preview',
  summary: 'The mail as an establishment would get it',
  request: { params: inCampaign, query: asReader },
  responses: ok(CampaignLetterPreview),
})

const letter = createRoute({
  ...act('recruitment.run-campaigns'),
  method: 'get',
  path: '/fairs/{fairId}/campaigns/{campaignId}/letter.pdf',
  summary: 'The official letter as an establishment would get it',
  request: { params: inCampaign, query: asReader },
  responses: fileAnswer('application/pdf', 'The letter'),
})

const invitees = createRoute({
  ...act('recruitment.list-invitations'),
  method: 'get',
  path: '/fairs/{fairId}/campaigns/{campaignId}/invitees',
  summary: 'Every recipient and where each stands',
  request: { params: inCampaign },
  responses: ok(z.object({ items: z.array(Invitee) })),
})

const inviteeSheet = createRoute({
  ...act('recruitment.list-invitations'),
  method: 'get',
  path: '/fairs/{fairId}/campaigns/{campaignId}/invitees.xlsx',
  summary: 'The same as a spreadsheet',
  request: { params: inCampaign, query: language },
  responses: fileAnswer(XLSX_MEDIA_TYPE, 'The recipients'),
})

export const campaignRoutes = router()
  .openapi(audience, async c => {
    return c.json(
      await reads.previewAudience(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')),
      200,
    )
  })
  .openapi(defaults, async c => {
    return c.json(
      await campaignDefaults(ctxOf(c), c.req.valid('param').fairId, c.req.valid('query').lang),
      200,
    )
  })
  .openapi(list, async c => {
    return c.json({ items: await reads.listCampaigns(ctxOf(c), c.req.valid('param').fairId) }, 200)
  })
  .openapi(create, async c => {
    return c.json(await createCampaign(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 201)
  })
  .openapi(view, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json(await reads.viewCampaign(ctxOf(c), fairId, campaignId), 200)
  })
  .openapi(edit, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json(await editCampaign(ctxOf(c), fairId, campaignId, c.req.valid('json')), 200)
  })
  .openapi(pace, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json(await adjustPace(ctxOf(c), fairId, campaignId, c.req.valid('json')), 200)
  })
  .openapi(start, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json(await startCampaign(ctxOf(c), fairId, campaignId, c.req.valid('json').version), 200)
  })
  .openapi(pause, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json(await moveCampaign(ctxOf(c), fairId, campaignId, 'pause'), 200)
  })
  .openapi(resume, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json(await moveCampaign(ctxOf(c), fairId, campaignId, 'resume'), 200)
  })
  .openapi(cancel, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json(await moveCampaign(ctxOf(c), fairId, campaignId, 'cancel'), 200)
  })
  .openapi(trial, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json(await sendTrial(ctxOf(c), fairId, campaignId, c.req.valid('json').establishmentId), 200)
  })
  .openapi(preview, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    const { establishmentId } = c.req.valid('query')
    return c.json(await reads.previewLetter(ctxOf(c), fairId, campaignId, establishmentId), 200)
  })
  .openapi(letter, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    const { establishmentId } = c.req.valid('query')
    const bytes = await reads.previewLetterPdf(ctxOf(c), fairId, campaignId, establishmentId)
    return sendFile(bytes, 'application/pdf', 'thu-moi.pdf', true) as never
  })
  .openapi(invitees, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    return c.json({ items: await reads.listInvitees(ctxOf(c), fairId, campaignId) }, 200)
  })
  .openapi(inviteeSheet, async c => {
    const { fairId, campaignId } = c.req.valid('param')
    const bytes = await exportInvitees(ctxOf(c), fairId, campaignId, c.req.valid('query').lang)
    return sendFile(bytes, XLSX_MEDIA_TYPE, 'danh-sach-moi.xlsx') as never
  })
