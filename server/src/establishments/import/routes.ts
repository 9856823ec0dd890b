import {
  ImportMapping,
  ImportRowsPage,
  ImportRowsQuery,
  ImportView,
  RowChoice,
} from '@hoicho/shared/establishments/import/schema.ts'
import { act, body, created, createRoute, ctxOf, IdParam, ok, router, z } from '../../platform/http.ts'
import { applyImport } from './apply-import.ts'
import { cancelImport } from './cancel-import.ts'
import { chooseRows } from './choose-rows.ts'
import { mapImport } from './map-import.ts'
import { listImportRows, readImport } from './reads.ts'
import { startImport } from './start-import.ts'
import { undoImport } from './undo-import.ts'

const inOrganizer = z.object({ organizerId: IdParam })
const ofImport = inOrganizer.extend({ importId: IdParam })
const ALL = '/organizers/{organizerId}/establishment-imports' as const
const ONE = `${ALL}/{importId}` as const
const permission = act('establishments.import')

const start = createRoute({
  ...permission,
  method: 'post',
  path: ALL,
  summary: 'Upload a list (XLSX or CSV) and preview it: its bytes are the body',
  request: {
    params: inOrganizer,
    query: z.object({ name: z.string().min(1).max(255) }),
    body: { content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
  },
  responses: created(ImportView),
})

const view = createRoute({
  ...permission,
  method: 'get',
  path: ONE,
  summary: 'An import: its columns and how many rows have which verdict',
  request: { params: ofImport },
  responses: ok(ImportView),
})

const rows = createRoute({
  ...permission,
  method: 'get',
  path: `${ONE}/rows`,
  summary: 'The rows of a preview, page by page',
  request: { params: ofImport, query: ImportRowsQuery },
  responses: ok(ImportRowsPage),
})

const map = createRoute({
  ...permission,
  method: 'put',
  path: `${ONE}/mapping`,
  summary: 'Say which field each column holds, and preview again',
  request: { params: ofImport, body: body(ImportMapping) },
  responses: ok(ImportView),
})

const choose = createRoute({
  ...permission,
  method: 'put',
  path: `${ONE}/choices`,
  summary: 'Choose what is done with some rows',
  request: { params: ofImport, body: body(RowChoice) },
  responses: ok(ImportView),
})

const plain = (verb: 'apply' | 'undo' | 'cancel', summary: string) =>
  createRoute({
    ...permission,
    method: 'post',
    path: `${ONE}/${verb}`,
    summary,
    request: { params: ofImport },
    responses: ok(ImportView),
  })

const apply = plain('apply', 'Bring the list into the directory, all of it or nothing')
const undo = plain('undo', 'Take an import back within 24 hours')
const cancel = plain('cancel', 'Give an import up before it is applied')

export const directoryImportRoutes = router()
  .openapi(start, async c => {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const { organizerId } = c.req.valid('param')
    return c.json(await startImport(ctxOf(c), organizerId, c.req.valid('query').name, bytes), 201)
  })
  .openapi(view, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await readImport(ctxOf(c), organizerId, importId), 200)
  })
  .openapi(rows, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await listImportRows(ctxOf(c), organizerId, importId, c.req.valid('query')), 200)
  })
  .openapi(map, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await mapImport(ctxOf(c), organizerId, importId, c.req.valid('json').mapping), 200)
  })
  .openapi(choose, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await chooseRows(ctxOf(c), organizerId, importId, c.req.valid('json')), 200)
  })
  .openapi(apply, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await applyImport(ctxOf(c), organizerId, importId), 200)
  })
  .openapi(undo, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await undoImport(ctxOf(c), organizerId, importId), 200)
  })
  .openapi(cancel, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await cancelImport(ctxOf(c), organizerId, importId), 200)
  })

export type DirectoryImportRoutes = typeof directoryImportRoutes
