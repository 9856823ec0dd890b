import { queueMail } from '@hoicho/server/mail/queue-mail.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let fairId: string
let officer: TestPerson
let stranger: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
  stranger = await house.staff(await house.organizer(), 'manager')
  const fair = await officer.send('POST', `/api/organizers/${organizerId}/fairs`, fairInput())
  fairId = fair.body.id
})
afterAll(() => house.close())

async function queue(isSecret = false, template = 'password-changed') {
  const scope = { organizerId, fairId }
  return await house.app.db.transaction().execute(tx =>
    queueMail(house.app, tx, new Date().toISOString(), {
      template,
      to: { address: 'an@example.vn', name: 'Ân' },
      locale: 'vi',
      params: { name: 'Ân <script>alert(1)</script>', link: 'http://localhost:3000/forgot' },
      isSecret,
      scope,
    }),
  )
}

const settle = (id: string, state: 'sent' | 'refused') =>
  house.app.db
    .updateTable('mail')
    .set({ state, attempts: 3, lastError: state === 'refused' ? '550 No such mailbox' : null })
    .where('id', '=', id)
    .execute()

describe('the outbox for staff', () => {
  it('shows what would be sent, markup made harmless', async () => {
    const id = await queue()
    const list = await officer.send('GET', `/api/fairs/${fairId}/mails`)
    expect(list.body.isDelivering).toBe(false)
    expect(list.body.items.find((mail: { id: string }) => mail.id === id)).toMatchObject({
      toAddress: 'an@example.vn',
      subject: 'Mật khẩu đã được thay đổi',
      state: 'queued',
      attempts: 0,
    })
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/mails/${id}`)
    expect(body.text).toContain('Mật khẩu tài khoản của bạn vừa được thay đổi')
    expect(body.html).toContain('&lt;script&gt;')
    expect(body.html).not.toContain('<script>')
  })

  it('keeps a personal link to its reader', async () => {
    const id = await queue(true)
    const { body } = await officer.send('GET', `/api/organizers/${organizerId}/mails/${id}`)
    expect([body.isSecret, body.text, body.html]).toEqual([true, null, null])
    expect(JSON.stringify(body)).not.toContain('/forgot')
  })

  it('lets staff pass an invitation on by hand while no mail server is set up', async () => {
    const manager = await house.staff(organizerId, 'manager')
    const read = async (who: TestPerson, template: string, isSent = false) => {
      const id = await queue(true, template)
      if (isSent) await settle(id, 'sent')
      return (await who.send('GET', `/api/fairs/${fairId}/mails/${id}`)).body.text !== null
    }
    expect(await read(officer, 'fair-invitation')).toBe(true)
    expect(await read(officer, 'fair-invitation', true)).toBe(false)
    expect(await read(manager, 'invitation')).toBe(true)
    expect(await read(officer, 'invitation')).toBe(false)
    expect(await read(manager, 'reset-password')).toBe(false)
  })

  it('puts a mail into the queue again, and logs who did', async () => {
    const id = await queue()
    await settle(id, 'refused')
    const { status, body } = await officer.send('POST', `/api/fairs/${fairId}/mails/${id}/resend`)
    expect([status, body.state, body.attempts, body.lastError]).toEqual([200, 'queued', 0, null])
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId', 'fairId', 'before', 'after'])
      .where('entityId', '=', id)
      .execute()
    expect(audit).toEqual([
      {
        action: 'mail.resend',
        actorId: officer.id,
        fairId,
        before: { state: 'refused', attempts: 3 },
        after: { state: 'queued' },
      },
    ])
  })

  it('cannot send again what was wiped', async () => {
    const id = await queue(true)
    await house.app.db
      .updateTable('mail')
      .set({ state: 'sent', bodyText: '', bodyHtml: '' })
      .where('id', '=', id)
      .execute()
    const { status, body } = await officer.send('POST', `/api/fairs/${fairId}/mails/${id}/resend`)
    expect([status, body.code]).toEqual([409, 'mail.text-gone'])
  })

  it('is closed to reviewers, and not there for other organizers', async () => {
    const id = await queue()
    const reviewer = await house.staff(organizerId, 'reviewer')
    const paths = [`/api/fairs/${fairId}/mails`, `/api/fairs/${fairId}/mails/${id}`]
    for (const path of paths) {
      const answers = await Promise.all(
        [house.visitor, reviewer, stranger].map(person => person.send('GET', path)),
      )
      expect(answers.map(answer => answer.status)).toEqual([401, 403, 404])
    }
    const otherFair = await stranger.send('POST', `/api/fairs/${fairId}/mails/${id}/resend`)
    expect(otherFair.status).toBe(404)
  })

  it('does not show a mail of another fair under this one', async () => {
    const id = await queue()
    const fair = await officer.send('POST', `/api/organizers/${organizerId}/fairs`, fairInput())
    const { status } = await officer.send('GET', `/api/fairs/${fair.body.id}/mails/${id}`)
    expect(status).toBe(404)
  })
})
