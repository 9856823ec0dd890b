import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import {
  assigned,
  at,
  closeRound,
  councilOf,
  openCouncil,
  openRound,
  seat,
  sheetAt,
} from './council-stage.ts'
import { auditOf, openStage, sheet } from './stage.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('setting up a council', () => {
  it('keeps decision, seats and limits, and writes them down', async () => {
    const stage = await openCouncil(house)
    const { body } = await stage.third.send('GET', at(stage, 'council'))
    expect(body.council).toEqual({
      decisionNumber: '12/QĐ-TTKC',
      decidedOn: '2026-05-04',
      dueOn: '2026-06-30',
      state: 'forming',
      version: 1,
    })
    expect(
      body.members.map((one: { seat: string; isVoting: boolean }) => `${one.seat} ${one.isVoting}`),
    ).toEqual(['chair true', 'secretary false', 'member true', 'member true', 'substitute false'])
    expect([body.faults, body.seat]).toEqual([[], 'member'])
    expect(await auditOf(house, 'selection.set-council', stage.fairId)).toHaveLength(1)
  })

  it('is the work of the desk, of reviewers of this organizer, from the version read', async () => {
    const stage = await openCouncil(house)
    const other = await openStage(house)
    const put = (input: object, person = stage.officer) => person.send('PUT', at(stage, 'council'), input)
    const input = councilOf(stage, 1)
    expect((await put(input, stage.chair)).status).toBe(403)
    expect((await put(input, other.officer)).status).toBe(404)
    expect((await put(councilOf(stage, 0))).body.code).toBe('platform.changed-meanwhile')
    const strangers = { ...input, members: [seat(other.reviewers[0], 'chair')] }
    expect((await put(strangers)).body.code).toBe('selection.not-a-reviewer')
    const twice = { ...input, members: [seat(stage.chair, 'chair'), seat(stage.third, 'chair')] }
    expect((await put(twice)).status).toBe(422)
    const both = await Promise.all([put(input), put(input)])
    expect(both.map(answer => answer.status).sort()).toEqual([200, 409])
  })

  it('begins only with a chair, a secretary and an odd number of votes', async () => {
    const stage = await openCouncil(house)
    const set = (members: object[], version: number) =>
      stage.officer.send('PUT', at(stage, 'council'), { ...councilOf(stage, version), members })
    const [chair, secretary, second] = councilOf(stage).members
    await set([chair ?? {}, { ...secretary, isVoting: true }], 1)
    const even = await openRound(stage)
    expect([even.status, even.body.code, even.body.params]).toEqual([
      409,
      'selection.even-council',
      { voting: 2 },
    ])
    await set([chair ?? {}, { ...second, seat: 'member' }, seat(stage.third, 'member')], 2)
    expect((await openRound(stage)).body.code).toBe('selection.no-secretary')
    await set([chair ?? {}, { ...secretary, isVoting: true }, second ?? {}], 3)
    expect((await openRound(stage)).status).toBe(200)
  })

  it('gives a seat to a substitute, with what is still to be filed, and keeps who sat there', async () => {
    const stage = await openCouncil(house)
    await openRound(stage)
    const one = await assigned(house, stage)
    const two = await assigned(house, stage)
    await stage.third.send('POST', sheetAt(one.id, '/file'), sheet(10, 10))
    const { body } = await stage.officer.send('GET', at(stage, 'council'))
    const memberId = body.members.find((row: { personId: string }) => row.personId === stage.third.id).id
    const input = { memberId, byPersonId: stage.spare.id, reason: 'Đi công tác dài ngày' }
    const replace = (person = stage.officer, sent: object = input) =>
      person.send('POST', at(stage, 'council/replace'), sent)
    expect((await replace(stage.chair)).status).toBe(403)
    expect((await replace(stage.officer, { ...input, byPersonId: stage.chair.id })).body.code).toBe(
      'selection.already-seated',
    )
    const done = await replace()
    expect(done.status).toBe(200)
    const seats = done.body.members.map(
      (row: { name: string; seat: string; replacesName: string | null; endReason: string }) => row,
    )
    expect(
      seats.find(
        (row: { personId: string; endedAt: string | null }) =>
          row.personId === stage.spare.id && !row.endedAt,
      ),
    ).toMatchObject({
      seat: 'member',
      isVoting: true,
      assigned: 1,
    })
    expect(seats.find((row: { id: string }) => row.id === memberId)).toMatchObject({
      endReason: 'Đi công tác dài ngày',
    })
    expect((await stage.spare.send('GET', sheetAt(two.id))).status).toBe(200)
    expect((await stage.third.send('GET', sheetAt(two.id))).status).toBe(404)
    expect((await replace()).status).toBe(404)
    const seated = await stage.officer.send(
      'PUT',
      at(stage, 'council'),
      councilOf(stage, done.body.council.version),
    )
    expect(seated.body.code).toBe('selection.council-seated')
  })
})

