import { assignBooth } from '@hoicho/server/booths/assign-booth.ts'
import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { parseVietQr } from '@hoicho/shared/contracts/vietqr.ts'
import type { FairInput } from '@hoicho/shared/fairs/schema.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'
import { hallWithBooths } from '../../support/plans.ts'
import { textOfPdf } from '../../support/read-pdf.ts'

let house: House
let organizerId: string
let manager: TestPerson
let officer: TestPerson
let finance: TestPerson
let otherManager: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer({ bankBin: '970436', bankAccount: '0011001234567', bankHolder: 'TTKC' })
  manager = await house.staff(organizerId, 'manager')
  officer = await house.staff(organizerId, 'officer')
  finance = await house.staff(organizerId, 'finance')
  otherManager = await house.staff(await house.organizer(), 'manager')
})
afterAll(() => house.close())

const terms = {
  scheme: 'join-home-fair',
  vatPercent: 0,
  extras: [],
  overrides: [],
  payUntilOn: null,
  representativeName: '',
  representativePosition: '',
  authorisation: '',
  note: '',
}

/** A selected application of a fair of its own that holds `count` booths of 10 million đồng. */
async function placed(count = 1, fair: Partial<FairInput> = {}) {
  const ctx = systemContext(house.app)
  const { id: fairId } = await createFair(ctx, organizerId, fairInput({ ruleSetOn: '2019-05-01', ...fair }))
  const { booths } = await hallWithBooths(house, fairId, Math.max(1, count))
  const { id: establishmentId, owner, name } = await establishment(house, 'Cơ sở gốm Đất Việt "Ưng Ý" & Ằẵỷ')
  await house.app.db
    .updateTable('establishment')
    .set({
      representativeName: 'Nguyễn Thị Hường',
      representativePosition: 'Chủ cơ sở',
      registeredAddress: 'Xã Bát Tràng',
    })
    .where('id', '=', establishmentId)
    .execute()
  const { id: applicationId, number } = await application(house, fairId, establishmentId, 'selected')
  for (const booth of booths.slice(0, count)) await assignBooth(ctx, fairId, booth.id, applicationId)
  return { fairId, booths, establishmentId, owner, name, applicationId, number: number ?? '' }
}
type Placed = Awaited<ReturnType<typeof placed>>

const issue = (
  person: Pick<TestPerson, 'send'>,
  { applicationId }: Pick<Placed, 'applicationId'>,
  changes = {},
) => person.send('POST', `/api/applications/${applicationId}/contracts`, { ...terms, ...changes })

async function issued(count = 1, changes = {}) {
  const place = await placed(count)
  const { body: contract } = await issue(officer, place, changes)
  return { ...place, contract, path: `/api/contracts/${contract.id}` }
}
type Issued = Awaited<ReturnType<typeof issued>>

const signature = ({ contract }: Pick<Issued, 'contract'>) => ({
  sha256: contract.sha256,
  signerName: 'Nguyễn Thị Hường',
  signerPosition: 'Chủ cơ sở',
  isConfirmed: true,
})

const auditOf = (entityId: string) =>
  house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'fairId', 'organizerId', 'establishmentId', 'entity'])
    .where('entityId', '=', entityId)
    .orderBy('id')
    .execute()

const mailsOf = (fairId: string) =>
  house.app.db
    .selectFrom('mail')
    .select(['template', 'toAddress', 'subject', 'bodyText', 'attachments'])
    .where('fairId', '=', fairId)
    .orderBy('id')
    .execute()

async function pdf(person: TestPerson, fileId: string): Promise<Uint8Array> {
  const { response } = await person.send('GET', `/api/files/${fileId}`)
  return new Uint8Array(await response.arrayBuffer())
}

