import {
  DealCorrection,
  DealFilter,
  DealInput,
  DealRejection,
  DealTotalView,
  DealVersion,
  DealView,
  DeskDeal,
  Exhibitor,
  OwnDeals,
} from '@hoicho/shared/deals/schema.ts'
import { XLSX_MEDIA_TYPE } from '../documents/spreadsheet.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  inApplication,
  inFair,
  ok,
  router,
  sendFile,
  z,
} from '../platform/http.ts'
import { correctDeal } from './correct-deal.ts'
import { exportDeals } from './export-deals.ts'
import { logDeal } from './log-deal.ts'
import { listDeals, listOwnDeals } from './reads.ts'
import { rejectDeal } from './reject-deal.ts'
import { removeDeal } from './remove-deal.ts'
import { reopenDeal } from './reopen-deal.ts'
import { verifyDeal } from './verify-deal.ts'

const ofDeal = z.object({ dealId: IdParam })

const listOwn = createRoute({
  ...act('deals.list-of-application'),
  method: 'get',
  path: '/applications/{applicationId}/deals',
  summary: 'Deals of an application, for its establishment',
  request: { params: inApplication },
  responses: ok(OwnDeals),
})

const log = createRoute({
  ...act('deals.log'),
  method: 'post',
  path: '/applications/{applicationId}/deals',
  summary: 'Log a deal of a selected application',
  request: { params: inApplication, body: body(DealInput) },
  responses: created(DealView),
})

const list = createRoute({
  ...act('deals.list'),
  method: 'get',
  path: '/fairs/{fairId}/deals',
  summary: 'Deals of a fair with totals by kind and currency',
  request: { params: inFair, query: DealFilter },
  responses: ok(
    z.object({
      items: z.array(DeskDeal),
      totals: z.array(DealTotalView),
      exhibitors: z.array(Exhibitor),
    }),
  ),
})

const download = createRoute({
  ...act('deals.list'),
  method: 'get',
  path: '/fairs/{fairId}/deals.xlsx',
  summary: 'The same list as a workbook',
  request: { params: inFair, query: DealFilter.extend({ lang: z.enum(['vi', 'en']).default('vi') }) },
  responses: fileAnswer(XLSX_MEDIA_TYPE, 'The workbook'),
})

const correct = createRoute({
  ...act('deals.correct'),
  method: 'put',
  path: '/deals/{dealId}',
  summary: 'Correct a deal that is not verified',
  request: { params: ofDeal, body: body(DealCorrection) },
  responses: ok(DealView),
})

const remove = createRoute({
  ...act('deals.remove'),
  method: 'delete',
  path: '/deals/{dealId}',
  summary: 'Remove a deal that is not verified',
  request: { params: ofDeal },
  responses: ok(DealView),
})

const verify = createRoute({
  ...act('deals.verify'),
  method: 'post',
  path: '/deals/{dealId}/verify',
  summary: 'Verify a deal',
  request: { params: ofDeal, body: body(DealVersion) },
  responses: ok(DealView),
})

const reject = createRoute({
  ...act('deals.reject'),
  method: 'post',
  path: '/deals/{dealId}/reject',
  summary: 'Reject a deal with a reason',
  request: { params: ofDeal, body: body(DealRejection) },
  responses: ok(DealView),
})

const reopen = createRoute({
  ...act('deals.reopen'),
  method: 'post',
  path: '/deals/{dealId}/reopen',
  summary: 'Take the word on a deal back',
  request: { params: ofDeal },
  responses: ok(DealView),
})

export const dealsRoutes = router()
  .openapi(listOwn, async c => c.json(await listOwnDeals(ctxOf(c), c.req.valid('param').applicationId), 200))
  .openapi(log, async c => {
    return c.json(await logDeal(ctxOf(c), c.req.valid('param').applicationId, c.req.valid('json')), 201)
  })
  .openapi(list, async c => {
    return c.json(await listDeals(ctxOf(c), c.req.valid('param').fairId, c.req.valid('query')), 200)
  })
  .openapi(download, async c => {
    const { lang, ...filter } = c.req.valid('query')
    const bytes = await exportDeals(ctxOf(c), c.req.valid('param').fairId, filter, lang)
    return sendFile(bytes, XLSX_MEDIA_TYPE, lang === 'vi' ? 'giao-dich.xlsx' : 'deals.xlsx') as never
  })
  .openapi(correct, async c => {
    return c.json(await correctDeal(ctxOf(c), c.req.valid('param').dealId, c.req.valid('json')), 200)
  })
  .openapi(remove, async c => c.json(await removeDeal(ctxOf(c), c.req.valid('param').dealId), 200))
  .openapi(verify, async c => {
    const { version } = c.req.valid('json')
    return c.json(await verifyDeal(ctxOf(c), c.req.valid('param').dealId, version), 200)
  })
  .openapi(reject, async c => {
    return c.json(await rejectDeal(ctxOf(c), c.req.valid('param').dealId, c.req.valid('json')), 200)
  })
  .openapi(reopen, async c => c.json(await reopenDeal(ctxOf(c), c.req.valid('param').dealId), 200))
