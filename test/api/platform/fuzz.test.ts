import { ORGANIZER_ROLES } from '@hoicho/shared/identity/permissions.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  DATES,
  dice,
  hostileFor,
  leavesOf,
  NUMBERS,
  OTHERS,
  RAW_BODIES,
  TEXTS,
  withValue,
} from '../../support/hostile.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import type { Schema } from '../../support/sample-body.ts'
import {
  fill,
  isAction,
  isGranted,
  makeWalkers,
  type Route,
  readRoutes,
  targetOf,
  textOf,
  type Walker,
} from '../../support/walk.ts'
import { makeWorld, type World } from '../../support/walk-world.ts'

/** Change it to try other values; the same seed sends the same requests. */
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_122)
/** No answer may take longer, though the machine be busy. */
const PATIENCE_MS = 5_000

type Shot = { route: Route; path: string; body?: string; type?: string; headers?: Record<string, string> }

let house: House
let own: World
let routes: Route[] = []
let walkers: Walker[] = []
let schemas: Record<string, Schema> = {}
const pick = dice(SEED)
/** Where the last fault happened, to say it beside the request that caused it. */
let trace = ''

beforeAll(async () => {
  house = await openHouse()
  house.app.log.error = (entry: unknown) => {
    trace = JSON.stringify(entry).slice(0, 900)
  }
  const organizerId = await house.organizer()
  const staff = new Map<string, TestPerson>()
  for (const role of ORGANIZER_ROLES) staff.set(role, await house.staff(organizerId, role))
  own = await makeWorld(house, staff.get('reviewer'), organizerId)
  routes = await readRoutes(house)
  const document = await house.visitor.send('GET', '/api/openapi.json')
  schemas = document.body.components?.schemas ?? {}
  walkers = await makeWalkers(house, own, staff)
}, 120_000)
afterAll(() => house.close())

/** The last one whom the table lets do it: the administrator before the owner, the owner before the manager. */
function personFor(route: Route): Walker {
  const { action } = route
  if (!isAction(action)) throw new Error(`${route.path} names no permission`)
  const granted = walkers.filter(walker => isGranted(action, walker, targetOf(route.path, own), own))
  const found = granted.find(walker => walker.name !== 'anonymous' && walker.name !== 'nobody') ?? granted[0]
  if (!found) throw new Error(`Nobody may ${route.method} ${route.path}`)
  return found
}

/** Routes that end or change the session they come with get a person of their own. */
async function headersFor(route: Route): Promise<Record<string, string>> {
  const walker = personFor(route)
  if (!walker.person || !/^\/api\/(account|session)/.test(route.path)) return walker.headers
  return { cookie: (await house.signUp()).cookie }
}