describe('issue', () => {
  it('freezes number, parties, lines and paper, confirms the booths, tells the owner', async () => {
    const place = await placed(2)
    const { status, body } = await issue(officer, place)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'issued',
      number: expect.stringMatching(/^\d{2}\/HĐ-TTKC$/),
      boothNumbers: ['A01', 'A02'],
      totalMinor: 20_000_000,
      supportMinor: 16_000_000,
      ownMinor: 4_000_000,
      balanceMinor: 4_000_000,
    })
    const { applicationId, fairId, establishmentId, owner } = place
    expect(await auditOf(body.id)).toEqual([
      {
        action: 'contracts.issue',
        actorId: officer.id,
        fairId,
        organizerId,
        establishmentId,
        entity: 'contract',
      },
    ])
    const mails = await mailsOf(fairId)
    expect(mails.map(mail => [mail.template, mail.toAddress])).toEqual([['contract-issued', owner.email]])
    expect(mails[0]?.bodyText).toContain(`/e/contracts/${body.id}`)
    const states = await house.app.db
      .selectFrom('boothAssignment')
      .select('state')
      .where('applicationId', '=', applicationId)
      .execute()
    expect(states.map(row => row.state)).toEqual(['confirmed', 'confirmed'])
  })

  it('prints what the law asks for, letter for letter', async () => {
    const place = await issued(2, { note: 'Bàn giao ngày 14/12 – “đúng giờ” #1' })
    const bytes = await pdf(officer, place.contract.fileId)
    const text = await textOfPdf(bytes)
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      `Số: ${place.contract.number}`,
      place.name.toLocaleUpperCase('vi'),
      'Nguyễn Thị Hường',
      'Số lượng: 2 gian hàng',
      'A01',
      'Tổng giá trị hợp đồng: 20.000.000 đồng (bằng chữ: Hai mươi triệu đồng).',
      'Kinh phí khuyến công hỗ trợ: 16.000.000 đồng (bằng chữ: Mười sáu triệu đồng).',
      'Bên B nộp: 4.000.000 đồng (bằng chữ: Bốn triệu đồng).',
      'Thỏa thuận khác: Bàn giao ngày 14/12 – “đúng giờ” #1',
      `Hồ sơ đăng ký tham gia số ${place.number}`,
    ]) {
      expect(text).toContain(words)
    }
    const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
    expect(Buffer.from(hash).toString('hex')).toBe(place.contract.sha256)
  })

  it('shows beforehand what it will say, and writes nothing', async () => {
    const place = await placed(1)
    const path = `/api/applications/${place.applicationId}/contract-draft`
    const usual = await officer.send('GET', path)
    expect(usual.body.proposal).toMatchObject({ scheme: 'organise-home-fair', vatPercent: 10 })
    expect(usual.body).toMatchObject({ totalMinor: 11_000_000, supportMinor: 11_000_000, ownMinor: 0 })
    const changed = await officer.send('POST', path, {
      ...terms,
      overrides: [{ lineKey: 'booth:A01', percent: 30, reason: 'Ngân sách tỉnh' }],
      extras: [{ costItem: 'design', description: 'Trang trí', amountMinor: 1_000_000 }],
    })
    expect(changed.body).toMatchObject({ supportMinor: 3_000_000, ownMinor: 8_000_000 })
    const stray = await officer.send('POST', path, {
      ...terms,
      overrides: [{ lineKey: 'booth:Z9', percent: 30, reason: 'x' }],
    })
    expect([stray.status, stray.body.errors[0].pointer]).toEqual([422, '/overrides/0/lineKey'])
    const list = await officer.send('GET', `/api/fairs/${place.fairId}/contracts`)
    expect(list.body.items).toEqual([])
    expect(list.body.ready).toMatchObject([{ applicationId: place.applicationId, boothNumbers: ['A01'] }])
  })

  it('needs a selected application, a booth and someone who signs', async () => {
    const without = await placed(0)
    const unselected = await placed(1)
    const set = (state: 'withdrawn') =>
      house.app.db
        .updateTable('application')
        .set({ state })
        .where('id', '=', unselected.applicationId)
        .execute()
    await set('withdrawn')
    const nobody = await placed(1)
    await house.app.db
      .updateTable('establishment')
      .set({ representativeName: null })
      .where('id', '=', nobody.establishmentId)
      .execute()
    const answers = await Promise.all([without, unselected, nobody].map(place => issue(officer, place)))
    expect(answers.map(answer => [answer.status, answer.body.code])).toEqual([
      [409, 'contracts.no-booth'],
      [409, 'contracts.not-selected'],
      [409, 'contracts.representative-missing'],
    ])
    const named = await issue(officer, nobody, { representativeName: 'Lê Văn Đức' })
    expect(named.body.parties.establishment.representativeName).toBe('Lê Văn Đức')
  })

  it('is once for two who try at once', async () => {
    const place = await placed(1)
    const answers = await Promise.all([issue(officer, place), issue(finance, place)])
    expect(answers.map(answer => answer.body.code ?? 'won').sort()).toEqual([
      'contracts.already-issued',
      'won',
    ])
  })

  it('holds the booths: no release, no further booth, no edit', async () => {
    const place = await issued(1)
    const [booth] = place.booths
    const base = `/api/fairs/${place.fairId}/plan/booths/${booth?.id}`
    const answers = await Promise.all([
      officer.send('POST', `${base}/release`, { reason: 'x' }),
      officer.send('DELETE', base),
    ])
    expect(answers.map(answer => answer.body.code)).toEqual(['booths.in-contract', 'booths.still-assigned'])
  })

  it('knows who may', async () => {
    const place = await placed(1)
    const reviewer = await house.staff(organizerId, 'reviewer')
    const people = [house.visitor, otherManager, reviewer, place.owner]
    const answers = await Promise.all(people.map(person => issue(person, place)))
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403, 403])
  })
})

