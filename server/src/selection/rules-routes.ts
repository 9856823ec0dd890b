import * as schema from '@hoicho/shared/selection/schema.ts'
import { act, body, createRoute, ctxOf, IdParam, ok, router, z } from '../platform/http.ts'
import { configureRules, viewRules } from './configure-rules.ts'

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

export const selectionRulesRoutes = router()
  .openapi(rules, async c => c.json(await viewRules(ctxOf(c), c.req.valid('param').fairId), 200))
  .openapi(setRules, async c => {
    return c.json(await configureRules(ctxOf(c), c.req.valid('param').fairId, c.req.valid('json')), 200)
  })

export type SelectionRulesRoutes = typeof selectionRulesRoutes
