import { newId, sha256 } from '@hoicho/server/platform/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { applicant, auditOf, CRITERIA, openFair, openStage, type Stage, sheet } from './stage.ts'

let house: House
let stage: Stage

beforeAll(async () => {
  house = await openHouse()
  stage = await openStage(house)
})
afterAll(() => house.close())

const assign = (applicationIds: string[], reviewerIds = stage.reviewers.map(reviewer => reviewer.id)) =>
  stage.officer.send('POST', `/api/fairs/${stage.fairId}/selection/assignments`, {
    applicationIds,
    reviewerIds,
  })
const sheetPath = (id: string, rest = '') => `/api/applications/${id}/my-sheet${rest}`

async function assigned() {
  const { id } = await applicant(house, stage.fairId)
  await assign([id])
  return id
}

describe('criteria', () => {
  const path = (fairId: string) => `/api/fairs/${fairId}/selection/criteria`

  it('are proposed by the rules of the fair and set by the desk', async () => {
    const fairId = await openFair(stage.officer, stage.organizerId)
    const { body } = await stage.officer.send('GET', path(fairId))
    expect(body).toMatchObject({ items: [], isFrozen: false })
    const codes = body.proposed.map(
      (criterion: { code: string; maxPoints: number }) => `${criterion.code} ${criterion.maxPoints}`,
    )
    expect(codes.sort()).toEqual([
      'capacity 15',
      'discipline 10',
      'export-readiness 25',
      'priority 15',
      'recognition 20',
      'theme 15',
    ])
    const saved = await stage.officer.send('PUT', path(fairId), { items: body.proposed })
    expect(saved.body.items).toEqual(body.proposed)
    expect(await auditOf(house, 'selection.configure', fairId)).toHaveLength(1)
    const seen = await stage.reviewers[0].send('GET', path(fairId))
    expect(seen.status).toBe(200)
  })

  it('come to 100, have codes of their own, and are for the desk of the organizer', async () => {
    const fairId = await openFair(stage.officer, stage.organizerId)
    const [first, second] = CRITERIA
    const put = (items: unknown, person = stage.officer) => person.send('PUT', path(fairId), { items })
    const wrongSum = await put([first])
    expect([wrongSum.status, wrongSum.body.code, wrongSum.body.params]).toEqual([
      422,
      'selection.weights-not-100',
      { sum: 40 },
    ])
    expect((await put([first, { ...second, code: 'theme' }])).status).toBe(422)
    expect((await put(CRITERIA, stage.reviewers[0])).body.code).toBe('identity.not-allowed')
    const other = await openStage(house)
    expect((await put(CRITERIA, other.officer)).status).toBe(404)
  })

  it('are frozen once a sheet is filed', async () => {
    const own = await openStage(house)
    const { id } = await applicant(house, own.fairId)
    const [reviewer] = own.reviewers
    await own.officer.send('POST', `/api/fairs/${own.fairId}/selection/assignments`, {
      applicationIds: [id],
      reviewerIds: [reviewer.id],
    })
    await reviewer.send('PUT', sheetPath(id), sheet(1, 1))
    expect((await own.officer.send('PUT', path(own.fairId), { items: CRITERIA })).status).toBe(200)
    await reviewer.send('POST', sheetPath(id, '/file'), sheet(1, 1, 1))
    const { body } = await own.officer.send('PUT', path(own.fairId), { items: CRITERIA })
    expect(body.code).toBe('selection.criteria-frozen')
  })
})

