import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dealInput, runningFair, selectedExhibitor } from '../../support/deals.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let fairId: string
let officer: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
  fairId = (await runningFair(house, organizerId)).id
  const one = await selectedExhibitor(house, fairId)
  const two = await selectedExhibitor(house, fairId)
  await house.app.db
    .updateTable('establishment')
    .set({ provinceCode: '17', sectorCode: 'food' })
    .where('id', '=', two.id)
    .execute()
  const log = async (exhibitor: typeof one, changes: Parameters<typeof dealInput>[0]) =>
    (
      await exhibitor.owner.send(
        'POST',
        `/api/applications/${exhibitor.applicationId}/deals`,
        dealInput(changes),
      )
    ).body
  const first = await log(one, { partnerName: 'Đặng Tiến & Söhne' })
  await officer.send('POST', `/api/deals/${first.id}/verify`, { version: 1 })
  await log(one, {
    kind: 'memorandum',
    currency: 'USD',
    valueMinor: 100,
    partnerName: '=HYPERLINK("http://x","y")',
  })
  await log(two, { kind: 'lead', currency: null, valueMinor: null, partnerName: '+84 Khách' })
  const otherFair = await runningFair(house, organizerId)
  const elsewhere = await selectedExhibitor(house, otherFair.id)
  await log(elsewhere, { partnerName: 'Hội chợ khác' })
})
afterAll(() => house.close())

async function names(query: string): Promise<string[]> {
  const { body } = await officer.send('GET', `/api/fairs/${fairId}/deals${query}`)
  return body.items.map((deal: { partnerName: string }) => deal.partnerName.slice(0, 4)).toSorted()
}

describe('GET /fairs/{fairId}/deals', () => {
  it('narrows by kind, state, currency, province, sector and words', async () => {
    expect(await names('')).toEqual(['+84 ', '=HYP', 'Đặng'])
    expect(await names('?kind=lead')).toEqual(['+84 '])
    expect(await names('?state=verified')).toEqual(['Đặng'])
    expect(await names('?currency=USD')).toEqual(['=HYP'])
    expect(await names('?sector=food')).toEqual(['+84 '])
    expect(await names('?province=gso-63:17')).toEqual(['+84 '])
    // Hoà Bình joined Phú Thọ on 1 July 2025.
    expect(await names('?province=gso-34:25')).toEqual(['+84 '])
    expect(await names('?q=dang%20sohne')).toEqual(['Đặng'])
    expect(await names('?q=100%25')).toEqual([])
  })

  it('sums each kind in each currency alone, of what is shown', async () => {
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/deals`)
    const figures = { verifiedCount: 0, verifiedMinor: 0, loggedCount: 0, loggedMinor: 0 }
    expect(body.totals).toEqual([
      { ...figures, kind: 'contract', currency: 'EUR', verifiedCount: 1, verifiedMinor: 4_200_000 },
      { ...figures, kind: 'memorandum', currency: 'USD', loggedCount: 1, loggedMinor: 100 },
      {
        kind: 'lead',
        currency: null,
        verifiedCount: 0,
        verifiedMinor: null,
        loggedCount: 1,
        loggedMinor: null,
      },
    ])
    const narrowed = await officer.send('GET', `/api/fairs/${fairId}/deals?kind=lead`)
    expect(narrowed.body.totals).toHaveLength(1)
  })

  it('shows when one person logged and verified', async () => {
    const held = await selectedExhibitor(house, (await runningFair(house, organizerId)).id)
    const path = `/api/applications/${held.applicationId}/deals`
    const deal = (await officer.send('POST', path, dealInput())).body
    await officer.send('POST', `/api/deals/${deal.id}/verify`, { version: 1 })
    const { body } = await officer.send('GET', `/api/fairs/${deal.fairId}/deals`)
    expect(body.items[0]).toMatchObject({ isVerifiedByLogger: true, establishmentName: held.name })
  })

  it('knows who may not', async () => {
    const reviewer = await house.staff(organizerId, 'reviewer')
    const elsewhere = await house.staff(await house.organizer(), 'manager')
    for (const path of [`/api/fairs/${fairId}/deals`, `/api/fairs/${fairId}/deals.xlsx`]) {
      const answers = await Promise.all(
        [house.visitor, reviewer, elsewhere].map(person => person.send('GET', path)),
      )
      expect(answers.map(answer => answer.status)).toEqual([401, 403, 404])
    }
  })
})

describe('GET /fairs/{fairId}/deals.xlsx', () => {
  it('keeps text as text and amounts as numbers', async () => {
    const { response, headers } = await officer.send('GET', `/api/fairs/${fairId}/deals.xlsx?lang=vi`)
    expect(headers.get('content-disposition')).toContain('giao-dich.xlsx')
    const bytes = Buffer.from(await response.arrayBuffer())
    const rows = await readSheet(bytes, 1)
    const header = rows.findIndex(cells => cells[0] === 'Cơ sở')
    const deals = rows.slice(header + 1)
    expect(deals).toHaveLength(3)
    const formula = deals.find(cells => String(cells[4]).startsWith('='))
    expect(formula?.[4]).toBe('=HYPERLINK("http://x","y")')
    expect(formula?.[8]).toBe(1)
    expect(deals.find(cells => cells[9] === 'EUR')?.[8]).toBe(42_000)
    const totals = await readSheet(bytes, 2)
    expect(totals.at(-1)?.[0]).toBe('Mối liên hệ')
  })

  it('writes what the filter leaves', async () => {
    const { response } = await officer.send('GET', `/api/fairs/${fairId}/deals.xlsx?lang=en&kind=lead`)
    const rows = await readSheet(Buffer.from(await response.arrayBuffer()), 1)
    expect(rows.at(-1)?.slice(3, 5)).toEqual(['Lead', '+84 Khách'])
    expect(rows.filter(cells => cells[3] !== null && cells[3] !== 'Kind').length).toBe(1)
  })
})
