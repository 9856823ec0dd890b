import { blindCode } from '@hoicho/shared/selection/council.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { assigned, at, closeRound, councilOf, openCouncil, openRound, sheetAt } from './council-stage.ts'
import { applicant, auditOf, CRITERIA, meet, sheet } from './stage.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('sheets', () => {
  it('may be abstained from with a reason: counted, not scored', async () => {
    const stage = await openCouncil(house)
    const { id } = await assigned(house, stage)
    await openRound(stage)
    const abstain = (reason: string, version = 0) =>
      stage.third.send('POST', sheetAt(id, '/abstain'), { reason, version })
    expect((await abstain('')).status).toBe(422)
    expect((await abstain('Không đúng chuyên môn')).body).toMatchObject({ state: 'abstained', version: 1 })
    expect((await abstain('Lần nữa', 1)).body.code).toBe('selection.sheet-filed')
    await stage.chair.send('POST', sheetAt(id, '/file'), sheet(20, 20))
    await stage.reviewers[1].send('POST', sheetAt(id, '/file'), sheet(40, 60))
    const ranking = await stage.officer.send('GET', at(stage, 'ranking'))
    expect(ranking.body.items[0]).toMatchObject({ applicationId: id, filed: 2, mean: 70 })
    expect((await stage.third.send('GET', sheetAt(id))).body.others).toEqual([])
    await meet(stage)
    const decided = await stage.manager.send('POST', at(stage, 'decisions'), {})
    expect(decided.status).toBe(200)
    const record = await stage.manager.send('GET', at(stage, 'decisions/1/record'))
    expect(record.body.input.format).toBe('hoicho-selection-3')
    expect(record.body.input.request.applications[0].abstained).toEqual([stage.third.id])
  })

  it('are given back by the chair alone, with a reason, and what was filed is kept', async () => {
    const stage = await openCouncil(house)
    const { id } = await assigned(house, stage)
    await openRound(stage)
    await stage.third.send('POST', sheetAt(id, '/file'), sheet(10, 10))
    const reopen = (person: TestPerson, reviewerId = stage.third.id, reason = 'Chấm nhầm hồ sơ') =>
      person.send('POST', `/api/applications/${id}/sheets/reopen-sheet`, { reviewerId, reason })
    expect((await reopen(stage.secretary)).body.code).toBe('selection.not-the-chair')
    expect((await reopen(stage.manager)).status).toBe(403)
    expect((await reopen(stage.chair, stage.third.id, '')).status).toBe(422)
    expect((await reopen(stage.chair, stage.reviewers[1].id)).status).toBe(404)
    expect((await reopen(stage.chair)).status).toBe(204)
    expect((await reopen(stage.chair)).body.code).toBe('selection.sheet-not-filed')
    const ranking = await stage.officer.send('GET', at(stage, 'ranking'))
    expect(ranking.body.items[0]).toMatchObject({ filed: 0, mean: null })
    expect((await stage.third.send('POST', sheetAt(id, '/file'), sheet(30, 30, 2))).status).toBe(200)
    await closeRound(stage)
    const { body } = await stage.chair.send('GET', `/api/applications/${id}/sheets`)
    expect(body.sheets).toMatchObject([{ points: { theme: 30, capacity: 30 } }])
    expect(body.earlier).toMatchObject([{ points: { theme: 10, capacity: 10 }, reason: 'Chấm nhầm hồ sơ' }])
  })

  it('are sealed to the chair until the round is closed, or opened with a reason that is kept', async () => {
    const stage = await openCouncil(house)
    const { id } = await assigned(house, stage)
    await openRound(stage)
    await stage.third.send('POST', sheetAt(id, '/file'), sheet(10, 10))
    const view = (person: TestPerson) => person.send('GET', `/api/applications/${id}/sheets`)
    expect((await view(stage.chair)).body.code).toBe('selection.sheets-sealed')
    expect((await view(stage.third)).body.code).toBe('selection.not-the-chair')
    const early = { reason: 'Có ý kiến về phiếu của một ủy viên' }
    const open = await stage.chair.send('POST', `/api/applications/${id}/sheets/open-early`, early)
    expect(open.body.sheets).toMatchObject([{ reviewerId: stage.third.id, points: { theme: 10 } }])
    expect((await view(stage.chair)).status).toBe(200)
    expect((await auditOf(house, 'selection.preside', id)).at(-1)?.after).toEqual(early)
    const other = await openCouncil(house)
    expect((await view(other.chair)).status).toBe(404)
  })

  it('hide means and ranks from whoever has still to file a sheet, in every answer they can ask for', async () => {
    const stage = await openCouncil(house)
    const both = await house.staff(stage.organizerId, 'reviewer')
    const { id } = await assigned(house, stage, [stage.chair, stage.third, both])
    await house.app.db
      .insertInto('organizerMember')
      .values({
        id: crypto.randomUUID(),
        organizerId: stage.organizerId,
        personId: both.id,
        role: 'officer',
        createdAt: new Date().toISOString(),
      })
      .execute()
    await openRound(stage)
    await stage.chair.send('POST', sheetAt(id, '/file'), sheet(33, 55))
    await stage.third.send('POST', sheetAt(id, '/file'), sheet(31, 57))
    const { body } = await both.send('GET', at(stage, 'ranking'))
    expect(body.items[0]).toMatchObject({
      isHidden: true,
      mean: null,
      median: null,
      rank: null,
      normalised: null,
    })
    for (const path of [at(stage, 'assignments'), at(stage, 'council'), sheetAt(id), at(stage, 'my-sheets')])
      expect(JSON.stringify((await both.send('GET', path)).body)).not.toMatch(/"(theme|capacity)":\d|\b88\b/)
  })
})

