import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { registerVisitor } from '@hoicho/server/badges/register-visitor.ts'
import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { moveFair } from '@hoicho/server/fairs/move-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { VisitorRegistration } from '@hoicho/shared/badges/schema.ts'
import { NOTICE_VERSION } from '@hoicho/shared/badges/vocabulary.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let officer: TestPerson
let fairId: string
let slug: string

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
afterAll(() => house.close())

beforeEach(async () => {
  const system = systemContext(house.app)
  const fair = await createFair(system, organizerId, fairInput())
  await house.app.db.updateTable('fair').set({ state: 'published' }).where('id', '=', fair.id).execute()
  fairId = fair.id
  slug = fair.slug
})

const guest = (changes: object = {}) => ({
  kind: 'guest',
  holderName: 'Nguyễn Thị Hường',
  company: 'Sở Công Thương',
  position: '',
  email: null,
  locale: 'vi',
  ...changes,
})
const issue = (input: object = guest(), person: Pick<TestPerson, 'send'> = officer) =>
  person.send('POST', `/api/fairs/${fairId}/badges`, input)
const auditOf = (entityId: string) =>
  house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'entity', 'before', 'after'])
    .where('entityId', '=', entityId)
    .orderBy('id')
    .execute()
const mails = () =>
  house.app.db
    .selectFrom('mail')
    .select(['template', 'toAddress', 'locale', 'bodyText', 'attachments'])
    .where('fairId', '=', fairId)
    .orderBy('id')
    .execute()

describe('visitor registration', () => {
  const visitor = (changes: object = {}) => ({
    name: 'Anna Müller',
    email: 'Anna@Example.de',
    phone: '',
    company: 'Müller GmbH',
    country: 'DE',
    interests: ['handicraft'],
    locale: 'de',
    noticeVersion: NOTICE_VERSION,
    hasConsented: true,
    wantsNews: false,
    ...changes,
  })
  const register = (input: object = visitor()) =>
    house.visitor.send('POST', `/api/public/fairs/${slug}/visitors`, input)

  it('makes a visitor, a badge and a mail in their language with the code and a calendar', async () => {
    const { status, body } = await register()
    expect([status, body]).toEqual([200, { emailedTo: 'anna@example.de' }])
    const badges = await house.app.db.selectFrom('badge').selectAll().where('fairId', '=', fairId).execute()
    expect(badges).toMatchObject([{ kind: 'visitor', holderName: 'Anna Müller', serial: 1, state: 'active' }])
    const [mail] = await mails()
    expect(mail).toMatchObject({ template: 'badge', toAddress: 'anna@example.de', locale: 'de' })
    expect(mail?.bodyText).toContain(`http://localhost:3000/b/${badges[0]?.code}`)
    expect(mail?.attachments).toMatchObject([
      { name: expect.stringMatching(/\.png$/) },
      { name: `${slug}.ics` },
    ])
    expect(await auditOf(badges[0]?.visitorId ?? '')).toEqual([
      {
        action: 'badges.register-visitor',
        entity: 'visitor',
        before: null,
        after: { serial: 1, noticeVersion: NOTICE_VERSION, wantsNews: false },
      },
    ])
  })

  it('answers a known address the same and makes no second badge, nor a flood of mails', async () => {
    const [first, second] = await Promise.all([register(), register(visitor({ name: 'Andere' }))])
    expect(second.body).toEqual(first.body)
    expect((await register()).body).toEqual(first.body)
    const badges = await house.app.db.selectFrom('badge').select('id').where('fairId', '=', fairId).execute()
    expect(badges).toHaveLength(1)
    expect(await mails()).toHaveLength(1)
  })

  it('mails the badge again after ten minutes', async () => {
    await register()
    const later = () => new Date(Date.now() + 11 * 60_000).toISOString()
    await registerVisitor(systemContext(house.app, later), slug, VisitorRegistration.parse(visitor()))
    const [first, second] = await mails()
    expect(second?.bodyText).toBe(first?.bodyText)
  })

  it('asks for consent at its field', async () => {
    const { status, body } = await register(visitor({ hasConsented: false }))
    expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([422, '/hasConsented', 'consent'])
  })

  it('is closed once the fair is, and a draft fair is not there', async () => {
    await moveFair(systemContext(house.app), fairId, 'close')
    expect((await register()).body.code).toBe('badges.registration-closed')
    const draft = await createFair(systemContext(house.app), organizerId, fairInput())
    slug = draft.slug
    expect((await register()).status).toBe(404)
  })
})