describe('assigning reviewers', () => {
  it('adds the pairs that are not there, once', async () => {
    const { id } = await applicant(house, stage.fairId)
    expect((await assign([id])).body).toEqual({ added: 2 })
    expect((await assign([id])).body).toEqual({ added: 0 })
    const { body } = await stage.officer.send('GET', `/api/fairs/${stage.fairId}/selection/assignments`)
    const row = body.items.find((item: { applicationId: string }) => item.applicationId === id)
    expect(row.reviewers.map((reviewer: { sheet: string }) => reviewer.sheet)).toEqual(['none', 'none'])
  })

  it('takes only accepted dossiers of this fair and reviewers of this organizer', async () => {
    const { id } = await applicant(house, stage.fairId)
    const submitted = await applicant(house, stage.fairId, 'submitted')
    const other = await openStage(house)
    const foreign = await applicant(house, other.fairId)
    expect((await assign([submitted.id])).body.code).toBe('platform.wrong-state')
    expect((await assign([foreign.id])).status).toBe(404)
    expect((await assign([id], [stage.officer.id])).body.code).toBe('selection.not-a-reviewer')
    expect((await assign([id], [other.reviewers[0].id])).body.code).toBe('selection.not-a-reviewer')
    const path = `/api/fairs/${stage.fairId}/selection/assignments`
    const input = { applicationIds: [id], reviewerIds: [stage.reviewers[0].id] }
    expect((await stage.reviewers[0].send('POST', path, input)).status).toBe(403)
    expect((await other.officer.send('POST', path, input)).status).toBe(404)
  })

  it('shares applications out evenly, around those who act for the establishment', async () => {
    const own = await openStage(house)
    const applicants = [
      await applicant(house, own.fairId),
      await applicant(house, own.fairId),
      await applicant(house, own.fairId),
    ]
    const [first] = own.reviewers
    await house.app.db
      .updateTable('establishmentMember')
      .set({ personId: first.id })
      .where('establishmentId', '=', applicants[0]?.establishment.id ?? '')
      .execute()
    const path = `/api/fairs/${own.fairId}/selection/assignments`
    const { body } = await own.officer.send('POST', `${path}/balance`, { perApplication: 2 })
    expect(body).toMatchObject({
      added: 5,
      short: [{ applicationId: applicants[0]?.id, lacking: 1, barred: 1, full: 0 }],
    })
    const again = await own.officer.send('POST', `${path}/balance`, { perApplication: 2 })
    expect(again.body.added).toBe(0)
    const reviewers = await own.officer.send('GET', `/api/fairs/${own.fairId}/selection/reviewers`)
    expect(reviewers.body.items.map((reviewer: { assigned: number }) => reviewer.assigned).sort()).toEqual([
      2, 3,
    ])
    const byHand = { applicationIds: [applicants[0]?.id], reviewerIds: [first.id] }
    expect((await own.officer.send('POST', path, byHand)).body.code).toBe('selection.has-conflict')
  })

  it('can be taken back until the sheet is filed', async () => {
    const id = await assigned()
    const [reviewer, other] = stage.reviewers
    const end = (reviewerId: string) =>
      stage.officer.send('POST', `/api/fairs/${stage.fairId}/selection/assignments/end`, {
        applicationId: id,
        reviewerId,
      })
    await other.send('POST', sheetPath(id, '/file'), sheet(10, 10))
    expect((await end(reviewer.id)).status).toBe(204)
    expect((await end(reviewer.id)).status).toBe(404)
    expect((await end(other.id)).body.code).toBe('selection.sheet-filed')
    expect((await reviewer.send('GET', sheetPath(id))).status).toBe(404)
  })
})

describe('a score sheet', () => {
  it('is kept as a draft, filed once and then frozen', async () => {
    const id = await assigned()
    const [reviewer] = stage.reviewers
    const draft = await reviewer.send('PUT', sheetPath(id), {
      points: { theme: 30 },
      remarks: 'Tốt',
      version: 0,
    })
    expect(draft.body).toEqual({ state: 'draft', version: 1, filedAt: null })
    const incomplete = await reviewer.send('POST', sheetPath(id, '/file'), {
      points: { theme: 30 },
      remarks: '',
      version: 1,
    })
    expect(incomplete.body.errors).toMatchObject([{ pointer: '/points/capacity', code: 'required' }])
    const filed = await reviewer.send('POST', sheetPath(id, '/file'), sheet(30, 50, 1))
    expect(filed.body).toMatchObject({ state: 'filed', version: 2 })
    const row = await house.app.db
      .selectFrom('scoreSheet')
      .selectAll()
      .where('applicationId', '=', id)
      .execute()
    expect(row).toMatchObject([
      { state: 'filed', points: { theme: 30, capacity: 50 }, reviewerId: reviewer.id },
    ])
    const audit = await auditOf(house, 'selection.score', id)
    expect(audit.map(entry => entry.after)).toMatchObject([{ state: 'draft' }, { state: 'filed' }])
    expect(JSON.stringify(audit)).not.toContain('theme')
    expect((await reviewer.send('PUT', sheetPath(id), sheet(1, 1, 2))).body.code).toBe(
      'selection.sheet-filed',
    )
  })

  it('takes no points out of range', async () => {
    const id = await assigned()
    const { status, body } = await stage.reviewers[0].send('PUT', sheetPath(id), sheet(41, 10))
    expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([422, '/points/theme', 'too-big'])
  })

  it('is not overwritten from another tab', async () => {
    const id = await assigned()
    const [reviewer] = stage.reviewers
    const tabs = await Promise.all([
      reviewer.send('PUT', sheetPath(id), sheet(10, 10)),
      reviewer.send('PUT', sheetPath(id), sheet(20, 20)),
    ])
    expect(tabs.map(tab => tab.status).sort()).toEqual([200, 409])
    expect(tabs.find(tab => tab.status === 409)?.body.code).toBe('platform.changed-meanwhile')
  })

  it("shows the others' sheets only after one's own is filed", async () => {
    const id = await assigned()
    const [first, second] = stage.reviewers
    await first.send('POST', sheetPath(id, '/file'), sheet(33, 44))
    const before = await second.send('GET', sheetPath(id))
    expect(before.body.others).toEqual([])
    expect(before.body.material).toMatchObject({ products: [{ name: 'Bát gốm' }], legalForm: 'TNHH_1TV' })
    expect(JSON.stringify(before.body)).not.toContain('.example.vn')
    await second.send('POST', sheetPath(id, '/file'), sheet(1, 2))
    const after = await second.send('GET', sheetPath(id))
    expect(after.body.others).toMatchObject([{ points: { theme: 33, capacity: 44 } }])
  })

  it('is for those assigned; to anybody else there is nothing', async () => {
    const { id } = await applicant(house, stage.fairId)
    const other = await openStage(house)
    const tries = await Promise.all([
      house.visitor.send('GET', sheetPath(id)),
      stage.officer.send('GET', sheetPath(id)),
      stage.reviewers[0].send('GET', sheetPath(id)),
      stage.reviewers[0].send('PUT', sheetPath(id), sheet(1, 1)),
      other.reviewers[0].send('GET', sheetPath(id)),
    ])
    expect(tries.map(answer => answer.status)).toEqual([401, 403, 404, 404, 404])
    const mine = await stage.reviewers[0].send('GET', `/api/fairs/${stage.fairId}/selection/my-sheets`)
    expect(mine.body.items.map((item: { applicationId: string }) => item.applicationId)).not.toContain(id)
  })
})

