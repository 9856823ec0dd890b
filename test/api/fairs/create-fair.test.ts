import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let officer: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
afterAll(() => house.close())

describe('POST /organizers/{organizerId}/fairs', () => {
  const create = (person: Pick<TestPerson, 'send'>, input: object, at = organizerId) =>
    person.send('POST', `/api/organizers/${at}/fairs`, input)

  it('makes a draft fair and one audit entry', async () => {
    const input = fairInput()
    const { status, body } = await create(officer, input)
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...input, organizerId, state: 'draft', version: 1, formVersion: 0 })
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorKind', 'actorId', 'organizerId', 'entity'])
      .where('entityId', '=', body.id)
      .execute()
    expect(audit).toEqual([
      { action: 'fairs.create', actorKind: 'person', actorId: officer.id, organizerId, entity: 'fair' },
    ])
  })

  it('answers a repeated request as the first time', async () => {
    const input = fairInput()
    const key = { 'idempotency-key': 'abc' }
    const first = await officer.send('POST', `/api/organizers/${organizerId}/fairs`, input, key)
    const second = await officer.send('POST', `/api/organizers/${organizerId}/fairs`, input, key)
    expect(second.body).toEqual(first.body)
    const rows = await house.app.db.selectFrom('fair').select('id').where('slug', '=', input.slug).execute()
    expect(rows).toHaveLength(1)
  })

  it('refuses a page address in use', async () => {
    const input = fairInput()
    await create(officer, input)
    const { status, body } = await create(officer, input)
    expect([status, body.code]).toEqual([409, 'fairs.slug-taken'])
  })

  it('points at the fields that are wrong, in the language asked for', async () => {
    const input = { ...fairInput(), nameVi: ' ', closesOn: '2019-13-01' }
    const { status, body, headers } = await officer.send(
      'POST',
      `/api/organizers/${organizerId}/fairs`,
      input,
      {
        'accept-language': 'de',
      },
    )
    expect(status).toBe(422)
    expect(headers.get('content-type')).toContain('application/problem+json')
    expect(body.errors).toEqual([
      { pointer: '/nameVi', code: 'required', message: 'Diese Angabe fehlt.' },
      { pointer: '/closesOn', code: 'format-date', message: 'Das ist kein gültiges Datum.' },
    ])
  })

  it('knows who may not', async () => {
    const other = await house.staff(await house.organizer(), 'manager')
    const reviewer = await house.staff(organizerId, 'reviewer')
    const answers = await Promise.all(
      [house.visitor, other, reviewer].map(person => create(person, fairInput())),
    )
    expect(answers.map(answer => [answer.status, answer.body.code])).toEqual([
      [401, 'identity.not-signed-in'],
      [404, 'platform.not-found'],
      [403, 'identity.not-allowed'],
    ])
  })

  it('takes no write from another site', async () => {
    const { body } = await officer.send('POST', `/api/organizers/${organizerId}/fairs`, fairInput(), {
      'x-requested-with': '',
    })
    expect(body.code).toBe('platform.cross-site')
  })
})
