import { newId } from '@hoicho/server/platform/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { fill, type Route, readRoutes, textOf } from '../../support/walk.ts'
import { makeWorld, type World } from '../../support/walk-world.ts'

let house: House
let world: World
let routes: Route[]
let person: TestPerson

beforeAll(async () => {
  house = await openHouse()
  const organizerId = await house.organizer()
  person = await house.staff(organizerId, 'reviewer')
  for (const role of ['manager', 'officer', 'finance'] as const) await alsoAs(organizerId, role)
  world = await makeWorld(house, person, organizerId)
  await addTraces()
  routes = (await readRoutes(house)).filter(route => route.method === 'GET')
}, 60_000)
afterAll(() => house.close())

async function alsoAs(organizerId: string, role: 'manager' | 'officer' | 'finance') {
  const values = { id: newId(), organizerId, personId: person.id, role, createdAt: new Date().toISOString() }
  await house.app.db.insertInto('organizerMember').values(values).execute()
}

/** Beside what the walk's world holds: a mail to it, its booth, a log entry of its own and one of many that names it. */
async function addTraces() {
  const { fairId, establishmentId, organizerId, ids } = world
  const { applicationId = '', boothId = '' } = ids
  const [at, db] = [new Date().toISOString(), house.app.db]
  await db.updateTable('application').set({ state: 'complete' }).where('id', '=', applicationId).execute()
  const booth = { id: newId(), fairId, boothId, applicationId, state: 'assigned' as const, assignedAt: at }
  await db.insertInto('boothAssignment').values(booth).execute()
  const { name } = await db
    .selectFrom('establishment')
    .select('name')
    .where('id', '=', establishmentId)
    .executeTakeFirstOrThrow()
  await db
    .updateTable('mail')
    .set({ establishmentId, subject: `Gửi ${name}` })
    .where('id', '=', ids.mailId ?? '')
    .execute()
  const entry = { at, organizerId, actorKind: 'system' as const, requestId: newId(), fairId, entity: 'fair' }
  await db
    .insertInto('auditEntry')
    .values([
      { ...entry, id: newId(), action: 'selection.score', entityId: applicationId, establishmentId },
      {
        ...entry,
        id: newId(),
        action: 'selection.assign-reviewers',
        entityId: fairId,
        after: JSON.stringify([{ applicationId }]),
      },
    ])
    .execute()
}

const conflict = (applicationId: string) =>
  house.app.db
    .insertInto('conflictOfInterest')
    .values({
      id: newId(),
      fairId: world.fairId,
      applicationId,
      reviewerId: person.id,
      kind: 'family',
      verdict: 'conflict',
      notedAt: new Date().toISOString(),
    })
    .execute()

/** What would tell of the application, and of the establishment itself. */
async function secrets() {
  const { ids } = world
  const application = await house.app.db
    .selectFrom('application')
    .innerJoin('establishment', 'establishment.id', 'application.establishmentId')
    .innerJoin('contract', 'contract.applicationId', 'application.id')
    .select(['application.number', 'establishment.name', 'contract.number as contract'])
    .where('application.id', '=', world.ids.applicationId ?? '')
    .executeTakeFirstOrThrow()
  const own = [ids.applicationId, ids.contractId, ids.dealId, ids.badgeId, ids.paymentId, ids.paperId]
  return {
    hanging: [...own, world.idsUnder.fairs?.invitationId, application.number, application.contract].filter(
      secret => secret !== undefined && secret !== null,
    ),
    itself: [application.name, world.establishmentId],
  }
}

/** The directory knows of establishments, whatever fair they apply to. */
const isDirectory = (route: Route) =>
  /\{organizerId\}\/(establishment|saved-lists|barred|imports)|\{establishmentId\}|^\/api\/files/.test(
    route.path,
  )

async function leaks(): Promise<{ broken: string[]; told: string[] }> {
  const { hanging, itself } = await secrets()
  const broken: string[] = []
  const told: string[] = []
  for (const route of routes) {
    const answer = await house.http.request(fill(route.path, world) + route.query, {
      headers: { cookie: person.cookie },
    })
    if (answer.status >= 500) broken.push(`${route.path} ${answer.status}`)
    const text = answer.status === 200 ? await textOf(answer) : ''
    const found = (isDirectory(route) ? hanging : [...hanging, ...itself]).filter(one => text.includes(one))
    if (found.length > 0) told.push(`${route.path} ${found.join(' ')}`)
  }
  return { broken, told }
}

describe('an officer, manager and accountant who also sits on the council', () => {
  it('finds the application all over the program, and with a conflict of interest nowhere', async () => {
    const before = await leaks()
    expect(before.broken).toEqual([])
    expect(before.told.length).toBeGreaterThan(15)
    await conflict(world.ids.applicationId ?? '')
    expect(await leaks()).toEqual({ broken: [], told: [] })
  }, 60_000)
})