describe('criteria', () => {
  it('take named values, leave out what is optional and shut out below a knock-out', async () => {
    const stage = await openCouncil(house)
    const [theme, capacity] = CRITERIA
    const items = [
      {
        ...theme,
        values: [
          { points: 0, labelVi: 'Không có', labelEn: 'None' },
          { points: 20, labelVi: 'Cấp tỉnh', labelEn: 'Province' },
          { points: 40, labelVi: 'Cấp quốc gia', labelEn: 'National' },
        ],
        allowsBetween: false,
        knockOut: { below: 20, members: 2 },
      },
      { ...capacity, isOptional: true },
    ]
    const put = await stage.officer.send('PUT', at(stage, 'criteria'), { items, blindFields: ['photos'] })
    expect(put.body).toMatchObject({ items, blindFields: ['photos'] })
    const high = { ...theme, values: [{ points: 41, labelVi: 'Quá', labelEn: '' }] }
    expect((await stage.officer.send('PUT', at(stage, 'criteria'), { items: [high, capacity] })).status).toBe(
      422,
    )
    const { id } = await assigned(house, stage)
    await openRound(stage)
    const file = (person: TestPerson, points: Record<string, number>) =>
      person.send('POST', sheetAt(id, '/file'), { points, remarks: '', version: 0 })
    const between = await file(stage.third, { theme: 10 })
    expect(between.body.errors).toMatchObject([{ pointer: '/points/theme', code: 'choice' }])
    expect((await file(stage.third, { theme: 0 })).status).toBe(200)
    expect((await file(stage.chair, { theme: 0, capacity: 60 })).status).toBe(200)
    expect((await file(stage.reviewers[1], { theme: 40 })).status).toBe(200)
    const mine = await stage.reviewers[1].send('GET', at(stage, 'my-sheets'))
    expect(mine.body.items[0].total).toBe(100)
    const { body } = await stage.officer.send('GET', at(stage, 'ranking'))
    expect(body.items[0]).toMatchObject({ outcome: 'rejected', reason: 'knocked-out', mean: 53.3333 })
  })
})

describe('blind scoring', () => {
  it('calls an application by a code, hides its papers and takes its name out of its own words', async () => {
    const stage = await openCouncil(house)
    const one = await assigned(house, stage)
    await house.app.db
      .updateTable('establishment')
      .set({ introductionVi: `${one.establishment.name.toUpperCase()} có từ năm 1990, gọi 0912.` })
      .where('id', '=', one.establishment.id)
      .execute()
    const blindFields = ['name', 'province']
    await stage.officer.send('PUT', at(stage, 'criteria'), { items: CRITERIA, blindFields })
    await openRound(stage)
    const code = blindCode(stage.fairId, one.id)
    const { body } = await stage.third.send('GET', sheetAt(one.id))
    expect(body).toMatchObject({
      number: null,
      material: { establishmentName: code, provinceName: '', fasciaName: '' },
    })
    expect(body.material.introduction).toBe('••• có từ năm 1990, gọi 0912.')
    const answers = [
      body,
      (await stage.third.send('GET', at(stage, 'my-sheets'))).body,
      (await stage.chair.send('GET', at(stage, 'council'))).body,
    ]
    for (const answer of answers) {
      expect(JSON.stringify(answer)).toContain(code)
      expect(JSON.stringify(answer)).not.toContain(one.establishment.name)
      expect(JSON.stringify(answer)).not.toContain(one.number)
    }
    expect((await stage.third.send('GET', `/api/applications/${one.id}/checks`)).status).toBe(404)
    const desk = await stage.officer.send('GET', at(stage, 'council'))
    expect(JSON.stringify(desk.body)).toContain(one.establishment.name)
  })
})

describe('assignments by hand', () => {
  it('are swapped until a sheet is filed', async () => {
    const stage = await openCouncil(house)
    const { id } = await assigned(house, stage, [stage.chair])
    const swap = (reviewerId: string, byReviewerId: string, person = stage.officer) =>
      person.send('POST', at(stage, 'assignments/swap'), { applicationId: id, reviewerId, byReviewerId })
    expect((await swap(stage.chair.id, stage.third.id, stage.chair)).status).toBe(403)
    expect((await swap(stage.third.id, stage.chair.id)).status).toBe(404)
    expect((await swap(stage.chair.id, stage.officer.id)).body.code).toBe('selection.not-a-reviewer')
    expect((await swap(stage.chair.id, stage.third.id)).status).toBe(204)
    await openRound(stage)
    await stage.third.send('POST', sheetAt(id, '/file'), sheet(1, 1))
    expect((await swap(stage.third.id, stage.chair.id)).body.code).toBe('selection.sheet-filed')
  })

  it('are shared out within the limits of the members who vote, and what is short is explained', async () => {
    const stage = await openCouncil(house)
    const input = councilOf(stage, 1)
    const members = input.members.map(member =>
      member.personId === stage.third.id ? { ...member, loadLimit: 1 } : member,
    )
    await stage.officer.send('PUT', at(stage, 'council'), { ...input, members })
    await applicant(house, stage.fairId)
    await applicant(house, stage.fairId)
    const { body } = await stage.officer.send('POST', at(stage, 'assignments/balance'), { perApplication: 3 })
    expect(body).toMatchObject({ added: 5, short: [{ lacking: 1, barred: 0, full: 1 }] })
    const view = await stage.officer.send('GET', at(stage, 'council'))
    expect(view.body.members.map((row: { assigned: number }) => row.assigned)).toEqual([2, 0, 2, 1, 0])
  })
})
