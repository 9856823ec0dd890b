import { publishForm } from '@hoicho/server/fairs/publish-form.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { submitApplication } from '@hoicho/server/recruitment/submit-application.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { ANSWERS, auditOf, completeDraft, mailsTo, openCall } from './call.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

async function submitted() {
  const draft = await completeDraft(house, call.fairId)
  const { number, version } = await submitApplication(draft.ctx, draft.id)
  return { ...draft, number, version }
}

const correction = {
  note: 'Xin bổ sung',
  fields: [
    { pointer: '/answers/goods', note: 'Ghi rõ số lượng' },
    { pointer: '/papers/balanceSheet', note: 'Thiếu trang 2' },
  ],
  dueOn: '2026-12-01',
}
const correct = (person: Pick<TestPerson, 'send'>, id: string, request: object = correction) =>
  person.send('POST', `/api/applications/${id}/corrections`, request)

const answerAt = (person: Pick<TestPerson, 'send'>, id: string, pointer: string, isAnswered = true) =>
  person.send('PUT', `/api/applications/${id}/remarks/answer`, { pointer, isAnswered, reply: 'Đã sửa' })

describe('POST /applications/{applicationId}/corrections', () => {
  it('gives the application back, tells the owner, and takes it again after the deadline', async () => {
    const { id, owner, number, establishmentId, ctx } = await submitted()
    const { status, body } = await correct(call.officer, id)
    expect([status, body.state, body.correctionNote, body.correctionDueOn]).toEqual([
      200,
      'correction-requested',
      'Xin bổ sung',
      '2026-12-01',
    ])
    const mail = (await mailsTo(house, owner.email)).at(-1)
    expect(mail).toMatchObject({ template: 'application-correction', establishmentId })
    expect(mail?.bodyText).toContain('– Hàng hóa mang đến trưng bày: Ghi rõ số lượng'.slice(0, 2))
    expect(mail?.bodyText).toContain('Ghi rõ số lượng')
    expect(mail?.bodyText).toContain('Xin nộp lại trước hết ngày 01/12/2026.')
    expect((await auditOf(house, id)).at(-1)).toEqual({
      action: 'recruitment.request-correction',
      actorId: call.officer.id,
      organizerId: call.organizerId,
      fairId: call.fairId,
      establishmentId,
      before: { state: 'submitted' },
      after: { state: 'correction-requested', changed: ['goods', 'balanceSheet'], ...correction },
    })
    const productIds = body.products.map((p: { id: string }) => p.id)
    const draft = { version: body.version, answers: { ...ANSWERS, goods: '20 bình' }, productIds }
    expect((await owner.send('PUT', `/api/applications/${id}/draft`, draft)).status).toBe(200)
    const lacking = await owner.send('POST', `/api/applications/${id}/submit`)
    expect(lacking.body.errors).toMatchObject([
      { pointer: '/answers/goods', code: 'remark-open' },
      { pointer: '/papers/balanceSheet', code: 'remark-open' },
    ])
    for (const { pointer } of correction.fields) await answerAt(owner, id, pointer)
    const late = { ...ctx, now: () => new Date(Date.now() + 11 * 86_400_000).toISOString() }
    const again = await submitApplication(late, id)
    expect(again).toMatchObject({ state: 'submitted', number, correctionNote: null, correctionFields: [] })
  })

  it('refuses a remark at a field the form lacks, an empty one, and a draft', async () => {
    const { id } = await submitted()
    const draft = await completeDraft(house, call.fairId)
    const stranger = { ...correction, fields: [{ pointer: '/answers/khac', note: 'x' }] }
    const answers = [
      await correct(call.officer, id, stranger),
      await correct(call.officer, id, { note: ' ', fields: [], dueOn: null }),
      await correct(call.officer, draft.id),
    ]
    expect(answers.map(answer => [answer.status, answer.body.code])).toEqual([
      [422, 'platform.invalid'],
      [422, 'platform.invalid'],
      [409, 'platform.wrong-state'],
    ])
    expect(answers.slice(0, 2).map(answer => answer.body.errors[0].pointer)).toEqual([
      '/fields/0/pointer',
      '/note',
    ])
  })

  it('is for the desk of the fair, and for one officer at a time', async () => {
    const { id, owner } = await submitted()
    const stranger = await house.staff(await house.organizer(), 'officer')
    const finance = await house.staff(call.organizerId, 'finance')
    const refused = [await correct(owner, id), await correct(stranger, id), await correct(finance, id)]
    expect(refused.map(answer => answer.status)).toEqual([403, 404, 403])
    const both = await Promise.all([correct(call.officer, id), correct(call.officer, id)])
    expect(both.map(answer => answer.status).toSorted()).toEqual([200, 409])
    const mails = await mailsTo(house, owner.email)
    expect(mails.map(mail => mail.template)).toEqual(['application-receipt', 'application-correction'])
  })
})

