import { replayFile } from '@hoicho/shared/selection/replay.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishment } from '../../support/applications.ts'
import { type House, openHouse } from '../../support/house.ts'
import { applicant, meet, openFair, openStage, type Stage, score } from './stage.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const path = (stage: Stage, rest: string) => `/api/fairs/${stage.fairId}/selection/${rest}`
const put = (stage: Stage, input: object) => stage.officer.send('PUT', path(stage, 'rules'), input)

const rules = (parts: object = {}) => ({
  quotas: [],
  tieBreak: null,
  isNormalised: false,
  version: 0,
  ...parts,
})

const quota = (by: string, value: string, floor: number, ceiling: number | null = null) => ({
  by,
  value,
  floor,
  ceiling,
})

/** Two places; two of food rank first, then one of ceramics. */
async function mixedStage() {
  const stage = await openStage(house)
  const ids: string[] = []
  for (const [points, sectorCode] of [
    [50, 'food'],
    [40, 'food'],
    [30, 'mechanical'],
  ] as const) {
    const one = await applicant(house, stage.fairId)
    await house.app.db
      .updateTable('establishment')
      .set({ sectorCode })
      .where('id', '=', one.establishment.id)
      .execute()
    await score(stage, one.id, 20, points)
    ids.push(one.id)
  }
  return { stage, ids }
}

describe('rules of a selection', () => {
  it('are the usual ones until someone sets them, and are kept with their version and audit entry', async () => {
    const stage = await openStage(house)
    const usual = await stage.officer.send('GET', path(stage, 'rules'))
    expect(usual.body).toEqual({
      ...rules(),
      isUsual: true,
      tieBreak: [
        { by: 'criterion', code: 'capacity' },
        { by: 'criterion', code: 'theme' },
        { by: 'priority', fact: 'outstanding-product' },
        { by: 'priority', fact: 'export' },
        { by: 'priority', fact: 'many-workers' },
      ],
    })
    const input = rules({
      quotas: [
        quota('region', 'north', 1, 2),
        quota('newcomer', '', 1),
        quota('province', 'gso-63:01', 0, 3),
      ],
      tieBreak: [{ by: 'criterion', code: 'theme' }],
      isNormalised: true,
    })
    const { status, body } = await put(stage, input)
    expect([status, body]).toEqual([200, { ...input, isUsual: false, version: 1 }])
    expect((await stage.reviewers[0].send('GET', path(stage, 'rules'))).body).toEqual(body)
    const [entry] = await house.app.db
      .selectFrom('auditEntry')
      .select(['actorId', 'before', 'after'])
      .where('fairId', '=', stage.fairId)
      .where('action', '=', 'selection.configure')
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    expect(entry).toEqual({ actorId: stage.officer.id, before: usual.body, after: body })
    const cleared = await put(stage, rules({ version: 1 }))
    expect(cleared.body).toEqual({ ...usual.body, version: 2 })
  })

  it('point at groups, criteria and numbers that cannot be', async () => {
    const stage = await openStage(house)
    const refused = await put(
      stage,
      rules({
        quotas: [quota('province', 'gso-63:xx', 1), quota('sector', 'food', 1), quota('region', 'mars', 1)],
        tieBreak: [{ by: 'criterion', code: 'beauty' }],
      }),
    )
    expect([refused.status, refused.body.errors.map((error: { pointer: string }) => error.pointer)]).toEqual([
      422,
      ['/quotas/0/value', '/quotas/2/value', '/tieBreak/0'],
    ])
    for (const quotas of [
      [quota('sector', 'food', 3, 2)],
      [quota('sector', 'food', 1), quota('sector', 'food', 2)],
      [quota('sector', 'food', -1)],
    ])
      expect((await put(stage, rules({ quotas }))).status).toBe(422)
  })

  it('are for the desk of the organizer, and one of two who change them at once is told', async () => {
    const stage = await openStage(house)
    expect((await stage.reviewers[0].send('PUT', path(stage, 'rules'), rules())).status).toBe(403)
    const other = await openStage(house)
    expect((await other.officer.send('PUT', path(stage, 'rules'), rules())).status).toBe(404)
    expect((await other.officer.send('GET', path(stage, 'rules'))).status).toBe(404)
    const answers = await Promise.all([put(stage, rules()), put(stage, rules({ isNormalised: true }))])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
    expect((await put(stage, rules())).body.code).toBe('platform.changed-meanwhile')
  })
})

