import { DirectoryQuery } from '@hoicho/shared/establishments/schema.ts'
import { XLSX_MEDIA_TYPE } from '../documents/spreadsheet.ts'
import { act, createRoute, ctxOf, fileAnswer, inOrganizer, router, sendFile } from '../platform/http.ts'
import { exportDirectory } from './export-directory.ts'

const download = createRoute({
  ...act('establishments.list'),
  method: 'get',
  path: '/organizers/{organizerId}/establishments.xlsx',
  summary: 'The directory as a workbook, without data of persons',
  request: { params: inOrganizer, query: DirectoryQuery.omit({ after: true }) },
  responses: fileAnswer(XLSX_MEDIA_TYPE, 'The workbook'),
})

export const directoryTransferRoutes = router().openapi(download, async c => {
  const { organizerId } = c.req.valid('param')
  const bytes = await exportDirectory(ctxOf(c), organizerId, c.req.valid('query'))
  return sendFile(bytes, XLSX_MEDIA_TYPE, 'danh-ba-co-so.xlsx') as never
})

export type DirectoryTransferRoutes = typeof directoryTransferRoutes