async function fire(shot: Shot, headers: Record<string, string>): Promise<string | undefined> {
  const { route, path, body, type = 'application/json' } = shot
  const startedAt = performance.now()
  const response = await house.http.request(path, {
    method: route.method,
    headers: {
      'x-requested-with': 'hoicho',
      ...(body === undefined ? {} : { 'content-type': type }),
      ...headers,
      ...shot.headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await textOf(response)
  const ms = Math.round(performance.now() - startedAt)
  const refused = response.status >= 400
  const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json')
  if (response.status < 500 && (!refused || isProblem) && ms < PATIENCE_MS) return undefined
  return `${route.method} ${path.slice(0, 200)} ${(body ?? '').slice(0, 300)} ${JSON.stringify(shot.headers ?? {}).slice(0, 80)}: ${response.status} in ${ms} ms ${text.slice(0, 200)} ${response.status >= 500 ? trace : ''}`
}

async function fireAll(shots: (route: Route) => Shot[]): Promise<string[]> {
  const wrong: string[] = []
  let sent = 0
  for (const route of routes) {
    const headers = await headersFor(route)
    for (const shot of shots(route)) {
      sent += 1
      const fault = await fire(shot, headers)
      if (fault) wrong.push(fault)
    }
  }
  expect(sent).toBeGreaterThan(100)
  return wrong
}

const pathOf = (route: Route) => fill(route.path, own) + route.query
const pathNames = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')

/** One field after the other with a value of its kind that hurts and one of another kind. */
function fieldShots(route: Route): Shot[] {
  if (!route.schema) return []
  const path = pathOf(route)
  return leavesOf(route.schema, schemas).flatMap(leaf => {
    const values = [pick(hostileFor(leaf.schema)), pick([...OTHERS, ...TEXTS, ...NUMBERS, ...DATES])]
    return values.map(value => ({
      route,
      path,
      body: JSON.stringify(withValue(route.body, leaf.path, value)),
    }))
  })
}

/** What the schema cannot refuse by itself: the same odd text, day or figure in all fields of that kind at once. */
function flushShots(route: Route): Shot[] {
  if (!route.schema) return []
  const leaves = leavesOf(route.schema, schemas).filter(leaf => !leaf.schema.properties && !leaf.schema.items)
  const odd = [
    'a\u0000b',
    '\ud800',
    '<b>&"\'',
    '00000000-0000-4000-8000-000000000000',
    '9999-12-31',
    2_147_483_648,
  ]
  return odd.map(value => {
    const fit = leaves.filter(
      ({ schema }) =>
        !schema.enum && [schema.type].flat().includes(typeof value === 'number' ? 'integer' : 'string'),
    )
    const body = fit.reduce((made, leaf) => withValue(made, leaf.path, value), route.body)
    return { route, path: pathOf(route), body: JSON.stringify(body) }
  })
}

function rawShots(route: Route): Shot[] {
  if (route.body === undefined) return []
  const path = pathOf(route)
  const raw = Array.from({ length: 4 }, () => pick(RAW_BODIES)).map(body => ({ route, path, body }))
  const good = JSON.stringify(route.body)
  const strange = {
    route,
    path,
    body: JSON.stringify({ ...Object(route.body), nobodyKnows: 1, toString: 'x' }),
  }
  const types = ['text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=utf-16']
  return [...raw, strange, { route, path, body: good, type: pick(types) }]
}

const ODD_PARTS = [
  '%00',
  '%ff',
  '%',
  '..',
  '%2e%2e%2f',
  '%F0%9F%A4%96',
  "'",
  'x'.repeat(3_000),
  '0',
  '-1',
  '1e9',
  '%E2%80%AE',
  '__proto__',
  'toString',
  '2147483648',
  '99999999999999999999',
]

function addressShots(route: Route): Shot[] {
  const body = route.body === undefined ? {} : { body: JSON.stringify(route.body) }
  const inPath = pathNames(route.path).map(name => {
    const path = fill(route.path.replace(`{${name}}`, pick(ODD_PARTS)), own) + route.query
    return { route, path, ...body }
  })
  const queries = route.parameters.filter(one => one.in === 'query')
  const inQuery = queries.flatMap(one =>
    Array.from({ length: 3 }, () => ({
      route,
      path: `${fill(route.path, own)}?${one.name}=${pick([...ODD_PARTS, ...DATES, ...NUMBERS.map(String)])}&${one.name}=2`,
      ...body,
    })),
  )
  const headers = pick<Record<string, string>>([
    { 'idempotency-key': 'k'.repeat(10_000) },
    { 'accept-language': 'vi,'.repeat(5_000) },
    { 'user-agent': 'x'.repeat(20_000) },
    { 'x-forwarded-for': "127.0.0.1' or 1=1" },
    { 'idempotency-key': "é'\\ÿ" },
    { range: 'bytes=-1-99999999999', 'if-none-match': '*' },
  ])
  return [...inPath, ...inQuery, { route, path: pathOf(route), headers, ...body }]
}

it('refuses odd addresses, queries and headers as problems, never as faults', async () => {
  expect(await fireAll(addressShots)).toEqual([])
}, 120_000)

it('refuses bodies that are no such body', async () => {
  expect(await fireAll(rawShots)).toEqual([])
}, 120_000)

it('refuses or takes one hostile field', async () => {
  expect(await fireAll(fieldShots)).toEqual([])
}, 120_000)

it('refuses or takes hostile values in all fields at once', async () => {
  expect(await fireAll(flushShots)).toEqual([])
}, 120_000)

it('still serves afterwards, and nobody became somebody else', async () => {
  expect((await house.visitor.send('GET', '/readyz')).status).toBe(200)
  expect(Object.hasOwn(Object.prototype, 'isPlatformAdmin')).toBe(false)
  const admins = await house.app.db
    .selectFrom('person')
    .select('id')
    .where('isPlatformAdmin', '=', true)
    .execute()
  expect(admins).toHaveLength(1)
})