describe('a decision with quotas', () => {
  it('gives the places by them, says why, and can be replayed from its file', async () => {
    const { stage, ids } = await mixedStage()
    await put(stage, rules({ quotas: [quota('sector', 'food', 0, 1), quota('sector', 'wood', 1)] }))
    const preview = await stage.officer.send('GET', path(stage, 'ranking'))
    expect(preview.body.quotas).toMatchObject([
      { key: 'sector:food', eligible: 2, taken: 1, shortBy: 0 },
      { key: 'sector:wood', eligible: 0, taken: 0, shortBy: 1 },
    ])
    await meet(stage)
    const { body } = await stage.manager.send('POST', path(stage, 'decisions'), {})
    type Row = { applicationId: string; outcome: string; reason: string; quota: string | null }
    expect(body.outcomes.map((row: Row) => [row.applicationId, row.outcome, row.reason, row.quota])).toEqual([
      [ids[0], 'selected', 'within-quota', null],
      [ids[1], 'waiting', 'quota-ceiling', 'sector:food'],
      [ids[2], 'selected', 'within-quota', null],
    ])
    expect(body.quotas).toEqual(preview.body.quotas)
    const record = await stage.officer.send('GET', path(stage, 'decisions/1/record'))
    expect(replayFile(JSON.stringify(record.body))).toEqual({
      outcome: 'same',
      format: 'hoicho-selection-3',
      sha256: body.sha256,
      applications: 3,
    })
    const letters = await stage.officer.send('GET', path(stage, 'letters'))
    expect(letters.body.items[1].text).toContain('đã đủ số chỗ tối đa')
  })

  it('knows a newcomer, the region and both names of a province', async () => {
    const stage = await openStage(house)
    const old = await openFair(stage.officer, stage.organizerId)
    await house.app.db.updateTable('fair').set({ opensOn: '2020-01-01' }).where('id', '=', old).execute()
    const before = await applicant(house, stage.fairId)
    const again = await house.app.db
      .selectFrom('application')
      .selectAll()
      .where('id', '=', before.id)
      .executeTakeFirstOrThrow()
    await score(stage, before.id, 30, 50)
    const { id: stranger } = await establishment(house)
    await house.app.db
      .insertInto('application')
      .values({ ...again, id: stranger, fairId: old, state: 'selected', number: 'CU-1', answers: {} })
      .execute()
    const newcomer = await applicant(house, stage.fairId)
    await score(stage, newcomer.id, 20, 40)
    for (const { establishment: one } of [before, newcomer])
      await house.app.db
        .updateTable('establishment')
        .set({ productionProvinceScheme: 'gso-63', productionProvinceCode: '27' })
        .where('id', '=', one.id)
        .execute()
    const groups = [
      'newcomer',
      'province:gso-34:24',
      'province:gso-63:27',
      'region:north',
      'sector:handicraft',
    ]
    await meet(stage)
    await stage.manager.send('POST', path(stage, 'decisions'), {})
    const { body } = await stage.officer.send('GET', path(stage, 'decisions/1/record'))
    const found = new Map(
      body.input.request.applications.map((row: { id: string; groups: string[] }) => [row.id, row.groups]),
    )
    expect(found.get(newcomer.id)).toEqual(groups)
    expect(found.get(before.id)).toEqual(groups.slice(1))
  })
})
