import { newId } from '@hoicho/server/platform/ids.ts'
import {
  type Action,
  allows,
  belongsTo,
  NOBODY,
  ORGANIZER_ROLES,
  PERMISSIONS,
  type Rights,
  type Target,
} from '@hoicho/shared/identity/permissions.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'
import { type Schema, sampleOf } from '../../support/sample-body.ts'
import { makeWorld, type World } from '../../support/walk-world.ts'

type Route = { method: string; path: string; action: string; body: unknown; query: string }
type Walker = { name: string; headers: Record<string, string>; rights: Rights; person?: TestPerson }
type Operation = {
  'x-action'?: string
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[]
}

/** Bodies whose rules between fields a sample of the schema cannot meet. */
const BODIES: Record<string, (sample: Record<string, unknown>) => unknown> = {
  'put /api/fairs/{fairId}/plan/booths/{boothId}': sample => ({ ...sample, number: 'A01', sectorCode: null }),
  'post /api/fairs/{fairId}/plan/halls/{hallId}/booths': sample => ({
    ...sample,
    booths: [sample.booths]
      .flat()
      .map(booth => Object.assign({}, booth, { number: 'A02', sectorCode: null })),
  }),
  'post /api/organizers/{organizerId}/establishments': sample => ({ ...sample, provinceCode: '01' }),
  'post /api/establishments': sample => ({ ...sample, provinceCode: '01' }),
  'put /api/establishments/{establishmentId}': sample => ({ ...sample, provinceCode: '01' }),
  'post /api/organizers/{organizerId}/fairs': () => fairInput(),
  'put /api/fairs/{fairId}': sample => ({ ...fairInput(), version: sample.version }),
  'put /api/fairs/{fairId}/form': sample =>
    JSON.parse(JSON.stringify(sample).replaceAll('"code":"di bo qua"', '"code":"mucMot"')),
}

/** Values of parameters that are no ids of a record: any that fits will do. */
const PLAIN: Record<string, string> = {
  token: 'abcdefghijklmnopqrstuvwxyz012345',
  slug: 'khong-co',
  code: 'khong-co-ma-nay',
  action: 'publish',
  gate: 'eligible-area',
  version: '1',
  sessionId: '01930000-0000-7000-8000-000000000000',
}

let house: House
let own: World
let foreign: World
let routes: Route[] = []
let walkers: Walker[] = []

beforeAll(async () => {
  house = await openHouse()
  const organizerId = await house.organizer()
  const staff = new Map<string, TestPerson>()
  for (const role of ORGANIZER_ROLES) staff.set(role, await house.staff(organizerId, role))
  own = await makeWorld(house, staff.get('reviewer'), organizerId)
  foreign = await makeWorld(house)
  routes = await readRoutes()
  walkers = await makeWalkers(staff)
}, 120_000)
afterAll(() => house.close())

async function readRoutes(): Promise<Route[]> {
  const response = await house.http.request('/api/openapi.json')
  const document = (await response.json()) as {
    paths: Record<string, Record<string, Operation>>
    components?: { schemas?: Record<string, Schema> }
  }
  const schemas = document.components?.schemas ?? {}
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const schema = operation.requestBody?.content?.['application/json']?.schema
      const sample = schema ? sampleOf(schema, schemas) : undefined
      const better = BODIES[`${method} ${path}`]
      const needed = (operation.parameters ?? []).filter(one => one.in === 'query' && one.required)
      const query = new URLSearchParams(
        needed.map(one => [one.name, String(sampleOf(one.schema ?? {}, schemas))]),
      )
      return {
        method: method.toUpperCase(),
        path,
        action: operation['x-action'] ?? '',
        body: better ? better(sample as Record<string, unknown>) : sample,
        query: query.size > 0 ? `?${query}` : '',
      }
    }),
  )
}

async function makeWalkers(staff: Map<string, TestPerson>): Promise<Walker[]> {
  const { establishmentId } = own
  const admin = await house.signUp('Quản trị')
  await house.app.db.updateTable('person').set({ isPlatformAdmin: true }).where('id', '=', admin.id).execute()
  const member = await house.signUp('Thành viên')
  await house.app.db
    .insertInto('establishmentMember')
    .values({
      id: newId(),
      establishmentId,
      personId: member.id,
      role: 'member',
      createdAt: new Date().toISOString(),
    })
    .execute()
  const signedIn = { ...NOBODY, isSignedIn: true }
  const walker = (name: string, person: TestPerson, rights: Partial<Rights>): Walker => ({
    name,
    person,
    headers: { cookie: person.cookie },
    rights: { ...signedIn, ...rights },
  })
  return [
    { name: 'anonymous', headers: {}, rights: NOBODY },
    walker('nobody', await house.signUp('Không ai'), {}),
    ...ORGANIZER_ROLES.flatMap(role => {
      const person = staff.get(role)
      const organizers = [{ organizerId: own.organizerId, role }]
      return person ? [walker(role, person, { organizers })] : []
    }),
    walker('owner', own.owner, { establishments: [{ establishmentId, role: 'owner' }] }),
    walker('member', member, { establishments: [{ establishmentId, role: 'member' }] }),
    walker('platform admin', admin, { isPlatformAdmin: true }),
    {
      name: 'device',
      headers: { authorization: `Device ${own.deviceToken}` },
      rights: { ...NOBODY, deviceFairId: own.fairId },
    },
  ]
}

const paramsOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1] ?? '')

