import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser } from '../../support/browser-jar.ts'
import { type House, openHouse, PASSWORD } from '../../support/house.ts'
import { totpCode } from '../../support/totp.ts'

let house: House
let lastIp = 0

beforeAll(async () => {
  house = await openHouse({ trustProxy: true })
})
afterAll(() => house.close())

const fresh = () => browser(house, `198.51.100.${++lastIp}`)
type Browser = ReturnType<typeof fresh>
const enter = (from: Browser, email: string, password = PASSWORD) =>
  from.send('POST', '/api/session/sign-in', { email, password })
const who = async (from: Browser) => (await from.send('GET', '/api/session')).body.person?.email ?? null

describe('signing in with a password', () => {
  it('opens a session that only this server can read, and ends it', async () => {
    const { email } = await house.signUp()
    const home = fresh()
    const answer = await enter(home, email.toUpperCase())
    expect([answer.status, answer.body]).toEqual([200, { secondFactor: 'done' }])
    for (const cookie of answer.headers.getSetCookie()) {
      expect(cookie).toMatch(/HttpOnly/)
      expect(cookie).toMatch(/SameSite=Lax/)
      expect(cookie).not.toMatch(/Secure/)
    }
    expect(await who(home)).toBe(email)
    expect((await home.send('DELETE', '/api/session')).status).toBe(204)
    expect(await who(home)).toBe(null)
  })

  it('marks its cookies Secure where the address is https', async () => {
    const secure = await openHouse({ publicUrl: 'https://fair.example.org' })
    const { email } = await secure.signUp()
    const answer = await secure.visitor.send('POST', '/api/session/sign-in', { email, password: PASSWORD })
    const cookies = answer.headers.getSetCookie()
    expect(cookies).toHaveLength(2)
    for (const cookie of cookies) expect(cookie).toMatch(/; Secure/)
    await secure.close()
  })

  it('takes the same password typed as one sign or as two', async () => {
    const email = `nfd-${Date.now()}@example.vn`
    const password = 'Gốm Bát Tràng xưa'
    await fresh().send('POST', '/api/accounts', {
      name: 'Gốm',
      email,
      password: password.normalize('NFD'),
      locale: 'vi',
    })
    expect((await enter(fresh(), email, password.normalize('NFC'))).status).toBe(200)
  })

  it('answers a wrong password and an unknown address alike, in the same time', async () => {
    const { email } = await house.signUp()
    const times: Record<string, number[]> = { known: [], unknown: [] }
    const answers = []
    for (let round = 0; round < 4; round++) {
      for (const [kind, address] of [
        ['known', email],
        ['unknown', `nobody-${round}@example.vn`],
      ] as const) {
        const startedAt = performance.now()
        const { status, body } = await enter(fresh(), address, 'sai mật khẩu rồi')
        times[kind]?.push(performance.now() - startedAt)
        answers.push([status, body.code, body.title])
      }
    }
    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.slice(0, 2)).toEqual([401, 'identity.wrong-credentials'])
    const median = (list: number[] = []) => list.toSorted((a, b) => a - b)[1] ?? 0
    // Both hash a password with Argon2: one without would answer in a tenth of the time.
    expect(median(times.unknown)).toBeGreaterThan(median(times.known) / 4)
  })

  it('slows guessing from one place, with the seconds to wait', async () => {
    const { email } = await house.signUp()
    const attacker = fresh()
    const statuses = []
    for (let i = 0; i < 12; i++) statuses.push((await enter(attacker, email, `wrong ${i}`)).status)
    expect(statuses).toEqual([...Array(10).fill(401), 429, 429])
    const { body, headers } = await enter(attacker, email)
    expect(body.code).toBe('platform.too-many-attempts')
    expect(body.params.seconds).toBeGreaterThan(0)
    expect(Number(headers.get('retry-after'))).toBe(body.params.seconds)
    const rows = await house.app.db.selectFrom('attempt').select('key').execute()
    expect(rows.some(row => row.key.includes('198.51') || row.key.includes('@'))).toBe(false)
  })

  it('lets the owner in after fifty wrong tries from elsewhere: in the known browser, or by link', async () => {
    const { email } = await house.signUp()
    const home = fresh()
    await enter(home, email)
    await home.send('DELETE', '/api/session')
    const tries = []
    for (let i = 0; i < 50; i++) tries.push((await enter(fresh(), email, `guess ${i}`)).status)
    expect(tries.filter(status => status === 401).length).toBeLessThanOrEqual(22)
    expect(tries.at(-1)).toBe(429)

    expect((await enter(fresh(), email)).status).toBe(429)
    expect((await enter(home, email)).status).toBe(200)
    const newPhone = fresh()
    expect((await newPhone.send('POST', '/api/session/link', { email })).status).toBe(204)
    const token = await house.tokenMailedTo(email)
    expect((await newPhone.send('POST', '/api/session/link/verify', { token })).status).toBe(200)
    expect(await who(newPhone)).toBe(email)
  })

  it('does not believe a made-up mark of a known browser', async () => {
    const { email } = await house.signUp()
    const attacker = fresh()
    attacker.jar.set('hoicho.browser', `${'a'.repeat(43)}.${'b'.repeat(43)}`)
    const statuses = []
    for (let i = 0; i < 11; i++) statuses.push((await enter(attacker, email, `wrong ${i}`)).status)
    expect(statuses.at(-1)).toBe(429)
  })
})

