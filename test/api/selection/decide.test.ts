import { decide } from '@hoicho/server/selection/decide.ts'
import { canonicalJson, type Json } from '@hoicho/shared/selection/canonical-json.ts'
import { replay, type SelectionRecord } from '@hoicho/shared/selection/record.ts'
import { sha256Hex } from '@hoicho/shared/selection/sha256.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { applicant, auditOf, meet, openStage, type Stage, score, sheet, stateOf } from './stage.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const path = (stage: Stage, rest: string) => `/api/fairs/${stage.fairId}/selection/${rest}`
const post = (stage: Stage, input: object = {}) => stage.manager.send('POST', path(stage, 'decisions'), input)
const mailing = (by: { send: Stage['officer']['send'] }, stage: Stage, input: object = {}) =>
  by.send('POST', path(stage, 'letters'), input)

/** The council meets and the manager decides on its minutes. */
async function settle(stage: Stage, input: object = {}, meeting: object = {}) {
  const met = await meet(stage, meeting)
  expect(met.status).toBe(200)
  return await post(stage, input)
}

/** Four applications, two places: two are selected, one waits, one is below the mark of 50. */
async function scoredStage() {
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
  return { stage, applicants, ids: applicants.map(({ id }) => id) }
}

const mailsOf = async (stage: Stage) =>
  await house.app.db
    .selectFrom('mail')
    .select(['template', 'toAddress', 'bodyText', 'attachments'])
    .where('fairId', '=', stage.fairId)
    .orderBy('id')
    .execute()

describe('deciding a selection', () => {
  it('ranks, freezes, moves the applications, issues the paper and writes one audit entry', async () => {
    const { stage, ids } = await scoredStage()
    const preview = await stage.officer.send('GET', path(stage, 'ranking'))
    expect(
      preview.body.items.map((row: { outcome: string; mean: number }) => [row.outcome, row.mean]),
    ).toEqual([
      ['selected', 90],
      ['selected', 80],
      ['waiting', 60],
      ['rejected', 30],
    ])
    const { status, body } = await settle(stage)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      version: 1,
      state: 'decided',
      quota: 2,
      passMark: 50,
      documentNumber: '01/QĐ-TTKC',
    })
    expect(
      body.outcomes.map((row: { applicationId: string; outcome: string }) => [
        row.applicationId,
        row.outcome,
      ]),
    ).toEqual([
      [ids[0], 'selected'],
      [ids[1], 'selected'],
      [ids[2], 'waiting'],
      [ids[3], 'rejected'],
    ])
    expect(await Promise.all(ids.map(id => stateOf(house, id)))).toEqual([
      'selected',
      'selected',
      'waiting',
      'rejected',
    ])
    expect(await auditOf(house, 'selection.decide', body.id)).toEqual([
      {
        action: 'selection.decide',
        actorId: stage.manager.id,
        fairId: stage.fairId,
        entity: 'selection',
        after: { version: 1, sha256: body.sha256, outcomes: { selected: 2, waiting: 1, rejected: 1 } },
      },
    ])
    const pdf = await stage.officer.send('GET', `/api/files/${body.documentFileId}`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect(await mailsOf(stage)).toEqual([])
  })

  it('can be replayed from its record, hash and all', async () => {
    const { stage } = await scoredStage()
    const { body } = await settle(stage, {}, { seed: 'hat-giong-01' })
    const record = await stage.officer.send('GET', path(stage, 'decisions/1/record'))
    expect(record.body.sha256).toBe(body.sha256)
    expect(sha256Hex(canonicalJson(record.body.input as Json))).toBe(body.sha256)
    expect(replay(record.body.input as SelectionRecord)).toBeNull()
    expect(record.body.input.request.seed).toBe('hat-giong-01')
  })

  it('is refused without enough sheets, without candidates, to others and for another organizer', async () => {
    const empty = await openStage(house)
    expect((await post(empty)).body.code).toBe('selection.nothing-to-decide')
    const { stage } = await scoredStage()
    const late = await applicant(house, stage.fairId)
    const lacking = await post(stage)
    expect([lacking.body.code, lacking.body.params]).toEqual([
      'selection.sheets-missing',
      { count: 1, least: 2 },
    ])
    expect(await stateOf(house, late.id)).toBe('complete')
    expect((await stage.officer.send('POST', path(stage, 'decisions'), {})).body.code).toBe(
      'identity.not-allowed',
    )
    expect((await empty.manager.send('POST', path(stage, 'decisions'), {})).status).toBe(404)
  })

  it('happens once when two decide at once', async () => {
    const { stage } = await scoredStage()
    await meet(stage)
    const answers = await Promise.all([post(stage), post(stage), post(stage)])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409, 409])
    expect(answers.filter(answer => answer.status === 409).map(answer => answer.body.code)).toEqual([
      'selection.decided-meanwhile',
      'selection.decided-meanwhile',
    ])
    const rows = await house.app.db
      .selectFrom('selection')
      .select('version')
      .where('fairId', '=', stage.fairId)
      .execute()
    expect(rows).toEqual([{ version: 1 }])
  })

  it('meets sheets filed at the same moment: each counts or is told, none is lost', async () => {
    const { stage } = await scoredStage()
    const third = [
      await house.staff(stage.organizerId, 'reviewer'),
      await house.staff(stage.organizerId, 'reviewer'),
    ]
    const one = await applicant(house, stage.fairId)
    await score(stage, one.id, 25, 25)
    await stage.officer.send('POST', path(stage, 'assignments'), {
      applicationIds: [one.id],
      reviewerIds: third.map(({ id }) => id),
    })
    await meet(stage)
    const [decision, ...filings] = await Promise.all([
      post(stage),
      ...third.map(reviewer =>
        reviewer.send('POST', `/api/applications/${one.id}/my-sheet/file`, sheet(40, 60)),
      ),
    ])
    const isFirst = decision.status === 200
    // Sheets filed first make the minutes out of date: the council has to meet over them again.
    if (!isFirst) expect(decision.body.code).toBe('selection.minutes-outdated')
    if (!isFirst) expect((await settle(stage)).status).toBe(200)
    for (const filing of filings) {
      if (filing.status !== 200) expect(filing.body.code).toBe('selection.already-decided')
    }
    const record = await stage.officer.send('GET', path(stage, 'decisions/1/record'))
    const input = record.body.input as SelectionRecord
    const counted = input.request.applications.find(application => application.id === one.id)?.sheets.length
    expect(counted).toBe(2 + filings.filter(filing => filing.status === 200).length)
    const late = await third[0]?.send('POST', `/api/applications/${one.id}/my-sheet/file`, sheet(1, 1))
    expect(late?.status).toBe(409)
  })

  it('moves the waiting list up by a second decision, which replaces the first', async () => {
    const { stage, ids, applicants } = await scoredStage()
    await settle(stage)
    await mailing(stage.officer, stage)
    await house.app.db
      .updateTable('application')
      .set({ state: 'withdrawn' })
      .where('id', '=', ids[0] ?? '')
      .execute()
    expect((await post(stage)).body.code).toBe('selection.decided-meanwhile')
    expect((await post(stage, { replaces: 1 })).body.code).toBe('selection.no-minutes')
    const { body } = await settle(stage, { replaces: 1 })
    expect(
      body.outcomes.map((row: { applicationId: string; reason: string }) => [row.applicationId, row.reason]),
    ).toEqual([
      [ids[1], 'held'],
      [ids[2], 'within-quota'],
    ])
    expect(body.documentNumber).toBe('02/QĐ-TTKC')
    expect(await stateOf(house, ids[2] ?? '')).toBe('selected')
    const list = await stage.officer.send('GET', path(stage, 'decisions'))
    expect(list.body.items.map((item: { state: string }) => item.state)).toEqual(['decided', 'superseded'])
    const sent = await mailing(stage.officer, stage)
    expect(sent.body).toEqual({ sent: 1, alreadySent: 1, withoutAddress: 0, left: 0 })
    const last = (await mailsOf(stage)).at(-1)
    expect(last).toMatchObject({
      template: 'selection-selected',
      toAddress: applicants[2]?.establishment.owner.email,
    })
  })

  it('runs as a plain function with the clock it is given', async () => {
    const { stage } = await scoredStage()
    await meet(stage)
    const ctx = { ...(await stage.manager.ctx()), now: () => '2019-05-10T03:00:00.000Z' }
    const view = await decide(ctx, stage.fairId)
    expect(view.decidedAt).toBe('2019-05-10T03:00:00.000Z')
  })
})

