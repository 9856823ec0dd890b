import { assignBooth } from '@hoicho/server/booths/assign-booth.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { lapsePlace, watchPlaces } from '@hoicho/server/selection/watch-places.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { hallWithBooths } from '../../support/plans.ts'
import { applicant, auditOf, meet, openStage, type Stage, score, stateOf } from './stage.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const path = (stage: Stage, rest: string) => `/api/fairs/${stage.fairId}/selection/${rest}`

/** Two selected, one waiting, one rejected, decided and the letters sent. */
async function announced(settings: object = {}, isSent = true) {
  const stage = await openStage(house)
  const points = [
    [40, 50],
    [30, 50],
    [20, 40],
    [10, 20],
  ] as const
  const applicants = []
  for (const [theme, capacity] of points) {
    const one = await applicant(house, stage.fairId)
    await score(stage, one.id, theme, capacity)
    applicants.push(one)
  }
  const { body: usual } = await stage.officer.send('GET', path(stage, 'acceptance'))
  const set = await stage.officer.send('PUT', path(stage, 'acceptance'), { ...usual, ...settings })
  expect(set.status).toBe(200)
  expect((await meet(stage)).status).toBe(200)
  expect((await stage.manager.send('POST', path(stage, 'decisions'), {})).status).toBe(200)
  if (isSent) expect((await stage.officer.send('POST', path(stage, 'letters'), {})).status).toBe(200)
  const owners = applicants.map(one => one.establishment.owner)
  return { stage, ids: applicants.map(one => one.id), owners, applicants }
}

const answer = (id: string, what: 'confirm' | 'decline') =>
  [`/api/applications/${id}/place/answer`, { answer: what, reason: 'Bận mùa vụ' }] as const

const FORM = { sections: [], papers: [] }

describe('the outcome before its letter', () => {
  it('shows nowhere on the side of the establishment, and after it everywhere', async () => {
    const { stage, ids, owners, applicants } = await announced({}, false)
    const [id = '', owner] = [ids[0], owners[0]]
    await house.app.db
      .insertInto('applicationForm')
      .values({ fairId: stage.fairId, version: 1, definition: FORM, createdAt: new Date().toISOString() })
      .execute()
    const establishmentId = applicants[0]?.establishment.id
    const seen = async () => {
      const routes = [
        `/api/applications/${id}`,
        `/api/establishments/${establishmentId}/applications`,
        `/api/establishments/${establishmentId}/home`,
        `/api/applications/${id}/history`,
        `/api/applications/${id}/badges`,
        `/api/applications/${id}/deals`,
        `/api/applications/${id}/outcome`,
        `/api/establishments/${establishmentId}/contracts`,
      ]
      const answers = await Promise.all(routes.map(async route => await owner?.send('GET', route)))
      expect(answers.map(one => one?.status)).toEqual(routes.map(() => 200))
      return JSON.stringify(answers.map(one => one?.body))
    }
    const before = await seen()
    expect(before).not.toMatch(/"(selected|waiting|rejected|offered|confirm-place|within-quota)"/)
    expect(before).toContain('"mayLog":false')
    expect(await stateOf(house, id)).toBe('selected')
    expect((await owner?.send('POST', ...answer(id, 'confirm')))?.body.code).toBe('selection.not-announced')
    const seenByDesk = await stage.officer.send('GET', `/api/applications/${id}`)
    expect(seenByDesk.body.state).toBe('selected')
    await stage.officer.send('POST', path(stage, 'letters'), {})
    const after = await seen()
    expect(after).toContain('"state":"selected"')
    expect(after).toContain('"confirm-place"')
    expect(after).toContain('"reason":"within-quota"')
  })

  it('is told by hand where there is no address, once', async () => {
    const { stage, ids } = await announced({}, false)
    const told = path(stage, `letters/${ids[0]}/told`)
    const first = await stage.officer.send('POST', told, { note: 'Gọi cho chị Hoa lúc 9 giờ' })
    expect([first.status, first.body.letter]).toEqual([200, 'told'])
    expect((await stage.officer.send('POST', told, { note: 'Lần nữa' })).body.code).toBe(
      'platform.wrong-state',
    )
    expect((await stage.reviewers[0].send('POST', told, { note: 'x' })).status).toBe(403)
    const other = await openStage(house)
    expect((await other.officer.send('POST', told, { note: 'x' })).status).toBe(404)
    expect(await auditOf(house, 'selection.send-letters', ids[0] ?? '')).toMatchObject([
      { after: { outcome: 'selected', note: 'Gọi cho chị Hoa lúc 9 giờ' } },
    ])
  })

  it('goes out in batches that say what is left', async () => {
    const { stage } = await announced({}, false)
    const batches = []
    for (let left = 1; left > 0; ) {
      const { body } = await stage.officer.send('POST', path(stage, 'letters'), { limit: 3 })
      batches.push([body.sent, body.alreadySent, body.left])
      left = Number(body.left)
    }
    expect(batches).toEqual([
      [3, 0, 1],
      [1, 3, 0],
    ])
  })
})

