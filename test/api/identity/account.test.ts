import { makeAdministrator } from '@hoicho/server/identity/make-administrator.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { browser } from '../../support/browser-jar.ts'
import { type House, openHouse, PASSWORD } from '../../support/house.ts'

let house: House

beforeAll(async () => {
  house = await openHouse({ trustProxy: true })
})
afterAll(() => house.close())

let last = 0
const fresh = () => browser(house, `198.51.100.${++last}`)
const enter = (from: ReturnType<typeof fresh>, email: string, password = PASSWORD) =>
  from.send('POST', '/api/session/sign-in', { email, password })
const signUp = (from: ReturnType<typeof fresh>, email: string, password = PASSWORD) =>
  from.send('POST', '/api/accounts', { name: 'Lê Thị Gốm', email, password, locale: 'vi' })

describe('an account', () => {
  it('is made, signed in, and proven by mail', async () => {
    const home = fresh()
    const made = await signUp(home, 'Gom@Example.vn')
    expect(made.status).toBe(201)
    const before = await home.send('GET', '/api/account')
    expect(before.body).toMatchObject({ email: 'gom@example.vn', emailVerified: false, hasPassword: true })
    const mail = await house.app.db
      .selectFrom('mail')
      .select(['template', 'isSecret', 'bodyText'])
      .where('toAddress', '=', 'gom@example.vn')
      .executeTakeFirstOrThrow()
    expect([mail.template, mail.isSecret]).toEqual(['verify-email', true])
    const token = decodeURIComponent(/token=(\S+)/.exec(mail.bodyText)?.[1] ?? '')
    const proven = await fresh().send('POST', '/api/accounts/verify-email', { token })
    expect(proven.status).toBe(204)
    expect((await home.send('GET', '/api/account')).body.emailVerified).toBe(true)
    const wrong = await fresh().send('POST', '/api/accounts/verify-email', { token: `${token}x` })
    expect([wrong.status, wrong.body.code]).toEqual([410, 'identity.link-expired'])
  })

  it('is refused for an address in use and for a weak password, at the field', async () => {
    await signUp(fresh(), 'hai@example.vn')
    const taken = await signUp(fresh(), 'hai@example.vn')
    expect([taken.status, taken.body.code]).toEqual([409, 'identity.email-taken'])
    const weak = await signUp(fresh(), 'ba@example.vn', 'matkhau123')
    expect(weak.status).toBe(422)
    expect(weak.body.errors).toEqual([
      {
        pointer: '/password',
        code: 'password-common',
        message: 'Mật khẩu này quá phổ biến, dễ bị đoán. Xin chọn mật khẩu khác.',
      },
    ])
    const short = await signUp(fresh(), 'ba@example.vn', 'ngắn')
    expect(short.body.errors[0].code).toBe('too-short')
  })

  it('changes its password: other sessions end, this one goes on, the person is told', async () => {
    const { email, id } = await house.signUp()
    const [home, phone] = [fresh(), fresh()]
    await enter(home, email)
    await enter(phone, email)
    const wrong = await home.send('POST', '/api/account/password', {
      current: 'không phải',
      password: 'Men lam xưa cũ',
    })
    expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([422, '/current'])
    const done = await home.send('POST', '/api/account/password', {
      current: PASSWORD,
      password: 'Men lam xưa cũ',
    })
    expect(done.status).toBe(204)
    expect((await home.send('GET', '/api/account')).status).toBe(200)
    expect((await phone.send('GET', '/api/account')).status).toBe(401)
    expect((await enter(fresh(), email)).status).toBe(401)
    expect((await enter(fresh(), email, 'Men lam xưa cũ')).status).toBe(200)
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId', 'after'])
      .where('entityId', '=', id)
      .execute()
    expect(audit).toEqual([{ action: 'identity.account', actorId: id, after: { event: 'password-changed' } }])
    const mails = await house.app.db
      .selectFrom('mail')
      .select('template')
      .where('toAddress', '=', email)
      .execute()
    expect(mails).toEqual([{ template: 'password-changed' }])
  })

  it('sets a new password with a mailed link, once', async () => {
    const { email } = await house.signUp()
    expect((await fresh().send('POST', '/api/password/forgot', { email })).status).toBe(204)
    const token = await house.tokenMailedTo(email)
    const weak = await fresh().send('POST', '/api/password/reset', { token, password: '1234567890' })
    expect(weak.body.errors[0].code).toBe('password-common')
    const input = { token, password: 'Men lam xưa cũ' }
    expect((await fresh().send('POST', '/api/password/reset', input)).status).toBe(204)
    const again = await fresh().send('POST', '/api/password/reset', input)
    expect([again.status, again.body.code]).toEqual([410, 'identity.link-expired'])
    expect((await enter(fresh(), email, 'Men lam xưa cũ')).status).toBe(200)
  })

  it('lists its sessions without tokens and ends any of them, not those of others', async () => {
    const { email } = await house.signUp()
    const [home, phone, other] = [fresh(), fresh(), fresh()]
    await enter(home, email)
    await phone.send(
      'POST',
      '/api/session/sign-in',
      { email, password: PASSWORD },
      { 'user-agent': 'Firefox Android' },
    )
    await enter(other, (await house.signUp()).email)
    const { body } = await home.send('GET', '/api/account/sessions')
    expect(body.items.filter((row: { isThisOne: boolean }) => row.isThisOne)).toHaveLength(1)
    expect(Object.keys(body.items[0]).toSorted()).toEqual([
      'id',
      'isThisOne',
      'lastSeenAt',
      'signedInAt',
      'userAgent',
    ])
    const onPhone = body.items.find((row: { userAgent: string }) => row.userAgent === 'Firefox Android')
    expect((await other.send('DELETE', `/api/account/sessions/${onPhone.id}`)).status).toBe(404)
    expect((await home.send('DELETE', `/api/account/sessions/${onPhone.id}`)).status).toBe(204)
    expect((await phone.send('GET', '/api/account')).status).toBe(401)
    await home.send('DELETE', '/api/account/sessions')
    const left = await home.send('GET', '/api/account/sessions')
    expect(left.body.items).toHaveLength(1)
  })

  it('changes name and language', async () => {
    const person = await house.signUp()
    const { body } = await person.send('PUT', '/api/account', { name: 'Trần Bình', locale: 'de' })
    expect(body).toMatchObject({ name: 'Trần Bình', locale: 'de' })
  })
})

describe('the first administrator', () => {
  it('is made with a link to set the password, or with one', async () => {
    const ctx = systemContext(house.app)
    const { isNew, link } = await makeAdministrator(ctx, { email: 'admin@example.vn', name: 'Quản trị' })
    const token = new URL(link ?? '').searchParams.get('token')
    expect(isNew).toBe(true)
    const input = { token, password: 'Men lam xưa cũ' }
    expect((await fresh().send('POST', '/api/password/reset', input)).status).toBe(204)
    const home = fresh()
    await enter(home, 'admin@example.vn', 'Men lam xưa cũ')
    expect((await home.send('GET', '/api/session')).body.person.isPlatformAdmin).toBe(true)
    const given = await makeAdministrator(ctx, {
      email: 'admin@example.vn',
      name: 'Quản trị',
      password: 'Chum vò Phù Lãng',
    })
    expect(given).toEqual({ isNew: false, link: null })
    expect((await enter(fresh(), 'admin@example.vn', 'Chum vò Phù Lãng')).status).toBe(200)
  })
})