describe('badges of the desk', () => {
  it('issues with serials that count up, a true code and an entry without the name', async () => {
    const first = await issue(guest({ email: 'huong@example.vn' }))
    const second = await issue()
    expect([first.status, second.status]).toEqual([201, 201])
    expect([first.body.number, second.body.number]).toEqual([
      expect.stringMatching(/^1-[A-Z2-7]{5}$/),
      expect.stringMatching(/^2-[A-Z2-7]{5}$/),
    ])
    expect(await auditOf(first.body.id)).toEqual([
      {
        action: 'badges.issue',
        entity: 'badge',
        before: null,
        after: { kind: 'guest', serial: 1, state: 'active' },
      },
    ])
    expect((await mails()).map(mail => mail.toAddress)).toEqual(['huong@example.vn'])
    const listed = await officer.send('GET', `/api/fairs/${fairId}/badges`)
    expect(listed.body.items.map((badge: { number: string }) => badge.number)).toEqual([
      second.body.number,
      first.body.number,
    ])
  })

  it('keeps the private key sealed', async () => {
    await issue()
    const key = await house.app.db
      .selectFrom('fairKey')
      .selectAll()
      .where('fairId', '=', fairId)
      .executeTakeFirstOrThrow()
    expect(Buffer.from(key.privateKeySealed, 'base64url').toString('latin1')).not.toContain('\x30\x2e\x02')
    expect(Buffer.from(key.publicKey, 'base64url')).toHaveLength(32)
  })

  it('shows a badge to whoever has its code, and nothing for a code changed by a letter', async () => {
    const { body } = await issue()
    const shown = await house.visitor.send('GET', `/api/public/badges/${body.code}`)
    expect(shown.body).toMatchObject({ holderName: 'Nguyễn Thị Hường', state: 'active', fair: { slug } })
    expect(shown.body.qr).toHaveLength(37)
    const wrong = body.code.slice(0, 50) + (body.code[50] === 'A' ? 'B' : 'A') + body.code.slice(51)
    expect((await house.visitor.send('GET', `/api/public/badges/${wrong}`)).status).toBe(404)
    const calendar = await house.visitor.send('GET', `/api/public/badges/${body.code}/fair.ics`)
    expect(await calendar.response.text()).toContain('BEGIN:VEVENT')
  })

  it('revokes once, with the reason told', async () => {
    const { body } = await issue(guest({ email: 'huong@example.vn' }))
    const revoke = () =>
      officer.send('POST', `/api/fairs/${fairId}/badges/${body.id}/revoke`, { reason: 'Mất thẻ' })
    const [one, two] = await Promise.all([revoke(), revoke()])
    expect([one.status, two.status].sort()).toEqual([200, 409])
    expect((await mails()).map(mail => mail.template)).toEqual(['badge', 'badge-revoked'])
    expect((await auditOf(body.id)).map(entry => entry.after)).toEqual([
      { kind: 'guest', serial: 1, state: 'active' },
      { kind: 'guest', serial: 1, state: 'revoked', reason: 'Mất thẻ' },
    ])
    const mail = await officer.send('POST', `/api/fairs/${fairId}/badges/${body.id}/mail`)
    expect(mail.body.code).toBe('platform.wrong-state')
  })

  it('replaces with a new code and knows the old one as replaced', async () => {
    const { body } = await issue()
    const { status, body: fresh } = await officer.send(
      'POST',
      `/api/fairs/${fairId}/badges/${body.id}/replace`,
    )
    expect(status).toBe(201)
    expect(fresh).toMatchObject({ holderName: body.holderName, state: 'active' })
    expect(fresh.code).not.toBe(body.code)
    const old = await house.visitor.send('GET', `/api/public/badges/${body.code}`)
    expect(old.body.state).toBe('replaced')
    const again = await officer.send('POST', `/api/fairs/${fairId}/badges/${body.id}/replace`)
    expect(again.body.code).toBe('platform.wrong-state')
  })

  it('mails only where there is an address', async () => {
    const { body } = await issue()
    const { body: refusal } = await officer.send('POST', `/api/fairs/${fairId}/badges/${body.id}/mail`)
    expect(refusal.code).toBe('badges.no-address')
  })

  it('knows who may not, and hides another organizer’s', async () => {
    const other = await house.staff(await house.organizer(), 'manager')
    const reviewer = await house.staff(organizerId, 'reviewer')
    const answers = await Promise.all([house.visitor, other, reviewer].map(person => issue(guest(), person)))
    expect(answers.map(answer => answer.body.code)).toEqual([
      'identity.not-signed-in',
      'platform.not-found',
      'identity.not-allowed',
    ])
    const elsewhere = await createFair(systemContext(house.app), organizerId, fairInput())
    const { body } = await issue()
    const crossed = await officer.send('POST', `/api/fairs/${elsewhere.id}/badges/${body.id}/revoke`, {
      reason: 'x',
    })
    expect(crossed.status).toBe(404)
  })
})

