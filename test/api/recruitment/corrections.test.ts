import { submitApplication } from '@hoicho/server/recruitment/submit-application.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { ANSWERS, auditOf, completeDraft, openCall, paper } from './call.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

type Sender = Pick<TestPerson, 'send'>
const GOODS = { pointer: '/answers/goods', note: 'Ghi rõ số lượng' }
const SHEET = { pointer: '/papers/balanceSheet', note: 'Thiếu trang 2' }

/** An application given back with a remark at one answer and one paper. */
async function givenBack(fields: object[] = [GOODS, SHEET]) {
  const draft = await completeDraft(house, call.fairId)
  await submitApplication(draft.ctx, draft.id)
  const request = { note: 'Xin bổ sung', fields, dueOn: null }
  const { body } = await call.officer.send('POST', `/api/applications/${draft.id}/corrections`, request)
  const productIds: string[] = body.products.map((product: { id: string }) => product.id)
  return { ...draft, view: body, productIds }
}

const answerAt = (person: Sender, id: string, pointer: string, isAnswered = true) =>
  person.send('PUT', `/api/applications/${id}/remarks/answer`, { pointer, isAnswered, reply: 'Đã sửa' })
const resolve = (person: Sender, id: string, pointer: string, round = 1) =>
  person.send('PUT', `/api/applications/${id}/remarks/resolution`, { round, pointer, isResolved: true })
const statuses = (answers: { status: number }[]) => answers.map(one => one.status)

describe('PUT /applications/{applicationId}/draft while a correction is asked for', () => {
  it('changes what a remark names and nothing else', async () => {
    const { id, owner, view, productIds } = await givenBack()
    const save = (answers: object, products = productIds) =>
      owner.send('PUT', `/api/applications/${id}/draft`, {
        version: view.version,
        answers,
        productIds: products,
      })
    const refused = await save({ ...ANSWERS, goods: '20 bình', boothCount: 2 }, [])
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [
        { pointer: '/answers/boothCount', code: 'not-asked' },
        { pointer: '/products', code: 'not-asked' },
      ],
    ])
    expect((await owner.send('GET', `/api/applications/${id}`)).body.products).toHaveLength(1)
    expect((await save({ ...ANSWERS, goods: '20 bình' })).status).toBe(200)
  })

  it('opens everything when only a message was sent', async () => {
    const { id, owner, view, productIds } = await givenBack([])
    const draft = { version: view.version, answers: { ...ANSWERS, boothCount: 2 }, productIds }
    expect((await owner.send('PUT', `/api/applications/${id}/draft`, draft)).status).toBe(200)
  })

  it('takes a paper only where one is asked for', async () => {
    const { id, owner, view } = await givenBack()
    const add = async (paperCode: string) =>
      await owner.send('POST', `/api/applications/${id}/papers`, { paperCode, fileId: await paper(owner) })
    const removed = await owner.send(
      'DELETE',
      `/api/applications/${id}/papers/${view.papers.find((one: { paperCode: string }) => one.paperCode === 'supportRequest').id}`,
    )
    expect(statuses([await add('balanceSheet'), await add('supportRequest'), removed])).toEqual([
      201, 422, 422,
    ])
  })
})

