import { nextPath } from '@hoicho/shared/identity/next-path.ts'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

it('keeps paths of this site', () => {
  for (const path of ['/', '/desk', '/f/hoi-cho/apply?step=2#top', '/accept?token=abc']) {
    expect(nextPath(path)).toBe(path)
  }
})

it('refuses every other site', () => {
  const bad = ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', 'desk', '']
  for (const path of [...bad, '/\t/evil.example', '/\n/evil.example', '/a\\..\\b']) {
    expect(nextPath(path)).toBeUndefined()
  }
})

it('never leaves the site, whatever is written', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', '/', '//', '/\\', 'https:'), (text, start) => {
      const path = nextPath(start + text)
      if (path !== undefined) {
        expect(new URL(path, 'https://fair.example').origin).toBe('https://fair.example')
      }
    }),
    { numRuns: 2000 },
  )
})
