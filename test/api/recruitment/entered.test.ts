import { linkHashes } from '@hoicho/server/recruitment/invitation-link.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishment } from '../../support/applications.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { ANSWERS, auditOf, completeDraft, mailsTo, openCall, PAPERS, paper, product } from './call.ts'

type Sender = Pick<TestPerson, 'send'>

let house: House
let anybody: Sender
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
  anybody = house.visitor
  call = await openCall(house)
})
afterAll(() => house.close())

const enter = (by: Sender, establishmentId: string, enteredFrom = 'paper', fairId = call.fairId) =>
  by.send('POST', `/api/fairs/${fairId}/entered-applications`, { establishmentId, enteredFrom })

/** A whole draft an officer wrote for an establishment with an owner, a product and an address. */
async function entered() {
  const { id: establishmentId, owner } = await establishment(house)
  const made = await product(await owner.ctx(), establishmentId)
  const { body: view } = await enter(call.officer, establishmentId)
  const draft = { version: view.version, answers: ANSWERS, productIds: [made.id] }
  await call.officer.send('PUT', `/api/applications/${view.id}/draft`, draft)
  for (const paperCode of PAPERS) {
    const fileId = await paper(call.officer)
    await call.officer.send('POST', `/api/applications/${view.id}/papers`, { paperCode, fileId })
  }
  return { id: String(view.id), establishmentId, owner }
}

async function handedIn() {
  const draft = await entered()
  const answer = await call.officer.send('POST', `/api/applications/${draft.id}/submit`)
  expect([answer.status, answer.body.confirmation]).toEqual([200, 'awaiting'])
  return draft
}

/** What the mail's link carries. */
async function linkMailedTo(address: string): Promise<string> {
  const mail = (await mailsTo(house, address)).findLast(one => one.template === 'application-confirmation')
  return /\/x\/([\w-]{20,})/.exec(mail?.bodyText ?? '')?.[1] ?? ''
}

const codeFor = async (id: string): Promise<string> =>
  (await call.officer.send('POST', `/api/applications/${id}/confirmation/requests`, { by: 'code' })).body.code
const confirmBy = (held: string, by = anybody) =>
  by.send('POST', `/api/public/confirmations/${held}/confirm`, { name: 'Trần Thị Hạnh' })
const accept = (id: string) => call.officer.send('POST', `/api/applications/${id}/accept-dossier`)

describe('POST /fairs/{fairId}/entered-applications', () => {
  it('starts an application that says who entered it, and lets the desk write in it', async () => {
    const { id, establishmentId } = await entered()
    const view = (await call.officer.send('GET', `/api/applications/${id}`)).body
    expect(view).toMatchObject({
      state: 'draft',
      channel: 'officer',
      confirmation: 'not-needed',
      isHidden: false,
      answers: { goods: ANSWERS.goods },
    })
    expect((await auditOf(house, id))[0]).toEqual({
      action: 'recruitment.enter-application',
      actorId: call.officer.id,
      organizerId: call.organizerId,
      fairId: call.fairId,
      establishmentId,
      before: null,
      after: { state: 'draft', channel: 'officer', enteredFrom: 'paper', invitationId: null },
    })
    expect((await enter(call.officer, establishmentId)).body.code).toBe('recruitment.already-applied')
  })

  it('is for the desk of the fair, and an establishment of the directory', async () => {
    const { id, owner } = await establishment(house)
    const stranger = await house.staff(await house.organizer(), 'officer')
    const finance = await house.staff(call.organizerId, 'finance')
    expect((await enter(stranger, id)).status).toBe(404)
    expect((await enter(finance, id)).status).toBe(403)
    expect((await enter(owner, id)).status).toBe(404)
    expect((await enter(call.officer, '01930000-0000-7000-8000-000000000000')).status).toBe(404)
  })

  it('leaves what an establishment writes itself to the establishment', async () => {
    const { id } = await completeDraft(house, call.fairId)
    const draft = { version: 2, answers: {}, productIds: [] }
    expect((await call.officer.send('PUT', `/api/applications/${id}/draft`, draft)).status).toBe(403)
    expect((await call.officer.send('POST', `/api/applications/${id}/submit`)).status).toBe(403)
    const stranger = await house.staff(await house.organizer(), 'officer')
    const mine = await entered()
    expect((await stranger.send('PUT', `/api/applications/${mine.id}/draft`, draft)).status).toBe(404)
  })

  it('begins with nothing that was handed in to another organizer', async () => {
    const other = await openCall(house)
    const before = await completeDraft(house, other.fairId)
    await before.owner.send('POST', `/api/applications/${before.id}/submit`)
    const { body } = await enter(call.officer, before.establishmentId)
    expect(body.answers.goods).toBeUndefined()
  })

  it('makes one application of two officers who enter it at once', async () => {
    const { id } = await establishment(house)
    const both = await Promise.all([enter(call.officer, id), enter(call.officer, id, 'phone')])
    expect(both.map(one => one.status).toSorted()).toEqual([201, 409])
  })
})

