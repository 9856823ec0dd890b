import { addEstablishment } from '@hoicho/server/establishments/add-establishment.ts'
import { addProduct } from '@hoicho/server/establishments/add-product.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { MERGE_TABLES } from '@hoicho/shared/establishments/merge.ts'
import type { EstablishmentInput } from '@hoicho/shared/establishments/schema.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { establishmentInput, productInput, validTaxCode } from '../../support/establishments.ts'
import { publishedFair } from '../../support/fairs.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let manager: TestPerson
let officer: TestPerson
let stranger: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  manager = await house.staff(organizerId, 'manager')
  officer = await house.staff(organizerId, 'officer')
  stranger = await house.staff(await house.organizer(), 'manager')
})
afterAll(() => house.close())

const at = (path: string) => `/api/organizers/${organizerId}/${path}`
const add = (changes: Partial<EstablishmentInput>) =>
  addEstablishment(
    systemContext(house.app),
    organizerId,
    establishmentInput({ phone: null, email: null, ...changes }),
  )
const previewOf = async (survivor: string, absorbed: string) =>
  (await officer.send('GET', at(`establishment-merge-preview?survivor=${survivor}&absorbed=${absorbed}`)))
    .body

async function merge(survivorId: string, absorbedId: string, choices = {}, who = manager) {
  const preview = await previewOf(survivorId, absorbedId)
  return await who.send('POST', at('establishment-merges'), {
    survivorId,
    absorbedId,
    choices,
    survivorVersion: preview.survivor?.version ?? 1,
    absorbedVersion: preview.absorbed?.version ?? 1,
  })
}

/** Every row of both records as the database holds it, but versions, which only grow. */
async function snapshot(ids: string[]) {
  const tables = (await tablesWithEstablishment()).filter(table => !/^(audit_entry)$/.test(table))
  const taken: Record<string, unknown> = {}
  for (const table of tables) {
    const { rows } = await sql<{ row: unknown }>`
      select to_jsonb(t) as row from ${sql.table(table)} t where establishment_id = any(${ids}) order by 1`.execute(
      house.app.db,
    )
    taken[table] = rows.map(one => one.row)
  }
  const { rows } = await sql<{ row: unknown }>`
    select to_jsonb(e) - 'version' as row from establishment e where id = any(${ids}) order by id`.execute(
    house.app.db,
  )
  return { ...taken, establishment: rows.map(one => one.row) }
}

