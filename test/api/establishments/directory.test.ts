import { addEstablishment } from '@hoicho/server/establishments/add-establishment.ts'
import { addRecognition } from '@hoicho/server/establishments/add-recognition.ts'
import { directoryPage } from '@hoicho/server/establishments/directory-queries.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type {
  DirectoryEntry,
  DirectoryQuery,
  EstablishmentInput,
} from '@hoicho/shared/establishments/schema.ts'
import type { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishmentInput, recognitionInput } from '../../support/establishments.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { recording } from '../../support/recorded.ts'

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

  it('lists first what begins with the words, then with the first of them, in pages without gaps', async () => {
    const names = ['An Quế Rừng', 'Quế An', 'Quế Rừng', 'Rừng Quế', 'Trầm Quế Rừng', 'Quế Thơm Rừng']
    for (const name of names) await add({ name: `Công ty TNHH ${name}` })
    const ordered = ['Quế Rừng', 'Quế Thơm Rừng', 'An Quế Rừng', 'Rừng Quế', 'Trầm Quế Rừng'].map(
      name => `Công ty TNHH ${name}`,
    )
    const paged = async (counted: number) => {
      const found = []
      for (let after: string | undefined, n = 0; n < 9; n++) {
        const query = { q: 'que rung', ...(after ? { after } : {}) }
        const { rows } = await directoryPage(house.app.db, query, '2026-01-01', { page: 1, counted })
        after = rows[0]?.id
        if (!after) break
        found.push(rows[0]?.name)
      }
      return found
    }
    expect(namesIn((await list({ q: 'quế rừng' })).body)).toEqual(ordered)
    // Gathered and sorted, or walked along the index: the same list.
    expect(await paged(1001)).toEqual(ordered)
    expect(await paged(1)).toEqual(ordered)
  })

  it('asks no more often for many than for few, and finds by index', async () => {
    await house.database.sql`
      insert into establishment (id, name, name_key, legal_form, product_names, province_scheme, province_code, created_at)
      select gen_random_uuid(), 'Kho ' || n, 'kho ' || n, 'KHAC', md5(n::text), 'gso-34', '01', now()
      from generate_series(1, 3000) n`
    await house.database.sql`vacuum analyze establishment`
    const { db, statements } = recording(house.app.db)
    const limits = { page: 51, counted: 1001 }
    const asked = async (query: DirectoryQuery, counted = 1001) => {
      const from = statements.length
      await directoryPage(db, query, '2026-01-01', { ...limits, counted })
      return statements.slice(from)
    }
    const gathered = await asked({ q: 'may tre' })
    expect([gathered, await asked({ q: 'trang' })].map(asks => asks.length)).toEqual([2, 2])
    expect(await asked({})).toHaveLength(3)
    expect(await asked({ q: 'trang 1', province: 'gso-34:24' })).toHaveLength(3)
    // What fits more than are counted is walked, piece by piece of the order.
    const walked = await asked({ q: 'kho 299' }, 1)
    expect(walked).toHaveLength(5)
    expect(await planOf(gathered[1], 'bitmap')).toContain('Scan on establishment_search')
    for (const walk of walked.slice(2)) {
      expect(await planOf(walk, 'order')).toMatch(/Scan (?:using|on) establishment_order/)
      expect(await planOf(walk, 'order')).not.toContain('establishment_search')
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

/** How the database goes about a statement when it may neither read a table from end to end nor sort it. */
async function planOf(statement: CompiledQuery | undefined, by: 'bitmap' | 'order'): Promise<string> {
  return await house.database.sql.begin(async tx => {
    await tx`set local enable_seqscan = off`
    if (by === 'bitmap') await tx`set local enable_indexscan = off`
    else await tx`select set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`
    const parameters = [...(statement?.parameters ?? [])] as string[]
    const rows = await tx.unsafe(`explain ${statement?.sql ?? ''}`, parameters)
    return rows.map(row => String(row['QUERY PLAN'])).join('\n')
  })
}

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
