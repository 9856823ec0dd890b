import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { dealInput, runningFair, selectedExhibitor } from '../../support/deals.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let fairId: string
let officer: TestPerson
let exhibitor: Awaited<ReturnType<typeof selectedExhibitor>>

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
  fairId = (await runningFair(house, organizerId)).id
  exhibitor = await selectedExhibitor(house, fairId)
})
afterAll(() => house.close())

const log = (person: Pick<TestPerson, 'send'>, input: object, at = exhibitor.applicationId) =>
  person.send('POST', `/api/applications/${at}/deals`, input)

describe('POST /applications/{applicationId}/deals', () => {
  it('writes the deal and one audit entry, and no mail', async () => {
    const input = dealInput()
    const { status, body } = await log(exhibitor.owner, input)
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...input, fairId, state: 'logged', version: 1, evidence: null })
    const row = await house.app.db.selectFrom('deal').selectAll().where('id', '=', body.id).executeTakeFirst()
    expect(row).toMatchObject({
      ...input,
      fairId,
      applicationId: exhibitor.applicationId,
      establishmentId: exhibitor.id,
      state: 'logged',
      loggedBy: exhibitor.owner.id,
      verifiedBy: null,
    })
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId', 'organizerId', 'fairId', 'establishmentId', 'entity', 'after'])
      .where('entityId', '=', body.id)
      .execute()
    expect(audit).toEqual([
      {
        action: 'deals.log',
        actorId: exhibitor.owner.id,
        organizerId,
        fairId,
        establishmentId: exhibitor.id,
        entity: 'deal',
        after: input,
      },
    ])
    const mails = await house.app.db.selectFrom('mail').select('id').where('fairId', '=', fairId).execute()
    expect(mails).toEqual([])
  })

  it('lets an officer log for the exhibitor', async () => {
    const { status, body } = await log(officer, dealInput({ kind: 'lead', valueMinor: null, currency: null }))
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'lead', valueMinor: null, currency: null })
  })

  it('keeps the evidence for those who may see the deal', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const upload = await exhibitor.owner.send('POST', '/api/files?name=hop-dong.png', new Uint8Array(png), {
      'content-type': 'application/octet-stream',
    })
    const { status, body } = await log(exhibitor.owner, dealInput({ evidenceFileId: upload.body.id }))
    expect(status).toBe(201)
    expect(body.evidence).toEqual({ id: upload.body.id, name: 'hop-dong.png', mediaType: 'image/png' })
    const seen = await officer.send('GET', `/api/files/${upload.body.id}`)
    expect(seen.status).toBe(200)
    const stranger = await house.signUp()
    const taken = await log(officer, dealInput({ evidenceFileId: upload.body.id }))
    expect(taken.status).toBe(201)
    const other = await selectedExhibitor(house, fairId)
    const stolen = await log(other.owner, dealInput({ evidenceFileId: upload.body.id }), other.applicationId)
    expect([stolen.status, stolen.body.code]).toEqual([404, 'platform.not-found'])
    expect((await stranger.send('GET', `/api/files/${upload.body.id}`)).status).toBe(404)
  })

  it('takes no deal of an application that was not selected', async () => {
    const held = await establishment(house)
    for (const state of ['draft', 'submitted', 'waiting', 'rejected'] as const) {
      const one = await establishment(house)
      const applied = await application(house, fairId, one.id, state)
      const { status, body } = await log(one.owner, dealInput(), applied.id)
      expect([state, status, body.code]).toEqual([state, 409, 'deals.not-selected'])
    }
    const withdrawn = await application(house, fairId, held.id, 'withdrawn')
    expect((await log(held.owner, dealInput(), withdrawn.id)).body.code).toBe('deals.not-selected')
  })

  it('points at the fields that are wrong', async () => {
    const product = { productId: '01900000-0000-7000-8000-000000000000' }
    const faults = async (changes: object) => {
      const { status, body } = await log(exhibitor.owner, { ...dealInput(), ...changes })
      return [
        status,
        body.errors?.map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`),
      ]
    }
    expect(await faults({ partnerName: ' ' })).toEqual([422, ['/partnerName required']])
    expect(await faults({ currency: null })).toEqual([422, ['/currency value-and-currency']])
    expect(await faults({ valueMinor: null })).toEqual([422, ['/currency value-and-currency']])
    expect(await faults({ valueMinor: -1 })).toEqual([422, ['/valueMinor too-small']])
    expect(await faults({ partnerCountry: 'Đức' })).toEqual([422, ['/partnerCountry format-other']])
    expect(await faults({ kind: 'promise' })).toEqual([422, ['/kind choice']])
    expect(await faults({ signedOn: '2099-01-01' })).toEqual([422, ['/signedOn in-future']])
    expect(await faults({ signedOn: '2001-01-01' })).toEqual([422, ['/signedOn before-fair']])
    expect(await faults(product)).toEqual([422, ['/productId choice']])
  })

  it("takes only the establishment's own product", async () => {
    const other = await selectedExhibitor(house, fairId)
    const createdAt = new Date().toISOString()
    const productId = crypto.randomUUID()
    await house.app.db
      .insertInto('product')
      .values({ id: productId, establishmentId: other.id, nameVi: 'Giỏ cói', createdAt })
      .execute()
    expect((await log(exhibitor.owner, dealInput({ productId }))).status).toBe(422)
    const { status, body } = await log(other.owner, dealInput({ productId }), other.applicationId)
    expect([status, body.productNameVi]).toEqual([201, 'Giỏ cói'])
  })

  it('knows who may not', async () => {
    const reviewer = await house.staff(organizerId, 'reviewer')
    const elsewhere = await house.staff(await house.organizer(), 'manager')
    const other = await selectedExhibitor(house, fairId)
    const answers = await Promise.all(
      [house.visitor, reviewer, elsewhere, other.owner].map(person => log(person, dealInput())),
    )
    expect(answers.map(answer => [answer.status, answer.body.code])).toEqual([
      [401, 'identity.not-signed-in'],
      [403, 'identity.not-allowed'],
      [404, 'platform.not-found'],
      [404, 'platform.not-found'],
    ])
  })

  it('answers a repeated request as the first time', async () => {
    const path = `/api/applications/${exhibitor.applicationId}/deals`
    const key = { 'idempotency-key': 'phone-1' }
    const send = () => exhibitor.owner.send('POST', path, dealInput({ partnerName: 'Một lần' }), key)
    const [first, second] = await Promise.all([send(), send()])
    expect(first.body.id).toBe(second.body.id)
  })
})

describe('GET /applications/{applicationId}/deals', () => {
  it('shows own deals, newest first, and what the form needs', async () => {
    const own = await selectedExhibitor(house, fairId)
    await log(own.owner, dealInput({ partnerName: 'A' }), own.applicationId)
    await log(own.owner, dealInput({ partnerName: 'B' }), own.applicationId)
    const { body } = await own.owner.send('GET', `/api/applications/${own.applicationId}/deals`)
    expect(body.items.map((deal: { partnerName: string }) => deal.partnerName)).toEqual(['B', 'A'])
    expect(body).toMatchObject({ mayLog: true, products: [], fair: { id: fairId, currency: 'VND' } })
    const other = await exhibitor.owner.send('GET', `/api/applications/${own.applicationId}/deals`)
    expect(other.status).toBe(404)
  })
})