async function tablesWithEstablishment(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.table_schema = 'public' and c.column_name = 'establishment_id' and t.table_type = 'BASE TABLE'
    order by 1`.execute(house.app.db)
  return rows.map(row => row.name)
}

/** A record with something of every kind, and its bare twin. */
async function twins() {
  const taxCode = validTaxCode()
  const survivor = await add({ name: 'Công ty TNHH Gốm Sứ Minh Long', taxCode: null, nameEn: null })
  const absorbed = await add({
    name: 'Cty TNHH Gom su Minh Long',
    taxCode,
    nameEn: 'Minh Long Ceramics',
    employees: 12,
    figuresYear: 2025,
    phone: '+84912000111',
  })
  const fair = await publishedFair(house, organizerId)
  const { id: applicationId } = await application(house, fair.id, absorbed.id)
  const ctx = systemContext(house.app)
  await addProduct(ctx, absorbed.id, productInput())
  const account = { bankBin: '970436', account: '0011002233', holder: 'MINH LONG' }
  for (const id of [survivor.id, absorbed.id]) {
    await officer.send('POST', `/api/establishments/${id}/bank-accounts`, account)
    await officer.send('PUT', `/api/establishments/${id}/export-years/2025`, {
      countries: ['DE'],
      value: null,
      note: '',
    })
  }
  await officer.send('POST', `/api/establishments/${absorbed.id}/bank-accounts`, {
    ...account,
    account: '999888777',
  })
  return { survivor, absorbed, taxCode, fair, applicationId }
}

it('everything that hangs on an establishment is known to the merge', async () => {
  const left = ['audit_entry', 'directory_import_row']
  const snake = (name: string) => name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  const known = [...MERGE_TABLES.map(snake), ...left].sort()
  expect(await tablesWithEstablishment()).toEqual(known)
})

describe('merging', () => {
  it('moves everything, fills what is missing, sends the old number to the new, and is undone exactly', async () => {
    const { survivor, absorbed, taxCode, applicationId } = await twins()
    const ids = [survivor.id, absorbed.id]
    const before = await snapshot(ids)
    const preview = await previewOf(survivor.id, absorbed.id)
    expect(preview.refusals).toEqual([])
    expect(preview.moves).toEqual([
      { table: 'application', count: 1 },
      { table: 'product', count: 1 },
      { table: 'bankAccount', count: 1 },
    ])
    expect(preview.stays).toEqual([
      { table: 'bankAccount', count: 1 },
      { table: 'exportYear', count: 1 },
    ])
    const done = await merge(survivor.id, absorbed.id, { name: 'absorbed' })
    expect([done.status, done.body.canUndo]).toEqual([201, true])
    const view = (await officer.send('GET', `/api/establishments/${survivor.id}`)).body
    expect(view).toMatchObject({
      name: 'Cty TNHH Gom su Minh Long',
      taxCode,
      nameEn: 'Minh Long Ceramics',
      employees: 12,
      figuresYear: 2025,
      phone: '+84912000111',
    })
    expect(view.products).toHaveLength(1)
    expect(view.bankAccounts).toHaveLength(2)
    const moved = await house.app.db
      .selectFrom('application')
      .select('establishmentId')
      .where('id', '=', applicationId)
      .executeTakeFirstOrThrow()
    expect(moved.establishmentId).toBe(survivor.id)
    const gone = await officer.send('GET', `/api/establishments/${absorbed.id}`)
    expect([gone.status, gone.body.code, gone.body.params]).toEqual([
      410,
      'establishments.merged',
      { establishmentId: survivor.id },
    ])
    const found = await officer.send('GET', at('establishments?q=minh+long'))
    expect(found.body.items.map((one: { id: string }) => one.id)).toEqual([survivor.id])
    const undo = await manager.send('POST', at(`establishment-merges/${done.body.id}/undo`))
    expect([undo.status, undo.body.canUndo]).toEqual([200, false])
    expect(await snapshot(ids)).toEqual(before)
    const log = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'organizerId', 'establishmentId'])
      .where('action', '=', 'establishments.merge')
      .where('entityId', '=', absorbed.id)
      .execute()
    const entry = { action: 'establishments.merge', organizerId, establishmentId: absorbed.id }
    expect(log).toEqual([entry, entry])
    const twice = await manager.send('POST', at(`establishment-merges/${done.body.id}/undo`))
    expect(twice.body.code).toBe('platform.wrong-state')
  })

  it('is refused where both apply at one fair', async () => {
    const { survivor, absorbed, fair } = await twins()
    await application(house, fair.id, survivor.id)
    const { refusals } = await previewOf(survivor.id, absorbed.id)
    expect(refusals).toEqual([{ code: 'both-apply', fair: fair.nameVi ?? expect.any(String) }])
    const { status, body } = await merge(survivor.id, absorbed.id)
    expect([status, body.code]).toEqual([409, 'establishments.cannot-merge'])
  })

  it('is refused where it would let people into another’s record, or take one from another organizer', async () => {
    const [one, other] = [await establishment(house), await establishment(house)]
    expect((await previewOf(one.id, other.id)).refusals).toMatchObject([{ code: 'both-claimed' }])
    const bare = await add({ name: 'Gốm chưa ai nhận' })
    expect((await previewOf(bare.id, one.id)).refusals).toMatchObject([{ code: 'claimed-must-stay' }])
    expect((await previewOf(one.id, bare.id)).refusals).toEqual([])
    const fair = await publishedFair(house, await house.organizer())
    await application(house, fair.id, bare.id)
    expect((await previewOf(one.id, bare.id)).refusals).toEqual([{ code: 'elsewhere', fair: null }])
    expect((await merge(one.id, bare.id)).body.code).toBe('establishments.cannot-merge')
  })

  it('keeps what the people of the survivor wrote, and gives them what moved', async () => {
    const mine = await establishment(house, 'Gốm Của Tôi')
    const bare = await add({ name: 'Gom cua toi', nameEn: 'My Pottery' })
    await addProduct(systemContext(house.app), bare.id, productInput())
    await merge(mine.id, bare.id, { name: 'absorbed', nameEn: 'absorbed' })
    const { body } = await mine.owner.send('GET', `/api/establishments/${mine.id}`)
    expect(body).toMatchObject({ name: 'Gốm Của Tôi', nameEn: 'My Pottery' })
    expect(body.products).toHaveLength(1)
    const gone = await mine.owner.send('POST', `/api/establishments/${bare.id}/products`, productInput())
    expect(gone.body.code).toBe('establishments.merged')
  })

  it('is the manager’s, in an organizer of their own', async () => {
    const { survivor, absorbed } = await twins()
    expect((await merge(survivor.id, absorbed.id, {}, officer)).status).toBe(403)
    expect((await merge(survivor.id, absorbed.id, {}, stranger)).status).toBe(404)
    const done = await merge(survivor.id, absorbed.id)
    const path = `establishment-merges/${done.body.id}/undo`
    expect((await officer.send('POST', at(path))).status).toBe(403)
    const own = (await stranger.send('GET', '/api/session')).body.organizers[0].id
    expect((await stranger.send('POST', `/api/organizers/${own}/${path}`)).status).toBe(404)
    expect((await officer.send('GET', at('establishment-merges'))).body.items[0].id).toBe(done.body.id)
  })

  it('two at once: one wins, the other is told; an older look is told too', async () => {
    const { survivor, absorbed } = await twins()
    const preview = await previewOf(survivor.id, absorbed.id)
    const body = {
      survivorId: survivor.id,
      absorbedId: absorbed.id,
      choices: {},
      survivorVersion: preview.survivor.version,
      absorbedVersion: preview.absorbed.version,
    }
    const old = await manager.send('POST', at('establishment-merges'), { ...body, survivorVersion: 99 })
    expect(old.body.code).toBe('platform.changed-meanwhile')
    const answers = await Promise.all(
      [1, 2].map(() => manager.send('POST', at('establishment-merges'), body)),
    )
    expect(answers.map(answer => answer.body.code ?? 'ok').sort()).toEqual(['establishments.merged', 'ok'])
  })

  it('is not undone once what was merged was edited, nor after 30 days', async () => {
    const { survivor, absorbed } = await twins()
    const { body } = await merge(survivor.id, absorbed.id)
    const undo = () => manager.send('POST', at(`establishment-merges/${body.id}/undo`))
    await house.app.db
      .updateTable('establishment')
      .set({ phone: '+84999000111' })
      .where('id', '=', survivor.id)
      .execute()
    expect((await undo()).body.code).toBe('establishments.merge-edited')
    await house.app.db
      .updateTable('establishmentMerge')
      .set({ mergedAt: '2026-01-01T00:00:00Z' })
      .where('id', '=', body.id)
      .execute()
    expect((await undo()).body.code).toBe('establishments.merge-too-late')
  })

  it('one letter holds where both were invited, one membership where one person had both', async () => {
    const { survivor, absorbed } = await twins()
    const fair = await publishedFair(house, organizerId)
    const person = await house.signUp()
    const now = new Date().toISOString()
    for (const id of [survivor.id, absorbed.id]) {
      await house.app.db
        .insertInto('fairInvitation')
        .values({
          id: crypto.randomUUID(),
          fairId: fair.id,
          establishmentId: id,
          email: 'a@b.vn',
          tokenHash: crypto.randomUUID(),
          state: 'sent',
          invitedAt: now,
        })
        .execute()
      await house.app.db
        .insertInto('establishmentMember')
        .values({
          id: crypto.randomUUID(),
          establishmentId: id,
          personId: person.id,
          createdAt: now,
          role: 'owner',
        })
        .execute()
    }
    const before = await snapshot([survivor.id, absorbed.id])
    const { body } = await merge(survivor.id, absorbed.id)
    const states = await house.app.db
      .selectFrom('fairInvitation')
      .select(['establishmentId', 'state'])
      .where('fairId', '=', fair.id)
      .execute()
    expect(states.find(one => one.establishmentId === survivor.id)?.state).toBe('sent')
    expect(states.find(one => one.establishmentId === absorbed.id)?.state).toBe('revoked')
    const { body: session } = await person.send('GET', '/api/session')
    expect(session.establishments.map((one: { id: string }) => one.id)).toEqual([survivor.id])
    await manager.send('POST', at(`establishment-merges/${body.id}/undo`))
    expect(await snapshot([survivor.id, absorbed.id])).toEqual(before)
  })
})

describe('finding duplicates', () => {
  it('names why, and shows a pair no more once it was found to be two', async () => {
    const phone = '+84987000222'
    const first = await add({ name: 'HTX Mây Tre Phú Vinh', phone, taxCode: null })
    const second = await add({ name: 'Hợp tác xã mây tre Phú Vinh', phone })
    const pairOf = async () =>
      (await officer.send('GET', at('establishment-duplicates'))).body.items.find(
        (pair: { first: { id: string }; second: { id: string } }) =>
          [pair.first.id, pair.second.id].includes(first.id) &&
          [pair.first.id, pair.second.id].includes(second.id),
      )
    expect(await pairOf()).toMatchObject({ signs: ['name', 'phone'], taxCodesDiffer: false })
    const body = { firstId: second.id, secondId: first.id }
    const said = await officer.send('POST', at('establishment-duplicates/keep-apart'), body)
    expect(said.status).toBe(204)
    expect((await officer.send('POST', at('establishment-duplicates/keep-apart'), body)).status).toBe(204)
    expect(await pairOf()).toBeUndefined()
    const same = { firstId: first.id, secondId: first.id }
    const { status } = await officer.send('POST', at('establishment-duplicates/keep-apart'), same)
    expect(status).toBe(422)
    expect((await stranger.send('GET', at('establishment-duplicates'))).status).toBe(404)
  })
})