describe('POST /applications/{applicationId}/withdraw', () => {
  it('takes it back with a reason; another may follow', async () => {
    const { id, owner, establishmentId } = await submitted()
    const path = `/api/applications/${id}/withdraw`
    const other = await submitted()
    expect((await other.owner.send('POST', path, { reason: null })).status).toBe(404)
    expect((await call.officer.send('POST', path, { reason: null })).status).toBe(403)
    const { body } = await owner.send('POST', path, { reason: 'Không kịp hàng' })
    expect([body.state, body.withdrawnReason]).toEqual(['withdrawn', 'Không kịp hàng'])
    expect((await auditOf(house, id)).at(-1)).toMatchObject({
      action: 'recruitment.withdraw',
      before: { state: 'submitted' },
      after: { state: 'withdrawn', reason: 'Không kịp hàng' },
    })
    expect((await owner.send('POST', path, { reason: null })).body.code).toBe('platform.wrong-state')
    const next = await owner.send('POST', `/api/establishments/${establishmentId}/applications`, {
      fair: call.slug,
    })
    expect(next.status).toBe(201)
  })
})

describe('GET /applications/{applicationId}', () => {
  it('hides a draft’s content from the desk until it is submitted', async () => {
    const { id, owner, ctx } = await completeDraft(house, call.fairId)
    const { body: hidden } = await call.officer.send('GET', `/api/applications/${id}`)
    expect(hidden).toMatchObject({ isHidden: true, answers: {}, fasciaName: '', products: [], papers: [] })
    expect((await owner.send('GET', `/api/applications/${id}`)).body.answers).toEqual(ANSWERS)
    await submitApplication(ctx, id)
    const { body: shown } = await call.officer.send('GET', `/api/applications/${id}`)
    expect(shown).toMatchObject({ isHidden: false, answers: ANSWERS })
    expect(shown.papers).toHaveLength(3)
    expect(shown.establishment).not.toHaveProperty('bankAccount')
  })

  it('keeps the form it was made with', async () => {
    const own = await openCall(house)
    const { id, owner } = await completeDraft(house, own.fairId)
    const { body: before } = await owner.send('GET', `/api/applications/${id}`)
    const [section] = before.form.sections
    await publishForm(systemContext(house.app), own.fairId, {
      sections: [section],
      papers: [],
      minProducts: 0,
    })
    expect((await owner.send('GET', `/api/applications/${id}`)).body.form).toEqual(before.form)
  })

  it('tells its history in order, to each what they may know', async () => {
    const { id, owner } = await submitted()
    await correct(call.officer, id)
    const path = `/api/applications/${id}/history`
    const { body: ours } = await owner.send('GET', path)
    expect(ours.items.map((line: { what: string; side: string }) => [line.what, line.side])).toEqual([
      ['recruitment.apply', 'establishment'],
      ['recruitment.save-draft', 'establishment'],
      ['recruitment.submit', 'establishment'],
      ['recruitment.request-correction', 'organizer'],
    ])
    expect(ours.items.at(-1)).toMatchObject({
      who: null,
      note: 'Xin bổ sung',
      fields: ['goods', 'balanceSheet'],
    })
    const { body: theirs } = await call.officer.send('GET', path)
    expect(theirs.items.map((line: { what: string }) => line.what)).toEqual([
      'recruitment.apply',
      'recruitment.submit',
      'recruitment.request-correction',
    ])
    const stranger = await house.staff(await house.organizer(), 'officer')
    expect((await stranger.send('GET', path)).status).toBe(404)
  })
})

describe('GET /fairs/{fairId}/applications', () => {
  it('filters, searches without diacritics, counts by state, oldest first', async () => {
    const own = await openCall(house)
    const [first, second, draft] = [
      await completeDraft(house, own.fairId),
      await completeDraft(house, own.fairId),
      await completeDraft(house, own.fairId),
    ]
    await submitApplication(second.ctx, second.id)
    await submitApplication(first.ctx, first.id)
    await house.app.db
      .updateTable('establishment')
      .set({ name: 'Hợp tác xã Đậu Bạc', sectorCode: 'food' })
      .where('id', '=', first.establishmentId)
      .execute()
    const list = async (query = '') =>
      (await own.officer.send('GET', `/api/fairs/${own.fairId}/applications${query}`)).body
    const ids = (inbox: { items: { id: string }[] }) => inbox.items.map(item => item.id)
    const all = await list()
    expect(ids(all)).toEqual([draft.id, second.id, first.id])
    expect(all.counts).toEqual({ draft: 1, submitted: 2 })
    expect(ids(await list('?state=submitted'))).toEqual([second.id, first.id])
    expect(ids(await list('?q=dau%20bac'))).toEqual([first.id])
    expect(ids(await list('?q=hs-0001'))).toEqual([second.id])
    expect(ids(await list('?sector=food&province=gso-63:01'))).toEqual([first.id])
    expect(ids(await list('?q=%25'))).toEqual([])
    expect((await call.officer.send('GET', `/api/fairs/${own.fairId}/applications`)).status).toBe(404)
  })
})

describe('GET /establishments/{establishmentId}/applications', () => {
  it('lists its own, to its people alone', async () => {
    const { id, owner, establishmentId, number } = await submitted()
    const path = `/api/establishments/${establishmentId}/applications`
    const { body } = await owner.send('GET', path)
    expect(body.items).toMatchObject([{ id, number, state: 'submitted', fair: { slug: call.slug } }])
    expect((await call.officer.send('GET', path)).status).toBe(404)
  })
})

describe('GET /fairs/{fairId}/public-call.svg', () => {
  it('is a QR code', async () => {
    const { status, headers } = await call.officer.send('GET', `/api/fairs/${call.fairId}/public-call.svg`)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
  })
})
