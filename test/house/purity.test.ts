import { describe, expect, it } from 'vitest'
import { importsOf, sourceFiles, withoutComments } from './source-files.ts'

const IMPURE = [
  [/\bDate\.now\(/, 'the clock'],
  [/\bnew Date\(\)/, 'the clock'],
  [/\bperformance\.now\(/, 'the clock'],
  [/\bMath\.random\(/, 'randomness'],
  [/\bcrypto\.(randomUUID|getRandomValues)/, 'randomness'],
  [/\b(document|localStorage|navigator)\.|\bwindow\.(location|document|addEventListener)/, 'the browser'],
  [/\bprocess\.(env|argv|cwd)/, 'the process'],
  [/\bfetch\(/, 'the network'],
] as const

describe('shared', () => {
  const files = sourceFiles('shared/src')

  it('imports zod and itself only', () => {
    const wrong = files.flatMap(file =>
      importsOf(file.text)
        .filter(specifier => !specifier.startsWith('.') && specifier !== 'zod')
        .map(specifier => `${file.path} -> ${specifier}`),
    )
    expect(wrong).toEqual([])
  })

  it('reads no clock, throws no dice, touches neither browser nor process', () => {
    const wrong = files.flatMap(file => {
      const code = withoutComments(file.text)
      return IMPURE.filter(([mark]) => mark.test(code)).map(([, what]) => `${file.path}: ${what}`)
    })
    expect(wrong).toEqual([])
  })
})

describe('everywhere', () => {
  it('nothing is written to the console: the log, stdout or a page says it', () => {
    const folders = ['shared/src', 'db/src', 'server/src', 'web/src']
    const wrong = folders
      .flatMap(sourceFiles)
      .filter(file => /\bconsole\.\w+\(/.test(withoutComments(file.text)))
      .map(file => file.path)
    expect(wrong).toEqual([])
  })

  it('only the context and what lives outside of requests read the clock of the server', () => {
    const allowed = [
      'server/src/platform/', // the context itself, ids
      'server/src/worker.ts',
      'server/src/demonstration/', // sets the clock itself
      'server/src/identity/actor.ts', // runs before there is a context
      'server/src/identity/account-mail.ts', // called by the account library, which has no context
    ]
    const wrong = sourceFiles('server/src')
      .filter(file => !allowed.some(path => file.path.startsWith(path)))
      .filter(file => /\bDate\.now\(|\bnew Date\(\)/.test(withoutComments(file.text)))
      .map(file => file.path)
    expect(wrong).toEqual([])
  })

  it('Kysely queries of reads stand in queries.ts: reads.ts selects nothing itself', () => {
    const wrong = sourceFiles('server/src')
      .filter(file => file.path.endsWith('/reads.ts') && /\.selectFrom\(/.test(file.text))
      .map(file => file.path)
    expect(wrong).toEqual([])
  })
})