describe('POST /public/confirmations/{token}/confirm', () => {
  it('confirms by the link that was mailed, and only then can the dossier be accepted', async () => {
    const { id, owner } = await handedIn()
    expect((await accept(id)).body.code).toBe('recruitment.not-confirmed')
    const held = await linkMailedTo(owner.email)
    const opened = await anybody.send('POST', `/api/public/confirmations/${held}/open`)
    expect(opened.body).toMatchObject({ isOpen: true, answers: { goods: ANSWERS.goods } })
    expect(opened.body.papers).toHaveLength(PAPERS.length)
    expect((await confirmBy(held)).body).toMatchObject({ state: 'confirmed', isOpen: false })
    expect((await auditOf(house, id)).at(-1)).toMatchObject({
      action: 'recruitment.confirm-by-link',
      actorId: null,
      organizerId: call.organizerId,
      before: { confirmation: 'awaiting' },
      after: { confirmation: 'confirmed', round: 1, method: 'link', confirmedName: 'Trần Thị Hạnh' },
    })
    expect((await mailsTo(house, owner.email)).at(-1)?.template).toBe('application-receipt')
    expect((await confirmBy(held)).body.code).toBe('platform.wrong-state')
    expect((await accept(id)).status).toBe(200)
  })

  it('confirms by the code read out, whatever its case and blanks', async () => {
    const { id } = await handedIn()
    const code = await codeFor(id)
    expect(code).toMatch(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/)
    expect((await confirmBy(code.toLowerCase().replace('-', '%20'))).status).toBe(200)
    const view = await call.officer.send('GET', `/api/applications/${id}/confirmation`)
    expect(view.body).toMatchObject({
      state: 'confirmed',
      method: 'code',
      confirmedName: 'Trần Thị Hạnh',
    })
  })

  it('is not for people of that organizer, nor with a code of something else', async () => {
    const { id } = await handedIn()
    const code = await codeFor(id)
    expect((await confirmBy(code, call.officer)).body.code).toBe('recruitment.confirm-not-by-desk')
    expect((await confirmBy('AAAAA-BBBBB')).body.code).toBe('recruitment.link-unknown')
    expect((await confirmBy(linkHashes(house.app, id).tokenHash)).body.code).toBe('recruitment.link-unknown')
  })

  it('lets one of two confirmations at once win', async () => {
    const { id } = await handedIn()
    const code = await codeFor(id)
    const both = await Promise.all([confirmBy(code), confirmBy(code)])
    expect(both.map(one => one.status).toSorted()).toEqual([200, 409])
  })

  it('asks again after a correction the desk handed in, and the old link is dead', async () => {
    const { id, owner } = await handedIn()
    const held = await linkMailedTo(owner.email)
    await confirmBy(held)
    const request = { note: 'Ghi rõ số lượng', fields: [], dueOn: null }
    await call.officer.send('POST', `/api/applications/${id}/corrections`, request)
    const again = await call.officer.send('POST', `/api/applications/${id}/submit`)
    expect(again.body.confirmation).toBe('awaiting')
    expect((await confirmBy(held)).body.code).toBe('recruitment.link-unknown')
    expect((await confirmBy(await linkMailedTo(owner.email))).status).toBe(200)
  })

  it('needs no confirmation when the establishment hands the entered draft in itself', async () => {
    const { id, owner } = await entered()
    const answer = await owner.send('POST', `/api/applications/${id}/submit`)
    expect(answer.body).toMatchObject({ channel: 'officer', confirmation: 'not-needed' })
    expect((await accept(id)).status).toBe(200)
  })
})

