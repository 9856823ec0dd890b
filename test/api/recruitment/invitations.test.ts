import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishment } from '../../support/applications.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { auditOf, mailsTo, openCall } from './call.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

const invite = (person: Pick<TestPerson, 'send'>, establishmentIds: string[], fairId = call.fairId) =>
  person.send('POST', `/api/fairs/${fairId}/invitations`, { establishmentIds })

/** An establishment nobody acts for, with an address of its own. */
async function unmanned(email: string | null = `lienhe-${Math.random().toString(36).slice(2)}@example.vn`) {
  const { id, name } = await establishment(house)
  await house.app.db.deleteFrom('establishmentMember').where('establishmentId', '=', id).execute()
  await house.app.db.updateTable('establishment').set({ email }).where('id', '=', id).execute()
  return { id, name, email: email ?? '' }
}

async function invited() {
  const place = await unmanned()
  const answer = await invite(call.officer, [place.id])
  expect(answer.body).toEqual({ items: [{ establishmentId: place.id, outcome: 'invited' }] })
  return { ...place, token: await house.tokenMailedTo(place.email) }
}

const invitation = (establishmentId: string) =>
  house.app.db
    .selectFrom('fairInvitation')
    .selectAll()
    .where('establishmentId', '=', establishmentId)
    .executeTakeFirstOrThrow()

describe('POST /fairs/{fairId}/invitations', () => {
  it('sends each establishment a letter with a link of its own, once', async () => {
    const [place, mute] = [await unmanned(), await unmanned(null)]
    const first = await invite(call.officer, [place.id, mute.id])
    expect(first.body.items).toEqual([
      { establishmentId: place.id, outcome: 'invited' },
      { establishmentId: mute.id, outcome: 'no-e-mail' },
    ])
    const again = await invite(call.officer, [place.id])
    expect(again.body.items).toEqual([{ establishmentId: place.id, outcome: 'already-invited' }])
    const row = await invitation(place.id)
    const mails = await mailsTo(house, place.email)
    expect(mails).toMatchObject([
      {
        template: 'fair-invitation',
        locale: 'vi',
        isSecret: true,
        fairId: call.fairId,
        organizerId: call.organizerId,
        establishmentId: place.id,
      },
    ])
    expect(mails[0]?.bodyText).toContain(place.name)
    expect(mails[0]?.bodyText).not.toContain(row.tokenHash)
    expect(await auditOf(house, row.id)).toEqual([
      {
        action: 'recruitment.invite',
        actorId: call.officer.id,
        organizerId: call.organizerId,
        fairId: call.fairId,
        establishmentId: place.id,
        before: null,
        after: { state: 'sent' },
      },
    ])
  })

  it('writes in the language of the person who acts for the establishment', async () => {
    const { id, owner } = await establishment(house)
    await house.app.db.updateTable('person').set({ locale: 'de' }).where('id', '=', owner.id).execute()
    await invite(call.officer, [id])
    expect(await mailsTo(house, owner.email)).toMatchObject([
      { locale: 'de', subject: 'Einladung als Aussteller: Messe der ländlichen Industrie' },
    ])
  })

  it('lets two officers at once send one letter', async () => {
    const place = await unmanned()
    const answers = await Promise.all([invite(call.officer, [place.id]), invite(call.officer, [place.id])])
    expect(answers.map(answer => answer.body.items[0].outcome).toSorted()).toEqual([
      'already-invited',
      'invited',
    ])
    expect(await mailsTo(house, place.email)).toHaveLength(1)
  })

  it('knows who may not, and when', async () => {
    const place = await unmanned()
    const stranger = await house.staff(await house.organizer(), 'manager')
    const finance = await house.staff(call.organizerId, 'finance')
    const over = await openCall(house, {
      registrationOpensAt: new Date(Date.now() - 9e7).toISOString(),
      registrationClosesAt: new Date(Date.now() - 1e6).toISOString(),
    })
    const answers = [
      await invite(house.visitor, [place.id]),
      await invite(stranger, [place.id]),
      await invite(finance, [place.id]),
      await invite(call.officer, [call.fairId]),
      await invite(over.officer, [place.id], over.fairId),
    ]
    expect(answers.map(answer => [answer.status, answer.body.code])).toEqual([
      [401, 'identity.not-signed-in'],
      [404, 'platform.not-found'],
      [403, 'identity.not-allowed'],
      [404, 'platform.not-found'],
      [409, 'recruitment.closed'],
    ])
    expect(await mailsTo(house, place.email)).toEqual([])
  })

  it('shows the letter first', async () => {
    const place = await unmanned()
    const path = `/api/fairs/${call.fairId}/invitation-letter?establishmentId=${place.id}`
    const { body } = await call.officer.send('GET', path)
    expect(body.subject).toBe('Thư mời tham gia Hội chợ hàng công nghiệp nông thôn')
    expect(body.text).toContain(`Kính gửi ${place.name},`)
    expect(body.text).toContain('http://localhost:3000/i/…')
  })
})