describe('a place', () => {
  it('is confirmed by the establishment once, when two answer at once', async () => {
    const { stage, ids, owners } = await announced()
    const [id = ''] = ids
    const answers = await Promise.all([
      owners[0]?.send('POST', ...answer(id, 'confirm')),
      owners[0]?.send('POST', ...answer(id, 'confirm')),
    ])
    expect(answers.map(one => one?.status).sort()).toEqual([200, 409])
    const { body } = await stage.officer.send('GET', path(stage, 'places'))
    expect(body.items.map((row: { state: string }) => row.state).sort()).toEqual(['confirmed', 'offered'])
    expect(await stateOf(house, id)).toBe('selected')
    expect(await auditOf(house, 'selection.answer-place', id)).toMatchObject([
      { actorId: owners[0]?.id, after: { place: 'confirmed' } },
    ])
  })

  it('is nobody else’s to answer', async () => {
    const { stage, ids, owners } = await announced()
    expect((await owners[1]?.send('POST', ...answer(ids[0] ?? '', 'confirm')))?.status).toBe(404)
    expect((await stage.officer.send('POST', ...answer(ids[0] ?? '', 'confirm'))).status).toBe(403)
    expect((await owners[2]?.send('POST', ...answer(ids[2] ?? '', 'confirm')))?.status).toBe(404)
  })

  it('goes to the next of the waiting list when it is declined, by hand', async () => {
    const { stage, ids, owners } = await announced()
    expect((await stage.officer.send('POST', path(stage, 'places/offer'))).body.code).toBe(
      'selection.nobody-to-offer',
    )
    const said = await owners[0]?.send('POST', ...answer(ids[0] ?? '', 'decline'))
    expect(said?.status).toBe(200)
    expect(await stateOf(house, ids[0] ?? '')).toBe('declined')
    expect(await stateOf(house, ids[2] ?? '')).toBe('waiting')
    const before = await stage.officer.send('GET', path(stage, 'places'))
    expect([before.body.free, before.body.next?.applicationId]).toEqual([1, ids[2]])
    const offers = await Promise.all([
      stage.officer.send('POST', path(stage, 'places/offer')),
      stage.manager.send('POST', path(stage, 'places/offer')),
    ])
    expect(offers.map(one => one.status).sort()).toEqual([200, 409])
    expect(await stateOf(house, ids[2] ?? '')).toBe('selected')
    const mail = await house.app.db
      .selectFrom('mail')
      .select(['template', 'toAddress'])
      .where('fairId', '=', stage.fairId)
      .where('template', '=', 'selection-offer')
      .execute()
    expect(mail).toEqual([{ template: 'selection-offer', toAddress: owners[2]?.email }])
    expect(await auditOf(house, 'selection.offer-place', ids[2] ?? '')).toMatchObject([
      { after: { state: 'selected', place: 'offered' } },
    ])
    expect((await stage.reviewers[0].send('POST', path(stage, 'places/offer'))).status).toBe(403)
    const other = await openStage(house)
    expect((await other.officer.send('POST', path(stage, 'places/offer'))).status).toBe(404)
  })

  it('takes its booths back when it is given up, and is not given up while a contract names one', async () => {
    const { stage, ids, owners } = await announced()
    const { booths } = await hallWithBooths(house, stage.fairId, 3)
    const [mine, also, other] = booths.map(booth => booth.id)
    const ctx = systemContext(house.app)
    await assignBooth(ctx, stage.fairId, mine ?? '', ids[0] ?? '')
    await assignBooth(ctx, stage.fairId, also ?? '', ids[0] ?? '')
    await assignBooth(ctx, stage.fairId, other ?? '', ids[1] ?? '')
    const set = async (state: 'assigned' | 'confirmed') =>
      await house.app.db
        .updateTable('boothAssignment')
        .set({ state })
        .where('applicationId', '=', ids[0] ?? '')
        .execute()
    await set('confirmed')
    const refused = await owners[0]?.send('POST', ...answer(ids[0] ?? '', 'decline'))
    expect(refused?.body.code).toBe('booths.in-contract')
    expect(await stateOf(house, ids[0] ?? '')).toBe('selected')
    await set('assigned')
    expect((await owners[0]?.send('POST', ...answer(ids[0] ?? '', 'decline')))?.status).toBe(200)
    const held = await house.app.db
      .selectFrom('boothAssignment')
      .select(['boothId', 'applicationId'])
      .where('fairId', '=', stage.fairId)
      .where('state', '<>', 'released')
      .execute()
    expect(held).toEqual([{ boothId: other, applicationId: ids[1] }])
    expect(await auditOf(house, 'selection.answer-place', mine ?? '')).toMatchObject([
      { entity: 'booth', after: { reason: 'declined' } },
    ])
  })

  it('goes on by itself where the fair says so; an answer by phone is written down with what was said', async () => {
    const { stage, ids } = await announced({ isOfferedAutomatically: true })
    const at = `/api/applications/${ids[0]}/place/recorded-answer`
    const call = { answer: 'decline', channel: 'phone', note: 'Chị Hoa, 9 giờ 10', evidenceFileId: null }
    expect((await stage.reviewers[0].send('POST', at, call)).status).toBe(403)
    expect((await stage.officer.send('POST', at, { ...call, note: '' })).status).toBe(422)
    const said = await stage.officer.send('POST', at, call)
    expect(said.status).toBe(200)
    expect((await stage.officer.send('POST', at, call)).body.code).toBe('platform.wrong-state')
    expect(await stateOf(house, ids[2] ?? '')).toBe('selected')
    const row = said.body.items.find((one: { applicationId: string }) => one.applicationId === ids[0])
    expect(row).toMatchObject({ state: 'declined', channel: 'phone', note: 'Chị Hoa, 9 giờ 10' })
    const other = await openStage(house)
    expect((await other.officer.send('POST', at, call)).status).toBe(404)
  })

  it('is reminded of once, then lapses at its deadline and is refused afterwards', async () => {
    const { stage, ids, owners } = await announced({ acceptanceDays: 10, reminderDays: 3 })
    const after = (days: number) => () => new Date(Date.now() + days * 86_400_000).toISOString()
    await watchPlaces(house.app, after(1))
    const mails = async () =>
      (
        await house.app.db
          .selectFrom('mail')
          .select('template')
          .where('fairId', '=', stage.fairId)
          .where('template', '=', 'selection-reminder')
          .execute()
      ).length
    expect(await mails()).toBe(0)
    await Promise.all([watchPlaces(house.app, after(9)), watchPlaces(house.app, after(9))])
    await watchPlaces(house.app, after(9))
    expect(await mails()).toBe(2)
    await owners[1]?.send('POST', ...answer(ids[1] ?? '', 'confirm'))
    const late = systemContext(house.app, after(12))
    const lapses = await Promise.all([
      lapsePlace(late, stage.fairId, ids[0] ?? ''),
      lapsePlace(late, stage.fairId, ids[0] ?? ''),
    ])
    expect(lapses.sort()).toEqual([false, true])
    expect([await stateOf(house, ids[0] ?? ''), await stateOf(house, ids[1] ?? '')]).toEqual([
      'lapsed',
      'selected',
    ])
    expect((await owners[0]?.send('POST', ...answer(ids[0] ?? '', 'confirm')))?.status).toBe(409)
  })

  it('keeps settings only from who read the last ones', async () => {
    const stage = await openStage(house)
    const { body } = await stage.officer.send('GET', path(stage, 'acceptance'))
    const both = await Promise.all([
      stage.officer.send('PUT', path(stage, 'acceptance'), { ...body, acceptanceDays: 5 }),
      stage.manager.send('PUT', path(stage, 'acceptance'), { ...body, acceptanceDays: 7 }),
    ])
    expect(both.map(one => one.status).sort()).toEqual([200, 409])
    expect((await stage.reviewers[0].send('PUT', path(stage, 'acceptance'), body)).status).toBe(403)
    expect(await auditOf(house, 'selection.configure', stage.fairId)).toHaveLength(2)
  })
})

