import * as schema from '@hoicho/shared/selection/schema.ts'
import { XLSX_MEDIA_TYPE } from '../documents/spreadsheet.ts'
import {
  act,
  body,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  ok,
  router,
  sendFile,
  z,
} from '../platform/http.ts'
import { configureRules, viewRules } from './configure-rules.ts'
import { exportRanking } from './export-ranking.ts'

const inFair = { params: z.object({ fairId: IdParam }) }

const rules = createRoute({
  ...act('selection.view'),
  method: 'get',
  path: '/fairs/{fairId}/selection/rules',
  summary: 'Quotas, tie-break and normalisation',
  request: inFair,
  responses: ok(schema.RulesView),
})

const setRules = createRoute({
  ...act('selection.configure'),
  method: 'put',
  path: '/fairs/{fairId}/selection/rules',
  summary: 'Set quotas, tie-break and normalisation',
  request: { ...inFair, body: body(schema.RulesInput) },
  responses: ok(schema.RulesView),
})

const rankingWorkbook = createRoute({
  ...act('selection.view-ranking'),
  method: 'get',
  path: '/fairs/{fairId}/selection/ranking.xlsx',
  summary: 'The same ranking as a workbook',
  request: { ...inFair, query: z.object({ lang: z.enum(['vi', 'en']).default('vi') }) },
  responses: fileAnswer(XLSX_MEDIA_TYPE, 'The workbook'),
})

export const selectionRulesRoutes = router()
  .openapi(rules, async c => c.json(await viewRules(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(setRules, async c => {
    return c.json(await configureRules(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })
  .openapi(rankingWorkbook, async c => {
    const { lang } = c.req.valid('query')
    const bytes = await exportRanking(ctxOf(c), c.req.valid('param').fairId, lang)
    return sendFile(bytes, XLSX_MEDIA_TYPE, lang === 'vi' ? 'xep-hang.xlsx' : 'ranking.xlsx') as never
  })

export type SelectionRulesRoutes = typeof selectionRulesRoutes
