import { addEstablishment } from '@hoicho/server/establishments/add-establishment.ts'
import { addRecognition } from '@hoicho/server/establishments/add-recognition.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { DirectoryEntry, EstablishmentInput } from '@hoicho/shared/establishments/schema.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishmentInput, recognitionInput } from '../../support/establishments.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let officer: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
afterAll(() => house.close())

const add = (changes: Partial<EstablishmentInput>) =>
  addEstablishment(systemContext(house.app), organizerId, establishmentInput(changes))
const list = (query: Record<string, string>, person: Pick<TestPerson, 'send'> = officer, at = organizerId) =>
  person.send('GET', `/api/organizers/${at}/establishments?${new URLSearchParams(query).toString()}`)
const namesIn = (body: { items: DirectoryEntry[] }) => body.items.map(item => item.name)

describe('GET /organizers/{organizerId}/establishments', () => {
  it('finds without diacritics, case or đ, by name and tax code, every word', async () => {
    const { taxCode } = await add({ name: 'Hợp tác xã Mây tre đan Phú Vinh' })
    await add({ name: 'Công ty CP Mật ong 100%_đặc biệt' })
    for (const q of ['may tre dan', 'PHU VINH', 'đan mây', taxCode?.slice(0, 8) ?? '']) {
      expect(namesIn((await list({ q })).body)).toEqual(['Hợp tác xã Mây tre đan Phú Vinh'])
    }
    expect(namesIn((await list({ q: '100%_' })).body)).toEqual(['Công ty CP Mật ong 100%_đặc biệt'])
    expect((await list({ q: 'khong co that' })).body).toEqual({
      items: [],
      next: null,
      total: 0,
      isMore: false,
    })
  })

  it('reads today’s province with those that joined it, an old one alone', async () => {
    await add({ name: 'Cũ Bắc Giang', provinceScheme: 'gso-63', provinceCode: '24' })
    await add({ name: 'Mới Bắc Ninh', provinceScheme: 'gso-34', provinceCode: '24' })
    expect(namesIn((await list({ province: 'gso-34:24' })).body)).toEqual(['Cũ Bắc Giang', 'Mới Bắc Ninh'])
    expect(namesIn((await list({ province: 'gso-63:24' })).body)).toEqual(['Cũ Bắc Giang'])
  })

  it('filters by sector and by titles valid today', async () => {
    const valid = await add({ name: 'Còn hạn', sectorCode: 'fishery' })
    const over = await add({ name: 'Hết hạn', sectorCode: 'fishery' })
    const ctx = systemContext(house.app)
    await addRecognition(ctx, valid.id, recognitionInput({ printedValidUntil: '2999-12-31' }))
    await addRecognition(ctx, over.id, recognitionInput({ issuedOn: '2015-05-05' }))
    expect(namesIn((await list({ sector: 'fishery' })).body)).toEqual(['Còn hạn', 'Hết hạn'])
    const { body } = await list({ sector: 'fishery', recognition: 'any' })
    expect(body.items.map((item: DirectoryEntry) => [item.name, item.titles])).toEqual([
      ['Còn hạn', [{ scheme: 'cnnt', level: 'nation' }]],
    ])
    expect((await list({ sector: 'fishery', recognition: 'ocop' })).body.total).toBe(0)
  })

  it('masks a tax code that is a person’s number', async () => {
    await add({ name: 'Hộ kinh doanh Nón Chuông', legalForm: 'HO_KD', taxCode: '001234567899' })
    const { body } = await list({ q: 'non chuong' })
    expect(body.items[0].taxCode).toBe('001••••••899')
  })

  it('pages through everything once, in either order', async () => {
    await Promise.all(Array.from({ length: 55 }, (_, i) => add({ name: `Trang ${i}`, sectorCode: 'wood' })))
    for (const sort of ['name', 'newest']) {
      const first = (await list({ sector: 'wood', sort })).body
      expect([first.items.length, first.total]).toEqual([50, 55])
      const second = (await list({ sector: 'wood', sort, after: first.next })).body
      expect([second.items.length, second.next]).toEqual([5, null])
      expect(new Set([...namesIn(first), ...namesIn(second)]).size).toBe(55)
    }
  })

  it('knows who may not', async () => {
    const other = await house.staff(await house.organizer(), 'manager')
    const gate = await house.staff(organizerId, 'gate')
    const answers = await Promise.all([house.visitor, other, gate].map(person => list({}, person)))
    expect(answers.map(answer => answer.body.code)).toEqual([
      'identity.not-signed-in',
      'platform.not-found',
      'identity.not-allowed',
    ])
  })
})

describe('GET /reference/{list}', () => {
  it('gives everybody the lists to choose from, to be kept a while', async () => {
    const counts = await Promise.all(
      ['provinces', 'sectors', 'vsic', 'banks'].map(async name => {
        const { status, body, headers } = await house.visitor.send('GET', `/api/reference/${name}`)
        expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=3600'])
        return body.items.length
      }),
    )
    expect(counts[0]).toBe(97)
    expect(counts.every(count => count > 0)).toBe(true)
  })
})
