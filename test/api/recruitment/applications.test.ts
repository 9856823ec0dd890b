import { moveFair } from '@hoicho/server/fairs/move-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { inviteEstablishments } from '@hoicho/server/recruitment/invite-establishments.ts'
import { startApplication } from '@hoicho/server/recruitment/start-application.ts'
import { submitApplication } from '@hoicho/server/recruitment/submit-application.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishment } from '../../support/applications.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { ANSWERS, auditOf, completeDraft, mailsTo, openCall, paper, product } from './call.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

const start = (person: Pick<TestPerson, 'send'>, establishmentId: string, fair = call.slug) =>
  person.send('POST', `/api/establishments/${establishmentId}/applications`, { fair })

const codes = (answers: { status: number; body: { code?: string } }[]) =>
  answers.map(answer => [answer.status, answer.body?.code])

describe('POST /establishments/{establishmentId}/applications', () => {
  it('starts a draft on the form in force, with what the profile says', async () => {
    const { id, owner, name } = await establishment(house)
    const made = await product(await owner.ctx(), id)
    const { status, body } = await start(owner, id)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'draft',
      number: null,
      formVersion: 1,
      version: 1,
      isInvited: false,
      answers: { fasciaName: name.toLocaleUpperCase('vi') },
      products: [{ id: made.id }],
      papers: [],
      fair: { slug: call.slug },
      establishment: { id, name },
    })
    expect(await auditOf(house, body.id)).toEqual([
      {
        action: 'recruitment.apply',
        actorId: owner.id,
        organizerId: call.organizerId,
        fairId: call.fairId,
        establishmentId: id,
        before: null,
        after: { state: 'draft', invitationId: null },
      },
    ])
  })

  it('links the invitation', async () => {
    const { id, owner } = await establishment(house)
    await inviteEstablishments(await call.officer.ctx(), call.fairId, { establishmentIds: [id] })
    const token = await house.tokenMailedTo(owner.email)
    const { body } = await owner.send('POST', `/api/establishments/${id}/applications`, {
      fair: call.fairId,
      invitationToken: token,
    })
    expect(body.isInvited).toBe(true)
    const row = await house.app.db
      .selectFrom('fairInvitation')
      .select('state')
      .where('establishmentId', '=', id)
      .executeTakeFirst()
    expect(row).toEqual({ state: 'started' })
  })

  it('takes one living application of an establishment', async () => {
    const { id, owner } = await establishment(house)
    const answers = await Promise.all([start(owner, id), start(owner, id)])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([201, 409])
    expect((await start(owner, id)).body.code).toBe('recruitment.already-applied')
  })

  it('knows who may not, and when', async () => {
    const { id, owner } = await establishment(house)
    const other = await establishment(house)
    const later = await openCall(house, {
      registrationOpensAt: new Date(Date.now() + 1e6).toISOString(),
    })
    const past = await openCall(house, {
      registrationOpensAt: new Date(Date.now() - 9e7).toISOString(),
      registrationClosesAt: new Date(Date.now() - 1e6).toISOString(),
    })
    const withdrawn = await openCall(house)
    await moveFair(systemContext(house.app), withdrawn.fairId, 'withdraw')
    const answers = [
      await start(house.visitor, id),
      await start(other.owner, id),
      await start(call.officer, id),
      await start(owner, id, later.slug),
      await start(owner, id, past.slug),
      await start(owner, id, withdrawn.slug),
      await start(owner, id, 'khong-co'),
    ]
    expect(codes(answers)).toEqual([
      [401, 'identity.not-signed-in'],
      [404, 'platform.not-found'],
      [404, 'platform.not-found'],
      [409, 'recruitment.not-open-yet'],
      [409, 'recruitment.closed'],
      [404, 'platform.not-found'],
      [404, 'platform.not-found'],
    ])
  })
})

