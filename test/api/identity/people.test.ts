import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishment } from '../../support/applications.ts'
import { type House, openHouse, organizerInput, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let manager: TestPerson
let stranger: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  manager = await house.staff(organizerId, 'manager')
  stranger = await house.staff(await house.organizer(), 'manager')
})
afterAll(() => house.close())

const staff = (path = '') => `/api/organizers/${organizerId}/staff${path}`
const invitations = (path = '') => `/api/organizers/${organizerId}/staff-invitations${path}`
const memberIdOf = async (person: TestPerson) => {
  const { body } = await manager.send('GET', staff())
  return String(body.items.find((row: { personId: string }) => row.personId === person.id)?.id)
}
const auditOf = (entityId: string) =>
  house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'entity', 'before', 'after'])
    .where('entityId', '=', entityId)
    .orderBy('id')
    .execute()

describe('staff', () => {
  it('are invited by mail, see what they are invited to, and take the role up once', async () => {
    const person = await house.signUp()
    const input = { email: person.email, role: 'officer', locale: 'en' }
    const invited = await manager.send('POST', invitations(), input)
    expect(invited.status).toBe(201)
    const twice = await manager.send('POST', invitations(), input)
    expect([twice.status, twice.body.code]).toEqual([409, 'identity.already-invited'])
    const token = await house.tokenMailedTo(person.email)
    const seen = await house.visitor.send('POST', '/api/invitations/view', { token })
    expect(seen.body).toMatchObject({
      kind: 'organizer',
      role: 'officer',
      email: person.email,
      hasAccount: true,
    })
    const other = await stranger.send('POST', '/api/invitations/accept', { token })
    expect([other.status, other.body.code]).toEqual([403, 'identity.invited-other-email'])
    const accepted = await person.send('POST', '/api/invitations/accept', { token })
    expect([accepted.status, accepted.body.role]).toEqual([200, 'officer'])
    const again = await person.send('POST', '/api/invitations/accept', { token })
    expect([again.status, again.body.code]).toEqual([410, 'identity.link-expired'])
    const member = await manager.send('POST', invitations(), input)
    expect(member.body.code).toBe('identity.already-member')
  })

  it('an invitation sent again has a new link, and one withdrawn has none', async () => {
    const person = await house.signUp()
    const invited = await manager.send('POST', invitations(), {
      email: person.email,
      role: 'gate',
      locale: 'vi',
    })
    const first = await house.tokenMailedTo(person.email)
    const resent = await manager.send('POST', invitations(`/${invited.body.id}/resend`))
    expect(resent.status).toBe(200)
    const second = await house.tokenMailedTo(person.email)
    expect(second).not.toBe(first)
    const view = (token: string) => house.visitor.send('POST', '/api/invitations/view', { token })
    expect([(await view(first)).status, (await view(second)).status]).toEqual([410, 200])
    expect((await stranger.send('DELETE', invitations(`/${invited.body.id}`))).status).toBe(404)
    expect((await manager.send('DELETE', invitations(`/${invited.body.id}`))).status).toBe(204)
    expect((await view(second)).status).toBe(410)
    expect((await manager.send('DELETE', invitations(`/${invited.body.id}`))).status).toBe(404)
    expect((await auditOf(invited.body.id)).map(entry => entry.after)).toEqual([
      { role: 'gate' },
      { sentAgain: true },
      { revoked: true },
    ])
  })

  it('change role and leave; what they were stays in the log', async () => {
    const person = await house.staff(organizerId, 'reviewer')
    const id = await memberIdOf(person)
    expect((await manager.send('PUT', staff(`/${id}`), { role: 'finance' })).status).toBe(204)
    expect((await manager.send('DELETE', staff(`/${id}`))).status).toBe(204)
    expect((await person.send('GET', `/api/organizers/${organizerId}/fairs`)).status).toBe(404)
    const common = { action: 'identity.manage-staff', actorId: manager.id, entity: 'member' }
    expect(await auditOf(id)).toEqual([
      { ...common, before: { role: 'reviewer', personId: person.id }, after: { role: 'finance' } },
      { ...common, before: { role: 'finance', personId: person.id }, after: { ended: true } },
    ])
  })

  it('keep their last manager, even when two managers end each other at once', async () => {
    const home = await house.organizer()
    const first = await house.staff(home, 'manager')
    const second = await house.staff(home, 'manager')
    const { body } = await first.send('GET', `/api/organizers/${home}/staff`)
    const rows: { id: string; personId: string }[] = body.items
    const idOf = (person: TestPerson) => rows.find(row => row.personId === person.id)?.id
    const answers = await Promise.all([
      first.send('DELETE', `/api/organizers/${home}/staff/${idOf(second)}`),
      second.send('DELETE', `/api/organizers/${home}/staff/${idOf(first)}`),
    ])
    const statuses = answers.map(answer => answer.status)
    expect(statuses.filter(status => status === 204)).toHaveLength(1)
    const left = await house.app.db
      .selectFrom('organizerMember')
      .select('role')
      .where('organizerId', '=', home)
      .where('endedAt', 'is', null)
      .execute()
    expect(left).toEqual([{ role: 'manager' }])
  })

  it('are managed by managers only', async () => {
    const officer = await house.staff(organizerId, 'officer')
    const id = await memberIdOf(officer)
    const answers = await Promise.all(
      [house.visitor, officer, stranger].map(one => one.send('PUT', staff(`/${id}`), { role: 'manager' })),
    )
    expect(answers.map(answer => answer.status)).toEqual([401, 403, 404])
    expect((await officer.send('GET', staff())).status).toBe(200)
  })
})

