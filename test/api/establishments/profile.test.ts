import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import {
  certificateInput,
  establishmentInput,
  productInput,
  recognitionInput,
} from '../../support/establishments.ts'
import { publishedFair } from '../../support/fairs.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let officer: TestPerson
let mine: Awaited<ReturnType<typeof establishment>>
let stranger: TestPerson

const PNG = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
  mine = await establishment(house)
  stranger = (await establishment(house)).owner
})
afterAll(() => house.close())

const at = (path = '') => `/api/establishments/${mine.id}${path}`
const auditOf = async (entityId: string) =>
  (
    await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId', 'entity', 'establishmentId'])
      .where('entityId', '=', entityId)
      .orderBy('id')
      .execute()
  ).map(entry => ({ ...entry }))
const edited = (entity: string) => ({
  action: 'establishments.edit',
  actorId: mine.owner.id,
  entity,
  establishmentId: mine.id,
})
const photo = async (person: TestPerson) =>
  (
    await person.send('POST', '/api/files?name=anh.png', PNG, {
      'content-type': 'application/octet-stream',
    })
  ).body.id

describe('PUT /establishments/{establishmentId}', () => {
  it('changes what is sent, keeps the rest, logs what changed', async () => {
    const { owner, id } = await establishment(house)
    const first = await owner.send('PUT', `/api/establishments/${id}`, {
      ...establishmentInput({ exportMarkets: 'Đức, Pháp', employees: 60, figuresYear: 2025 }),
      version: 1,
    })
    expect([first.status, first.body.version, first.body.employees]).toEqual([200, 2, 60])
    const { taxCode } = first.body
    const second = await owner.send('PUT', `/api/establishments/${id}`, {
      ...establishmentInput({ taxCode, name: 'Gốm Mới' }),
      version: 2,
    })
    expect(second.body).toMatchObject({ name: 'Gốm Mới', exportMarkets: 'Đức, Pháp', employees: 60 })
    const last = await house.app.db
      .selectFrom('auditEntry')
      .select(['before', 'after'])
      .where('entityId', '=', id)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    expect(last).toEqual({
      before: { name: 'Công ty TNHH Gốm Đông Triều' },
      after: { name: 'Gốm Mới' },
    })
  })

  it('lets one of two edits of the same version win', async () => {
    const { owner, id } = await establishment(house)
    const edit = () => owner.send('PUT', `/api/establishments/${id}`, { ...establishmentInput(), version: 1 })
    const answers = await Promise.all([edit(), edit()])
    expect(answers.map(answer => answer.body.code ?? 'ok').toSorted()).toEqual([
      'ok',
      'platform.changed-meanwhile',
    ])
  })

  it('is for its own people', async () => {
    const edit = (person: Pick<TestPerson, 'send'>) =>
      person.send('PUT', at(), { ...establishmentInput(), version: 1 })
    const answers = await Promise.all([house.visitor, stranger, officer].map(edit))
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 404])
  })
})

describe('products', () => {
  it('are added with a photo, edited and removed, each with an audit entry', async () => {
    const photoFileId = await photo(mine.owner)
    const added = await mine.owner.send('POST', at('/products'), productInput({ photoFileId }))
    expect([added.status, added.body.photoFileId, added.body.version]).toEqual([201, photoFileId, 1])
    const path = at(`/products/${added.body.id}`)
    const changed = await mine.owner.send('PUT', path, { ...productInput({ nameVi: 'Lọ hoa' }), version: 1 })
    expect(changed.body).toMatchObject({ nameVi: 'Lọ hoa', version: 2 })
    const stale = await mine.owner.send('PUT', path, { ...productInput(), version: 1 })
    expect(stale.body.code).toBe('platform.changed-meanwhile')
    expect((await mine.owner.send('DELETE', path)).status).toBe(204)
    expect((await mine.owner.send('DELETE', path)).status).toBe(404)
    const { body } = await mine.owner.send('GET', at())
    expect(body.products).toEqual([])
    expect(await auditOf(added.body.id)).toEqual([edited('product'), edited('product'), edited('product')])
  })

  it("cannot carry a stranger's file, and are not another establishment's", async () => {
    const photoFileId = await photo(stranger)
    const { status } = await mine.owner.send('POST', at('/products'), productInput({ photoFileId }))
    expect(status).toBe(404)
    const { body } = await mine.owner.send('POST', at('/products'), productInput())
    const foreign = await establishment(house)
    const path = `/api/establishments/${foreign.id}/products/${body.id}`
    expect((await foreign.owner.send('DELETE', path)).status).toBe(404)
    const answers = await Promise.all(
      [house.visitor, stranger].map(person => person.send('DELETE', at(`/products/${body.id}`))),
    )
    expect(answers.map(answer => answer.status)).toEqual([401, 404])
  })
})