describe('sign', () => {
  const forEstablishment = (person: Pick<TestPerson, 'send'>, held: Issued, changes = {}) =>
    person.send('POST', `${held.path}/sign-for-establishment`, { ...signature(held), ...changes })
  const forOrganizer = (person: Pick<TestPerson, 'send'>, held: Issued, changes = {}) =>
    person.send('POST', `${held.path}/sign-for-organizer`, {
      ...signature(held),
      signerName: 'Trần Thị Bình',
      signerPosition: 'Giám đốc',
      ...changes,
    })

  it('first the establishment, then the centre; the signed paper goes to both', async () => {
    const held = await issued(1)
    const early = await forOrganizer(manager, held)
    expect([early.status, early.body.code]).toEqual([409, 'platform.wrong-state'])
    expect((await forEstablishment(held.owner, held)).body.state).toBe('signed-by-establishment')
    const { status, body } = await forOrganizer(manager, held)
    expect([status, body.state]).toEqual([200, 'signed'])
    expect(body.signatures.map((one: { side: string }) => one.side)).toEqual(['establishment', 'organizer'])
    const text = await textOfPdf(await pdf(held.owner, body.signedFileId))
    for (const words of ['TRANG CHỮ KÝ', 'Nguyễn Thị Hường', 'Trần Thị Bình', held.contract.sha256]) {
      expect(text).toContain(words)
    }
    const mails = await mailsOf(held.fairId)
    expect(mails.map(mail => [mail.template, mail.toAddress])).toEqual([
      ['contract-issued', held.owner.email],
      ['contract-to-countersign', 'vanthu@example.vn'],
      ['contract-signed', held.owner.email],
      ['contract-signed-desk', 'vanthu@example.vn'],
    ])
    expect(mails[2]?.attachments).toMatchObject([{ fileId: body.signedFileId }])
    expect((await auditOf(held.contract.id)).map(entry => [entry.action, entry.actorId])).toEqual([
      ['contracts.issue', officer.id],
      ['contracts.sign-for-establishment', held.owner.id],
      ['contracts.sign-for-organizer', manager.id],
    ])
  })

  it('stands under the text the signer saw, and needs a yes', async () => {
    const held = await issued(1)
    const other = await forEstablishment(held.owner, held, { sha256: 'a'.repeat(64) })
    expect([other.status, other.body.code]).toEqual([409, 'contracts.text-changed'])
    const unsure = await forEstablishment(held.owner, held, { isConfirmed: false })
    expect(unsure.status).toBe(422)
  })

  it('counts once when two sign at once', async () => {
    const held = await issued(1)
    const own = await Promise.all([1, 2].map(() => forEstablishment(held.owner, held)))
    expect(own.map(answer => answer.status).sort()).toEqual([200, 409])
    const centre = await Promise.all([1, 2].map(() => forOrganizer(manager, held)))
    expect(centre.map(answer => answer.status).sort()).toEqual([200, 409])
    const signatures = await house.app.db
      .selectFrom('contractSignature')
      .select('side')
      .where('contractId', '=', held.contract.id)
      .execute()
    expect(signatures).toHaveLength(2)
  })

  it('is for the owner and the manager only', async () => {
    const held = await issued(1)
    const stranger = (await establishment(house)).owner
    const own = await Promise.all(
      [house.visitor, stranger, manager].map(person => forEstablishment(person, held)),
    )
    expect(own.map(answer => answer.status)).toEqual([401, 404, 403])
    await forEstablishment(held.owner, held)
    const centre = await Promise.all(
      [house.visitor, otherManager, officer, held.owner].map(person => forOrganizer(person, held)),
    )
    expect(centre.map(answer => answer.status)).toEqual([401, 404, 403, 403])
  })
})

describe('cancel', () => {
  it('frees the booths for another contract; the number is not used again', async () => {
    const held = await issued(1)
    const { status, body } = await manager.send('POST', `${held.path}/cancel`, { reason: 'Sai tên đơn vị' })
    expect([status, body.state, body.cancelReason]).toEqual([200, 'cancelled', 'Sai tên đơn vị'])
    expect((await mailsOf(held.fairId)).at(-1)?.bodyText).toContain('Lý do: Sai tên đơn vị')
    const again = await issue(officer, held)
    expect(again.status).toBe(201)
    expect(again.body.number).not.toBe(held.contract.number)
    const twice = await manager.send('POST', `${held.path}/cancel`, { reason: 'x' })
    expect(twice.body.code).toBe('platform.wrong-state')
  })

  it('is for the manager, with a reason', async () => {
    const held = await issued(1)
    const people = [house.visitor, otherManager, finance]
    const answers = await Promise.all(
      people.map(one => one.send('POST', `${held.path}/cancel`, { reason: 'x' })),
    )
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403])
    const silent = await manager.send('POST', `${held.path}/cancel`, { reason: '' })
    expect(silent.status).toBe(422)
  })
})

