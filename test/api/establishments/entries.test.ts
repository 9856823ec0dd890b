import { issueContract } from '@hoicho/server/contracts/issue-contract.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { describe, expect, it } from 'vitest'
import { establishment } from '../../support/applications.ts'
import { house, officer, placed, terms } from '../../support/contracts.ts'

const MINE = { bankBin: '970436', account: '0011002233', holder: 'GOM DAT VIET' }
const OTHER = { bankBin: '970415', account: '111222333', holder: 'GOM DAT VIET' }
const CONTACT = {
  purpose: 'fair',
  name: 'Lê Thị Hoa',
  position: 'Phụ trách hội chợ',
  phone: '0912 345 678',
  email: null,
}

const auditOf = async (entityId: string) =>
  await house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'entity', 'establishmentId'])
    .where('entityId', '=', entityId)
    .orderBy('id')
    .execute()

async function withMember(id: string) {
  const member = await house.signUp()
  await house.app.db
    .insertInto('establishmentMember')
    .values({
      id: crypto.randomUUID(),
      establishmentId: id,
      personId: member.id,
      role: 'member',
      createdAt: '2026-01-01T00:00:00Z',
    })
    .execute()
  return member
}

describe('bank accounts', () => {
  it('the first is the one contracts name, until another is chosen or it goes', async () => {
    const { id, owner } = await establishment(house)
    const path = `/api/establishments/${id}/bank-accounts`
    const first = await owner.send('POST', path, MINE)
    expect([first.status, first.body.isDefault]).toEqual([201, true])
    const second = await owner.send('POST', path, OTHER)
    expect(second.body.isDefault).toBe(false)
    expect((await owner.send('POST', `${path}/${second.body.id}/default`)).body.isDefault).toBe(true)
    const accounts = async () => (await owner.send('GET', `/api/establishments/${id}`)).body.bankAccounts
    expect(await accounts()).toMatchObject([
      { ...OTHER, isDefault: true },
      { ...MINE, isDefault: false },
    ])
    expect((await owner.send('DELETE', `${path}/${second.body.id}`)).status).toBe(204)
    expect(await accounts()).toMatchObject([{ ...MINE, isDefault: true }])
    const entry = { action: 'establishments.edit-bank', entity: 'bank-account', establishmentId: id }
    expect(await auditOf(second.body.id)).toEqual([entry, entry, entry])
    const again = await owner.send('DELETE', `/api/establishments/${id}/bank-accounts/${second.body.id}`)
    expect(again.status).toBe(404)
  })

  it('are not written twice, nor at a bank that is none', async () => {
    const { id, owner } = await establishment(house)
    const path = `/api/establishments/${id}/bank-accounts`
    const answers = await Promise.all([owner.send('POST', path, MINE), owner.send('POST', path, MINE)])
    expect(answers.map(answer => answer.status).sort()).toEqual([201, 422])
    const refused = answers.find(answer => answer.status === 422)
    expect(refused?.body.errors).toMatchObject([{ pointer: '/account', code: 'bank-account-twice' }])
    const unknown = await owner.send('POST', path, { ...OTHER, bankBin: '000000' })
    expect(unknown.body.errors).toMatchObject([{ pointer: '/bankBin', code: 'choice' }])
  })

  it('two at once chosen: one is the default', async () => {
    const { id, owner } = await establishment(house)
    const path = `/api/establishments/${id}/bank-accounts`
    const ids = [
      (await owner.send('POST', path, MINE)).body.id,
      (await owner.send('POST', path, OTHER)).body.id,
    ]
    await Promise.all(ids.map(account => owner.send('POST', `${path}/${account}/default`)))
    const { bankAccounts } = (await owner.send('GET', `/api/establishments/${id}`)).body
    expect(bankAccounts.filter((one: { isDefault: boolean }) => one.isDefault)).toHaveLength(1)
  })

  it('are the owner’s to change: a member reads them, a stranger finds nothing', async () => {
    const { id, owner } = await establishment(house)
    const path = `/api/establishments/${id}/bank-accounts`
    const { body } = await owner.send('POST', path, MINE)
    const member = await withMember(id)
    expect((await member.send('GET', `/api/establishments/${id}`)).body.bankAccounts).toHaveLength(1)
    const { owner: stranger } = await establishment(house)
    for (const [who, status] of [
      [member, 403],
      [stranger, 404],
      [officer, 404],
      [house.visitor, 401],
    ] as const) {
      expect((await who.send('POST', path, OTHER)).status).toBe(status)
      expect((await who.send('POST', `${path}/${body.id}/default`)).status).toBe(status)
      expect((await who.send('DELETE', `${path}/${body.id}`)).status).toBe(status)
    }
  })

  it('a contract names the chosen one', async () => {
    const { establishmentId, owner, applicationId } = await placed()
    const path = `/api/establishments/${establishmentId}/bank-accounts`
    await owner.send('POST', path, MINE)
    const { body } = await owner.send('POST', path, OTHER)
    await owner.send('POST', `${path}/${body.id}/default`)
    const contract = await issueContract(systemContext(house.app), applicationId, terms as never)
    expect(contract.parties.establishment.bankAccount).toBe(OTHER.account)
  })
})

