import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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

async function logged(changes: Parameters<typeof dealInput>[0] = {}): Promise<string> {
  const path = `/api/applications/${exhibitor.applicationId}/deals`
  return (await exhibitor.owner.send('POST', path, dealInput(changes))).body.id
}
const act = (person: Pick<TestPerson, 'send'>, id: string, action: string, body?: object) =>
  person.send('POST', `/api/deals/${id}/${action}`, body)
const verify = (person: Pick<TestPerson, 'send'>, id: string, version = 1) =>
  act(person, id, 'verify', { version })
const row = (id: string) =>
  house.app.db.selectFrom('deal').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const auditOf = async (id: string) =>
  await house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'before', 'after'])
    .where('entityId', '=', id)
    .where('action', '<>', 'deals.log')
    .orderBy('id')
    .execute()

describe('verify', () => {
  it("gives the officer's word", async () => {
    const id = await logged()
    const { status, body } = await verify(officer, id)
    expect([status, body.state, body.version]).toEqual([200, 'verified', 2])
    expect(await row(id)).toMatchObject({ state: 'verified', verifiedBy: officer.id })
    expect(await auditOf(id)).toEqual([
      {
        action: 'deals.verify',
        actorId: officer.id,
        before: { state: 'logged' },
        after: { state: 'verified' },
      },
    ])
  })

  it('of two at once one wins', async () => {
    const id = await logged()
    const manager = await house.staff(organizerId, 'manager')
    const answers = await Promise.all([verify(officer, id), verify(manager, id)])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409])
    expect(await auditOf(id)).toHaveLength(1)
  })

  it('is refused on what has changed since it was read', async () => {
    const id = await logged()
    await exhibitor.owner.send('PUT', `/api/deals/${id}`, { ...dealInput({ valueMinor: 1 }), version: 1 })
    const { status, body } = await verify(officer, id, 1)
    expect([status, body.code]).toEqual([409, 'platform.changed-meanwhile'])
    expect((await verify(officer, id, 2)).status).toBe(200)
    expect((await verify(officer, id, 3)).body.code).toBe('platform.wrong-state')
  })

  it('knows who may not', async () => {
    const id = await logged()
    const finance = await house.staff(organizerId, 'finance')
    const elsewhere = await house.staff(await house.organizer(), 'manager')
    const other = await selectedExhibitor(house, fairId)
    const people = [house.visitor, finance, exhibitor.owner, elsewhere, other.owner]
    for (const [action, body] of [
      ['verify', { version: 1 }],
      ['reject', { version: 1, reason: 'x' }],
      ['reopen', undefined],
    ] as const) {
      const answers = await Promise.all(people.map(person => act(person, id, action, body)))
      expect(answers.map(answer => answer.status)).toEqual([401, 403, 403, 404, 404])
    }
  })
})

describe('reject and reopen', () => {
  it('says why, and a correction puts the deal back in the queue', async () => {
    const id = await logged()
    const rejected = await act(officer, id, 'reject', { version: 1, reason: 'Giá trị chưa khớp hoá đơn' })
    expect(rejected.body).toMatchObject({
      state: 'rejected',
      rejectionReason: 'Giá trị chưa khớp hoá đơn',
      version: 2,
    })
    const corrected = await exhibitor.owner.send('PUT', `/api/deals/${id}`, {
      ...dealInput({ valueMinor: 4_000_000 }),
      version: 2,
    })
    expect(corrected.body).toMatchObject({
      state: 'logged',
      rejectionReason: null,
      valueMinor: 4_000_000,
      version: 3,
    })
    expect((await auditOf(id)).map(entry => entry.action)).toEqual(['deals.reject', 'deals.correct'])
  })

  it('needs a reason', async () => {
    const { status, body } = await act(officer, await logged(), 'reject', { version: 1, reason: '  ' })
    expect([status, body.errors[0].pointer]).toEqual([422, '/reason'])
  })

  it('takes the word back', async () => {
    const id = await logged()
    await verify(officer, id)
    const { body } = await act(officer, id, 'reopen')
    expect(body).toMatchObject({ state: 'logged', verifiedAt: null })
    expect(await row(id)).toMatchObject({ state: 'logged', verifiedBy: null, version: 3 })
    expect((await act(officer, id, 'reopen')).body.code).toBe('platform.wrong-state')
  })
})

describe('correct and remove', () => {
  const correct = (person: Pick<TestPerson, 'send'>, id: string, body: object) =>
    person.send('PUT', `/api/deals/${id}`, body)
  const remove = (person: Pick<TestPerson, 'send'>, id: string) => person.send('DELETE', `/api/deals/${id}`)

  it('cannot touch a verified deal', async () => {
    const id = await logged()
    await verify(officer, id)
    expect((await correct(exhibitor.owner, id, { ...dealInput(), version: 2 })).body.code).toBe(
      'platform.wrong-state',
    )
    expect((await remove(exhibitor.owner, id)).body.code).toBe('platform.wrong-state')
  })

  it('of two corrections at once one wins', async () => {
    const id = await logged()
    const answers = await Promise.all(
      [1, 2].map(minor => correct(exhibitor.owner, id, { ...dealInput({ valueMinor: minor }), version: 1 })),
    )
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409])
  })

  it('takes a removed deal off every list, and keeps its row', async () => {
    const id = await logged({ partnerName: 'Bỏ đi' })
    expect((await remove(exhibitor.owner, id)).body.state).toBe('removed')
    expect((await row(id)).state).toBe('removed')
    const own = await exhibitor.owner.send('GET', `/api/applications/${exhibitor.applicationId}/deals`)
    expect(own.body.items.some((deal: { id: string }) => deal.id === id)).toBe(false)
    expect((await remove(exhibitor.owner, id)).body.code).toBe('platform.wrong-state')
    expect((await auditOf(id)).map(entry => [entry.action, entry.after])).toEqual([
      ['deals.remove', { state: 'removed' }],
    ])
  })

  it('knows who may not', async () => {
    const id = await logged()
    const finance = await house.staff(organizerId, 'finance')
    const other = await selectedExhibitor(house, fairId)
    const people = [house.visitor, finance, other.owner]
    const corrections = await Promise.all(people.map(one => correct(one, id, { ...dealInput(), version: 1 })))
    const removals = await Promise.all(people.map(one => remove(one, id)))
    expect(corrections.map(answer => answer.status)).toEqual([401, 403, 404])
    expect(removals.map(answer => answer.status)).toEqual([401, 403, 404])
  })
})
