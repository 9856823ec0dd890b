import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'
import { boothInput, hallWithBooths } from '../../support/plans.ts'

let house: House
let organizerId: string
let officer: TestPerson
let fairId: string

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
beforeEach(async () => {
  fairId = (await createFair(systemContext(house.app), organizerId, fairInput())).id
})
afterAll(() => house.close())

const plan = () => `/api/fairs/${fairId}/plan`
const hallInput = { name: 'Khu A', level: 0, widthCm: 3000, depthCm: 2000 }
const auditOf = (entityId: string) =>
  house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'fairId', 'organizerId', 'entity'])
    .where('entityId', '=', entityId)
    .execute()

describe('halls', () => {
  it('are added and changed, each with its audit entry', async () => {
    const { status, body } = await officer.send('POST', `${plan()}/halls`, hallInput)
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...hallInput, position: 0 })
    const changed = await officer.send('PUT', `${plan()}/halls/${body.id}`, { ...hallInput, name: 'Khu B' })
    expect(changed.body.name).toBe('Khu B')
    const entry = { action: 'booths.draw', actorId: officer.id, fairId, organizerId, entity: 'hall' }
    expect(await auditOf(body.id)).toEqual([entry, entry])
  })

  it('have a name of their own within the fair', async () => {
    await officer.send('POST', `${plan()}/halls`, hallInput)
    const { status, body } = await officer.send('POST', `${plan()}/halls`, hallInput)
    expect([status, body.code]).toEqual([409, 'booths.hall-name-taken'])
  })

  it('cannot shrink below their booths', async () => {
    const { hall } = await hallWithBooths(house, fairId, 3)
    const { body } = await officer.send('PUT', `${plan()}/halls/${hall.id}`, { ...hallInput, widthCm: 800 })
    expect([body.code, body.params]).toEqual(['booths.outside-hall', { booth: 'A03' }])
  })
})

describe('booths', () => {
  it('are added all or none, with their open sides', async () => {
    const { hall } = await hallWithBooths(house, fairId, 3)
    const path = `${plan()}/halls/${hall.id}/booths`
    const good = boothInput({ number: 'b01', yCm: 900, xCm: 900 })
    const added = await officer.send('POST', path, { booths: [good] })
    expect(added.status).toBe(201)
    expect(
      added.body.items.map((booth: { number: string; openSides: number }) => [booth.number, booth.openSides]),
    ).toEqual([
      ['A01', 1],
      ['A02', 1],
      ['A03', 2],
      ['B01', 4],
    ])
    const next = boothInput({ number: 'B02', yCm: 1500 })
    const refused = await Promise.all([
      officer.send('POST', path, { booths: [next, boothInput({ number: 'A01', yCm: 600 })] }),
      officer.send('POST', path, { booths: [next, boothInput({ number: 'C01', xCm: 2900, yCm: 600 })] }),
      officer.send('POST', path, { booths: [next, boothInput({ number: 'C01', xCm: 800, yCm: 800 })] }),
      officer.send('POST', path, { booths: [boothInput({ number: 'gian <1>', yCm: 600 })] }),
    ])
    expect(refused.map(({ body }) => [body.code, body.params ?? body.errors[0].code])).toEqual([
      ['booths.number-taken', { booth: 'A01' }],
      ['booths.outside-hall', { booth: 'C01' }],
      ['booths.overlap', { booth: 'B01', other: 'C01' }],
      ['platform.invalid', 'booth-number'],
    ])
    const { body } = await officer.send('GET', plan())
    expect(body.booths.map((booth: { number: string }) => booth.number)).toEqual(['A01', 'A02', 'A03', 'B01'])
  })

  it('are edited from the newest version only', async () => {
    const { booths } = await hallWithBooths(house, fairId, 1)
    const [booth] = booths
    const path = `${plan()}/booths/${booth?.id}`
    const edit = { ...boothInput({ number: 'A09', kind: 'custom', priceMinor: 5 }), version: 1 }
    const first = await officer.send('PUT', path, edit)
    expect(first.body).toMatchObject({ number: 'A09', kind: 'custom', priceMinor: 5, version: 2 })
    const second = await officer.send('PUT', path, edit)
    expect(second.body.code).toBe('platform.changed-meanwhile')
  })

  it('are taken off the plan, and their number is free again', async () => {
    const { hall, booths } = await hallWithBooths(house, fairId, 2)
    const [booth] = booths
    const path = `${plan()}/booths/${booth?.id}`
    expect((await officer.send('DELETE', path)).status).toBe(204)
    expect((await officer.send('DELETE', path)).status).toBe(404)
    const again = await officer.send('POST', `${plan()}/halls/${hall.id}/booths`, { booths: [boothInput()] })
    expect(again.status).toBe(201)
  })
})

describe('the door', () => {
  it('knows who may draw and who may look', async () => {
    const { hall, booths } = await hallWithBooths(house, fairId, 1)
    const other = await house.staff(await house.organizer(), 'manager')
    const reviewer = await house.staff(organizerId, 'reviewer')
    const gate = await house.staff(organizerId, 'gate')
    const draws = [house.visitor, other, reviewer].flatMap(person => [
      person.send('POST', `${plan()}/halls`, hallInput),
      person.send('PUT', `${plan()}/halls/${hall.id}`, hallInput),
      person.send('POST', `${plan()}/halls/${hall.id}/booths`, { booths: [boothInput()] }),
      person.send('PUT', `${plan()}/booths/${booths[0]?.id}`, { ...boothInput(), version: 1 }),
      person.send('DELETE', `${plan()}/booths/${booths[0]?.id}`),
    ])
    const answers = await Promise.all(draws)
    const expected = [401, 404, 403].flatMap(status => Array(5).fill(status))
    expect(answers.map(answer => answer.status)).toEqual(expected)
    const finance = await house.staff(organizerId, 'finance')
    const looks = await Promise.all(
      [house.visitor, other, gate, reviewer, finance].map(who => who.send('GET', plan())),
    )
    expect(looks.map(answer => answer.status)).toEqual([401, 404, 403, 403, 200])
  })

  it('finds no hall or booth of another fair', async () => {
    const elsewhere = (await createFair(systemContext(house.app), organizerId, fairInput())).id
    const { hall, booths } = await hallWithBooths(house, elsewhere, 1)
    const answers = await Promise.all([
      officer.send('PUT', `${plan()}/halls/${hall.id}`, hallInput),
      officer.send('POST', `${plan()}/halls/${hall.id}/booths`, { booths: [boothInput()] }),
      officer.send('PUT', `${plan()}/booths/${booths[0]?.id}`, { ...boothInput(), version: 1 }),
      officer.send('DELETE', `${plan()}/booths/${booths[0]?.id}`),
    ])
    expect(answers.map(answer => answer.status)).toEqual([404, 404, 404, 404])
  })
})