describe('POST /applications/{applicationId}/confirmation', () => {
  it('confirms signed in as the establishment, and as nobody else', async () => {
    const { id, owner } = await handedIn()
    const confirm = (by: Sender) => by.send('POST', `/api/applications/${id}/confirmation`)
    const { owner: stranger } = await establishment(house)
    expect((await confirm(call.officer)).status).toBe(403)
    expect((await confirm(stranger)).status).toBe(404)
    expect((await confirm(owner)).body.confirmation).toBe('confirmed')
    expect((await confirm(owner)).body.code).toBe('platform.wrong-state')
  })
})

describe('POST /applications/{applicationId}/confirmation/paper', () => {
  const byPaper = (by: Sender, id: string, fileId: string, reason = 'Không có thư điện tử, điện thoại') =>
    by.send('POST', `/api/applications/${id}/confirmation/paper`, { fileId, reason })

  it('takes the signed form with a reason', async () => {
    const { id, owner } = await handedIn()
    const fileId = await paper(call.officer, 'phieu-da-ky.pdf')
    expect((await byPaper(call.officer, id, fileId, ' ')).body.errors).toMatchObject([{ pointer: '/reason' }])
    expect((await byPaper(call.officer, id, await paper(owner))).status).toBe(404)
    expect((await byPaper(call.officer, id, fileId)).body.confirmation).toBe('confirmed')
    expect((await auditOf(house, id)).at(-1)).toMatchObject({
      actorId: call.officer.id,
      after: { method: 'signed-paper', fileId, reason: 'Không có thư điện tử, điện thoại' },
    })
    expect((await byPaper(call.officer, id, fileId)).body.code).toBe('platform.wrong-state')
  })

  it('is for the desk', async () => {
    const { id, owner } = await handedIn()
    const fileId = await paper(owner)
    expect((await byPaper(owner, id, fileId)).status).toBe(403)
  })
})

describe('POST /applications/{applicationId}/confirmation/requests', () => {
  it('mails the same link again, and logs who took the code', async () => {
    const { id, owner } = await handedIn()
    const held = await linkMailedTo(owner.email)
    const ask = (by: Sender, how: string) =>
      by.send('POST', `/api/applications/${id}/confirmation/requests`, { by: how })
    expect((await ask(call.officer, 'mail')).body).toEqual({ code: null })
    expect(await linkMailedTo(owner.email)).toBe(held)
    const mails = await mailsTo(house, owner.email)
    expect(mails.filter(mail => mail.template === 'application-confirmation')).toHaveLength(2)
    expect(mails.every(mail => mail.isSecret)).toBe(true)
    await ask(call.officer, 'code')
    expect((await auditOf(house, id)).at(-1)).toMatchObject({
      action: 'recruitment.ask-confirmation',
      after: { round: 1, by: 'code' },
    })
    expect((await ask(owner, 'code')).status).toBe(403)
    await confirmBy(held)
    expect((await ask(call.officer, 'code')).body.code).toBe('platform.wrong-state')
  })
})

describe('POST /applications/{applicationId}/withdraw by the desk', () => {
  it('takes back what it entered until the establishment has confirmed it', async () => {
    const withdraw = (id: string) =>
      call.officer.send('POST', `/api/applications/${id}/withdraw`, { reason: 'Nhập nhầm cơ sở' })
    const [wrong, right] = [await handedIn(), await handedIn()]
    expect((await withdraw(wrong.id)).body.state).toBe('withdrawn')
    await confirmBy(await codeFor(right.id))
    expect((await withdraw(right.id)).body.code).toBe('platform.wrong-state')
  })
})