describe('PUT /applications/{applicationId}/draft', () => {
  const save = (person: Pick<TestPerson, 'send'>, id: string, draft: object) =>
    person.send('PUT', `/api/applications/${id}/draft`, draft)

  it('keeps what was typed, names what changed, and sees a second hand', async () => {
    const { id: establishmentId, owner } = await establishment(house)
    const made = await product(await owner.ctx(), establishmentId)
    const { body: draft } = await start(owner, establishmentId)
    const answers = { fasciaName: ' Gốm  ', goods: 'Chén', stranger: 'x' }
    const saved = await save(owner, draft.id, { version: 1, answers, productIds: [] })
    expect(saved.body.version).toBe(2)
    const { body: view } = await owner.send('GET', `/api/applications/${draft.id}`)
    expect([view.answers, view.fasciaName, view.products]).toEqual([
      { fasciaName: 'Gốm', goods: 'Chén' },
      'Gốm',
      [],
    ])
    expect((await auditOf(house, draft.id)).at(-1)).toMatchObject({
      action: 'recruitment.save-draft',
      organizerId: call.organizerId,
      after: { version: 2, changed: ['fasciaName', 'goods', 'products'] },
    })
    const both = await Promise.all(
      ['Một', 'Hai'].map(goods =>
        save(owner, draft.id, { version: 2, answers: { goods }, productIds: [made.id] }),
      ),
    )
    expect(both.map(answer => answer.status).toSorted()).toEqual([200, 409])
    expect(both.find(answer => answer.status === 409)?.body.code).toBe('platform.changed-meanwhile')
  })

  it('writes no log line for a save that changes nothing', async () => {
    const { id, owner } = await completeDraft(house, call.fairId)
    const { body: view } = await owner.send('GET', `/api/applications/${id}`)
    const before = await auditOf(house, id)
    const productIds = view.products.map((made: { id: string }) => made.id)
    await save(owner, id, { version: view.version, answers: view.answers, productIds })
    expect(await auditOf(house, id)).toEqual(before)
  })

  it('refuses what is not theirs', async () => {
    const { id, owner } = await completeDraft(house, call.fairId)
    const other = await completeDraft(house, call.fairId)
    const draft = { version: 2, answers: ANSWERS, productIds: [other.productId] }
    const answers = [
      await save(owner, id, draft),
      await save(other.owner, id, draft),
      await save(call.officer, id, draft),
    ]
    expect(codes(answers)).toEqual([
      [422, 'platform.invalid'],
      [404, 'platform.not-found'],
      [403, 'identity.not-allowed'],
    ])
    expect(answers[0]?.body.errors[0].pointer).toBe('/productIds/0')
  })

  it('is over once submitted', async () => {
    const { id, owner, ctx } = await completeDraft(house, call.fairId)
    await submitApplication(ctx, id)
    const answer = await save(owner, id, { version: 3, answers: {}, productIds: [] })
    expect(answer.body.code).toBe('platform.wrong-state')
  })
})

describe('papers', () => {
  const add = (person: Pick<TestPerson, 'send'>, id: string, paperCode: string, fileId: string) =>
    person.send('POST', `/api/applications/${id}/papers`, { paperCode, fileId })

  it('are handed in and taken out again', async () => {
    const { id: establishmentId, owner } = await establishment(house)
    const { body: draft } = await start(owner, establishmentId)
    const fileId = await paper(owner)
    const { status, body } = await add(owner, draft.id, 'balanceSheet', fileId)
    expect([status, body.name, body.fileId]).toEqual([201, 'giấy.pdf', fileId])
    const file = await house.app.db
      .selectFrom('file')
      .select(['organizerId', 'fairId', 'establishmentId'])
      .where('id', '=', fileId)
      .executeTakeFirst()
    expect(file).toEqual({ organizerId: call.organizerId, fairId: call.fairId, establishmentId })
    const removed = await owner.send('DELETE', `/api/applications/${draft.id}/papers/${body.id}`)
    expect(removed.status).toBe(204)
    expect((await owner.send('GET', `/api/applications/${draft.id}`)).body.papers).toEqual([])
    expect((await auditOf(house, draft.id)).map(entry => entry.after)).toEqual([
      { state: 'draft', invitationId: null },
      { paperId: body.id, changed: ['balanceSheet'], name: 'giấy.pdf' },
      { paperId: body.id, removed: true, changed: ['balanceSheet'] },
    ])
    const again = await owner.send('DELETE', `/api/applications/${draft.id}/papers/${body.id}`)
    expect(again.status).toBe(404)
  })

  it('copies a file that belongs to another application', async () => {
    const first = await completeDraft(house, call.fairId)
    const elsewhere = await openCall(house)
    const { body: draft } = await start(first.owner, first.establishmentId, elsewhere.slug)
    const { body: view } = await first.owner.send('GET', `/api/applications/${first.id}`)
    const { body } = await add(first.owner, draft.id, 'balanceSheet', view.papers[0].fileId)
    expect(body.fileId).not.toBe(view.papers[0].fileId)
    expect((await call.officer.send('GET', `/api/files/${body.fileId}`)).status).toBe(404)
  })

  it('refuse another person’s file, a paper the form lacks, and others’ applications', async () => {
    const { id, owner } = await completeDraft(house, call.fairId)
    const other = await completeDraft(house, call.fairId)
    const { body: view } = await other.owner.send('GET', `/api/applications/${other.id}`)
    const answers = [
      await add(owner, id, 'balanceSheet', view.papers[0].fileId),
      await add(owner, id, 'balanceSheet', await paper(other.owner)),
      await add(owner, id, 'khac', await paper(owner)),
      await add(other.owner, id, 'balanceSheet', await paper(other.owner)),
    ]
    expect(codes(answers)).toEqual([
      [404, 'platform.not-found'],
      [404, 'platform.not-found'],
      [422, 'platform.invalid'],
      [404, 'platform.not-found'],
    ])
  })
})

