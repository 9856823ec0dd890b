import { deliverDue, messageId, openTransport } from '@hoicho/server/mail/deliver.ts'
import { queueMail } from '@hoicho/server/mail/queue-mail.ts'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { type SmtpHouse, startSmtp } from '../../support/smtp.ts'

let house: House
const servers: SmtpHouse[] = []
const transports: { close(): void }[] = []

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  await house.app.db.deleteFrom('mail').execute()
})
afterEach(async () => {
  for (const transport of transports.splice(0)) transport.close()
  for (const server of servers.splice(0)) await server.stop()
})

async function smtp(...args: Parameters<typeof startSmtp>) {
  const server = await startSmtp(...args)
  servers.push(server)
  return server
}

function transportTo(url: string) {
  const transport = openTransport(url)
  if (!transport) throw new Error('no transport')
  transports.push(transport)
  return transport
}

/** A clock that only moves when told. */
function clock() {
  let ms = Date.now()
  const now = () => new Date(ms).toISOString()
  return { now, pass: (seconds: number) => (ms += seconds * 1000) }
}

async function queue(at: string, to = 'an@example.vn', isSecret = false) {
  return await house.app.db.transaction().execute(tx =>
    queueMail(house.app, tx, at, {
      template: 'verify-email',
      to: { address: to, name: 'Nguyễn Văn Ân' },
      locale: 'vi',
      params: { name: 'Ân', link: 'http://localhost:3000/verify?token=abc' },
      isSecret,
    }),
  )
}

const row = async (id: string) =>
  await house.app.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

