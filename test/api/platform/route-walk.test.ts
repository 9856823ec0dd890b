import {
  type Action,
  belongsTo,
  ORGANIZER_ROLES,
  PERMISSIONS,
  type Target,
} from '@hoicho/shared/identity/permissions.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import {
  fill,
  isAction,
  isGranted,
  makeWalkers,
  PLAIN,
  paramsOf,
  type Route,
  readRoutes,
  targetOf,
  textOf,
  type Walker,
} from '../../support/walk.ts'
import { makeWorld, type World } from '../../support/walk-world.ts'

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
  routes = await readRoutes(house)
  walkers = await makeWalkers(house, own, staff)
}, 120_000)
afterAll(() => house.close())

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
  const text = await textOf(response)
  return { status: response.status, text: text.slice(0, 300) }
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
          if (isGranted(route.action, walker, target, own)) continue
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
        if (!isGranted(route.action, walker, targetOf(route.path, own), own)) continue
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
        if (!isGranted(route.action, walker, target, own)) continue
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
