import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { textOfPdf } from '../../support/read-pdf.ts'
import { applicant, auditOf, meet, minutes, openStage, type Stage, score } from './stage.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const path = (stage: Stage, rest: string) => `/api/fairs/${stage.fairId}/selection/${rest}`

async function scored() {
  const stage = await openStage(house, 1)
  const ids = []
  for (const points of [40, 20]) {
    const one = await applicant(house, stage.fairId)
    await score(stage, one.id, points, 50)
    ids.push(one.id)
  }
  return { stage, ids }
}

const hold = (stage: Stage, changes: object = {}) =>
  stage.officer.send('POST', path(stage, 'meetings'), minutes(changes))
const sign = (stage: Stage, id: string, version = 1) =>
  stage.manager.send('POST', path(stage, `meetings/${id}/sign`), { version })

describe('minutes', () => {
  it('are written, signed once, printed and then closed', async () => {
    const { stage } = await scored()
    const { body } = await hold(stage, { seed: 'hat-giong-01' })
    expect(body).toMatchObject({ state: 'open', position: 1, seed: 'hat-giong-01', quorum: { isMet: true } })
    expect((await hold(stage)).body.code).toBe('selection.meeting-open')
    const at = path(stage, `meetings/${body.id}`)
    const edits = await Promise.all(
      ['A', 'B'].map(remarks => stage.officer.send('PUT', at, minutes({ remarks, version: 1 }))),
    )
    expect(edits.map(one => one.status).sort()).toEqual([200, 409])
    expect((await stage.officer.send('POST', `${at}/sign`, { version: 2 })).status).toBe(403)
    const other = await openStage(house)
    expect((await other.manager.send('POST', `${at}/sign`, { version: 2 })).status).toBe(404)
    const signed = await Promise.all([sign(stage, body.id, 2), sign(stage, body.id, 2)])
    expect(signed.map(one => one.status).sort()).toEqual([200, 409])
    const view = signed.find(one => one.status === 200)?.body
    expect(view).toMatchObject({ state: 'signed', seed: 'hat-giong-01', documentNumber: '01/BB-TTKC' })
    expect((await stage.officer.send('PUT', at, minutes({ version: 3 }))).body.code).toBe(
      'platform.wrong-state',
    )
    expect(await auditOf(house, 'selection.sign-minutes', body.id)).toHaveLength(1)
    const pdf = await stage.officer.send('GET', `/api/files/${view?.documentFileId}`)
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  })

  it('are not signed without chair, secretary, quorum, votes of all and a carried list', async () => {
    const { stage } = await scored()
    const { members } = minutes()
    const cases = [
      [{ members: members.slice(1) }, ['no-chair', 'no-quorum', 'votes-miscounted']],
      [{ members: members.map(one => ({ ...one, role: 'chair' })) }, ['two-chairs', 'no-secretary']],
      [
        { members: members.map((one, at) => ({ ...one, isPresent: at === 0 })) },
        ['no-secretary', 'no-quorum'],
      ],
      [{ motions: [] }, ['no-list-motion']],
      [
        { motions: [{ kind: 'list', text: 'x', inFavour: 1, against: 1, abstained: 1, dissents: [] }] },
        ['list-not-carried'],
      ],
    ] as const
    const { body } = await hold(stage)
    let version = 1
    for (const [changes, codes] of cases) {
      const at = path(stage, `meetings/${body.id}`)
      const put = await stage.officer.send('PUT', at, minutes({ ...changes, version }))
      expect(put.status).toBe(200)
      version += 1
      const refused = await sign(stage, body.id, version)
      expect(refused.status).toBe(422)
      const found = refused.body.errors.map((one: { code: string }) => one.code)
      expect(found).toEqual(expect.arrayContaining([...codes]))
    }
  })

  it('are out of date when a sheet or a rule changes after them', async () => {
    const { stage } = await scored()
    expect((await stage.manager.send('POST', path(stage, 'decisions'), {})).body.code).toBe(
      'selection.no-minutes',
    )
    await meet(stage)
    const { body: rules } = await stage.officer.send('GET', path(stage, 'rules'))
    await stage.officer.send('PUT', path(stage, 'rules'), { ...rules, isNormalised: true })
    expect((await stage.manager.send('POST', path(stage, 'decisions'), {})).body.code).toBe(
      'selection.minutes-outdated',
    )
    await meet(stage)
    expect((await stage.manager.send('POST', path(stage, 'decisions'), {})).status).toBe(200)
  })

  it('name members, votes, dissent and the ranking on paper', async () => {
    const { stage } = await scored()
    const dissents = [{ name: 'Ủy viên', opinion: 'Đề nghị thêm chỗ cho ngành gốm' }]
    const motions = [
      { kind: 'list', text: 'Thông qua danh sách', inFavour: 2, against: 1, abstained: 0, dissents },
    ]
    const signed = await meet(stage, { motions })
    expect(signed.status).toBe(200)
    const { bytes } = await house.app.db
      .selectFrom('file')
      .innerJoin('fileBlob', 'fileBlob.sha256', 'file.sha256')
      .select('fileBlob.bytes')
      .where('file.id', '=', String(signed.body.documentFileId))
      .executeTakeFirstOrThrow()
    const text = await textOfPdf(bytes)
    for (const words of ['BIÊN BẢN', 'Tán thành: 2', 'ngành gốm', 'Dự bị thứ 1', 'THƯ KÝ'])
      expect(text).toContain(words)
  })
})

