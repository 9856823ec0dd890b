import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { addEstablishment } from '@hoicho/server/establishments/add-establishment.ts'
import { exportDirectory } from '@hoicho/server/establishments/export-directory.ts'
import { startImport } from '@hoicho/server/establishments/import/start-import.ts'
import type { Ctx } from '@hoicho/server/platform/context.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { EstablishmentInput } from '@hoicho/shared/establishments/schema.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishmentInput } from '../../../support/establishments.ts'
import { type House, openHouse } from '../../../support/house.ts'

/** What offices keep and programs like to change: zeros in front, text like a formula, lines, many digits, codes. */
const RECORDS: Partial<EstablishmentInput>[] = [
  {
    name: '\'=1+1 Gốm "Phù Lãng"',
    taxCode: '0100109106',
    phone: '+84912345678',
    vsicVersion: '2025',
    vsicCode: '2393',
    revenueVnd: 123_456_789_012,
    figuresYear: 2025,
    introductionVi: '-Dòng một\n=dòng hai',
    website: 'https://gom.vn/',
  },
  {
    name: 'Hợp tác xã Cũ',
    legalForm: 'HTX',
    taxCode: '0100109106-001',
    provinceScheme: 'gso-63',
    provinceCode: '27',
    phone: '+4969123456',
    vsicVersion: '2018',
    vsicCode: '23',
    employees: 1200,
  },
  {
    name: 'Mã lạ',
    taxCode: '0100109107',
    taxCodeReason: '+ Mã cấp trước 1998',
    exportMarkets: '@Đức, 3/4 Nhật Bản',
  },
]

let house: House
let organizerId: string
let officer: Ctx

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await (await house.staff(organizerId, 'officer')).ctx()
  for (const record of RECORDS) {
    await addEstablishment(systemContext(house.app), organizerId, establishmentInput(record))
  }
})
afterAll(() => house.close())

const unchanged = [{ verdict: 'unchanged', action: 'skip', count: RECORDS.length }]

describe('an exported list', () => {
  it('comes back without a change', async () => {
    const bytes = await exportDirectory(officer, organizerId, {})
    const { counts } = await startImport(officer, organizerId, 'danh-ba.xlsx', bytes)
    expect(counts).toEqual(unchanged)
  })

  it('comes back without a change after LibreOffice opened and saved it', async () => {
    const path = join(import.meta.dirname, '../../../fixtures/import/exported-libreoffice.xlsx')
    const { counts } = await startImport(officer, organizerId, 'danh-ba.xlsx', readFileSync(path))
    expect(counts).toEqual(unchanged)
  })
})
