import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishmentInput, validTaxCode } from '../../support/establishments.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let officer: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
afterAll(() => house.close())

const create = (person: Pick<TestPerson, 'send'>, input: object) =>
  person.send('POST', '/api/establishments', input)
const add = (person: Pick<TestPerson, 'send'>, input: object, at = organizerId) =>
  person.send('POST', `/api/organizers/${at}/establishments`, input)
/** The last digit changed: right length, wrong check digit. */
const wrongTaxCode = () => validTaxCode().replace(/\d$/, digit => String((Number(digit) + 1) % 10))

describe('POST /establishments', () => {
  it('makes the record, its owner and one audit entry', async () => {
    const person = await house.signUp()
    const input = establishmentInput({ phone: '0912 345 678' })
    const { status, body } = await create(person, input)
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: input.name, taxCode: input.taxCode, version: 1, memberCount: 1 })
    expect(body.phone).toBe('+84912345678')
    const own = await person.send('GET', '/api/establishments')
    expect(own.body.items).toEqual([{ id: body.id, name: input.name, taxCode: input.taxCode, role: 'owner' }])
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId', 'entity', 'establishmentId'])
      .where('entityId', '=', body.id)
      .execute()
    expect(audit).toEqual([
      {
        action: 'establishments.create',
        actorId: person.id,
        entity: 'establishment',
        establishmentId: body.id,
      },
    ])
  })

  it('wants a reason for a code whose check digit is wrong, and keeps it', async () => {
    const person = await house.signUp()
    const input = establishmentInput({ taxCode: wrongTaxCode() })
    const { status, body } = await create(person, input)
    expect([status, body.errors]).toEqual([
      422,
      [
        {
          pointer: '/taxCodeReason',
          code: 'tax-code-reason',
          message: 'Mã số thuế này không khớp quy tắc kiểm tra. Nếu đúng như trên giấy tờ, xin ghi lý do.',
        },
      ],
    ])
    const again = await create(person, { ...input, taxCodeReason: 'Mã cấp trước năm 1999' })
    expect([again.status, again.body.taxCodeReason]).toEqual([201, 'Mã cấp trước năm 1999'])
  })

  it('keeps no reason for a code that is right', async () => {
    const { body } = await create(await house.signUp(), establishmentInput({ taxCodeReason: 'không cần' }))
    expect(body.taxCodeReason).toBeNull()
  })

  it('advises an invitation when the code is in use; of two at once one wins', async () => {
    const people = await Promise.all([house.signUp(), house.signUp()])
    const input = establishmentInput()
    const answers = await Promise.all(people.map(person => create(person, input)))
    expect(answers.map(answer => answer.body.code ?? 'ok').toSorted()).toEqual([
      'establishments.tax-code-taken',
      'ok',
    ])
    const refused = answers.find(answer => answer.status === 409)
    expect(refused?.body.title).toContain('mời bạn vào')
  })

  it('lets any number of groups have no tax code', async () => {
    const person = await house.signUp()
    const input = establishmentInput({ taxCode: null, legalForm: 'TO_HOP_TAC' })
    expect([(await create(person, input)).status, (await create(person, input)).status]).toEqual([201, 201])
  })

  it('points at what the reference tables do not hold', async () => {
    const { status, body } = await create(await house.signUp(), {
      ...establishmentInput({ provinceCode: '99', sectorCode: 'space' }),
      vsicVersion: '2018',
      vsicCode: '99999',
    })
    expect(status).toBe(422)
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/provinceCode',
      '/vsicCode',
      '/sectorCode',
    ])
  })

  it('wants somebody signed in', async () => {
    expect((await create(house.visitor, establishmentInput())).body.code).toBe('identity.not-signed-in')
  })
})

describe('POST /organizers/{organizerId}/establishments', () => {
  it('adds an entry without people, which officers may correct until somebody takes it over', async () => {
    const { status, body } = await add(officer, establishmentInput())
    expect([status, body.memberCount]).toEqual([201, 0])
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId', 'organizerId', 'establishmentId'])
      .where('entityId', '=', body.id)
      .execute()
    expect(audit).toEqual([
      { action: 'establishments.add', actorId: officer.id, organizerId, establishmentId: body.id },
    ])
    const edited = await officer.send('PUT', `/api/establishments/${body.id}`, {
      ...establishmentInput({ taxCode: body.taxCode, email: 'dung@example.vn' }),
      version: 1,
    })
    expect([edited.status, edited.body.email]).toEqual([200, 'dung@example.vn'])
    const owner = await house.signUp()
    await house.app.db
      .insertInto('establishmentMember')
      .values({
        id: crypto.randomUUID(),
        establishmentId: body.id,
        personId: owner.id,
        role: 'owner',
        createdAt: new Date().toISOString(),
      })
      .execute()
    const late = await officer.send('PUT', `/api/establishments/${body.id}`, {
      ...establishmentInput({ taxCode: body.taxCode }),
      version: 2,
    })
    expect(late.status).toBe(404)
  })

  it('knows who may not', async () => {
    const other = await house.staff(await house.organizer(), 'manager')
    const finance = await house.staff(organizerId, 'finance')
    const answers = await Promise.all(
      [house.visitor, other, finance].map(person => add(person, establishmentInput())),
    )
    expect(answers.map(answer => answer.body.code)).toEqual([
      'identity.not-signed-in',
      'platform.not-found',
      'identity.not-allowed',
    ])
  })
})

describe('the sentences at the fields', () => {
  it('name the rule that was broken', async () => {
    const { body } = await create(await house.signUp(), establishmentInput({ phone: '12', taxCode: '123' }))
    expect(
      body.errors.map((error: { pointer: string; code: string }) => [error.pointer, error.code]),
    ).toEqual([
      ['/taxCode', 'tax-code-shape'],
      ['/phone', 'phone'],
    ])
  })
})
