import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/*
 * What a first visit to a page downloads before it can be used. Run after a build: `npx tsx web/bundle-size.ts`.
 */
interface Chunk {
  file: string
  imports?: string[]
}
type Manifest = Record<string, Chunk>

export interface RoutePage {
  path: string
  /** The page's module, as the manifest names it: `src/home/home-page.tsx`. */
  module: string
  namespaces: string[]
}

const WEB = import.meta.dirname
const DIST = join(WEB, 'dist')

/** The pages of the route tables in src/app.tsx and src/desk-pages.tsx; of a page that brings several modules, the first. */
export function routePages(): RoutePage[] {
  return ['src/app.tsx', 'src/desk-pages.tsx'].flatMap(pagesIn)
}

function pagesIn(table: string): RoutePage[] {
  const source = readFileSync(join(WEB, table), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const [, rows = ''] = /const ROUTES = \[([\s\S]*?)\n\] as const/.exec(source) ?? []
  return rows
    .split(/\{\s*path: '/)
    .slice(1)
    .map(entry => {
      const [, names = ''] = /\[((?:\s*'[\w-]+',?)+)\s*\]/.exec(entry) ?? []
      return {
        path: entry.slice(0, entry.indexOf("'")),
        module: `src/${/import\('\.\/([^']+)'\)/.exec(entry)?.[1] ?? ''}`,
        namespaces: [...names.matchAll(/'([^']+)'/g)].map(([, name = '']) => name),
      }
    })
}

/**
 * Gzipped bytes of JavaScript a first visit to a page loads: the entry, its layout, the page, all they import, the
 * catalogues, and the ICU formatter when one of these catalogues needs it.
 * @throws Error when the build does not know the page
 */
export function initialJs(page: RoutePage, locale: 'vi' | 'en' | 'de' = 'vi'): number {
  const manifest = JSON.parse(readFileSync(join(DIST, '.vite/manifest.json'), 'utf8')) as Manifest
  const files = new Set<string>()
  const add = (name: string) => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`The build has no ${name}`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    for (const imported of chunk.imports ?? []) add(imported)
  }
  add('index.html')
  add(page.module)
  const layout = layoutOf(page.path)
  if (layout && manifest[layout]) add(layout)
  for (const namespace of ['platform', ...page.namespaces]) add(catalogueOf(manifest, namespace, locale))
  const text = [...files].map(file => readFileSync(join(DIST, file)))
  const needsIcu = page.namespaces.concat('platform').some(name => usesIcu(name, locale))
  if (needsIcu) add(Object.keys(manifest).find(name => name.includes('intl-messageformat')) ?? '')
  const icu = [...files].slice(text.length).map(file => readFileSync(join(DIST, file)))
  return [...text, ...icu].reduce((sum, bytes) => sum + gzipSync(bytes).length, 0)
}

function layoutOf(path: string): string | undefined {
  const area = path.split('/')[1] ?? ''
  const name = { desk: 'desk', e: 'exhibitor', gate: 'gate' }[area]
  return name && `src/platform/layouts/${name}-layout.tsx`
}

function catalogueOf(manifest: Manifest, namespace: string, locale: string): string {
  const wanted = [locale, 'en', 'vi'].map(language => `../shared/locales/${language}/${namespace}.ts`)
  return wanted.find(name => manifest[name]) ?? `../shared/locales/${locale}/${namespace}.ts`
}

function usesIcu(namespace: string, locale: string): boolean {
  try {
    const text = readFileSync(join(WEB, `../shared/locales/${locale}/${namespace}.ts`), 'utf8')
    return /\{\s*\w+\s*,\s*(plural|select|selectordinal|number|date|time)\b/.test(text)
  } catch {
    return false
  }
}

if (process.argv[1] === import.meta.filename) {
  for (const page of routePages()) {
    process.stdout.write(`${(initialJs(page) / 1000).toFixed(1).padStart(6)} kB gzip  ${page.path}\n`)
  }
}