describe('the round', () => {
  it('takes sheets only while the chair holds it open', async () => {
    const stage = await openCouncil(house)
    const { id } = await assigned(house, stage)
    const file = () => stage.third.send('POST', sheetAt(id, '/file'), sheet(10, 10))
    expect((await file()).body.code).toBe('selection.round-not-open')
    expect((await openRound(stage, '', stage.secretary)).body.code).toBe('selection.not-the-chair')
    expect((await openRound(stage, '', stage.officer)).status).toBe(403)
    expect((await closeRound(stage)).body.code).toBe('platform.wrong-state')
    await openRound(stage)
    await closeRound(stage)
    expect((await file()).body.code).toBe('selection.round-closed')
    expect((await openRound(stage)).status).toBe(422)
    expect((await openRound(stage, 'Còn hai phiếu')).body.council.state).toBe('open')
    expect((await file()).status).toBe(200)
    const audit = await auditOf(house, 'selection.preside', stage.fairId)
    expect(audit.map(entry => entry.after)).toEqual([
      { round: 'open', reason: '' },
      { round: 'closed', reason: '' },
      { round: 'open', reason: 'Còn hai phiếu' },
    ])
  })

  it('is closed against two who file at the same moment: each is in or is told', async () => {
    const stage = await openCouncil(house)
    const { id } = await assigned(house, stage)
    await openRound(stage)
    const [first, closing, second] = await Promise.all([
      stage.third.send('POST', sheetAt(id, '/file'), sheet(10, 10)),
      closeRound(stage),
      stage.reviewers[1].send('POST', sheetAt(id, '/file'), sheet(20, 20)),
    ])
    expect(closing.status).toBe(200)
    const filed = [first, second].filter(answer => answer.status === 200).length
    for (const answer of [first, second])
      if (answer.status !== 200) expect(answer.body.code).toBe('selection.round-closed')
    const rows = await house.app.db
      .selectFrom('scoreSheet')
      .select('state')
      .where('applicationId', '=', id)
      .execute()
    expect(rows).toHaveLength(filed)
  })

  it('reminds those with sheets to file, once a day, naming no application', async () => {
    const stage = await openCouncil(house)
    const one = await assigned(house, stage)
    await openRound(stage)
    await stage.third.send('POST', sheetAt(one.id, '/file'), sheet(1, 1))
    const remind = (person: TestPerson) => person.send('POST', at(stage, 'council/remind-reviewers'), {})
    expect((await remind(stage.third)).body.code).toBe('selection.not-the-chair')
    expect((await remind(stage.chair)).body).toEqual({ reminded: 2 })
    expect((await remind(stage.secretary)).body).toEqual({ reminded: 0 })
    const mails = await house.app.db
      .selectFrom('mail')
      .select(['toAddress', 'subject', 'bodyText'])
      .where('fairId', '=', stage.fairId)
      .where('template', '=', 'scoring-reminder')
      .execute()
    expect(mails.map(mail => mail.toAddress).sort()).toEqual(
      [stage.chair.email, stage.reviewers[1].email].sort(),
    )
    expect(JSON.stringify(mails)).not.toContain(one.establishment.name)
    expect(JSON.stringify(mails)).not.toContain(one.number)
  })
})