describe('the one-time link', () => {
  it('answers alike for an address nobody has, and writes no mail', async () => {
    const { email } = await house.signUp()
    const known = await fresh().send('POST', '/api/session/link', { email })
    const unknown = await fresh().send('POST', '/api/session/link', { email: 'khong-ai@example.vn' })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    const mails = await house.app.db
      .selectFrom('mail')
      .select('id')
      .where('toAddress', '=', 'khong-ai@example.vn')
      .execute()
    expect(mails).toEqual([])
  })

  it('works once', async () => {
    const { email } = await house.signUp()
    await fresh().send('POST', '/api/session/link', { email })
    const token = await house.tokenMailedTo(email)
    const answers = await Promise.all(
      [fresh(), fresh()].map(from => from.send('POST', '/api/session/link/verify', { token })),
    )
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 410])
    const again = await fresh().send('POST', '/api/session/link/verify', { token })
    expect([again.status, again.body.code]).toEqual([410, 'identity.link-expired'])
  })

  it('is written at most once a minute, so a mailbox cannot be flooded', async () => {
    const { email } = await house.signUp()
    for (let i = 0; i < 4; i++) await fresh().send('POST', '/api/session/link', { email })
    const mails = await house.app.db
      .selectFrom('mail')
      .select('id')
      .where('toAddress', '=', email)
      .where('template', '=', 'sign-in-link')
      .execute()
    expect(mails).toHaveLength(1)
  })
})

describe('the second factor', () => {
  async function withSecondFactor() {
    const person = await house.signUp()
    const home = fresh()
    await enter(home, person.email)
    const setup = await home.send('POST', '/api/account/second-factor/begin', { password: PASSWORD })
    const code = totpCode(setup.body.uri)
    const confirmed = await home.send('POST', '/api/account/second-factor/confirm', { code })
    expect([setup.status, confirmed.status]).toEqual([200, 204])
    return { person, home, setup: setup.body }
  }

  it('is asked for after the password, and takes a code of the authenticator', async () => {
    const { person, setup } = await withSecondFactor()
    expect(setup.backupCodes).toHaveLength(10)
    expect(setup.qrSvg).toMatch(/^<svg/)
    const phone = fresh()
    const first = await enter(phone, person.email)
    expect(first.body).toEqual({ secondFactor: 'needed' })
    expect(await who(phone)).toBe(null)
    const wrong = await phone.send('POST', '/api/session/second-factor', { code: '000000' })
    expect([wrong.status, wrong.body.code]).toEqual([401, 'identity.wrong-code'])
    const right = await phone.send('POST', '/api/session/second-factor', { code: totpCode(setup.uri) })
    expect([right.status, right.body]).toEqual([200, { secondFactor: 'done' }])
    expect(await who(phone)).toBe(person.email)
  })

  it('takes each backup code once', async () => {
    const { person, setup } = await withSecondFactor()
    const [code] = setup.backupCodes
    const phone = fresh()
    await enter(phone, person.email)
    expect((await phone.send('POST', '/api/session/second-factor', { code })).status).toBe(200)
    const other = fresh()
    await enter(other, person.email)
    expect((await other.send('POST', '/api/session/second-factor', { code })).status).toBe(401)
  })

  it('limits guessing codes, without locking out the browser the person uses', async () => {
    const { person, home, setup } = await withSecondFactor()
    await home.send('DELETE', '/api/session')
    const statuses: number[] = []
    for (let i = 0; i < 4; i++) {
      const attacker = fresh()
      await enter(attacker, person.email)
      for (let guess = 0; guess < 4; guess++) {
        const code = String(guess).padStart(6, '1')
        statuses.push((await attacker.send('POST', '/api/session/second-factor', { code })).status)
      }
    }
    expect(statuses.filter(status => status === 401)).toHaveLength(10)
    expect(statuses.at(-1)).toBe(429)
    await enter(home, person.email)
    const answer = await home.send('POST', '/api/session/second-factor', { code: totpCode(setup.uri) })
    expect(answer.status).toBe(200)
  })

  it('cannot be gone round by a link mailed before it was switched on', async () => {
    const person = await house.signUp()
    await fresh().send('POST', '/api/session/link', { email: person.email })
    const token = await house.tokenMailedTo(person.email)
    await house.app.db
      .updateTable('person')
      .set({ twoFactorEnabled: true, emailVerified: true })
      .where('id', '=', person.id)
      .execute()
    const answer = await fresh().send('POST', '/api/session/link/verify', { token })
    expect([answer.status, answer.body.code]).toEqual([403, 'identity.link-barred'])
    expect(answer.headers.getSetCookie()).toEqual([])
  })

  it('wants a password begun with, and a sign-in before its code', async () => {
    const none = await fresh().send('POST', '/api/session/second-factor', { code: '123456' })
    expect([none.status, none.body.code]).toEqual([401, 'identity.challenge-expired'])
  })

  it('stays on where an organizer asks for it', async () => {
    const { person, home } = await withSecondFactor()
    const organizerId = await house.organizer({ requiresSecondFactor: true, shortName: 'TTKC Thử' })
    await house.app.db
      .insertInto('organizerMember')
      .values({
        id: crypto.randomUUID(),
        organizerId,
        personId: person.id,
        role: 'officer',
        createdAt: new Date().toISOString(),
      })
      .execute()
    const refused = await home.send('POST', '/api/account/second-factor/disable', { password: PASSWORD })
    expect([refused.status, refused.body.code]).toEqual([409, 'identity.second-factor-required'])
    expect(refused.body.title).toContain('TTKC Thử')
    await house.app.db
      .updateTable('organizerMember')
      .set({ endedAt: new Date().toISOString() })
      .where('personId', '=', person.id)
      .execute()
    const wrong = await home.send('POST', '/api/account/second-factor/disable', { password: 'không phải' })
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/password'])
    const done = await home.send('POST', '/api/account/second-factor/disable', { password: PASSWORD })
    expect(done.status).toBe(204)
    expect((await enter(fresh(), person.email)).body).toEqual({ secondFactor: 'done' })
  })
})
