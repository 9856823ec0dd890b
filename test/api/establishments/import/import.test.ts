import { addEstablishment } from '@hoicho/server/establishments/add-establishment.ts'
import { addProduct } from '@hoicho/server/establishments/add-product.ts'
import { exportDirectory } from '@hoicho/server/establishments/export-directory.ts'
import { applyImport } from '@hoicho/server/establishments/import/apply-import.ts'
import { cancelImport } from '@hoicho/server/establishments/import/cancel-import.ts'
import { chooseRows } from '@hoicho/server/establishments/import/choose-rows.ts'
import { mapImport } from '@hoicho/server/establishments/import/map-import.ts'
import { startImport } from '@hoicho/server/establishments/import/start-import.ts'
import { undoImport } from '@hoicho/server/establishments/import/undo-import.ts'
import type { Ctx } from '@hoicho/server/platform/context.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { EstablishmentInput } from '@hoicho/shared/establishments/schema.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishmentInput, productInput, validTaxCode } from '../../../support/establishments.ts'
import { type House, openHouse } from '../../../support/house.ts'

let house: House
let organizerId: string
let officer: Ctx

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await (await house.staff(organizerId, 'officer')).ctx()
})
afterAll(() => house.close())

const csv = (...rows: string[]) =>
  new TextEncoder().encode(['Tên cơ sở;MST;Tỉnh;Điện thoại', ...rows].join('\n'))
const start = (...rows: string[]) => startImport(officer, organizerId, 'danh sách.csv', csv(...rows))
const add = (changes: Partial<EstablishmentInput>) =>
  addEstablishment(systemContext(house.app), organizerId, establishmentInput(changes))
const everything = () => house.app.db.selectFrom('establishment').selectAll().orderBy('id').execute()
const verdicts = (importId: string) =>
  house.app.db
    .selectFrom('directoryImportRow')
    .select(['verdict', 'action'])
    .where('importId', '=', importId)
    .orderBy('rowNumber')
    .execute()