describe('PUT /applications/{applicationId}/remarks/answer', () => {
  it('marks a remark, with a word to the officer, and takes the mark off again', async () => {
    const { id, owner, establishmentId } = await givenBack()
    const { status, body } = await answerAt(owner, id, GOODS.pointer)
    expect([status, body.items]).toMatchObject([
      200,
      [
        { ...GOODS, reply: 'Đã sửa', answeredAt: expect.any(String) },
        { ...SHEET, reply: '', answeredAt: null },
      ],
    ])
    expect((await auditOf(house, id)).at(-1)).toEqual({
      action: 'recruitment.answer-remark',
      actorId: owner.id,
      organizerId: call.organizerId,
      fairId: call.fairId,
      establishmentId,
      before: null,
      after: { round: 1, pointer: GOODS.pointer, isAnswered: true, reply: 'Đã sửa' },
    })
    const off = await answerAt(owner, id, GOODS.pointer, false)
    expect(off.body.items[0].answeredAt).toBeNull()
  })

  it('is for the establishment, at a remark that is there, while a correction is asked for', async () => {
    const { id, owner, ctx } = await givenBack([GOODS])
    const other = await completeDraft(house, call.fairId)
    expect(
      statuses([
        await answerAt(call.officer, id, GOODS.pointer),
        await answerAt(other.owner, id, GOODS.pointer),
        await answerAt(owner, id, '/answers/power'),
        await answerAt(owner, other.id, GOODS.pointer),
        await answerAt(other.owner, other.id, GOODS.pointer),
      ]),
    ).toEqual([403, 404, 404, 404, 409])
    await answerAt(owner, id, GOODS.pointer)
    await submitApplication(ctx, id)
    expect((await answerAt(owner, id, GOODS.pointer)).body.code).toBe('platform.wrong-state')
  })

  it('keeps one of two answers at once, whole', async () => {
    const { id, owner } = await givenBack([GOODS])
    const both = await Promise.all([true, false].map(is => answerAt(owner, id, GOODS.pointer, is)))
    expect(statuses(both)).toEqual([200, 200])
    const { body } = await owner.send('GET', `/api/applications/${id}`)
    expect(body.correctionFields).toHaveLength(1)
  })
})

describe('PUT /applications/{applicationId}/remarks/resolution', () => {
  it('settles a remark once the application came back', async () => {
    const { id, owner, ctx, establishmentId } = await givenBack([GOODS])
    expect((await resolve(call.officer, id, GOODS.pointer)).body.code).toBe('platform.wrong-state')
    await answerAt(owner, id, GOODS.pointer)
    await submitApplication(ctx, id)
    expect((await resolve(call.officer, id, GOODS.pointer)).status).toBe(204)
    expect((await auditOf(house, id)).at(-1)).toEqual({
      action: 'recruitment.resolve-remark',
      actorId: call.officer.id,
      organizerId: call.organizerId,
      fairId: call.fairId,
      establishmentId,
      before: null,
      after: { round: 1, pointer: GOODS.pointer, isResolved: true },
    })
    const stranger = await house.staff(await house.organizer(), 'officer')
    const both = await Promise.all([
      resolve(call.officer, id, GOODS.pointer),
      resolve(call.officer, id, GOODS.pointer),
    ])
    expect(statuses(both)).toEqual([204, 204])
    expect(
      statuses([
        await resolve(owner, id, GOODS.pointer),
        await resolve(stranger, id, GOODS.pointer),
        await resolve(call.officer, id, SHEET.pointer),
        await resolve(call.officer, id, GOODS.pointer, 2),
      ]),
    ).toEqual([403, 404, 404, 404])
  })
})

describe('GET /applications/{applicationId}/submissions and /corrections', () => {
  it('give every round as it was', async () => {
    const { id, owner, ctx, view, productIds } = await givenBack([GOODS])
    const answers = { ...ANSWERS, goods: '20 bình' }
    await owner.send('PUT', `/api/applications/${id}/draft`, { version: view.version, answers, productIds })
    await answerAt(owner, id, GOODS.pointer)
    await submitApplication(ctx, id)
    const { body } = await call.officer.send('GET', `/api/applications/${id}/submissions`)
    expect(body.items).toMatchObject([
      { round: 1, formVersion: 1, answers: ANSWERS, products: [{ nameVi: 'Bình gốm' }] },
      { round: 2, formVersion: 1, answers, products: [{ nameVi: 'Bình gốm' }] },
    ])
    expect(body.items[0].papers).toHaveLength(3)
    const { body: rounds } = await call.officer.send('GET', `/api/applications/${id}/corrections`)
    expect(rounds.items).toMatchObject([
      {
        round: 1,
        note: 'Xin bổ sung',
        resubmittedAt: expect.any(String),
        remarks: [{ ...GOODS, reply: 'Đã sửa', resolvedAt: null }],
      },
    ])
    const stranger = await house.staff(await house.organizer(), 'officer')
    expect((await stranger.send('GET', `/api/applications/${id}/submissions`)).status).toBe(404)
    expect((await stranger.send('GET', `/api/applications/${id}/corrections`)).status).toBe(404)
  })
})
