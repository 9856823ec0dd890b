import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importsOf, type SourceFile, sourceFiles } from './source-files.ts'

/** docs/ARCHITECTURE.md, "Import order": a capability imports only those before it. */
const ORDER = [
  ['platform', 'mail', 'documents', 'files'],
  ['identity'],
  ['establishments'],
  ['fairs'],
  ['recruitment'],
  ['selection'],
  ['booths'],
  ['contracts'],
  ['badges'],
  ['deals'],
  ['reports'],
]
const rankOf = (capability: string) => ORDER.findIndex(group => group.includes(capability))

/** Imports against the order, each with its reason. */
const EXCEPTIONS: Record<string, string> = {
  'shared/src/platform/all-problems.ts': 'the index of every refusal',
  'server/src/platform/context.ts -> identity/auth.ts': 'the type of the account library in the context',
  'server/src/platform/context.ts -> identity/permissions.ts': 'the type of rights in the context',
  'server/src/platform/request.ts -> identity/actor.ts': 'a request begins with who sends it',
}

/** In shared, the permission table is what every room asks. */
const OPEN_TO_ALL = new Set(['identity/permissions.ts'])

/** `capability/file.ts` inside shared, server or web that an import leads to; undefined for anything else. */
function placeOf(file: SourceFile, specifier: string): string | undefined {
  const named = /^@hoicho\/(?:shared|server)\/(.+)$/.exec(specifier)?.[1]
  if (named) return named
  if (!specifier.startsWith('.')) return undefined
  const path = join(dirname(file.path), specifier)
  return /^(?:shared|server|web)\/src\/(.+)$/.exec(path)?.[1]
}

function offences(folder: string): string[] {
  return sourceFiles(folder).flatMap(file => {
    const own = file.path.slice(folder.length + 1).split('/')
    const rank = own.length > 1 ? rankOf(own[0] ?? '') : -1
    if (rank === -1 || EXCEPTIONS[file.path]) return []
    return importsOf(file.text).flatMap(specifier => {
      const place = placeOf(file, specifier)
      const other = place?.split('/')[0] ?? ''
      if (!place || OPEN_TO_ALL.has(place) || other === own[0] || rankOf(other) <= rank) return []
      const offence = `${file.path} -> ${place}`
      return EXCEPTIONS[offence] ? [] : [offence]
    })
  })
}

describe('imports', () => {
  it.each(['shared/src', 'server/src'])('%s follows the order of the capabilities', folder => {
    expect(offences(folder)).toEqual([])
  })

  it('packages point one way: shared <- db <- server <- web', () => {
    const allowed: Record<string, RegExp> = {
      'shared/src': /^@hoicho\/shared\//,
      'db/src': /^@hoicho\/(shared|db)\//,
      'server/src': /^@hoicho\/(shared|db|server)\//,
    }
    const wrong = Object.entries(allowed).flatMap(([folder, allow]) =>
      sourceFiles(folder).flatMap(file =>
        importsOf(file.text)
          .filter(specifier => specifier.startsWith('@hoicho/') && !allow.test(specifier))
          .map(specifier => `${file.path} -> ${specifier}`),
      ),
    )
    expect(wrong).toEqual([])
  })

  it('the web takes types only from the server, and nothing from db', () => {
    const wrong = sourceFiles('web/src').flatMap(file =>
      [...file.text.matchAll(/import (type )?[^'"]*?from '(@hoicho\/(?:server|db)\/[^']+)'/g)]
        .filter(([, isType, from]) => !isType || from?.startsWith('@hoicho/db'))
        .map(([, , from]) => `${file.path} -> ${from}`),
    )
    expect(wrong).toEqual([])
  })

  it('the kit knows no capability', () => {
    const wrong = sourceFiles('web/src/ui').flatMap(file =>
      importsOf(file.text)
        .map(specifier => placeOf(file, specifier))
        .filter(place => place !== undefined && rankOf(place.split('/')[0] ?? '') > 0)
        .map(place => `${file.path} -> ${place}`),
    )
    expect(wrong).toEqual([])
  })
})