describe('payments', () => {
  const payment = { amountMinor: 500_000, paidOn: '2026-11-20', reference: 'FT123', note: '' }

  it('are recorded and made void, and the balance follows', async () => {
    const held = await issued(1)
    const paid = await finance.send('POST', `${held.path}/payments`, payment)
    expect([paid.status, paid.body.paidMinor, paid.body.balanceMinor]).toEqual([201, 500_000, 1_500_000])
    const [row] = paid.body.payments
    const undone = await finance.send('POST', `${held.path}/payments/${row.id}/void`, { reason: 'Nhầm đơn vị' })
    expect([undone.status, undone.body.paidMinor, undone.body.balanceMinor]).toEqual([200, 0, 2_000_000])
    const twice = await finance.send('POST', `${held.path}/payments/${row.id}/void`, { reason: 'x' })
    expect([twice.status, twice.body.code]).toEqual([409, 'contracts.payment-voided'])
    expect((await auditOf(row.id)).map(entry => [entry.action, entry.entity])).toEqual([
      ['contracts.record-payment', 'payment'],
      ['contracts.record-payment', 'payment'],
    ])
  })

  it('are not taken on a cancelled contract nor where all is supported', async () => {
    const cancelled = await issued(1)
    await manager.send('POST', `${cancelled.path}/cancel`, { reason: 'x' })
    const free = await issued(1, { scheme: 'organise-home-fair' })
    const answers = await Promise.all(
      [cancelled, free].map(held => finance.send('POST', `${held.path}/payments`, payment)),
    )
    expect(answers.map(answer => answer.body.code)).toEqual([
      'platform.wrong-state',
      'contracts.nothing-to-pay',
    ])
  })

  it('are asked for by a QR code with the balance and the number of the contract', async () => {
    const held = await issued(1)
    expect(held.contract.payTo).toMatchObject({ account: '0011001234567', amountMinor: 2_000_000, hasQr: true })
    const { status, headers } = await held.owner.send('GET', `${held.path}/payment-qr`)
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml'])
    const free = await issued(1, { scheme: 'organise-home-fair' })
    expect(free.contract.payTo).toBeNull()
    expect((await free.owner.send('GET', `${free.path}/payment-qr`)).status).toBe(404)
  })

  it('are for finance and the manager, of their own contracts', async () => {
    const held = await issued(1)
    const other = await issued(1)
    const people = [house.visitor, otherManager, officer, held.owner]
    const answers = await Promise.all(people.map(one => one.send('POST', `${held.path}/payments`, payment)))
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403, 403])
    const { body } = await finance.send('POST', `${other.path}/payments`, payment)
    const stray = await finance.send('POST', `${held.path}/payments/${body.payments[0].id}/void`, {
      reason: 'x',
    })
    expect(stray.status).toBe(404)
  })
})

describe('reading', () => {
  it('is for both sides and nobody else', async () => {
    const held = await issued(1)
    const stranger = (await establishment(house)).owner
    const people = [house.visitor, stranger, otherManager, officer, held.owner]
    const views = await Promise.all(people.map(person => person.send('GET', held.path)))
    expect(views.map(answer => answer.status)).toEqual([401, 404, 404, 200, 200])
    const files = await Promise.all(
      people.map(person => person.send('GET', `/api/files/${held.contract.fileId}`)),
    )
    expect(files.map(answer => answer.status)).toEqual([404, 404, 404, 200, 200])
    const own = await held.owner.send('GET', `/api/establishments/${held.establishmentId}/contracts`)
    expect(own.body.items.map((one: { id: string }) => one.id)).toEqual([held.contract.id])
    const lists = await Promise.all(
      people.map(person => person.send('GET', `/api/fairs/${held.fairId}/contracts`)),
    )
    expect(lists.map(answer => answer.status)).toEqual([401, 404, 404, 200, 404])
  })
})

it('the code in the QR is one every bank reads', async () => {
  const held = await issued(1)
  const { payTo } = held.contract
  const { buildVietQr, transferTo } = await import('@hoicho/shared/contracts/vietqr.ts')
  const code = buildVietQr({
    ...transferTo('970436', payTo.account),
    amountVnd: payTo.amountMinor,
    purpose: payTo.reference,
  })
  expect(parseVietQr(code)).toMatchObject({ ok: true, payment: { purpose: payTo.reference } })
})
