import { addBankAccount } from '@hoicho/server/establishments/add-bank-account.ts'
import { addEstablishment } from '@hoicho/server/establishments/add-establishment.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { EstablishmentInput } from '@hoicho/shared/establishments/schema.ts'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishmentInput } from '../../support/establishments.ts'
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

async function exported(query: Record<string, string> = {}) {
  const path = `/api/organizers/${organizerId}/establishments.xlsx?${new URLSearchParams(query).toString()}`
  const { status, response } = await officer.send('GET', path)
  expect(status).toBe(200)
  const [header = [], ...rows] = await readSheet(Buffer.from(await response.arrayBuffer()))
  return rows.map(row => Object.fromEntries(header.map((title, i) => [String(title), row[i] ?? null])))
}

describe('GET /organizers/{organizerId}/establishments.xlsx', () => {
  it('has every row of the filters, names for codes, and no formula', async () => {
    const { taxCode, id } = await add({
      name: '=HYPERLINK("http://x")',
      provinceScheme: 'gso-63',
      provinceCode: '24',
      employees: 12,
      revenueVnd: 1_500_000_000,
      figuresYear: 2025,
      representativeName: 'Nguyễn Văn Ân',
    })
    await add({ name: 'Ngành khác', sectorCode: 'wood' })
    const rows = await exported({ sector: 'handicraft' })
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({
      'Tên cơ sở': `'=HYPERLINK("http://x")`,
      'Loại hình': 'Công ty TNHH hai thành viên trở lên',
      'Mã số thuế': taxCode,
      'Tỉnh, thành phố': 'Bắc Giang (trước 7/2025)',
      'Số điện thoại': '0912 345 678',
      'Số lao động': 12,
      'Doanh thu năm (đồng)': 1_500_000_000,
      'Số liệu của năm': '2025',
      'Mã hồ sơ': id,
    })
    expect(JSON.stringify(rows)).not.toContain('Nguyễn Văn Ân')
  })

  it('leaves out what is a person’s own', async () => {
    const { id } = await add({ name: 'Hộ Nón Chuông', legalForm: 'HO_KD', taxCode: '001234567899' })
    const account = { bankBin: '970436', account: '99887766', holder: 'NON CHUONG' }
    await addBankAccount(systemContext(house.app), id, account)
    const text = JSON.stringify(await exported({ q: 'non chuong' }))
    expect(text).toContain('Hộ Nón Chuông')
    for (const own of ['001234567899', '99887766', '345 678', 'gom@example.vn'])
      expect(text).not.toContain(own)
  })

  it('is refused to the gate and hidden from another organizer', async () => {
    const gate = await house.staff(organizerId, 'gate')
    const stranger = await house.staff(await house.organizer(), 'officer')
    const path = `/api/organizers/${organizerId}/establishments.xlsx`
    expect((await gate.send('GET', path)).status).toBe(403)
    expect((await stranger.send('GET', path)).status).toBe(404)
  })
})