describe('a mail of the outbox', () => {
  it('is delivered once, in Vietnamese letters, with a Message-ID of its own', async () => {
    const server = await smtp()
    const transport = transportTo(server.url)
    const { now } = clock()
    const id = await queue(now())
    await deliverDue(house.app, transport, now)
    await deliverDue(house.app, transport, now)
    expect(server.letters).toHaveLength(1)
    const [letter] = server.letters
    expect(letter?.to).toEqual(['an@example.vn'])
    expect(letter?.messageId).toBe(messageId(id, house.app.config.mailFrom))
    expect(letter?.messageId).toBe(`<${id}@hoicho.test>`)
    expect(letter?.raw).toContain('Content-Language: vi')
    const subject = /^Subject: (.*(?:\r\n .*)*)/m.exec(letter?.raw ?? '')?.[1] ?? ''
    expect(decodeWords(subject)).toBe('Xác nhận địa chỉ thư điện tử')
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 1, lastError: null, lockedUntil: null })
  })

  it('waits while the server is down, longer each time, and goes out when it is back', async () => {
    const down = await startSmtp()
    const port = Number(new URL(down.url).port)
    await down.stop()
    const transport = transportTo(down.url)
    const { now, pass } = clock()
    const id = await queue(now())
    const waits: number[] = []
    for (let attempt = 0; attempt < 3; attempt++) {
      await deliverDue(house.app, transport, now)
      const after = await row(id)
      expect(after).toMatchObject({ state: 'queued', attempts: attempt + 1 })
      expect(after.lastError).toMatch(/ECONNREFUSED/)
      waits.push((Date.parse(after.nextAttemptAt) - Date.parse(now())) / 1000)
      expect(await deliverDue(house.app, transport, now)).toBe(0)
      pass((waits.at(-1) ?? 0) + 1)
    }
    expect(waits).toEqual([30, 60, 120])
    const back = await smtp({}, () => {}, port)
    await deliverDue(house.app, transport, now)
    expect(back.letters.map(letter => letter.messageId)).toEqual([`<${id}@hoicho.test>`])
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 4, lastError: null })
  })

  it('is refused for good when the server does not take the recipient', async () => {
    const server = await smtp({
      onRcptTo(address, _session, done) {
        const refused = Object.assign(new Error('No such mailbox'), { responseCode: 550 })
        done(address.address.startsWith('khong') ? refused : null)
      },
    })
    const { now, pass } = clock()
    const transport = transportTo(server.url)
    const bad = await queue(now(), 'khong-co@example.vn')
    const good = await queue(now(), 'co@example.vn')
    await deliverDue(house.app, transport, now)
    pass(100_000)
    await deliverDue(house.app, transport, now)
    expect(await row(bad)).toMatchObject({ state: 'refused', attempts: 1 })
    expect((await row(bad)).lastError).toMatch(/550 No such mailbox/)
    expect((await row(good)).state).toBe('sent')
  })

  it('is tried again after a temporary no', async () => {
    let isFull = true
    const server = await smtp({
      onRcptTo(_address, _session, done) {
        done(isFull ? Object.assign(new Error('Mailbox full'), { responseCode: 452 }) : null)
      },
    })
    const { now, pass } = clock()
    const transport = transportTo(server.url)
    const id = await queue(now())
    await deliverDue(house.app, transport, now)
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 })
    isFull = false
    pass(31)
    await deliverDue(house.app, transport, now)
    expect((await row(id)).state).toBe('sent')
  })

  it('is not given up because our own sign-in is wrong', async () => {
    const server = await smtp({
      authOptional: false,
      disabledCommands: ['STARTTLS'],
      onAuth(_auth, _session, done) {
        done(Object.assign(new Error('Invalid login'), { responseCode: 535 }))
      },
    })
    const { now } = clock()
    const id = await queue(now())
    const transport = transportTo(server.url.replace('smtp://', 'smtp://user:wrong@'))
    await deliverDue(house.app, transport, now)
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 1 })
  })

  it('carries the same Message-ID when a crash hides that the server took it', async () => {
    const server = await smtp()
    const { now, pass } = clock()
    const transport = transportTo(server.url)
    const id = await queue(now())
    await deliverDue(house.app, transport, now)
    // As a process killed between the server's yes and the mark leaves the row.
    const lockedUntil = new Date(Date.parse(now()) + 120_000).toISOString()
    await house.app.db
      .updateTable('mail')
      .set({ state: 'queued', sentAt: null, lockedUntil })
      .where('id', '=', id)
      .execute()
    expect(await deliverDue(house.app, transport, now)).toBe(0)
    pass(121)
    await deliverDue(house.app, transport, now)
    expect(server.letters.map(letter => letter.messageId)).toEqual([
      `<${id}@hoicho.test>`,
      `<${id}@hoicho.test>`,
    ])
    expect(await row(id)).toMatchObject({ state: 'sent', attempts: 2 })
  })

  it('is sent by one of two workers only', async () => {
    const server = await smtp({}, () => new Promise(resolve => setTimeout(resolve, 20)))
    const { now } = clock()
    const ids = []
    for (let i = 0; i < 30; i++) ids.push(await queue(now(), `nguoi-${i}@example.vn`))
    const workers = [transportTo(server.url), transportTo(server.url)]
    await Promise.all(workers.map(transport => deliverDue(house.app, transport, now)))
    await Promise.all(workers.map(transport => deliverDue(house.app, transport, now)))
    expect(server.letters.map(letter => letter.messageId).toSorted()).toEqual(
      ids.map(id => `<${id}@hoicho.test>`).toSorted(),
    )
  })

  it('is left to the worker that took it while a slow server held up the first one', async () => {
    const { now, pass } = clock()
    const seen: string[] = []
    // The server is so slow with the first letter that the lock of the second runs out meanwhile.
    const server = await smtp({}, async letter => {
      seen.push(letter.to[0] ?? '')
      if (seen.length > 1) return
      pass(121)
      await deliverDue(house.app, other, now)
    })
    const other = transportTo(server.url)
    await queue(now(), 'mot@example.vn')
    await queue(now(), 'hai@example.vn')
    await deliverDue(house.app, transportTo(server.url), now)
    // Both were queued in one instant: either may have been the first.
    const second = ['mot@example.vn', 'hai@example.vn'].find(to => to !== seen[0])
    expect(seen.filter(to => to === second)).toHaveLength(1)
  })

  it('with a personal link is wiped once sent', async () => {
    const server = await smtp()
    const { now } = clock()
    const id = await queue(now(), 'an@example.vn', true)
    expect((await row(id)).bodyText).toContain('token=abc')
    await deliverDue(house.app, transportTo(server.url), now)
    expect(server.letters[0]?.raw).toContain('token=3Dabc')
    expect(await row(id)).toMatchObject({ state: 'sent', bodyText: '', bodyHtml: '' })
  })

  it('to many tells the mail program where one asks for no more, and forgets that link once sent', async () => {
    const server = await smtp()
    const { now } = clock()
    const unsubscribeUrl = 'https://hoicho.example/i/abc?stop=1'
    const id = await queue(now(), 'an@example.vn', true)
    await house.app.db.updateTable('mail').set({ unsubscribeUrl }).where('id', '=', id).execute()
    await queue(now(), 'binh@example.vn')
    await deliverDue(house.app, transportTo(server.url), now)
    const raw = (to: string) => server.letters.find(letter => letter.to[0] === to)?.raw
    expect(raw('an@example.vn')).toContain(`List-Unsubscribe: <${unsubscribeUrl}>`)
    expect(raw('binh@example.vn')).not.toContain('List-Unsubscribe')
    const wiped = await house.app.db
      .selectFrom('mail')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(wiped).toMatchObject({ state: 'sent', unsubscribeUrl: null })
  })

  it('stays in the outbox when no server is set', async () => {
    expect(openTransport(undefined)).toBeUndefined()
    const id = await queue(new Date().toISOString())
    expect(await row(id)).toMatchObject({ state: 'queued', attempts: 0 })
  })
})

function decodeWords(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (_sign, hex: string) =>
              String.fromCharCode(Number.parseInt(hex, 16)),
            ),
    )
    .replace(/[\x80-\xff]+/g, bytes => Buffer.from(bytes, 'latin1').toString('utf8'))
}
