import type { OrganizerEdit } from '@hoicho/shared/identity/schema.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fairInput, type House, openHouse, organizerInput, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let manager: TestPerson
let officer: TestPerson
let stranger: TestPerson
const path = () => `/api/organizers/${organizerId}`

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  manager = await house.staff(organizerId, 'manager', 'Lê Thị Hạnh')
  officer = await house.staff(organizerId, 'officer')
  stranger = await house.staff(await house.organizer(), 'manager')
})
afterAll(() => house.close())

async function edit(changes: Partial<OrganizerEdit> = {}): Promise<OrganizerEdit> {
  const { slug: _, ...settings } = organizerInput()
  const { version } = (await manager.send('GET', path())).body
  return { ...settings, bankBin: null, bankAccount: null, version, ...changes }
}

describe('PUT /organizers/{organizerId}', () => {
  it('replaces the settings and writes one log entry with both sides', async () => {
    const before = (await manager.send('GET', path())).body
    const input = await edit({
      parentNameVi: 'Sở Công Thương Hà Nội',
      bankBin: '970436',
      bankAccount: '0011001234567',
      bankHolder: 'TRUNG TAM KHUYEN CONG',
    })
    const { status, body } = await manager.send('PUT', path(), input)
    expect(status).toBe(200)
    expect(body).toEqual({ ...before, ...input, version: before.version + 1 })
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['actorId', 'organizerId', 'entity', 'entityId', 'before', 'after'])
      .where('action', '=', 'identity.configure-organizer')
      .execute()
    expect(audit).toEqual([
      { actorId: manager.id, organizerId, entity: 'organizer', entityId: organizerId, before, after: body },
    ])
  })

  it('points at an unknown bank, and asks for bank, account and holder together', async () => {
    const whole = { bankAccount: '0011001234567', bankHolder: 'TRUNG TAM' }
    const unknown = await manager.send('PUT', path(), await edit({ ...whole, bankBin: '999999' }))
    expect(unknown.status).toBe(422)
    expect(unknown.body.errors).toMatchObject([{ pointer: '/bankBin', code: 'choice' }])
    const half = await manager.send('PUT', path(), await edit({ bankAccount: '0011001234567' }))
    expect(half.body.errors).toMatchObject([{ pointer: '/bankAccount', code: 'bank-together' }])
  })

  it('lets one of two edits from the same version win and tells the other', async () => {
    const [one, two] = [await edit({ placeVi: 'Huế' }), await edit({ placeVi: 'Đà Nẵng' })]
    const answers = await Promise.all([manager.send('PUT', path(), one), manager.send('PUT', path(), two)])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409])
    expect(answers.find(answer => answer.status === 409)?.body.code).toBe('platform.changed-meanwhile')
  })

  it('is the manager’s: an officer is refused, another organizer’s manager finds nothing', async () => {
    const input = await edit()
    expect((await officer.send('PUT', path(), input)).status).toBe(403)
    expect((await stranger.send('PUT', path(), input)).status).toBe(404)
    expect((await stranger.send('GET', path())).status).toBe(404)
    expect((await house.visitor.send('GET', path())).status).toBe(401)
  })
})

describe('POST /organizers', () => {
  it('points at an unknown bank', async () => {
    const admin = await house.signUp()
    await house.app.db
      .updateTable('person')
      .set({ isPlatformAdmin: true })
      .where('id', '=', admin.id)
      .execute()
    const { status, body } = await admin.send('POST', '/api/organizers', {
      organizer: organizerInput({ bankBin: '999999' }),
      manager: { email: 'quanly@example.vn', locale: 'vi' },
    })
    expect(status).toBe(422)
    expect(body.errors).toMatchObject([{ pointer: '/organizer/bankBin', code: 'choice' }])
  })
})

describe('GET /organizers/{organizerId}/audit', () => {
  const log = async (query = '') => (await manager.send('GET', `${path()}/audit${query}`)).body

  it('pages through everything once, newest first', async () => {
    for (let i = 0; i < 60; i++) {
      await officer.send('POST', `${path()}/fairs`, fairInput({ quota: i + 1 }))
    }
    const first = await log('?action=fairs.create')
    const second = await log(`?action=fairs.create&after=${first.next}`)
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 10, null])
    const all = [...first.items, ...second.items]
    expect(new Set(all.map(entry => entry.id)).size).toBe(60)
    const times = all.map(entry => entry.at)
    expect(times).toEqual(times.toSorted().toReversed())
  })

  it('filters by fair, person and day, and says what changed', async () => {
    const fair = (await officer.send('POST', `${path()}/fairs`, fairInput())).body
    await officer.send('PUT', `/api/fairs/${fair.id}`, {
      ...fairInput({ slug: fair.slug }),
      quota: 7,
      version: 1,
    })
    const ofFair = await log(`?fairId=${fair.id}`)
    expect(ofFair.items.map((entry: { action: string }) => entry.action)).toEqual([
      'fairs.edit',
      'fairs.create',
    ])
    expect(ofFair.items[0].changes).toContainEqual({ field: 'quota', before: String(fair.quota), after: '7' })
    const ofManager = await log(`?personId=${manager.id}&action=identity.configure-organizer`)
    expect(ofManager.items[0]).toMatchObject({ actorName: 'Lê Thị Hạnh', entity: 'organizer' })
    expect((await log('?to=2020-01-01')).items).toEqual([])
    expect((await log('?from=2199-01-01')).items).toEqual([])
    const people = (await manager.send('GET', `${path()}/audit-people`)).body.items
    expect(people.map((person: { id: string }) => person.id)).toContain(officer.id)
    expect(people.map((person: { id: string }) => person.id)).not.toContain(stranger.id)
  })

  it('shows nothing of others, whatever is asked', async () => {
    expect((await stranger.send('GET', `${path()}/audit`)).status).toBe(404)
    expect((await officer.send('GET', `${path()}/audit`)).status).toBe(403)
    const theirs = await house.app.db
      .selectFrom('auditEntry')
      .select('id')
      .where('organizerId', '<>', organizerId)
      .executeTakeFirstOrThrow()
    expect((await log(`?after=${theirs.id}`)).items).toEqual([])
    expect((await manager.send('GET', `${path()}/audit?from=2019-02-30`)).status).toBe(422)
  })
})
