import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'

let house: House
let document: Record<string, unknown>

beforeAll(async () => {
  house = await openHouse()
  document = (await house.visitor.send('GET', '/api/openapi.json')).body
})
afterAll(() => house.close())

/** Every object inside, with where it stands. */
function* objectsIn(value: unknown, path = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) yield [path, value as Record<string, unknown>]
  for (const [key, inside] of Object.entries(value)) yield* objectsIn(inside, `${path}/${key}`)
}

function resolve(ref: string): unknown {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document)
}

it('is OpenAPI 3.1, and every reference in it leads somewhere', () => {
  expect(document.openapi).toBe('3.1.0')
  const broken = [...objectsIn(document)]
    .filter(([, value]) => typeof value.$ref === 'string')
    .filter(([, value]) => resolve(String(value.$ref)) === undefined)
    .map(([path, value]) => `${path}: ${value.$ref}`)
  expect(broken).toEqual([])
})

it('describes each route: summary, tag, answers, and every parameter of its path', () => {
  const paths = document.paths as Record<string, Record<string, Record<string, unknown>>>
  const wrong: string[] = []
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      const name = `${method} ${path}`
      if (!operation.summary || !Array.isArray(operation.tags)) wrong.push(`${name}: summary or tag`)
      const answers = Object.keys((operation.responses ?? {}) as object)
      if (!answers.some(status => status.startsWith('2'))) wrong.push(`${name}: no success`)
      if (!answers.includes('default')) wrong.push(`${name}: no refusal`)
      const parameters = (operation.parameters ?? []) as { name: string; in: string }[]
      const described = parameters.filter(one => one.in === 'path').map(one => one.name)
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')
      if (described.toSorted().join() !== named.toSorted().join()) wrong.push(`${name}: path parameters`)
    }
  }
  expect(wrong).toEqual([])
})

it('is readable at /api/docs under the policy that forbids inline scripts', async () => {
  const page = await house.http.request('/api/docs')
  const text = await page.text()
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  expect(text).toContain('src="/api-docs.js"')
  expect(text).not.toMatch(/<script(?![^>]*src=)/)
  expect(text).not.toMatch(/style=/)
})