describe('versions of the rules', () => {
  it('are kept beside the rules, compared with them, and made the rules', async () => {
    const { stage, ids } = await scored()
    const { body: list } = await stage.officer.send('GET', path(stage, 'scenarios'))
    expect(list).toMatchObject({ items: [], current: { places: 1, passMark: 50 } })
    const wide = { name: 'Hai chỗ', settings: { ...list.current, places: 2 }, version: 0 }
    const added = await stage.officer.send('POST', path(stage, 'scenarios'), wide)
    expect([added.status, added.body.version]).toEqual([200, 1])
    expect((await stage.officer.send('POST', path(stage, 'scenarios'), wide)).body.code).toBe(
      'selection.scenario-name-taken',
    )
    expect((await stage.reviewers[0].send('POST', path(stage, 'scenarios'), wide)).status).toBe(403)
    const strange = {
      ...wide,
      name: 'X',
      settings: { ...wide.settings, tieBreak: [{ by: 'criterion', code: 'no' }] },
    }
    expect((await stage.officer.send('POST', path(stage, 'scenarios'), strange)).status).toBe(422)
    const compared = await stage.officer.send('GET', path(stage, `scenarios/comparison?ids=${added.body.id}`))
    expect(compared.body.columns.map((one: { enters: number }) => one.enters)).toEqual([0, 1])
    const second = compared.body.rows.find((row: { applicationId: string }) => row.applicationId === ids[1])
    expect(second.cells.map((cell: { outcome: string }) => cell.outcome)).toEqual(['waiting', 'selected'])
    const at = path(stage, `scenarios/${added.body.id}`)
    const edits = await Promise.all(
      [2, 3].map(places =>
        stage.officer.send('PUT', at, { ...wide, settings: { ...wide.settings, places }, version: 1 }),
      ),
    )
    expect(edits.map(one => one.status).sort()).toEqual([200, 409])
    const read = { version: 2, rulesVersion: list.rulesVersion }
    const promoted = await Promise.all([
      stage.officer.send('POST', `${at}/promote`, read),
      stage.manager.send('POST', `${at}/promote`, read),
    ])
    expect(promoted.map(one => one.status).sort()).toEqual([200, 409])
    const ranking = await stage.officer.send('GET', path(stage, 'ranking'))
    expect(ranking.body.quota).toBeGreaterThan(1)
    expect(await auditOf(house, 'selection.configure', stage.fairId)).toMatchObject([
      {},
      { after: { scenario: 'Hai chỗ' } },
    ])
    const other = await openStage(house)
    expect((await other.officer.send('DELETE', at)).status).toBe(404)
    expect((await stage.officer.send('DELETE', at)).status).toBe(204)
    expect((await stage.officer.send('DELETE', at)).status).toBe(404)
  })
})