/** The first parameter is the tenant's door; those behind it may be of another world. */
function fill(path: string, world: World, inner: World = world): string {
  const [first] = paramsOf(path)
  const area = path.split('/')[2] ?? ''
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const from = name === first ? world : inner
    const value = from.idsUnder[area]?.[name] ?? from.ids[name] ?? PLAIN[name]
    if (!value) throw new Error(`The walk knows no {${name}} of ${path}: make one in support/walk-world.ts.`)
    return value
  })
}

/** Which tenants own what the first parameter names; undefined: nothing that is owned. */
function targetOf(path: string, world: World): Target | undefined {
  const [first] = paramsOf(path)
  const { organizerId, fairId, establishmentId } = world
  if (first === 'organizerId') return { organizerId }
  if (first === 'fairId') return { organizerId, fairId }
  if (first === 'establishmentId') return { establishmentId, isUnclaimed: false }
  if (first === 'applicationId' || first === 'contractId' || first === 'dealId') {
    return { organizerId, fairId, establishmentId }
  }
  return undefined
}

async function walk(route: Route, walker: Walker, path: string) {
  const isUpload = route.path === '/api/files' && route.method === 'POST'
  const body = isUpload ? '%PDF-1.4 %%EOF' : route.body === undefined ? undefined : JSON.stringify(route.body)
  const type = isUpload ? 'application/octet-stream' : 'application/json'
  const response = await house.http.request(path + route.query, {
    method: route.method,
    headers: {
      'x-requested-with': 'hoicho',
      ...(body === undefined ? {} : { 'content-type': type }),
      ...walker.headers,
    },
    ...(body === undefined ? {} : { body }),
  })
  const text = await response.text()
  return { status: response.status, text: text.slice(0, 300) }
}

const isAction = (name: string): name is Action => Object.hasOwn(PERMISSIONS, name)
const deviceTarget = (): Target => ({ fairId: own.fairId })

function isGranted(action: Action, walker: Walker, target: Target | undefined): boolean {
  const isDeviceDoor = target === undefined && 'device' in PERMISSIONS[action]
  return allows(action, walker.rights, target ?? (isDeviceDoor ? deviceTarget() : {}))
}

/** What the permission table makes of a walker without the right. */
function refusals(walker: Walker, action: Action, target: Target | undefined): number[] {
  if (walker.name === 'anonymous') return [401]
  if (walker.name === 'device') return [401, 403, 404]
  // A gate's door knows devices only: to it a person is nobody.
  if (target === undefined) return 'device' in PERMISSIONS[action] ? [401, 403] : [403]
  return [belongsTo(walker.rights, target) ? 403 : 404]
}

describe('every route', () => {
  it('names its permission, and the table knows it', () => {
    const strangers = routes.filter(route => !isAction(route.action))
    expect(strangers.map(route => `${route.method} ${route.path} ${route.action}`)).toEqual([])
    expect(routes.length).toBeGreaterThan(60)
  })

  it('has a record of each parameter in both worlds', () => {
    for (const route of routes) {
      for (const world of [own, foreign]) expect(fill(route.path, world)).not.toContain('{')
    }
  })

  it('refuses whoever the table does not grant it, and hides what is not theirs', async () => {
    const wrong: string[] = []
    for (const route of routes) {
      if (!isAction(route.action)) continue
      for (const world of [own, foreign]) {
        const target = targetOf(route.path, world)
        for (const walker of walkers) {
          if (isGranted(route.action, walker, target)) continue
          const { status, text } = await walk(route, walker, fill(route.path, world))
          const right = refusals(walker, route.action, target)
          if (right.includes(status)) continue
          const place = world === own ? 'own' : 'foreign'
          wrong.push(
            `${route.method} ${route.path} as ${walker.name} (${place}): ${status}, not ${right} ${status === 422 ? text : ''}`,
          )
        }
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('does not reach into another tenant through an own door', async () => {
    const wrong: string[] = []
    for (const route of routes) {
      const [, ...inner] = paramsOf(route.path)
      if (!isAction(route.action) || !inner.some(name => !(name in PLAIN))) continue
      for (const walker of walkers) {
        if (!isGranted(route.action, walker, targetOf(route.path, own))) continue
        const { status, text } = await walk(route, walker, fill(route.path, own, foreign))
        // A record that takes no change any more may say so before it looks at the part named.
        if (status === 404 || (status === 409 && text.includes('wrong-state'))) continue
        wrong.push(`${route.method} ${route.path} as ${walker.name}: ${status}, not 404 ${text}`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)

  it('lets in whoever the table grants it', async () => {
    const wrong: string[] = []
    for (const route of routes) {
      if (!isAction(route.action)) continue
      const target = targetOf(route.path, own)
      for (const walker of walkers) {
        if (!isGranted(route.action, walker, target)) continue
        const { status, text } = await walk(route, await expendable(route, walker), fill(route.path, own))
        const isRefusal = status === 403 || (status === 401 && !isAboutProof(route))
        if (isRefusal || status >= 500)
          wrong.push(`${route.method} ${route.path} as ${walker.name}: ${status} ${text}`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)
})

/** Routes that end or change the session they come with are walked by a person made for that one step. */
async function expendable(route: Route, walker: Walker): Promise<Walker> {
  if (!walker.person || !/^\/api\/(account|session)/.test(route.path)) return walker
  const person = await house.signUp()
  return { ...walker, person, headers: { cookie: person.cookie } }
}

/** Here a 401 says that a password or a code was wrong. */
const isAboutProof = (route: Route) =>
  route.action === 'identity.sign-in' || /second-factor|password/.test(route.path)