describe('people of an establishment', () => {
  it('are invited by its owner, who cannot leave as the last one', async () => {
    const { id, owner } = await establishment(house)
    const person = await house.signUp()
    const base = `/api/establishments/${id}`
    const invited = await owner.send('POST', `${base}/member-invitations`, {
      email: person.email,
      role: 'member',
      locale: 'vi',
    })
    expect(invited.status).toBe(201)
    await person.send('POST', '/api/invitations/accept', { token: await house.tokenMailedTo(person.email) })
    const { body } = await person.send('GET', `${base}/members`)
    expect(body.items.map((row: { role: string }) => row.role).toSorted()).toEqual(['member', 'owner'])
    const ownerRow = body.items.find((row: { role: string }) => row.role === 'owner')
    const refused = await owner.send('DELETE', `${base}/members/${ownerRow.id}`)
    expect([refused.status, refused.body.code]).toEqual([409, 'identity.last-owner'])
    const demoted = await owner.send('PUT', `${base}/members/${ownerRow.id}`, { role: 'member' })
    expect(demoted.body.code).toBe('identity.last-owner')
    expect((await person.send('DELETE', `${base}/members/${ownerRow.id}`)).status).toBe(403)
    expect((await stranger.send('GET', `${base}/members`)).status).toBe(404)
  })
})

describe('the platform administrator', () => {
  it('creates an organizer and invites its first manager', async () => {
    const admin = await house.signUp()
    await house.app.db
      .updateTable('person')
      .set({ isPlatformAdmin: true })
      .where('id', '=', admin.id)
      .execute()
    const person = await house.signUp()
    const input = { organizer: organizerInput(), manager: { email: person.email, locale: 'vi' } }
    expect((await manager.send('POST', '/api/organizers', input)).status).toBe(403)
    const made = await admin.send('POST', '/api/organizers', input)
    expect(made.status).toBe(201)
    const again = await admin.send('POST', '/api/organizers', input)
    expect([again.status, again.body.code]).toEqual([409, 'identity.organizer-slug-taken'])
    const list = await admin.send('GET', '/api/organizers')
    expect(list.body.items.find((row: { id: string }) => row.id === made.body.id)).toMatchObject({
      managers: 0,
      openInvitations: 1,
      fairs: 0,
    })
    const token = await house.tokenMailedTo(person.email)
    expect((await person.send('POST', '/api/invitations/accept', { token })).body.role).toBe('manager')
  })
})