describe('a complaint', () => {
  const file = (id: string) =>
    [`/api/applications/${id}/complaints`, { text: 'Điểm năng lực chưa đúng' }] as const

  it('is filed once about an outcome and answered once, with reasons by letter', async () => {
    const { stage, ids, owners } = await announced()
    const [, , , id = ''] = ids
    const both = await Promise.all([
      owners[3]?.send('POST', ...file(id)),
      owners[3]?.send('POST', ...file(id)),
    ])
    expect(both.map(one => one?.status).sort()).toEqual([200, 409])
    expect((await owners[0]?.send('POST', ...file(id)))?.status).toBe(404)
    const { body } = await stage.officer.send('GET', path(stage, 'complaints'))
    const [complaint] = body.items
    expect(complaint).toMatchObject({ state: 'filed', channel: 'page', version: 1, applicationId: id })
    const at = path(stage, `complaints/${complaint.id}/answer`)
    const reply = { outcome: 'dismissed', reasons: 'Phiếu chấm đúng tiêu chí.', isRescored: false }
    expect((await stage.officer.send('POST', at, reply)).status).toBe(403)
    const other = await openStage(house)
    expect((await other.manager.send('POST', at, reply)).status).toBe(404)
    const answers = await Promise.all([
      stage.manager.send('POST', at, reply),
      stage.manager.send('POST', at, reply),
    ])
    expect(answers.map(one => one.status).sort()).toEqual([200, 409])
    expect(await stateOf(house, id)).toBe('rejected')
    expect(await auditOf(house, 'selection.complain', id)).toHaveLength(1)
  })

  it('upheld brings the application before the council again, and takes no place away', async () => {
    const { stage, ids, owners } = await announced()
    const [first = '', , , id = ''] = ids
    await owners[0]?.send('POST', ...answer(first, 'confirm'))
    await stage.officer.send('POST', ...file(id))
    const { body } = await stage.officer.send('GET', path(stage, 'complaints'))
    expect(body.items[0].channel).toBe('letter')
    const at = path(stage, `complaints/${body.items[0].id}/answer`)
    const reply = { outcome: 'upheld', reasons: 'Bỏ sót chứng nhận.', isRescored: true }
    expect((await stage.manager.send('POST', at, reply)).status).toBe(200)
    expect(await stateOf(house, id)).toBe('complete')
    for (const reviewer of stage.reviewers) {
      const sheet = `/api/applications/${id}/my-sheet`
      const { body: own } = await reviewer.send('GET', sheet)
      expect(own.sheet.state).toBe('draft')
      const points = { points: { theme: 40, capacity: 60 }, remarks: '', version: own.sheet.version }
      expect((await reviewer.send('POST', `${sheet}/file`, points)).status).toBe(200)
    }
    await meet(stage)
    const again = await stage.manager.send('POST', path(stage, 'decisions'), { replaces: 1 })
    const row = again.body.outcomes.find((one: { applicationId: string }) => one.applicationId === id)
    expect([row.rank, row.outcome]).toEqual([1, 'waiting'])
    expect(await stateOf(house, first)).toBe('selected')
    const kept = await stage.officer.send('GET', path(stage, 'decisions/1/record'))
    expect(kept.body.input.ranking).toHaveLength(4)
  })

  it('is not possible before the letter', async () => {
    const { ids, owners } = await announced({}, false)
    expect((await owners[3]?.send('POST', ...file(ids[3] ?? '')))?.body.code).toBe('selection.not-announced')
  })
})