describe('recognitions', () => {
  const add = (changes: Parameters<typeof recognitionInput>[0] = {}) =>
    mine.owner.send('POST', at('/recognitions'), recognitionInput(changes))

  it.each([
    ['cnnt by the rule', { issuedOn: '2022-09-20' }, '2024-12-31'],
    ['ocop by the rule', { scheme: 'ocop', level: '4-star', issuedOn: '2023-08-31' }, '2026-08-31'],
    ['as printed', { issuedOn: '2022-09-20', printedValidUntil: '2026-06-30' }, '2026-06-30'],
  ] as const)('end %s', async (_, changes, validUntil) => {
    const { status, body } = await add(changes)
    expect([status, body.validUntil]).toEqual([201, validUntil])
    expect(await auditOf(body.id)).toEqual([edited('recognition')])
  })

  it.each([
    [{ level: '4-star' }, '/level', 'level-of-scheme'],
    [{ issuedOn: '2150-01-01' }, '/issuedOn', 'in-future'],
    [{ issuedOn: '2001-01-01' }, '/printedValidUntil', 'no-rule'],
    [{ printedValidUntil: '2020-01-01' }, '/printedValidUntil', 'days-order'],
  ] as const)('refuse %j', async (changes, pointer, code) => {
    const { status, body } = await add(changes)
    expect([status, body.errors[0].pointer, body.errors[0].code]).toEqual([422, pointer, code])
  })

  it('name only products of the same establishment, and can be removed once', async () => {
    const foreign = await establishment(house)
    const theirs = await foreign.owner.send(
      'POST',
      `/api/establishments/${foreign.id}/products`,
      productInput(),
    )
    expect((await add({ productId: theirs.body.id })).status).toBe(404)
    const { body } = await add()
    const path = at(`/recognitions/${body.id}`)
    expect((await stranger.send('DELETE', path)).status).toBe(404)
    const answers = await Promise.all([mine.owner.send('DELETE', path), mine.owner.send('DELETE', path)])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([204, 404])
  })
})

describe('certificates', () => {
  it('are added with a file and removed', async () => {
    const fileId = await photo(mine.owner)
    const { status, body } = await mine.owner.send('POST', at('/certificates'), certificateInput({ fileId }))
    expect([status, body.name, body.fileId]).toEqual([201, 'ISO 9001:2015', fileId])
    const path = at(`/certificates/${body.id}`)
    expect((await stranger.send('DELETE', path)).status).toBe(404)
    expect((await mine.owner.send('DELETE', path)).status).toBe(204)
    expect(await auditOf(body.id)).toEqual([edited('certificate'), edited('certificate')])
  })

  it('say when they end soon or have ended, and are found before a fair opens', async () => {
    const { id, owner } = await establishment(house, 'Cơ sở giấy sắp hết hạn')
    const path = `/api/establishments/${id}`
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const ends = [inDays(-1), inDays(30), inDays(300), null]
    for (const [n, validUntil] of ends.entries()) {
      const kind = (['iso', 'haccp', 'organic', 'other'] as const)[n] ?? 'iso'
      await owner.send('POST', `${path}/certificates`, certificateInput({ kind, validUntil, issuedOn: null }))
    }
    const { certificates } = (await owner.send('GET', path)).body
    expect(certificates.map((one: { validity: string | null }) => one.validity)).toEqual([
      'over',
      'ending',
      'valid',
      null,
    ])
    const fair = await publishedFair(house, organizerId)
    const list = (fairId: string) =>
      officer.send('GET', `/api/organizers/${organizerId}/establishments?endedBefore=${fairId}`)
    const found = async () => (await list(fair.id)).body.items.map((one: { id: string }) => one.id)
    expect(await found()).toContain(id)
    const added = await owner.send(
      'POST',
      `${path}/certificates`,
      certificateInput({ kind: 'iso', validUntil: inDays(3000), issuedOn: null }),
    )
    expect(added.body.validity).toBe('valid')
    await owner.send('POST', `${path}/certificates`, certificateInput({ kind: 'haccp', validUntil: null }))
    await owner.send('POST', `${path}/certificates`, certificateInput({ kind: 'organic', validUntil: null }))
    expect(await found()).not.toContain(id)
    const theirs = await publishedFair(house, await house.organizer())
    expect((await list(theirs.id)).status).toBe(404)
  })

  it('do not end before they begin', async () => {
    const input = certificateInput({ validUntil: '2023-01-01' })
    const { body } = await mine.owner.send('POST', at('/certificates'), input)
    expect(body.errors[0]).toMatchObject({ pointer: '/validUntil', code: 'days-order' })
  })
})

describe('GET /establishments/{establishmentId}', () => {
  it('shows staff of an organizer the whole only after it has applied to them', async () => {
    const person = await establishment(house)
    const bank = { bankBin: '970436', account: '0011002233', holder: 'GOM' }
    await person.owner.send('PUT', `/api/establishments/${person.id}`, {
      ...establishmentInput({ taxCode: '001234567890', legalForm: 'HO_KD' }),
      version: 1,
    })
    const path = `/api/establishments/${person.id}`
    await person.owner.send('POST', `${path}/bank-accounts`, bank)
    const outside = await officer.send('GET', path)
    expect(outside.body).toMatchObject({ isWhole: false, taxCode: '001••••••890', bankAccounts: [] })
    const fair = await publishedFair(house, organizerId)
    await application(house, fair.id, person.id, 'draft')
    expect((await officer.send('GET', path)).body.isWhole).toBe(false)
    await house.app.db
      .updateTable('application')
      .set({ state: 'submitted' })
      .where('establishmentId', '=', person.id)
      .execute()
    const inside = await officer.send('GET', path)
    expect(inside.body).toMatchObject({ isWhole: true, taxCode: '001234567890', bankAccounts: [bank] })
    const own = await person.owner.send('GET', path)
    expect(own.body).toMatchObject({ isWhole: true, taxCode: '001234567890', bankAccounts: [bank] })
  })

  it('is hidden from strangers, gate staff and guests', async () => {
    const gate = await house.staff(organizerId, 'gate')
    const answers = await Promise.all([house.visitor, stranger, gate].map(person => person.send('GET', at())))
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 404])
  })
})