describe('POST /applications/{applicationId}/submit', () => {
  const submit = (person: Pick<TestPerson, 'send'>, id: string) =>
    person.send('POST', `/api/applications/${id}/submit`)

  it('gives a number and a receipt', async () => {
    const own = await openCall(house)
    const { id, owner, name, establishmentId } = await completeDraft(house, own.fairId)
    const { status, body } = await submit(owner, id)
    expect([status, body.state, body.number]).toEqual([200, 'submitted', 'HS-0001'])
    expect((await auditOf(house, id)).at(-1)).toEqual({
      action: 'recruitment.submit',
      actorId: owner.id,
      organizerId: own.organizerId,
      fairId: own.fairId,
      establishmentId,
      before: { state: 'draft' },
      after: { state: 'submitted', number: 'HS-0001' },
    })
    const [mail, ...rest] = await mailsTo(house, owner.email)
    expect(rest).toEqual([])
    expect(mail).toMatchObject({
      template: 'application-receipt',
      subject: 'Đã nhận hồ sơ HS-0001 – Hội chợ hàng công nghiệp nông thôn',
      fairId: own.fairId,
      establishmentId,
    })
    expect(mail?.bodyText).toContain(name)
    expect((await submit(owner, id)).body.code).toBe('platform.wrong-state')
  })

  it('points at everything that is missing', async () => {
    const { id: establishmentId, owner } = await establishment(house)
    const { body: draft } = await start(owner, establishmentId)
    const { status, body } = await submit(owner, draft.id)
    expect(status).toBe(422)
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/answers/goods',
      '/answers/boothCount',
      '/answers/power',
      '/answers/noOtherStateMoney',
      '/answers/goodsAsRegistered',
      '/papers/businessRegistration',
      '/papers/balanceSheet',
      '/papers/supportRequest',
      '/products',
    ])
    expect((await mailsTo(house, owner.email)).length).toBe(0)
  })

  it('numbers without gaps when many submit at once and some are refused', async () => {
    const own = await openCall(house)
    const drafts = await Promise.all([1, 2, 3, 4].map(() => completeDraft(house, own.fairId)))
    const empty = await establishment(house)
    const { body: draft } = await start(empty.owner, empty.id, own.slug)
    const answers = await Promise.all([
      ...drafts.map(complete => submit(complete.owner, complete.id)),
      submit(empty.owner, draft.id),
      ...drafts.map(complete => submit(complete.owner, complete.id)),
    ])
    const numbers = answers.filter(answer => answer.status === 200).map(answer => answer.body.number)
    expect(numbers.toSorted()).toEqual(['HS-0001', 'HS-0002', 'HS-0003', 'HS-0004'])
  })

  it('goes by the server’s clock', async () => {
    const { id, ctx } = await completeDraft(house, call.fairId)
    const after = { ...ctx, now: () => new Date(Date.now() + 11 * 86_400_000).toISOString() }
    await expect(submitApplication(after, id)).rejects.toMatchObject({ code: 'recruitment.closed' })
  })

  it('is for the establishment alone', async () => {
    const { id } = await completeDraft(house, call.fairId)
    const other = await establishment(house)
    const answers = [
      await submit(house.visitor, id),
      await submit(other.owner, id),
      await submit(call.officer, id),
    ]
    expect(codes(answers)).toEqual([
      [401, 'identity.not-signed-in'],
      [404, 'platform.not-found'],
      [403, 'identity.not-allowed'],
    ])
  })

  it('moves the invitation along', async () => {
    const { id: establishmentId, owner } = await establishment(house)
    await inviteEstablishments(await call.officer.ctx(), call.fairId, { establishmentIds: [establishmentId] })
    const { id } = await startApplication(await owner.ctx(), call.slug, establishmentId)
    await house.app.db
      .updateTable('applicationForm')
      .set({ definition: { sections: [], papers: [], minProducts: 0 } })
      .where('fairId', '=', call.fairId)
      .execute()
    await house.app.db.updateTable('application').set({ answers: {} }).where('id', '=', id).execute()
    await submitApplication(await owner.ctx(), id)
    const row = await house.app.db
      .selectFrom('fairInvitation')
      .select('state')
      .where('establishmentId', '=', establishmentId)
      .executeTakeFirst()
    expect(row).toEqual({ state: 'submitted' })
  })
})