describe('a personal link', () => {
  const open = (token: string, person: Pick<TestPerson, 'send'> = house.visitor) =>
    person.send('POST', `/api/public/invitations/${token}/open`)
  const accept = (token: string, person: TestPerson) =>
    person.send('POST', `/api/invitations/${token}/accept`)
  const decline = (token: string, reason: string | null) =>
    house.visitor.send('POST', `/api/public/invitations/${token}/decline`, { reason })

  it('shows the fair and the name, marks the visit, and gives away nothing else', async () => {
    const { id, name, token, email } = await invited()
    const { status, body } = await open(token)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      establishmentName: name,
      state: 'visited',
      registration: 'open',
      hasPeople: false,
      own: null,
      fair: { slug: call.slug, organizerNameVi: 'Trung tâm Khuyến công thử nghiệm' },
    })
    expect(JSON.stringify(body)).not.toContain(email)
    expect(JSON.stringify(body)).not.toContain(id)
    await open(token)
    const row = await invitation(id)
    expect(row.visitedAt).not.toBeNull()
    expect((await auditOf(house, row.id)).map(entry => entry.action)).toEqual([
      'recruitment.invite',
      'recruitment.open-invitation',
    ])
  })

  it('is not found when wrong or taken back', async () => {
    const { id, token } = await invited()
    await house.app.db
      .updateTable('fairInvitation')
      .set({ state: 'revoked' })
      .where('establishmentId', '=', id)
      .execute()
    const answers = await Promise.all([open('x'.repeat(43)), open(token), decline(token, null)])
    expect(answers.map(answer => [answer.status, answer.body.code])).toEqual(
      ['open', 'open', 'decline'].map(() => [404, 'recruitment.link-unknown']),
    )
  })

  it('declines with a reason, once', async () => {
    const { id, token } = await invited()
    expect((await decline(token, ' Trùng   lịch ')).status).toBe(204)
    const row = await invitation(id)
    expect([row.state, row.declineReason]).toEqual(['declined', 'Trùng lịch'])
    expect((await auditOf(house, row.id)).at(-1)).toMatchObject({
      action: 'recruitment.decline-invitation',
      actorId: null,
      organizerId: call.organizerId,
      after: { state: 'declined', reason: 'Trùng lịch' },
    })
    expect((await decline(token, null)).body.code).toBe('platform.wrong-state')
  })

  it('makes whoever brings it the owner of an establishment without people', async () => {
    const { id, token } = await invited()
    const [first, second] = [await house.signUp(), await house.signUp()]
    const answers = await Promise.all([accept(token, first), accept(token, second)])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409])
    expect(answers.find(answer => answer.status === 409)?.body.code).toBe('recruitment.ask-the-owner')
    const members = await house.app.db
      .selectFrom('establishmentMember')
      .select(['id', 'personId', 'role'])
      .where('establishmentId', '=', id)
      .execute()
    const winner = answers[0]?.status === 200 ? first : second
    expect(members).toMatchObject([{ personId: winner.id, role: 'owner' }])
    expect(await auditOf(house, members[0]?.id ?? '')).toMatchObject([
      { action: 'recruitment.accept-invitation', actorId: winner.id, establishmentId: id },
    ])
    expect((await accept(token, winner)).body).toEqual({ establishmentId: id, joined: false })
    expect((await open(token, winner)).body.own).toEqual({ establishmentId: id, applicationId: null })
  })

  it('asks to sign in first', async () => {
    const { token } = await invited()
    const answer = await house.visitor.send('POST', `/api/invitations/${token}/accept`)
    expect(answer.body.code).toBe('identity.not-signed-in')
  })
})

describe('GET /fairs/{fairId}/invitations', () => {
  it('lists who was invited and how far they got, to the staff alone', async () => {
    const own = await openCall(house)
    const place = await unmanned()
    expect((await invite(own.officer, [place.id], own.fairId)).body.items).toHaveLength(1)
    const path = `/api/fairs/${own.fairId}/invitations`
    const { body } = await own.officer.send('GET', path)
    expect(body.items).toMatchObject([
      {
        establishmentId: place.id,
        establishmentName: place.name,
        email: place.email,
        state: 'sent',
        mailState: 'queued',
        applicationId: null,
      },
    ])
    expect((await call.officer.send('GET', path)).status).toBe(404)
  })
})
