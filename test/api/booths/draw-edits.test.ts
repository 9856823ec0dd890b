import { randomUUID } from 'node:crypto'
import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { PlanEdit } from '@hoicho/shared/booths/schema.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'
import { boothInput, hallWithBooths } from '../../support/plans.ts'

let house: House
let officer: TestPerson
let fairId: string
let hallId: string
let organizerId: string
let booths: { id: string; number: string; version: number }[]

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
beforeEach(async () => {
  fairId = (await createFair(systemContext(house.app), organizerId, fairInput())).id
  const drawn = await hallWithBooths(house, fairId, 3)
  hallId = drawn.hall.id
  booths = drawn.booths
})
afterAll(() => house.close())

const hall = () => `/api/fairs/${fairId}/plan/halls/${hallId}`
const draw = (edits: PlanEdit[], who = officer) => who.send('POST', `${hall()}/edits`, { edits })
const at = (i: number) => booths[i] ?? { id: '', number: '', version: 0 }
const numbers = (rows: { number: string }[]) => rows.map(row => row.number).sort()
const zone = {
  kind: 'zone' as const,
  name: 'Khu nông sản',
  outline: [
    [0, 0],
    [900, 0],
    [900, 900],
    [0, 900],
  ] as [number, number][],
  zoneKind: 'general' as const,
  zoneValue: null,
}

