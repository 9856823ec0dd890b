import { createHash } from 'node:crypto'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin, type Rollup } from 'vite'

/**
 * Writes `sw.js`, the worker of the gate page alone (its scope is /gate): the page, its words in every language, the
 * fonts and the reader are kept on the device, so that it opens without network. It needs the finished bundle, so it
 * must stay the last plugin.
 */
function offline(): Plugin {
  return {
    name: 'hoicho-offline',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const kept = gateFiles(bundle)
        const version = createHash('sha256').update(kept.join()).digest('hex').slice(0, 12)
        const files = JSON.stringify(['/gate', '/gate.webmanifest', '/icon.svg', '/before-paint.js', ...kept])
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: worker(version, files) })
      },
    },
  }
}

/** What /gate loads: the entry, its layout, its page and all they import, the words, the styles, the fonts, the reader. */
function gateFiles(bundle: Rollup.OutputBundle): string[] {
  const files = new Set<string>()
  const wanted =
    /main\.tsx$|index\.html$|gate-layout\.tsx$|gate-page\.tsx$|locales\/\w+\/(platform|badges|gate)\.ts$|intl-messageformat/
  const add = (name: string) => {
    const chunk = bundle[name]
    if (files.has(name) || chunk?.type !== 'chunk') return
    files.add(name)
    chunk.imports.forEach(add)
  }
  for (const [name, file] of Object.entries(bundle)) {
    if (file.type === 'chunk' && wanted.test((file.facadeModuleId ?? '').replace(/\?.*/, ''))) add(name)
    if (file.type === 'asset' && /\.(css|woff2|wasm)$/.test(name)) files.add(name)
  }
  return [...files].toSorted().map(name => `/${name}`)
}

/** Only the gate page is answered from the device; the API never is. */
const worker = (version: string, files: string) => `const NAME = 'gate-${version}'
const FILES = ${files}
addEventListener('install', event => {
  const fill = caches.open(NAME).then(cache => cache.addAll(FILES.map(url => new Request(url, { cache: 'reload' }))))
  event.waitUntil(fill.then(() => skipWaiting()))
})
addEventListener('activate', event => {
  const old = caches.keys().then(names => Promise.all(names.filter(name => name !== NAME).map(name => caches.delete(name))))
  event.waitUntil(old.then(() => clients.claim()))
})
addEventListener('fetch', event => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api')) return
  if (event.request.mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(() => caches.match('/gate')))
    return
  }
  event.respondWith(caches.match(event.request).then(kept => kept ?? fetch(event.request)))
})
`

export default defineConfig({
  root: import.meta.dirname,
  plugins: [tailwindcss(), offline()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    // Fonts and pictures stay files: the CSP allows no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:3000' } },
})