describe('contacts', () => {
  it('are added, edited from their version, and taken off', async () => {
    const { id, owner } = await establishment(house)
    const path = `/api/establishments/${id}/contacts`
    const added = await owner.send('POST', path, CONTACT)
    expect(added.body).toMatchObject({ ...CONTACT, phone: '+84912345678', version: 1 })
    const one = `${path}/${added.body.id}`
    const edit = { ...CONTACT, purpose: 'sales', version: 1 }
    const answers = await Promise.all([owner.send('PUT', one, edit), owner.send('PUT', one, edit)])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
    expect((await owner.send('DELETE', one)).status).toBe(204)
    expect((await owner.send('GET', `/api/establishments/${id}`)).body.contacts).toEqual([])
    const entry = { action: 'establishments.edit', entity: 'contact', establishmentId: id }
    expect(await auditOf(added.body.id)).toEqual([entry, entry, entry])
  })

  it('need a way to be reached, and are no stranger’s', async () => {
    const { id, owner } = await establishment(house)
    const path = `/api/establishments/${id}/contacts`
    const { body } = await owner.send('POST', path, { ...CONTACT, phone: null })
    expect(body.errors).toMatchObject([{ pointer: '/phone', code: 'phone-or-email' }])
    const added = await owner.send('POST', path, CONTACT)
    const { owner: stranger } = await establishment(house)
    expect((await stranger.send('DELETE', `${path}/${added.body.id}`)).status).toBe(404)
    expect((await officer.send('GET', `/api/establishments/${id}`)).body.contacts).toEqual([])
  })
})

describe('export figures', () => {
  it('are one a year, replaced by what is said later', async () => {
    const { id, owner } = await establishment(house)
    const path = `/api/establishments/${id}/export-years/2025`
    const value = { minor: 12_500_000, currency: 'USD' }
    await owner.send('PUT', path, { countries: ['DE', 'DE', 'JP'], value, note: '' })
    await owner.send('PUT', path, { countries: ['DE', 'JP'], value: null, note: 'qua công ty thương mại' })
    const own = (await owner.send('GET', `/api/establishments/${id}`)).body
    const told = { countries: ['DE', 'JP'], valueMinor: null, currency: null, note: 'qua công ty thương mại' }
    expect(own.exportYears).toEqual([{ year: 2025, ...told }])
    await owner.send('PUT', path, { countries: ['DE'], value, note: '' })
    const outside = (await officer.send('GET', `/api/establishments/${id}`)).body
    expect(outside.exportYears).toEqual([
      { year: 2025, countries: ['DE'], valueMinor: null, currency: null, note: '' },
    ])
    expect((await owner.send('DELETE', path)).status).toBe(204)
    expect((await owner.send('DELETE', path)).status).toBe(404)
  })

  it('are of years that have begun', async () => {
    const { id, owner } = await establishment(house)
    const body = { countries: ['DE'], value: null, note: '' }
    const future = await owner.send('PUT', `/api/establishments/${id}/export-years/2099`, body)
    expect(future.body.errors).toMatchObject([{ pointer: '/year', code: 'in-future' }])
    const { owner: stranger } = await establishment(house)
    const path = `/api/establishments/${id}/export-years/2025`
    expect((await stranger.send('PUT', path, body)).status).toBe(404)
  })
})

describe('size figures', () => {
  it('say of which year they are', async () => {
    const { id, owner } = await establishment(house)
    const { name, legalForm, taxCode, provinceScheme, provinceCode } = (
      await owner.send('GET', `/api/establishments/${id}`)
    ).body
    const base = { name, legalForm, taxCode, provinceScheme, provinceCode, version: 1 }
    const { body } = await owner.send('PUT', `/api/establishments/${id}`, { ...base, employees: 12 })
    expect(body.errors).toMatchObject([{ pointer: '/figuresYear', code: 'required' }])
    const whole = { ...base, employees: 12, figuresYear: 2025 }
    expect((await owner.send('PUT', `/api/establishments/${id}`, whole)).status).toBe(200)
  })
})