describe('edits of a hall', () => {
  it('are applied together as the next revision, with audit entry and log', async () => {
    const [added, object] = [randomUUID(), randomUUID()]
    const { status, body } = await draw([
      { do: 'add-booth', id: added, values: boothInput({ number: 'A04', xCm: 900 }) },
      { do: 'change-booth', id: at(0).id, version: 1, values: { powerW: 3000, hasWater: true } },
      { do: 'remove-booth', id: at(1).id, version: 1 },
      { do: 'add-object', id: object, values: zone },
    ])
    expect([status, body.revision, body.removed]).toEqual([200, 2, [at(1).id]])
    expect(body.objects).toMatchObject([{ id: object, name: 'Khu nông sản', version: 1 }])
    const sides = body.booths.map((one: { number: string; openSides: number }) => [one.number, one.openSides])
    // A02 is gone: A01 stands open where it stood. A03, open there too, has A04 on its other side: two as before.
    expect(sides.sort()).toEqual([
      ['A01', 2],
      ['A04', 2],
    ])
    const entries = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId', 'fairId'])
      .where('entityId', '=', hallId)
      .where('actorId', '=', officer.id)
      .execute()
    expect(entries).toEqual([{ action: 'booths.draw', actorId: officer.id, fairId }])
    const log = await house.app.db
      .selectFrom('planChange')
      .select(['revision', 'personId'])
      .where('hallId', '=', hallId)
      .where('revision', '=', 2)
      .execute()
    expect(log).toEqual([{ revision: 2, personId: officer.id }])
  })

  it('let booths trade numbers and places', async () => {
    const { body } = await draw([
      { do: 'change-booth', id: at(0).id, version: 1, values: { number: 'A02', xCm: 300 } },
      { do: 'change-booth', id: at(1).id, version: 1, values: { number: 'A01', xCm: 0 } },
    ])
    const now = new Map(body.booths.map((one: { id: string; number: string }) => [one.id, one.number]))
    expect([now.get(at(0).id), now.get(at(1).id)]).toEqual(['A02', 'A01'])
  })

  it('are refused whole, each with its reason', async () => {
    const id = randomUUID()
    const good: PlanEdit = { do: 'add-booth', id, values: boothInput({ number: 'B01', yCm: 900 }) }
    const elsewhere = await hallWithBooths(house, fairId, 0, 'Khu B')
    await officer.send('POST', `/api/fairs/${fairId}/plan/halls/${elsewhere.hall.id}/booths`, {
      booths: [boothInput({ number: 'C01' })],
    })
    const cross: [number, number][] = [
      [900, 900],
      [1200, 1200],
      [1200, 900],
      [900, 1200],
    ]
    const refused = await Promise.all([
      draw([good, { do: 'remove-booth', id: at(0).id, version: 9 }]),
      draw([good, { do: 'remove-booth', id: randomUUID(), version: 1 }]),
      draw([good, { do: 'change-booth', id: at(0).id, version: 1, values: { number: 'C01' } }]),
      draw([good, { do: 'change-booth', id: at(0).id, version: 1, values: { number: 'A02' } }]),
      draw([good, { do: 'change-booth', id: at(0).id, version: 1, values: { xCm: 100 } }]),
      draw([good, { do: 'change-booth', id: at(0).id, version: 1, values: { xCm: 2900 } }]),
      draw([good, { do: 'change-booth', id: at(0).id, version: 1, values: { outline: cross } }]),
      draw([good, { do: 'change-booth', id: at(0).id, version: 1, values: { sectorCode: 'khong-co' } }]),
    ])
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [409, 'platform.changed-meanwhile'],
      [404, 'platform.not-found'],
      [409, 'booths.number-taken'],
      [409, 'booths.number-taken'],
      [409, 'booths.overlap'],
      [409, 'booths.outside-hall'],
      [409, 'booths.bad-outline'],
      [422, 'platform.invalid'],
    ])
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/plan`)
    expect(numbers(body.booths)).toEqual(['A01', 'A02', 'A03', 'C01'])
  })

  it('never touch a booth of another hall or fair by its id', async () => {
    const elsewhere = (await createFair(systemContext(house.app), organizerId, fairInput())).id
    const theirs = (await hallWithBooths(house, elsewhere, 1)).booths[0]
    const id = theirs?.id ?? ''
    const answers = await Promise.all([
      draw([{ do: 'add-booth', id, values: boothInput({ number: 'B01', yCm: 900 }) }]),
      draw([{ do: 'change-booth', id, version: 1, values: { number: 'B02' } }]),
      draw([{ do: 'remove-booth', id, version: 1 }]),
    ])
    expect(answers.map(({ body }) => body.code)).toEqual([
      'platform.changed-meanwhile',
      'platform.not-found',
      'platform.not-found',
    ])
    const { body } = await officer.send('GET', `/api/fairs/${elsewhere}/plan`)
    expect(numbers(body.booths)).toEqual(['A01'])
  })

  it('of two people at once: one is applied, the other is told, neither is lost', async () => {
    const edit = (powerW: number): PlanEdit[] => [
      { do: 'change-booth', id: at(0).id, version: 1, values: { powerW } },
    ]
    const answers = await Promise.all([draw(edit(1)), draw(edit(2)), draw(edit(3))])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    const other = await Promise.all([
      draw([{ do: 'change-booth', id: at(1).id, version: 1, values: { powerW: 5 } }]),
      draw([{ do: 'change-booth', id: at(2).id, version: 1, values: { powerW: 6 } }]),
    ])
    expect(other.map(({ status }) => status)).toEqual([200, 200])
  })
})

describe('looking on', () => {
  it('reads what was drawn after a revision', async () => {
    await draw([{ do: 'change-booth', id: at(0).id, version: 1, values: { powerW: 1 } }])
    await draw([{ do: 'remove-booth', id: at(2).id, version: 1 }])
    const { body } = await officer.send('GET', `${hall()}/changes?since=1`)
    expect([body.revision, numbers(body.booths), body.removed]).toEqual([3, ['A01', 'A02'], [at(2).id]])
    const nothing = await officer.send('GET', `${hall()}/changes?since=3`)
    expect(nothing.body).toMatchObject({ revision: 3, booths: [], objects: [], removed: [] })
  })

  it('is told of every drawing and placing as it happens, and of no other fair', async () => {
    const response = await house.http.request(`/api/fairs/${fairId}/plan/events`, {
      headers: { cookie: officer.cookie },
    })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const reader = response.body?.getReader()
    const next = async () => new TextDecoder().decode((await reader?.read())?.value)
    expect(await next()).toContain('event: ready')
    const elsewhere = (await createFair(systemContext(house.app), organizerId, fairInput())).id
    await hallWithBooths(house, elsewhere, 1)
    await draw([{ do: 'change-booth', id: at(0).id, version: 1, values: { powerW: 1 } }])
    expect(await next()).toBe(`data: {"topic":"plan","hallId":"${hallId}","revision":2}\n\n`)
    await reader?.cancel()
  })
})

describe('kept versions', () => {
  it('are gone back to as edits like any other', async () => {
    const kept = await officer.send('POST', `${hall()}/versions`, { name: 'Trước khi dời' })
    expect([kept.status, kept.body.revision, kept.body.boothCount]).toEqual([201, 1, 3])
    await draw([
      { do: 'remove-booth', id: at(1).id, version: 1 },
      { do: 'change-booth', id: at(0).id, version: 1, values: { number: 'A09' } },
      { do: 'add-booth', id: randomUUID(), values: boothInput({ number: 'B01', yCm: 900 }) },
    ])
    const list = await officer.send('GET', `${hall()}/versions`)
    expect(list.body.items).toMatchObject([{ id: kept.body.id, name: 'Trước khi dời' }])
    const back = await officer.send('POST', `${hall()}/versions/${kept.body.id}/restore`)
    expect([back.status, back.body.revision]).toEqual([200, 3])
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/plan`)
    expect(body.booths.map((one: { id: string; number: string }) => [one.id, one.number])).toEqual(
      booths.map(({ id, number }) => [id, number]),
    )
  })

  it('of another hall are not found', async () => {
    const { hall: other } = await hallWithBooths(house, fairId, 0, 'Khu B')
    const path = `/api/fairs/${fairId}/plan/halls/${other.id}/versions`
    const { body } = await officer.send('POST', path, { name: 'B' })
    expect((await officer.send('POST', `${hall()}/versions/${body.id}/restore`)).status).toBe(404)
  })
})

describe('the door', () => {
  it('lets only the desk draw, and the staff look', async () => {
    const [finance, reviewer, stranger] = await Promise.all([
      house.staff(organizerId, 'finance'),
      house.staff(organizerId, 'reviewer'),
      house.staff(await house.organizer(), 'manager'),
    ])
    const edit: PlanEdit = { do: 'remove-booth', id: at(0).id, version: 1 }
    expect((await draw([edit], reviewer)).status).toBe(403)
    expect((await draw([edit], stranger)).status).toBe(404)
    const looks = await Promise.all(
      [finance, reviewer, stranger].map(who => who.send('GET', `${hall()}/changes?since=0`)),
    )
    expect(looks.map(({ status }) => status)).toEqual([200, 403, 404])
  })
})
