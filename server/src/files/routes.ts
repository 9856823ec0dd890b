import {
  act,
  created,
  createRoute,
  ctxOf,
  fileAnswer,
  IdParam,
  router,
  sendFile,
  z,
} from '../platform/http.ts'
import { readFile } from './read-file.ts'
import { uploadFile } from './store-file.ts'

const StoredFileView = z
  .object({ id: z.uuid(), name: z.string(), mediaType: z.string(), sizeBytes: z.int(), sha256: z.string() })
  .meta({ id: 'StoredFile' })

const upload = createRoute({
  ...act('files.upload'),
  method: 'post',
  path: '/files',
  summary: 'Upload one file: its bytes are the body',
  request: {
    query: z.object({ name: z.string().min(1).max(255) }),
    body: { content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } } },
  },
  responses: created(StoredFileView),
})

const download = createRoute({
  ...act('files.download'),
  method: 'get',
  path: '/files/{fileId}',
  summary: 'The bytes of a file one may see',
  request: { params: z.object({ fileId: IdParam }), query: z.object({ inline: z.literal('1').optional() }) },
  responses: fileAnswer('application/octet-stream', 'The file'),
})

/** Pictures and PDFs may be shown in the page; everything else is only ever saved. */
const SHOWN = new Set(['image/jpeg', 'image/png', 'image/webp', 'application/pdf'])

export const filesRoutes = router()
  .openapi(upload, async c => {
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    return c.json(await uploadFile(ctxOf(c), c.req.valid('query').name, bytes), 201)
  })
  .openapi(download, async c => {
    const file = await readFile(ctxOf(c), c.req.valid('param').fileId)
    const inline = c.req.valid('query').inline === '1' && SHOWN.has(file.mediaType)
    return sendFile(file.bytes, file.mediaType, file.name, inline) as never
  })
