import {
  DeskView,
  DossierRow,
  FairReport,
  FunnelFilter,
  HomeView,
  OverviewView,
  ProvinceScheme,
  RecruitmentFunnel,
} from '@hoicho/shared/reports/schema.ts'
import { XLSX_MEDIA_TYPE } from '../documents/spreadsheet.ts'
import {
  act,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  inFair,
  ok,
  router,
  sendFile,
  z,
} from '../platform/http.ts'
import { viewDesk, viewOverview } from './desk.ts'
import { exportReport } from './export-report.ts'
import { viewHome } from './home.ts'
import { exportFunnel, viewFunnel } from './recruitment-funnel.ts'
import { listDossiers, viewReport } from './report.ts'

const byScheme = z.object({ scheme: ProvinceScheme.optional() })

const report = createRoute({
  ...act('reports.view'),
  method: 'get',
  path: '/fairs/{fairId}/report',
  summary: 'Results of a fair: funnel, deals, booths, support, visits',
  request: { params: inFair, query: byScheme },
  responses: ok(FairReport),
})

const dossiers = createRoute({
  ...act('reports.view'),
  method: 'get',
  path: '/fairs/{fairId}/report/dossiers',
  summary: 'The establishments behind a figure of the funnel',
  request: { params: inFair, query: FunnelFilter },
  responses: ok(z.object({ items: z.array(DossierRow) })),
})

const download = createRoute({
  ...act('reports.view'),
  method: 'get',
  path: '/fairs/{fairId}/report.xlsx',
  summary: 'The report as a workbook',
  request: { params: inFair, query: byScheme.extend({ lang: z.enum(['vi', 'en']).default('vi') }) },
  responses: fileAnswer(XLSX_MEDIA_TYPE, 'The workbook'),
})

const funnel = createRoute({
  ...act('reports.view'),
  method: 'get',
  path: '/fairs/{fairId}/funnel',
  summary: 'How far recruitment has got: by province, sector, channel and day',
  request: { params: inFair, query: byScheme },
  responses: ok(RecruitmentFunnel),
})

const funnelSheet = createRoute({
  ...act('reports.view'),
  method: 'get',
  path: '/fairs/{fairId}/funnel.xlsx',
  summary: 'The same as a workbook',
  request: {
    params: inFair,
    query: byScheme.extend({
      period: z.enum(['day', 'week']).default('week'),
      lang: z.enum(['vi', 'en']).default('vi'),
    }),
  },
  responses: fileAnswer(XLSX_MEDIA_TYPE, 'The workbook'),
})

const desk = createRoute({
  ...act('reports.desk'),
  method: 'get',
  path: '/organizers/{organizerId}/desk',
  summary: 'Where each fair stands and what waits for me',
  request: { params: z.object({ organizerId: IdParam }) },
  responses: ok(DeskView),
})

const overview = createRoute({
  ...act('reports.overview'),
  method: 'get',
  path: '/fairs/{fairId}/overview',
  summary: 'One fair at a glance',
  request: { params: inFair },
  responses: ok(OverviewView),
})

const home = createRoute({
  ...act('reports.own-home'),
  method: 'get',
  path: '/establishments/{establishmentId}/home',
  summary: 'What an establishment must do next, and the calls that are open',
  request: { params: z.object({ establishmentId: IdParam }) },
  responses: ok(HomeView),
})

export const reportsRoutes = router()
  .openapi(report, async c => {
    return c.json(await viewReport(ctxOf(c), c.req.valid('param').fairId, c.req.valid('query').scheme), 200)
  })
  .openapi(dossiers, async c => {
    const items = await listDossiers(ctxOf(c), c.req.valid('param').fairId, c.req.valid('query'))
    return c.json({ items }, 200)
  })
  .openapi(download, async c => {
    const { scheme, lang } = c.req.valid('query')
    const bytes = await exportReport(ctxOf(c), c.req.valid('param').fairId, scheme, lang)
    return sendFile(bytes, XLSX_MEDIA_TYPE, lang === 'vi' ? 'bao-cao.xlsx' : 'report.xlsx') as never
  })
  .openapi(funnel, async c => {
    return c.json(await viewFunnel(ctxOf(c), c.req.valid('param').fairId, c.req.valid('query').scheme), 200)
  })
  .openapi(funnelSheet, async c => {
    const { scheme, period, lang } = c.req.valid('query')
    const bytes = await exportFunnel(ctxOf(c), c.req.valid('param').fairId, scheme, period, lang)
    const name = lang === 'vi' ? 'chieu-thuong.xlsx' : 'recruitment.xlsx'
    return sendFile(bytes, XLSX_MEDIA_TYPE, name) as never
  })
  .openapi(desk, async c => c.json(await viewDesk(ctxOf(c), c.req.valid('param').organizerId), 200))
  .openapi(overview, async c => c.json(await viewOverview(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(home, async c => c.json(await viewHome(ctxOf(c), c.req.valid('param').establishmentId), 200))
