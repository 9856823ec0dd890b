import { expect, it } from 'vitest'
import { sourceFiles, withoutComments } from './source-files.ts'

/** Verbs that no test names, each with how it is exercised all the same. */
const EXCEPTIONS: Record<string, string> = {
  'server/src/badges/edit-gate.ts': 'badges/scan.test.ts puts to a path it holds in a variable',
  'server/src/badges/remove-gate.ts': 'badges/scan.test.ts deletes a path it holds in a variable',
  'server/src/identity/make-platform-admin.ts':
    'a command without a route; the seed makes its administrator by it',
  'server/src/identity/note-account.ts': 'writes the log for sign-up, links and passwords, which are tested',
}

/** A file that writes through the one door. */
const verbs = sourceFiles('server/src')
  .filter(file => !file.path.startsWith('server/src/platform/'))
  .filter(file => /\bchange\(/.test(withoutComments(file.text)) && /platform\/change\.ts'/.test(file.text))

const tests = [...sourceFiles('test/api'), ...sourceFiles('test/support')]
const said = tests.map(file => file.text).join('\n')
const routes = sourceFiles('server/src').filter(file => file.path.endsWith('routes.ts'))

/** Names a verb's file hands out. */
const exportsOf = (text: string) =>
  [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(match => match[1] ?? '')

/** The paths of the routes whose handler calls one of these. */
function pathsOf(names: readonly string[]): string[] {
  return routes.flatMap(({ text: file }) => {
    const text = `${file}\n\n`
    const handlers = [...text.matchAll(/\.openapi\((\w+),([\s\S]*?)(?=\n {2}\.openapi\(|\n\n)/g)]
    const mine = handlers.filter(([, , code = '']) =>
      names.some(name => new RegExp(`\\b${name}\\(`).test(code)),
    )
    return mine.flatMap(([, route]) => {
      const path = new RegExp(`const ${route} = createRoute\\(\\{[\\s\\S]*?path: '([^']+)'`).exec(text)?.[1]
      return path ? [path] : []
    })
  })
}

/** A route's path as a test writes it: any value between the fixed parts of its end, which must tell it from others. */
function asUsed(path: string): RegExp {
  const parts = path.split('/').filter(Boolean)
  const fixed = parts.map(part => (part.startsWith('{') ? '[^/\\s]+' : part.replace(/[.$]/g, '\\$&')))
  const last = parts.findLastIndex(part => !part.startsWith('{'))
  const end = parts.slice(last).map((_, i) => fixed[last + i])
  return new RegExp(`/${end.join('/')}(?![\\w-])`)
}

/** The word a path ends in, as in `/deals/{dealId}/reopen`: a test may hand it to a helper that writes the path. */
const endOf = (path: string) => /\/([\w-]+)$/.exec(path)?.[1] ?? path

it('every verb is called by a test, by its name or by its route', () => {
  expect(verbs.length).toBeGreaterThan(50)
  const silent = verbs.filter(file => {
    const names = exportsOf(file.text)
    if (names.some(name => new RegExp(`\\b${name}\\b`).test(said))) return false
    const inCapability = tests.filter(test => test.path.startsWith(`test/api/${file.path.split('/')[2]}/`))
    return !pathsOf(names).some(
      path => asUsed(path).test(said) || inCapability.some(test => test.text.includes(`'${endOf(path)}'`)),
    )
  })
  expect(silent.map(file => file.path).filter(path => !(path in EXCEPTIONS))).toEqual([])
  expect(Object.keys(EXCEPTIONS).filter(path => !silent.some(file => file.path === path))).toEqual([])
})