describe('letters', () => {
  it('are read first and sent once each, with the coded reason', async () => {
    const { stage } = await scoredStage()
    expect((await mailing(stage.officer, stage)).body.code).toBe('selection.no-decision')
    await settle(stage)
    const preview = await stage.officer.send('GET', path(stage, 'letters'))
    expect(preview.body.items).toHaveLength(4)
    expect(preview.body.items[3].text).toContain('Điểm trung bình 30, dưới điểm đạt 50.')
    const answers = await Promise.all([mailing(stage.officer, stage), mailing(stage.manager, stage)])
    expect(answers.map(answer => answer.body.sent).sort()).toEqual([0, 4])
    const mails = await mailsOf(stage)
    expect(mails.map(mail => mail.template)).toEqual([
      'selection-selected',
      'selection-selected',
      'selection-waiting',
      'selection-rejected',
    ])
    expect(mails[2]?.bodyText).toContain('xếp thứ 1 trong danh sách dự bị')
    expect(mails.map(mail => (mail.attachments as unknown[]).length)).toEqual([1, 1, 1, 0])
    const decisions = await stage.officer.send('GET', path(stage, 'decisions'))
    expect(decisions.body.items[0].outcomes.map((row: { letter: string }) => row.letter)).toEqual(
      Array(4).fill('queued'),
    )
    expect(await auditOf(house, 'selection.send-letters', decisions.body.items[0].id)).toMatchObject([
      { after: { sent: 4, alreadySent: 0 } },
      { after: { sent: 0, alreadySent: 4 } },
    ])
  })

  it('are for the desk', async () => {
    const { stage } = await scoredStage()
    await settle(stage)
    expect((await mailing(stage.reviewers[0], stage)).status).toBe(403)
    const other = await openStage(house)
    expect((await mailing(other.officer, stage)).status).toBe(404)
  })
})