describe('an import', () => {
  it('creates and changes what the preview said, logs each, and can be taken back', async () => {
    const there = await add({ name: 'Cơ sở Đã Có', phone: null, provinceCode: '24' })
    const before = await everything()
    const { id, state } = await start(
      `Cơ sở Đã Có;${there.taxCode};Bắc Ninh;0987 654 321`,
      'HTX Gốm Mới <script>;;Bắc Ninh;',
      'HTX Gom moi script;;Bắc Ninh;',
      'Không nơi;;Atlantis;',
    )
    expect(state).toBe('previewed')
    expect((await verdicts(id)).map(row => `${row.verdict} ${row.action}`)).toEqual([
      'update update',
      'new create',
      'duplicate skip',
      'fault skip',
    ])
    expect(await everything()).toEqual(before)
    await applyImport(officer, organizerId, id)
    const after = await everything()
    expect(after).toHaveLength(before.length + 1)
    expect(after.find(one => one.id === there.id)).toMatchObject({ phone: '+84987654321', version: 2 })
    expect(after.at(-1)).toMatchObject({
      name: 'HTX Gốm Mới <script>',
      legalForm: 'HTX',
      provinceCode: '24',
      version: 1,
    })
    const log = await house.app.db
      .selectFrom('auditEntry')
      .select(['entity', 'before', 'after'])
      .where('action', '=', 'establishments.import')
      .where('establishmentId', '=', there.id)
      .execute()
    expect(log).toEqual([
      { entity: 'establishment', before: { phone: null }, after: { phone: '+84987654321' } },
    ])
    await undoImport(officer, organizerId, id)
    expect((await everything()).map(one => ({ ...one, version: 0 }))).toEqual(
      before.map(one => ({ ...one, version: 0 })),
    )
    await expect(undoImport(officer, organizerId, id)).rejects.toMatchObject({
      code: 'establishments.import-wrong-state',
    })
  })

  it('reads an exported list back without a change', async () => {
    await add({
      name: "'=1+1",
      phone: '+4969123456',
      introductionVi: '-a\n=b',
      employees: 1200,
      vsicVersion: '2018',
      vsicCode: '23',
    })
    await add({
      name: 'Hộ Cũ',
      provinceScheme: 'gso-63',
      provinceCode: '27',
      legalForm: 'HO_KD',
      taxCode: '001234567899',
    })
    await add({
      name: 'Mã lạ',
      taxCode: '0100109107',
      taxCodeReason: 'Mã cấp trước 1998',
      website: 'https://a.vn/',
      vsicVersion: '2025',
      vsicCode: '2393',
    })
    const bytes = await exportDirectory(officer, organizerId, {})
    const { counts } = await startImport(officer, organizerId, 'danh-ba.xlsx', bytes)
    expect(counts).toEqual([{ verdict: 'unchanged', action: 'skip', count: (await everything()).length }])
  })

  it('is refused as a whole where a record changed since the preview', async () => {
    const there = await add({ name: 'Sắp Đổi', phone: null })
    const { id } = await start(`Sắp Đổi;${there.taxCode};Quảng Ninh;0987654321`, 'HTX Không Vào;;Bắc Ninh;')
    await house.app.db.updateTable('establishment').set({ version: 7 }).where('id', '=', there.id).execute()
    const before = await everything()
    await expect(applyImport(officer, organizerId, id)).rejects.toMatchObject({
      code: 'establishments.import-stale',
    })
    expect(await everything()).toEqual(before)
  })

  it('is refused as a whole where another took the tax code since, and of two at once one applies', async () => {
    const taxCode = validTaxCode()
    const taken = await start(`Trùng Mã;${taxCode};Bắc Ninh;`, 'HTX Kèm Theo;;Bắc Ninh;')
    await add({ name: 'Nhanh Hơn', taxCode })
    await expect(applyImport(officer, organizerId, taken.id)).rejects.toMatchObject({
      code: 'establishments.import-stale',
    })
    const { id } = await start('HTX Hai Người;;Bắc Ninh;')
    const both = await Promise.allSettled([
      applyImport(officer, organizerId, id),
      applyImport(officer, organizerId, id),
    ])
    expect(both.map(one => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is not taken back where a new record is in use, or after a day', async () => {
    const { id } = await start('HTX Đang Dùng;;Bắc Ninh;')
    await applyImport(officer, organizerId, id)
    const made = (await everything()).find(one => one.name === 'HTX Đang Dùng')
    await expect(
      undoImport(
        { ...officer, now: () => new Date(Date.now() + 25 * 3_600_000).toISOString() },
        organizerId,
        id,
      ),
    ).rejects.toMatchObject({ code: 'establishments.import-too-late' })
    await addProduct(systemContext(house.app), made?.id ?? '', productInput())
    await expect(undoImport(officer, organizerId, id)).rejects.toMatchObject({
      code: 'establishments.import-edited',
    })
    expect((await everything()).some(one => one.id === made?.id)).toBe(true)
  })

  it('takes other columns and other choices, and deletes its rows when given up', async () => {
    const { id } = await start('HTX A B;;Bắc Ninh;0987654321', 'HTX a b;;Bắc Ninh;')
    await chooseRows(officer, organizerId, id, { rowNumbers: [3], action: 'create' })
    await expect(
      chooseRows(officer, organizerId, id, { rowNumbers: [3], action: 'update' }),
    ).rejects.toMatchObject({
      code: 'platform.invalid',
    })
    expect((await verdicts(id)).map(row => row.action)).toEqual(['create', 'create'])
    const mapped = await mapImport(officer, organizerId, id, ['name', null, null, null])
    expect(mapped.counts).toMatchObject([{ verdict: 'duplicate' }, { verdict: 'fault' }])
    await expect(mapImport(officer, organizerId, id, ['name', 'name', null, null])).rejects.toMatchObject({
      code: 'platform.invalid',
    })
    await cancelImport(officer, organizerId, id)
    expect(await verdicts(id)).toEqual([])
  })

  it('is for officers of the organizer alone', async () => {
    const { id } = await start('HTX Riêng;;Bắc Ninh;')
    const gate = await (await house.staff(organizerId, 'gate')).ctx()
    const otherId = await house.organizer()
    const stranger = await (await house.staff(otherId, 'officer')).ctx()
    await expect(applyImport(gate, organizerId, id)).rejects.toMatchObject({ status: 403 })
    await expect(applyImport(stranger, organizerId, id)).rejects.toMatchObject({ status: 404 })
    await expect(applyImport(stranger, otherId, id)).rejects.toMatchObject({ status: 404 })
  })
})
