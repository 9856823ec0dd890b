import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { serveStatic } from '@hono/node-server/serve-static'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Env } from './http.ts'

const DIST = fileURLToPath(new URL('../../../web/dist', import.meta.url))

/** The built web pages: hashed assets for a year, everything else fresh; any other path is the page's own route. */
export function serveWeb(http: OpenAPIHono<Env>): void {
  http.use('/assets/*', async (c, next) => {
    await next()
    if (c.res.ok && /\.\w{1,8}$/.test(c.req.path))
      c.res.headers.set('cache-control', 'public, max-age=31536000, immutable')
  })
  http.use('*', serveStatic({ root: DIST, precompressed: false }))
  http.get('*', async c => {
    if (/\.\w{1,8}$/.test(c.req.path) || c.req.path.startsWith('/assets/')) return c.notFound()
    const page = `${DIST}/index.html`
    if (!existsSync(page)) return c.text('The web pages are not built. Run npm start.', 503)
    return c.html(await readFile(page, 'utf8'), 200, { 'cache-control': 'no-cache' })
  })
}
