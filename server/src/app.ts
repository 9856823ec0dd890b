import { MAX_FILE_BYTES } from '@hoicho/shared/files/limits.ts'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { secureHeaders } from 'hono/secure-headers'
import { gateRoutes } from './badges/gate-routes.ts'
import { badgesRoutes } from './badges/routes.ts'
import { planRoutes } from './booths/plan-routes.ts'
import { MAX_DRAWING_BYTES } from './booths/preview-drawing.ts'
import { boothsRoutes } from './booths/routes.ts'
import { contractsRoutes } from './contracts/routes.ts'
import { dealsRoutes } from './deals/routes.ts'
import { directoryTransferRoutes } from './establishments/directory-transfer-routes.ts'
import { entryRoutes } from './establishments/entry-routes.ts'
import { MAX_IMPORT_BYTES } from './establishments/import/read-file.ts'
import { directoryImportRoutes } from './establishments/import/routes.ts'
import { mergeRoutes } from './establishments/merge/routes.ts'
import { referenceRoutes } from './establishments/reference-routes.ts'
import { establishmentsRoutes } from './establishments/routes.ts'
import { fairsRoutes } from './fairs/routes.ts'
import { filesRoutes } from './files/routes.ts'
import { accountRoutes } from './identity/account-routes.ts'
import { memberRoutes } from './identity/member-routes.ts'
import { organizerRoutes } from './identity/organizer-routes.ts'
import { peopleRoutes } from './identity/people-routes.ts'
import { identityRoutes } from './identity/routes.ts'
import { mailRoutes } from './mail/routes.ts'
import type { App } from './platform/context.ts'
import { answerError } from './platform/errors.ts'
import { type Health, serveHealth } from './platform/health.ts'
import type { Env } from './platform/http.ts'
import { documentApi } from './platform/openapi.ts'
import { problem } from './platform/problem.ts'
import { refuseBrokenText, refuseCrossSite, withContext } from './platform/request.ts'
import { serveWeb } from './platform/serve-web.ts'
import { callRoutes } from './recruitment/calls/routes.ts'
import { campaignRoutes } from './recruitment/campaigns/routes.ts'
import { confirmationRoutes } from './recruitment/confirmation-routes.ts'
import { recruitmentDeskRoutes } from './recruitment/desk-routes.ts'
import { invitationsRoutes } from './recruitment/invitation-routes.ts'
import { savedListRoutes } from './recruitment/lists/routes.ts'
import { recruitmentRoutes } from './recruitment/routes.ts'
import { reportsRoutes } from './reports/routes.ts'
import { bulkRoutes } from './selection/bulk-routes.ts'
import { councilRoutes } from './selection/council-routes.ts'
import { gatesOfSelectionRoutes } from './selection/gate-routes.ts'
import { selectionMeetingRoutes } from './selection/meeting-routes.ts'
import { selectionPlaceRoutes } from './selection/place-routes.ts'
import { selectionRoutes } from './selection/routes.ts'
import { selectionRulesRoutes } from './selection/rules-routes.ts'

/** Every capability's routes, in the order of the import table. All of them live under /api. */
const CAPABILITIES = [
  mailRoutes,
  filesRoutes,
  identityRoutes,
  accountRoutes,
  peopleRoutes,
  organizerRoutes,
  memberRoutes,
  referenceRoutes,
  directoryTransferRoutes,
  entryRoutes,
  mergeRoutes,
  directoryImportRoutes,
  establishmentsRoutes,
  invitationsRoutes,
  confirmationRoutes,
  campaignRoutes,
  callRoutes,
  savedListRoutes,
  recruitmentRoutes,
  recruitmentDeskRoutes,
  councilRoutes,
  selectionMeetingRoutes,
  selectionPlaceRoutes,
  selectionRoutes,
  selectionRulesRoutes,
  gatesOfSelectionRoutes,
  bulkRoutes,
  boothsRoutes,
  planRoutes,
  contractsRoutes,
  dealsRoutes,
  badgesRoutes,
  gateRoutes,
  reportsRoutes,
  // Last: its POST /fairs/{fairId}/{action} would catch the others' POST /fairs/{fairId}/<things>.
  fairsRoutes,
]

/** The whole HTTP surface: security headers, context, /api, the web pages. */
export function createApp(app: App, health: Health = ALWAYS_WELL) {
  const http = new OpenAPIHono<Env>()
  http.onError((error, c) => answerError(error, c, app.log))
  http.use(secureHeaders({ ...SECURITY_HEADERS, strictTransportSecurity: app.config.production }))
  http.use(withPolicy)
  serveHealth(http, app, health)
  http.use('/api/*', withContext(app))
  http.use('/api/*', refuseCrossSite)
  http.use('/api/*', limitBody)
  http.use('/api/*', refuseBrokenText)
  http.use(compress({ threshold: 1024 }))
  http.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
  })
  for (const routes of CAPABILITIES) http.route('/api', routes)
  documentApi(http)
  http.all('/api/*', () => {
    throw problem('platform.not-found')
  })
  serveWeb(http)
  return http
}

const ALWAYS_WELL: Health = { isWorkerAlive: () => true, isStopping: () => false }

/** Strict transport is for production alone: a browser that tried HTTPS on localhost once must not insist on it. */
const SECURITY_HEADERS: Parameters<typeof secureHeaders>[0] = {
  xFrameOptions: 'SAMEORIGIN',
  referrerPolicy: 'strict-origin-when-cross-origin',
  permissionsPolicy: { camera: ['self'], microphone: [], geolocation: [] },
  crossOriginOpenerPolicy: 'same-origin',
}

/** No inline scripts or styles, nothing from elsewhere. The scanner's decoder is WebAssembly of our own. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ')

/** The page policy, unless the answer set a stricter one of its own, as a file does. */
const withPolicy: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('content-security-policy')) c.res.headers.set('content-security-policy', PAGE_POLICY)
}

const tooLarge = () => {
  throw problem('platform.too-large')
}
const limitJson = bodyLimit({ maxSize: 1024 * 1024, onError: tooLarge })
/** Five thousand edits of a plan at once. */
const limitPlan = bodyLimit({ maxSize: 4 * 1024 * 1024, onError: tooLarge })
const limitDrawing = bodyLimit({ maxSize: MAX_DRAWING_BYTES + 1024, onError: tooLarge })
const limitUpload = bodyLimit({
  maxSize: MAX_FILE_BYTES,
  onError: () => {
    throw problem('files.too-large', { maximumMb: MAX_FILE_BYTES / 1_000_000 })
  },
})

const limitImport = bodyLimit({ maxSize: MAX_IMPORT_BYTES + 1024, onError: tooLarge })

const limitBody: typeof limitJson = (c, next) => {
  if (c.req.path === '/api/files') return limitUpload(c, next)
  if (/^\/api\/fairs\/[^/]+\/plan\/halls\/[^/]+\/drawing$/.test(c.req.path)) return limitDrawing(c, next)
  if (/^\/api\/fairs\/[^/]+\/plan\/halls\/[^/]+\/edits$/.test(c.req.path)) return limitPlan(c, next)
  const isList = /^\/api\/organizers\/[^/]+\/establishment-imports$/.test(c.req.path)
  return isList ? limitImport(c, next) : limitJson(c, next)
}
