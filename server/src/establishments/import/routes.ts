import {
  CellCorrection,
  FieldChoice,
  ImportList,
  ImportMapping,
  ImportRowsPage,
  ImportRowsQuery,
  ImportView,
  ReadingWish,
  RowChoice,
  UndoCheck,
  UndoChoice,
} from '@hoicho/shared/establishments/import/schema.ts'
import { XLSX_MEDIA_TYPE } from '../../documents/spreadsheet.ts'
import {
  act,
  body,
  created,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  inOrganizer,
  ok,
  router,
  sendFile,
  z,
} from '../../platform/http.ts'
import { applyImport } from './apply-import.ts'
import { cancelImport } from './cancel-import.ts'
import { chooseFields } from './choose-fields.ts'
import { chooseRows } from './choose-rows.ts'
import { correctCells } from './correct-cells.ts'
import { exportFaults } from './export-faults.ts'
import { mapImport } from './map-import.ts'
import { checkUndo, listImportRows, listImports, readImport } from './reads.ts'
import { rereadImport } from './reread-import.ts'
import { startImport } from './start-import.ts'
import { stopImport } from './stop-import.ts'
import { undoImport } from './undo-import.ts'

const ofImport = inOrganizer.extend({ importId: IdParam })
const ALL = '/organizers/{organizerId}/establishment-imports' as const
const ONE = `${ALL}/{importId}` as const
const permission = act('establishments.import')

const list = createRoute({
  ...permission,
  method: 'get',
  path: ALL,
  summary: 'The imports of an organizer, the latest first',
  request: { params: inOrganizer },
  responses: ok(ImportList),
})

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

const reread = createRoute({
  ...permission,
  method: 'put',
  path: `${ONE}/reading`,
  summary: 'Read the file another way: sheet, row of headings, letters',
  request: { params: ofImport, body: body(ReadingWish) },
  responses: ok(ImportView),
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

const chooseInRow = createRoute({
  ...permission,
  method: 'put',
  path: `${ONE}/rows/{rowNumber}/fields`,
  summary: 'Choose field by field between the record and the file',
  request: {
    params: ofImport.extend({ rowNumber: z.coerce.number().int().min(1).max(1_000_000) }),
    body: body(FieldChoice),
  },
  responses: ok(ImportView),
})

const correct = createRoute({
  ...permission,
  method: 'put',
  path: `${ONE}/cells`,
  summary: 'Correct a cell, or all cells of its column that read the same',
  request: { params: ofImport, body: body(CellCorrection) },
  responses: ok(ImportView),
})

const faults = createRoute({
  ...permission,
  method: 'get',
  path: `${ONE}/faults.xlsx`,
  summary: 'The rows that cannot be imported, with the reasons',
  request: { params: ofImport },
  responses: fileAnswer(XLSX_MEDIA_TYPE, 'The workbook'),
})

const undoCheck = createRoute({
  ...permission,
  method: 'get',
  path: `${ONE}/undo`,
  summary: 'Whether an import can be taken back, and what of it cannot',
  request: { params: ofImport },
  responses: ok(UndoCheck),
})

const undo = createRoute({
  ...permission,
  method: 'post',
  path: `${ONE}/undo`,
  summary: 'Take an import back within 24 hours',
  request: { params: ofImport, body: body(UndoChoice) },
  responses: ok(ImportView),
})

const plain = (verb: 'apply' | 'stop' | 'cancel', summary: string) =>
  createRoute({
    ...permission,
    method: 'post',
    path: `${ONE}/${verb}`,
    summary,
    request: { params: ofImport },
    responses: ok(ImportView),
  })

const apply = plain('apply', 'Bring the list into the directory, all of it or nothing')
const stop = plain('stop', 'Stop the import that is being applied: nothing of it stays')
const cancel = plain('cancel', 'Give an import up before it is applied')

export const directoryImportRoutes = router()
  .openapi(list, async c => c.json(await listImports(ctxOf(c), c.req.valid('param').organizerId), 200))
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
  .openapi(reread, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await rereadImport(ctxOf(c), organizerId, importId, c.req.valid('json')), 200)
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
  .openapi(chooseInRow, async c => {
    const { organizerId, importId, rowNumber } = c.req.valid('param')
    const { kept } = c.req.valid('json')
    return c.json(await chooseFields(ctxOf(c), organizerId, importId, rowNumber, kept), 200)
  })
  .openapi(correct, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await correctCells(ctxOf(c), organizerId, importId, c.req.valid('json')), 200)
  })
  .openapi(faults, async c => {
    const { organizerId, importId } = c.req.valid('param')
    const bytes = await exportFaults(ctxOf(c), organizerId, importId)
    return sendFile(bytes, XLSX_MEDIA_TYPE, 'dong-loi.xlsx') as never
  })
  .openapi(stop, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await stopImport(ctxOf(c), organizerId, importId), 200)
  })
  .openapi(undoCheck, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await checkUndo(ctxOf(c), organizerId, importId), 200)
  })
  .openapi(undo, async c => {
    const { organizerId, importId } = c.req.valid('param')
    const { leaveBlocked } = c.req.valid('json')
    return c.json(await undoImport(ctxOf(c), organizerId, importId, leaveBlocked), 200)
  })
  .openapi(cancel, async c => {
    const { organizerId, importId } = c.req.valid('param')
    return c.json(await cancelImport(ctxOf(c), organizerId, importId), 200)
  })

export type DirectoryImportRoutes = typeof directoryImportRoutes