describe('papers of an application', () => {
  it('are open to its reviewers while they are assigned', async () => {
    const { id, establishment } = await applicant(house, stage.fairId)
    const [reviewer] = stage.reviewers
    const fileId = newId()
    const bytes = Buffer.from('giấy')
    const hash = sha256(bytes)
    await house.app.db.insertInto('fileBlob').values({ sha256: hash, bytes }).execute()
    await house.app.db
      .insertInto('file')
      .values({
        id: fileId,
        sha256: hash,
        name: 'giay.pdf',
        mediaType: 'application/pdf',
        sizeBytes: bytes.byteLength,
        organizerId: stage.organizerId,
        fairId: stage.fairId,
        establishmentId: establishment.id,
        createdAt: new Date().toISOString(),
      })
      .execute()
    const read = async () => (await reviewer.send('GET', `/api/files/${fileId}`)).status
    expect(await read()).toBe(404)
    await assign([id])
    expect(await read()).toBe(200)
    await reviewer.send('POST', sheetPath(id, '/conflict'), { kind: 'other', note: '' })
    expect(await read()).toBe(404)
    expect((await reviewer.send('GET', `/api/applications/${id}`)).status).toBe(404)
  })
})

describe('a conflict of interest', () => {
  it('ends the assignment, hides the application and keeps a filed sheet from counting', async () => {
    const id = await assigned()
    const [reviewer, other] = stage.reviewers
    await reviewer.send('POST', sheetPath(id, '/file'), sheet(40, 60))
    await other.send('POST', sheetPath(id, '/file'), sheet(20, 20))
    const { status } = await reviewer.send('POST', sheetPath(id, '/conflict'), {
      kind: 'family',
      note: 'Em họ',
    })
    expect(status).toBe(204)
    expect((await reviewer.send('GET', sheetPath(id))).status).toBe(404)
    expect((await reviewer.send('GET', `/api/applications/${id}/checks`)).status).toBe(404)
    const mine = await reviewer.send('GET', `/api/fairs/${stage.fairId}/selection/my-sheets`)
    expect(mine.body.items.map((item: { applicationId: string }) => item.applicationId)).not.toContain(id)
    expect((await assign([id], [reviewer.id])).body.code).toBe('selection.has-conflict')
    const ranking = await stage.officer.send('GET', `/api/fairs/${stage.fairId}/selection/ranking`)
    const row = ranking.body.items.find((item: { applicationId: string }) => item.applicationId === id)
    expect(row).toMatchObject({ filed: 1, mean: 40, outcome: null })
    expect((await auditOf(house, 'selection.score', id)).at(-1)).toMatchObject({ after: { kind: 'family' } })
    expect(
      (await reviewer.send('POST', sheetPath(id, '/conflict'), { kind: 'family', note: '' })).status,
    ).toBe(404)
  })
})
