import { afterAll, beforeAll, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'
import { makeWorld, type World } from '../../support/walk-world.ts'

let house: House
let world: World
let manager: TestPerson

beforeAll(async () => {
  house = await openHouse()
  const organizerId = await house.organizer()
  manager = await house.staff(organizerId, 'manager')
  world = await makeWorld(house, undefined, organizerId)
})
afterAll(() => house.close())

const pointers = (answer: { body: { errors?: { pointer: string; code: string }[] } }) =>
  answer.body.errors?.map(({ pointer, code }) => `${pointer} ${code}`)

it('points at unknown sectors of a fair, new or edited, and takes one named twice once', async () => {
  const path = `/api/organizers/${world.organizerId}/fairs`
  const made = await manager.send('POST', path, fairInput({ sectorCodes: ['handicraft', 'nothing'] }))
  expect([made.status, pointers(made)]).toEqual([422, ['/sectorCodes/1 choice']])
  const twice = await manager.send('POST', path, fairInput({ sectorCodes: ['handicraft', 'handicraft'] }))
  expect([twice.status, twice.body.sectorCodes]).toEqual([201, ['handicraft']])
  const edit = { ...fairInput({ sectorCodes: ['nothing'] }), version: 1 }
  const edited = await manager.send('PUT', `/api/fairs/${twice.body.id}`, edit)
  expect([edited.status, pointers(edited)]).toEqual([422, ['/sectorCodes/0 choice']])
})

it('points at the unknown sector of a booth', async () => {
  const { fairId, ids } = world
  const booth = {
    number: 'B01',
    kind: 'standard',
    xCm: 1000,
    yCm: 1000,
    widthCm: 300,
    depthCm: 300,
    priceMinor: 0,
    fundingSource: 'national',
    sectorCode: null,
  }
  const booths = [booth, { ...booth, number: 'B02', xCm: 2000, sectorCode: 'nothing' }]
  const added = await manager.send('POST', `/api/fairs/${fairId}/plan/halls/${ids.hallId}/booths`, { booths })
  expect([added.status, pointers(added)]).toEqual([422, ['/booths/1/sectorCode choice']])
  const edit = { ...booth, sectorCode: 'nothing', version: 1 }
  const edited = await manager.send('PUT', `/api/fairs/${fairId}/plan/booths/${ids.boothId}`, edit)
  expect([edited.status, pointers(edited)]).toEqual([422, ['/sectorCode choice']])
})

it('does not hang a file or a product on a record that is not there or is somebody else’s', async () => {
  const { establishmentId, owner } = world
  const other = await makeWorld(house)
  const nothing = '01930000-0000-7000-8000-000000000000'
  const certificate = {
    kind: 'iso',
    name: 'ISO 9001',
    number: '',
    issuer: '',
    issuedOn: null,
    validUntil: null,
  }
  for (const fileId of [nothing, other.ids.fileId]) {
    const path = `/api/establishments/${establishmentId}/certificates`
    const answer = await owner.send('POST', path, { ...certificate, fileId })
    expect(answer.status).toBe(404)
  }
  const title = {
    scheme: 'ocop',
    level: '4-star',
    decisionNumber: '1/QĐ',
    issuer: 'UBND',
    issuedOn: '2024-05-01',
  }
  for (const productId of [nothing, other.ids.productId]) {
    const path = `/api/establishments/${establishmentId}/recognitions`
    const answer = await owner.send('POST', path, { ...title, productId, printedValidUntil: '2027-05-01' })
    expect([answer.status, answer.body.code]).toEqual([404, 'platform.not-found'])
  }
})

it('refuses unreadable text at its field, and an address or a day out of reason', async () => {
  const path = `/api/organizers/${world.organizerId}/fairs`
  const nul = await manager.send('POST', path, fairInput({ nameVi: 'a\0b', city: '\ud800' }))
  expect([nul.status, pointers(nul)?.toSorted()]).toEqual([422, ['/city broken-text', '/nameVi broken-text']])
  expect((await manager.send('GET', '/api/public/fairs/a%00b')).status).toBe(400)
  const far = await manager.send('POST', path, fairInput({ closesOn: '9999-12-31' }))
  expect(pointers(far)).toContain('/closesOn year-range')
  const deep = `${'['.repeat(100)}${']'.repeat(100)}`
  const headers = { 'content-type': 'application/json' }
  expect((await manager.send('POST', path, deep, headers)).status).toBe(400)
})
