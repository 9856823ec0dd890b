import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fairInput, type House, openHouse, PASSWORD } from '../../support/house.ts'
import { type ServerProcess, startProcess } from '../../support/process.ts'

let house: House
let server: ServerProcess

beforeAll(async () => {
  house = await openHouse()
  server = await startProcess(house, { LOG_LEVEL: 'info' })
})
afterAll(async () => {
  await server.stop()
  await house.close()
})

async function send(method: string, path: string, body?: unknown, cookie = '') {
  return await fetch(server.origin + path, {
    method,
    headers: {
      'x-requested-with': 'hoicho',
      cookie,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

it('tells of every request without naming anybody', async () => {
  const mark = randomBytes(5).toString('hex')
  const email = `${mark}@bimat.example.vn`
  const name = `Nguyễn Bí ${mark}`
  const phone = '+84912345678'
  const made = await send('POST', '/api/accounts', { email, name, password: PASSWORD, locale: 'vi' })
  expect(made.status).toBe(201)
  const cookie = made.headers
    .getSetCookie()
    .map(value => value.split(';')[0])
    .join('; ')

  // What goes well, what is refused at a field, what is refused altogether, what is not there.
  const organizerId = await house.organizer()
  const manager = await house.staff(organizerId, 'manager')
  const token = randomBytes(24).toString('base64url')
  const statuses = [
    await send('GET', '/api/session', undefined, cookie),
    await send('POST', '/api/session/sign-in', { email, password: 'Mat khau sai roi 9' }),
    await send('POST', '/api/session/link', { email }),
    await send('POST', '/api/session/link/verify', { token }),
    await send('GET', `/api/public/invitations/${token}`),
    await send('GET', `/api/no-such-thing/${token}?email=${email}&phone=${encodeURIComponent(phone)}`),
    await send('PUT', '/api/account', { name, locale: 'xx' }, cookie),
    await send('POST', '/api/establishments', { name, phone, email }, cookie),
    await send(
      'POST',
      `/api/organizers/${organizerId}/staff-invitations`,
      { email, role: 'officer', locale: 'vi' },
      manager.cookie,
    ),
    await send('POST', `/api/organizers/${organizerId}/fairs`, fairInput({ nameVi: name }), manager.cookie),
    await send('GET', '/api/fairs/%00', undefined, cookie),
  ].map(answer => answer.status)
  expect(statuses.filter(status => status >= 500)).toEqual([])

  const output = server.output()
  expect(output.split('\n').filter(line => line.includes('"msg":"request"')).length).toBeGreaterThan(10)
  const session = /=([^;]{20,})/.exec(cookie)?.[1] ?? 'no session'
  const mails = await house.app.db.selectFrom('mail').select('bodyText').execute()
  const mailed = mails.flatMap(mail => /(?:token=|\/i\/)([\w-]+)/.exec(mail.bodyText)?.[1] ?? [])
  const secrets = [mark, email, name, phone, '912345678', token, session, PASSWORD, ...mailed]
  for (const secret of secrets) expect(output).not.toContain(secret)
  expect(output).not.toMatch(/@example\.vn|Nguyễn|Trần/)
})
