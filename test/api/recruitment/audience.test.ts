import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { openCall } from './call.ts'
import { ANYBODY, noon, places } from './campaign.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.app.sql`truncate establishment cascade`
  call = await openCall(house)
})

describe('the audience', () => {
  const count = async (changes: object) => {
    const answer = await call.officer.send('POST', `/api/fairs/${call.fairId}/campaign-audience`, {
      ...ANYBODY,
      ...changes,
    })
    expect(answer.status).toBe(200)
    return answer.body
  }

  it('counts merged provinces both ways', async () => {
    // 24 today is Bắc Ninh and Bắc Giang together, under the old code of Bắc Giang.
    await places(house, 3, nth => ({
      provinceScheme: ['gso-63', 'gso-63', 'gso-34'][nth],
      provinceCode: ['24', '27', '24'][nth],
    }))
    const totals = []
    for (const provinces of [
      ['gso-34:24'],
      ['gso-63:24'],
      ['gso-63:27'],
      ['gso-63:24', 'gso-63:27'],
      ['gso-34:01'],
    ]) {
      totals.push((await count({ provinces })).counts.total)
    }
    expect(totals).toEqual([3, 1, 1, 3, 0])
  })

  it('says who would not get a letter, and why; the figures add up', async () => {
    const [one, two] = await places(house, 4, nth => (nth === 3 ? { email: null } : {}))
    await call.officer.send('POST', `/api/fairs/${call.fairId}/invitations`, { establishmentIds: [one?.id] })
    await house.app.db
      .insertInto('invitationOptOut')
      .values({ organizerId: call.organizerId, establishmentId: two?.id ?? '', createdAt: noon() })
      .execute()
    const { counts, items } = await count({})
    expect(counts).toEqual({ total: 4, willGet: 1, alreadyInvited: 1, noEmail: 1, optedOut: 1 })
    expect(items.map((item: { skipReason: string | null }) => item.skipReason).toSorted()).toEqual(
      [null, 'already-invited', 'no-e-mail', 'opted-out'].toSorted(),
    )
    expect((await count({ neverInvited: true, email: 'with' })).counts.total).toBe(2)
  })

  it('leaves out a record that was merged into another', async () => {
    const [survivor, absorbed] = await places(house, 2)
    await house.app.db
      .updateTable('establishment')
      .set({ mergedInto: survivor?.id ?? '' })
      .where('id', '=', absorbed?.id ?? '')
      .execute()
    const { items } = await count({})
    expect(items.map((item: { establishmentId: string }) => item.establishmentId)).toEqual([survivor?.id])
  })

  it('takes titles and certificates only while they last to the opening day', async () => {
    const rows = await places(house, 2)
    const title = { scheme: 'ocop' as const, level: '4-star' as const, decisionNumber: '1', issuer: 'UBND' }
    await house.app.db
      .insertInto('recognition')
      .values(
        rows.map((row, nth) => ({
          id: row.id,
          establishmentId: row.id,
          ...title,
          issuedOn: '2025-01-01',
          validUntil: nth === 0 ? '2099-01-01' : new Date().toISOString().slice(0, 10),
          createdAt: noon(),
        })),
      )
      .execute()
    expect((await count({ titleScheme: 'ocop' })).counts.total).toBe(1)
    expect((await count({ titleScheme: 'ocop', titleLevels: ['5-star'] })).counts.total).toBe(0)
    expect((await count({ titleScheme: 'cnnt' })).counts.total).toBe(0)
    expect((await count({ certificates: ['iso'] })).counts.total).toBe(0)
    expect((await count({ pastFairs: 'took-part' })).counts.total).toBe(0)
    expect((await count({ pastFairs: 'never', sectors: ['handicraft'] })).counts.total).toBe(2)
  })
})