describe('print', () => {
  const print = (body: object) => officer.send('POST', `/api/fairs/${fairId}/badges/print`, body)

  it('says so when there is nothing to print', async () => {
    expect((await print({ ids: null, layout: 'sheet' })).body.code).toBe('badges.nothing-to-print')
  })

  it('prints names letter for letter and codes that can be read', async () => {
    const names = [
      'Nguyễn Thị Hường',
      'Công Tằng Tôn Nữ Thị Quỳnh Phương Khánh Nguyên',
      'Ẩn Ỷ Ợ Ặng Ễ Đường Nguyễn Hoàng Thượng Quyền Uyển Nhi Trương Vũ Ngọc Bảo Châu',
      'Jörg Größmann',
      'Lò Thị Ọ',
    ]
    const badges = []
    for (const holderName of names) badges.push((await issue(guest({ holderName }))).body)
    const folder = mkdtempSync(join(tmpdir(), 'badges-'))
    try {
      for (const layout of ['single', 'sheet']) {
        const { status, response } = await print({ ids: null, layout })
        expect(status).toBe(200)
        const pdf = join(folder, `${layout}.pdf`)
        writeFileSync(pdf, new Uint8Array(await response.arrayBuffer()))
        const text = execFileSync('pdftotext', ['-raw', pdf, '-']).toString().normalize('NFC')
        const words = text.replaceAll(/\s+/g, ' ')
        for (const name of names) expect(words).toContain(name)
        execFileSync('pdftoppm', ['-r', '150', '-png', pdf, join(folder, layout)])
        const pages = readdirSync(folder).filter(file => file.startsWith(`${layout}-`))
        expect(pages).toHaveLength(layout === 'single' ? 5 : 2)
        const read = execFileSync('zbarimg', ['-q', '--raw', ...pages.map(page => join(folder, page))], {
          stdio: ['ignore', 'pipe', 'ignore'],
        })
        const codes = read.toString().trim().split('\n')
        expect(codes.toSorted()).toEqual(badges.map(badge => badge.code).toSorted())
      }
    } finally {
      rmSync(folder, { recursive: true })
    }
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/badges`)
    expect(body.items.every((badge: { printedAt: string | null }) => badge.printedAt !== null)).toBe(true)
  })
})

describe('badges of an exhibitor', () => {
  const own = (person: Pick<TestPerson, 'send'>, applicationId: string, holderName = 'Lê Văn Tám') =>
    person.send('POST', `/api/applications/${applicationId}/badges`, {
      holderName,
      position: 'Nhân viên',
      email: null,
    })

  it('issues within the allotment, which a revoked badge gives back', async () => {
    const { id, name, owner } = await establishment(house)
    const { id: applicationId } = await application(house, fairId, id, 'selected')
    const badges = await Promise.all([1, 2, 3, 4].map(() => own(owner, applicationId)))
    expect(badges.map(badge => badge.status).sort()).toEqual([201, 201, 201, 409])
    const refused = badges.find(badge => badge.status === 409)
    expect([refused?.body.code, refused?.body.params]).toEqual(['badges.allotment-used', { allotment: 3 }])
    const view = await owner.send('GET', `/api/applications/${applicationId}/badges`)
    expect(view.body).toMatchObject({ allotment: 3, used: 3, canIssue: false })
    expect(view.body.items[0]).toMatchObject({ kind: 'exhibitor', company: name })
    const gone = await owner.send(
      'POST',
      `/api/applications/${applicationId}/badges/${view.body.items[0].id}/revoke`,
      { reason: 'Đổi người' },
    )
    expect(gone.body.state).toBe('revoked')
    expect((await own(owner, applicationId)).status).toBe(201)
    const printed = await owner.send('POST', `/api/applications/${applicationId}/badges/print`, {
      layout: 'sheet',
    })
    expect(printed.headers.get('content-type')).toBe('application/pdf')
  })

  it('waits for the selection and hides from others', async () => {
    const one = await establishment(house)
    const other = await establishment(house)
    const mine = await application(house, fairId, one.id, 'complete')
    expect((await own(one.owner, mine.id)).body.code).toBe('badges.not-selected')
    expect((await own(other.owner, mine.id)).body.code).toBe('platform.not-found')
    expect((await own(house.visitor, mine.id)).body.code).toBe('identity.not-signed-in')
    const others = await application(house, fairId, other.id, 'selected')
    const badge = (await own(other.owner, others.id)).body
    const crossed = await one.owner.send('POST', `/api/applications/${mine.id}/badges/${badge.id}/revoke`, {
      reason: 'x',
    })
    expect(crossed.status).toBe(404)
  })
})
