import { deflateSync } from 'node:zlib'
import { attachFile } from '@hoicho/server/files/store-file.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let person: TestPerson

beforeAll(async () => {
  house = await openHouse()
  person = await house.signUp()
})
afterAll(() => house.close())

const PDF = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
)
const OCTETS = { 'content-type': 'application/octet-stream' }
const upload = (who: Pick<TestPerson, 'send'>, bytes: Uint8Array, name = 'giấy phép.pdf') =>
  who.send('POST', `/api/files?name=${encodeURIComponent(name)}`, bytes, OCTETS)

describe('POST /files', () => {
  it('keeps a paper and gives it back to the uploader, safely', async () => {
    const { status, body } = await upload(person, PDF)
    expect(status).toBe(201)
    expect(body).toMatchObject({ name: 'giấy phép.pdf', mediaType: 'application/pdf', sizeBytes: PDF.length })
    const { response } = await person.send('GET', `/api/files/${body.id}`)
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PDF)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="giay phep.pdf"; filename*=UTF-8''gi%E1%BA%A5y%20ph%C3%A9p.pdf`,
    )
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('is not found for anybody else', async () => {
    const { body } = await upload(person, PDF)
    const stranger = await house.signUp()
    expect((await stranger.send('GET', `/api/files/${body.id}`)).status).toBe(404)
    expect((await house.visitor.send('GET', `/api/files/${body.id}`)).status).toBe(404)
  })

  it.each([
    ['empty', new Uint8Array(), 'files.empty'],
    ['a script named .pdf', new TextEncoder().encode('<script>alert(1)</script>'), 'files.type-not-allowed'],
    [
      'an SVG',
      new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'files.type-not-allowed',
    ],
    ['a program', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), 'files.type-not-allowed'],
    ['a bare zlib stream', deflateSync(Buffer.alloc(1000)), 'files.type-not-allowed'],
  ])('refuses %s', async (_, bytes, code) => {
    expect((await upload(person, bytes)).body.code).toBe(code)
  })

  it('refuses more than 10 MB and keeps nothing of it', async () => {
    const big = new Uint8Array(10 * 1024 * 1024 + 1)
    big.set(PDF)
    const before = await countBlobs()
    expect((await upload(person, big)).status).toBe(413)
    expect(await countBlobs()).toBe(before)
  })

  it('asks a visitor to sign in', async () => {
    expect((await upload(house.visitor, PDF)).body.code).toBe('identity.not-signed-in')
  })

  it('strips folders and control characters from the name', async () => {
    const { body } = await upload(person, PDF, '../../etc/pass\u0007wd\u202E.pdf')
    expect(body.name).toBe('passwd.pdf')
  })

  it('stores equal bytes once', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.4 twice\n%%EOF')
    await upload(person, bytes)
    const before = await countBlobs()
    await upload(person, bytes)
    expect(await countBlobs()).toBe(before)
  })
})

describe('a file handed in with an application', () => {
  it("is seen by the fair's staff, not by gate staff nor another organizer", async () => {
    const organizerId = await house.organizer()
    const officer = await house.staff(organizerId, 'officer')
    const gate = await house.staff(organizerId, 'gate')
    const other = await house.staff(await house.organizer(), 'manager')
    const fair = await officer.send('POST', `/api/organizers/${organizerId}/fairs`, fairInput())
    const { id: establishmentId, owner } = await establishment(house)
    await application(house, fair.body.id, establishmentId)
    const { body } = await upload(owner, PDF)
    const ctx = await owner.ctx()
    await house.app.db
      .transaction()
      .execute(tx => attachFile(tx, ctx, body.id, { organizerId, fairId: fair.body.id, establishmentId }))
    const statuses = await Promise.all(
      [owner, officer, gate, other, house.visitor].map(async who => {
        return (await who.send('GET', `/api/files/${body.id}`)).status
      }),
    )
    expect(statuses).toEqual([200, 200, 404, 404, 404])
  })
})

async function countBlobs(): Promise<number> {
  const [row] = await house.database.sql<{ n: number }[]>`select count(*)::int as n from file_blob`
  return row?.n ?? 0
}
