import { newId } from '@hoicho/server/platform/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application } from '../../support/applications.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { applicant, auditOf, openStage, type Stage } from './stage.ts'

let house: House
let stage: Stage
let finance: TestPerson

beforeAll(async () => {
  house = await openHouse()
  stage = await openStage(house)
  finance = await house.staff(stage.organizerId, 'finance')
})
afterAll(() => house.close())

const outcomeOf = (body: { items: { gate: string; outcome: string; evidence: unknown }[] }, gate: string) =>
  body.items.find(item => item.gate === gate)
const check = (own: Stage, id: string) => own.officer.send('POST', `/api/applications/${id}/checks`)

describe('the ledger of support', () => {
  const entry = {
    eventName: 'Hội chợ Xuân',
    year: 2026,
    country: 'VN',
    city: 'Hà Nội',
    opensOn: null,
    closesOn: null,
    costItem: 'booth-rent',
    fund: 'trade-promotion',
    amountMinor: 8_000_000,
    currency: 'VND',
    note: '',
  }

  async function eventOf(fairId: string) {
    return await house.app.db
      .selectFrom('fair')
      .select(['nameVi', 'city', 'country', 'opensOn', 'closesOn'])
      .where('id', '=', fairId)
      .executeTakeFirstOrThrow()
  }

  it('finds the same cost of the same fair paid twice', async () => {
    const { id, establishment } = await applicant(house, stage.fairId, 'submitted')
    const fair = await eventOf(stage.fairId)
    const same = {
      ...entry,
      eventName: fair.nameVi,
      city: fair.city,
      country: fair.country,
      year: Number(fair.opensOn.slice(0, 4)),
    }
    const { status, body } = await stage.officer.send('POST', `/api/applications/${id}/supports`, same)
    expect([status, body.items.length]).toEqual([201, 1])
    const [row] = body.items
    expect(await auditOf(house, 'selection.record-support', row.id)).toMatchObject([
      { entity: 'support-record', after: { eventName: fair.nameVi, costItem: 'booth-rent' } },
    ])
    expect(outcomeOf((await check(stage, id)).body, 'double-funding')).toMatchObject({
      outcome: 'fail',
      evidence: {
        code: 'same-cost',
        items: ['booth-rent'],
        funds: ['trade-promotion'],
        fairs: [fair.nameVi],
      },
    })
    const remove = (person: Pick<TestPerson, 'send'>) =>
      person.send('POST', `/api/applications/${id}/supports/${row.id}/remove`, { reason: 'Nhầm cơ sở' })
    const stranger = await openStage(house)
    expect((await remove(stranger.officer)).status).toBe(404)
    expect((await remove(finance)).status).toBe(403)
    const both = await Promise.all([remove(stage.officer), remove(stage.manager)])
    expect(both.map(answer => answer.status).sort()).toEqual([200, 404])
    const told = await establishment.owner.send('POST', `/api/establishments/${establishment.id}/supports`, {
      ...same,
      eventName: 'Không nhớ tên',
      city: '',
    })
    expect(told.status).toBe(201)
    expect(outcomeOf((await check(stage, id)).body, 'double-funding')).toMatchObject({
      outcome: 'unknown',
      evidence: { code: 'maybe-same' },
    })
    const other = await stranger.officer.send(
      'POST',
      `/api/establishments/${establishment.id}/supports`,
      same,
    )
    expect(other.status).toBe(404)
  })

  it('counts a contract with another organizer without naming its fair or amount', async () => {
    const other = await openStage(house)
    const { id, establishment } = await applicant(house, stage.fairId, 'submitted')
    const theirs = await application(house, other.fairId, establishment.id, 'selected')
    await addContract(other, theirs.id, establishment.id)
    const fair = await eventOf(other.fairId)
    const { body } = await stage.officer.send('GET', `/api/applications/${id}/supports`)
    expect(body.items).toEqual([
      {
        id: null,
        source: 'contract',
        isOwn: false,
        eventName: null,
        year: Number(fair.opensOn.slice(0, 4)),
        costItem: 'booth-rent',
        fund: 'national-promotion',
        amountMinor: null,
        currency: 'VND',
        note: '',
        recordedByName: null,
        contractId: null,
        fairId: null,
      },
    ])
    const { body: checks } = await check(stage, id)
    const found = outcomeOf(checks, 'double-funding')
    // Both fairs of the test are held on the same days in the same city.
    expect(found).toMatchObject({ outcome: 'fail', evidence: { fairs: [], others: 1 } })
    const { body: own } = await other.officer.send('GET', `/api/applications/${theirs.id}/supports`)
    expect(own.items).toEqual([])
  })

  async function addContract(own: Stage, applicationId: string, establishmentId: string) {
    const at = new Date().toISOString()
    const [documentId, fileId, sha256] = [newId(), newId(), `x${newId()}`]
    const { db } = house.app
    await db
      .insertInto('fileBlob')
      .values({ sha256, bytes: new Uint8Array([1]) })
      .execute()
    await db
      .insertInto('file')
      .values({
        id: fileId,
        sha256,
        name: 'a.pdf',
        mediaType: 'application/pdf',
        sizeBytes: 1,
        createdAt: at,
      })
      .execute()
    await db
      .insertInto('document')
      .values({
        id: documentId,
        kind: 'contract',
        organizerId: own.organizerId,
        fairId: own.fairId,
        fileId,
        sha256: 'x',
        ruleSetOn: '2026-01-01',
        data: {},
        issuedAt: at,
      })
      .execute()
    const lines = [
      { costItem: 'booth-rent', supportMinor: 700 },
      { costItem: 'freight', supportMinor: 0 },
    ]
    await db
      .insertInto('contract')
      .values({
        id: newId(),
        fairId: own.fairId,
        applicationId,
        establishmentId,
        number: '1',
        state: 'issued',
        currency: 'VND',
        totalMinor: 1000,
        supportMinor: 700,
        ownMinor: 300,
        boothNumbers: ['A1'],
        lines: sql`${JSON.stringify(lines)}::text::jsonb`,
        parties: {},
        documentId,
        sha256: 'x',
        issuedAt: at,
      })
      .execute()
  }
})
