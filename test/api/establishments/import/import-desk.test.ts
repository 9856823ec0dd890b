import { setTimeout } from 'node:timers/promises'
import { addEstablishment } from '@hoicho/server/establishments/add-establishment.ts'
import { addProduct } from '@hoicho/server/establishments/add-product.ts'
import { applyImport } from '@hoicho/server/establishments/import/apply-import.ts'
import { chooseFields } from '@hoicho/server/establishments/import/choose-fields.ts'
import { chooseRows } from '@hoicho/server/establishments/import/choose-rows.ts'
import { correctCells } from '@hoicho/server/establishments/import/correct-cells.ts'
import { exportFaults } from '@hoicho/server/establishments/import/export-faults.ts'
import { forgetImports } from '@hoicho/server/establishments/import/forget-imports.ts'
import {
  checkUndo,
  listImportRows,
  listImports,
  readImport,
} from '@hoicho/server/establishments/import/reads.ts'
import { rereadImport } from '@hoicho/server/establishments/import/reread-import.ts'
import { startImport } from '@hoicho/server/establishments/import/start-import.ts'
import { stopImport } from '@hoicho/server/establishments/import/stop-import.ts'
import { undoImport } from '@hoicho/server/establishments/import/undo-import.ts'
import type { Ctx } from '@hoicho/server/platform/context.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { ImportView } from '@hoicho/shared/establishments/import/schema.ts'
import type { EstablishmentInput } from '@hoicho/shared/establishments/schema.ts'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishmentInput, productInput } from '../../../support/establishments.ts'
import { type House, openHouse } from '../../../support/house.ts'
import { startProcess } from '../../../support/process.ts'

let house: House
let organizerId: string
let officer: Ctx
let strangers: Ctx[]

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await (await house.staff(organizerId, 'officer')).ctx()
  const gate = await (await house.staff(organizerId, 'gate')).ctx()
  strangers = [gate, await (await house.staff(await house.organizer(), 'officer')).ctx()]
})
afterAll(() => house.close())

const start = (...lines: string[]) =>
  startImport(officer, organizerId, 'ds.csv', new TextEncoder().encode(lines.join('\n')))
const add = (changes: Partial<EstablishmentInput>) =>
  addEstablishment(systemContext(house.app), organizerId, establishmentInput(changes))
const rows = async (id: string) => (await listImportRows(officer, organizerId, id, {})).items
const record = (id: string) =>
  house.app.db.selectFrom('establishment').selectAll().where('id', '=', id).executeTakeFirst()
const lastAudit = (id: string) =>
  house.app.db
    .selectFrom('auditEntry')
    .select(['before', 'after'])
    .where('entityId', '=', id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
const refusedToStrangers = async (attempt: (ctx: Ctx) => Promise<unknown>) => {
  const refusals = await Promise.allSettled(strangers.map(attempt))
  expect(refusals).toMatchObject([
    { status: 'rejected', reason: { status: 403 } },
    { status: 'rejected', reason: { status: 404 } },
  ])
}

describe('fields', () => {
  it('are chosen one by one: kept ones stay, taken ones change, all kept skips the row', async () => {
    const there = await add({ name: 'Gốm Một', phone: '+84912345678', email: null, provinceCode: '24' })
    const { id } = await start('Tên;MST;Tỉnh;SĐT;Email', `Gốm Một;${there.taxCode};Hà Nội;0987654321;a@b.vn`)
    const [row] = await rows(id)
    expect(row?.changes).toEqual([
      { field: 'province', before: 'Bắc Ninh', after: 'Hà Nội', isTaken: true },
      { field: 'phone', before: '0912 345 678', after: '0987 654 321', isTaken: true },
      { field: 'email', before: null, after: 'a@b.vn', isTaken: true },
    ])
    await chooseFields(officer, organizerId, id, 2, ['province', 'phone', 'email'])
    expect((await rows(id))[0]?.action).toBe('skip')
    await chooseFields(officer, organizerId, id, 2, ['province', 'phone'])
    expect((await rows(id))[0]?.changes.map(change => change.isTaken)).toEqual([false, false, true])
    expect((await lastAudit(id)).after).toEqual({ rowNumber: 2, kept: ['province', 'phone'] })
    await applyImport(officer, organizerId, id)
    expect(await record(there.id)).toMatchObject({
      phone: '+84912345678',
      email: 'a@b.vn',
      provinceCode: '24',
    })
    await expect(chooseFields(officer, organizerId, id, 2, [])).rejects.toMatchObject({
      code: 'establishments.import-wrong-state',
    })
    await undoImport(officer, organizerId, id)
    expect(await record(there.id)).toMatchObject({ phone: '+84912345678', email: null, provinceCode: '24' })
  })

  it('are not for a row that may not update, nor for others', async () => {
    const { id } = await start('Tên;Tỉnh', 'HTX Mới Tinh;Hà Nội')
    await expect(chooseFields(officer, organizerId, id, 2, [])).rejects.toMatchObject({
      code: 'platform.invalid',
    })
    await refusedToStrangers(ctx => chooseFields(ctx, organizerId, id, 2, []))
  })
})

describe('choices', () => {
  it('reach all rows a filter leaves, and the preview says how many', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `HTX Lò ${i};${i < 20 ? 'Hà Nội' : 'Bắc Ninh'}`)
    const { id } = await start('Tên;Tỉnh', ...lines)
    const found = await listImportRows(officer, organizerId, id, { q: 'ha noi', verdict: 'new' })
    expect([found.total, found.choosable]).toEqual([20, { create: 0, update: 0, skip: 20 }])
    const view = await chooseRows(officer, organizerId, id, { q: 'ha noi', verdict: 'new', action: 'skip' })
    expect(view.counts).toEqual([
      { verdict: 'new', action: 'create', count: 10 },
      { verdict: 'new', action: 'skip', count: 20 },
    ])
    expect(await listImportRows(officer, organizerId, id, { q: '100%_' })).toMatchObject({ total: 0 })
    const byName = await listImportRows(officer, organizerId, id, { sort: 'name', q: '7' })
    expect(byName.items.map(row => row.rowNumber)).toEqual([9, 19, 29, 7].toSorted((a, b) => nameOrder(a, b)))
  })
})

/** Row 7 holds «Lò 5», rows 9, 19 and 29 «Lò 7», «Lò 17», «Lò 27». */
const nameOrder = (a: number, b: number) => (`lo ${a - 2}` < `lo ${b - 2}` ? -1 : 1)

describe('a corrected cell', () => {
  it('is judged again with the rest, and other choices stay', async () => {
    const { id } = await start('Tên;Tỉnh', 'HTX Sen;Atlantis', 'HTX Súng;Atlantis', 'HTX Cúc;Hà Nội')
    await chooseRows(officer, organizerId, id, { rowNumbers: [4], action: 'skip' })
    await correctCells(officer, organizerId, id, { rowNumber: 2, field: 'province', value: 'Bắc Ninh' })
    expect((await rows(id)).map(row => `${row.verdict} ${row.action}`)).toEqual([
      'new create',
      'fault skip',
      'new skip',
    ])
    expect(await lastAudit(id)).toEqual({
      before: { value: 'Atlantis' },
      after: { field: 'province', value: 'Bắc Ninh', rowNumbers: [2] },
    })
    await correctCells(officer, organizerId, id, { rowNumber: 3, field: 'name', value: 'HTX Sen' })
    await correctCells(officer, organizerId, id, { rowNumber: 3, field: 'province', value: 'Hà Nội' })
    expect((await rows(id))[1]).toMatchObject({
      verdict: 'duplicate',
      twinOf: 2,
      cells: ['HTX Sen', 'Hà Nội'],
    })
    await refusedToStrangers(ctx =>
      correctCells(ctx, organizerId, id, { rowNumber: 2, field: 'name', value: 'x' }),
    )
  })

  it('may be all that read the same, also where the file has no such column', async () => {
    const { id } = await start('Tên;Điện thoại', 'HTX Lan;1', 'HTX Huệ;', 'HTX Mai;')
    const before = await readImport(officer, organizerId, id)
    expect(before.counts).toEqual([{ verdict: 'fault', action: 'skip', count: 3 }])
    await correctCells(officer, organizerId, id, {
      rowNumber: 2,
      field: 'province',
      value: 'Hà Nội',
      alike: true,
    })
    await correctCells(officer, organizerId, id, { rowNumber: 2, field: 'phone', value: '' })
    const after = await readImport(officer, organizerId, id)
    expect([after.counts, after.mapping]).toEqual([
      [{ verdict: 'new', action: 'create', count: 3 }],
      ['name', 'phone', 'province'],
    ])
  })
})

describe('a file', () => {
  it('is read another way when told so, until it is applied', async () => {
    const { id, reading } = await start('Ghi chú;abc', 'Tên;Tỉnh', 'HTX Tre;Hà Nội')
    expect(reading.headerRow).toBe(2)
    const other = await rereadImport(officer, organizerId, id, { headerRow: 1 })
    expect([other.state, other.headers]).toEqual(['previewed', ['Ghi chú', 'abc']])
    const back = await rereadImport(officer, organizerId, id, {})
    expect([back.state, back.mapping]).toEqual(['previewed', ['name', 'province']])
    await refusedToStrangers(ctx => rereadImport(ctx, organizerId, id, {}))
    await applyImport(officer, organizerId, id)
    await expect(rereadImport(officer, organizerId, id, {})).rejects.toMatchObject({
      code: 'establishments.import-source-gone',
    })
    await undoImport(officer, organizerId, id)
  })

  it('gives its faulty rows back with the reasons, and they import again', async () => {
    const { id } = await start('Tên;Tỉnh;SĐT', '=1+1;Atlantis;0912345678', 'HTX Được;Hà Nội;')
    const bytes = await exportFaults(officer, organizerId, id)
    const sheet = await readSheet(Buffer.from(bytes))
    expect(sheet).toEqual([
      ['Tên', 'Tỉnh', 'SĐT', 'Dòng trong tệp', 'Lý do'],
      ["'=1+1", 'Atlantis', '0912345678', '2', 'Tỉnh, thành phố: không có tỉnh, thành phố này'],
    ])
    const again = await startImport(officer, organizerId, 'dong-loi.xlsx', bytes)
    expect(again.mapping).toEqual(['name', 'province', 'phone', null, null])
    expect((await rows(again.id))[0]).toMatchObject({ verdict: 'fault', faults: [{ field: 'province' }] })
    await refusedToStrangers(ctx => exportFaults(ctx, organizerId, id))
  })
})

describe('undo', () => {
  it('says what it cannot take back and why, and leaves that when told so', async () => {
    const there = await add({ name: 'Đã Sửa', phone: null })
    const { id } = await start(
      'Tên;MST;Tỉnh;SĐT',
      `Đã Sửa;${there.taxCode};;0987654321`,
      'HTX Dùng Rồi;;Hà Nội;',
      'HTX Bỏ Được;;Hà Nội;',
    )
    await applyImport(officer, organizerId, id)
    const made = async (name: string) =>
      (await house.app.db.selectFrom('establishment').select('id').where('name', '=', name).execute())[0]?.id
    await addProduct(systemContext(house.app), (await made('HTX Dùng Rồi')) ?? '', productInput())
    await house.app.db.updateTable('establishment').set({ version: 9 }).where('id', '=', there.id).execute()
    const check = await checkUndo(officer, organizerId, id)
    expect(check).toMatchObject({ isOpen: true, count: 3, blockedCount: 2 })
    expect(check.blocked.map(row => [row.rowNumber, row.name, row.because])).toEqual([
      [2, 'Đã Sửa', 'edited'],
      [3, 'HTX Dùng Rồi', 'used'],
    ])
    await expect(undoImport(officer, organizerId, id)).rejects.toMatchObject({
      code: 'establishments.import-edited',
    })
    expect((await undoImport(officer, organizerId, id, true)).state).toBe('undone')
    expect([await made('HTX Dùng Rồi'), await made('HTX Bỏ Được')]).toEqual([expect.any(String), undefined])
    expect((await record(there.id))?.phone).toBe('+84987654321')
    expect((await rows(id)).map(row => row.leftBecause)).toEqual(['edited', 'used', null])
    await refusedToStrangers(ctx => checkUndo(ctx, organizerId, id))
  })
})

describe('applying', () => {
  /** An import that waits at its first step, for another holds the record it is about to change. */
  async function heldUp(work: (view: ImportView, release: () => Promise<void>) => Promise<void>) {
    const there = await add({ name: `Bị Giữ ${Math.random()}`, phone: null })
    const view = await start('MST;Tên;Tỉnh;SĐT', `${there.taxCode};;;0987654321`, ';HTX Sau;Hà Nội;')
    const holder = await house.database.sql.reserve()
    await holder`begin`
    await holder`select 1 from establishment where id = ${there.id} for update`
    let isHeld = true
    const release = async () => {
      if (!isHeld) return
      isHeld = false
      await holder`rollback`
      holder.release()
    }
    await work(view, release).finally(release)
    expect((await record(there.id))?.phone).toBeNull()
    const left = await house.app.db
      .selectFrom('establishment')
      .select('id')
      .where('name', '=', 'HTX Sau')
      .execute()
    expect(left).toEqual([])
  }

  const running = async (id: string, wanted: boolean) => {
    for (let n = 0; n < 200; n++) {
      const { run } = await readImport(officer, organizerId, id)
      if (run?.isRunning === wanted) return run
      await setTimeout(25)
    }
    throw new Error('the import did not get there')
  }

  it('is stopped when asked to, and leaves nothing behind', () =>
    heldUp(async ({ id }, release) => {
      await expect(stopImport(officer, organizerId, id)).rejects.toMatchObject({
        code: 'establishments.import-wrong-state',
      })
      const attempt = applyImport(officer, organizerId, id)
      attempt.catch(() => {})
      expect(await running(id, true)).toMatchObject({ total: 2, done: 0, isStopped: false })
      await expect(applyImport(officer, organizerId, id)).rejects.toMatchObject({
        code: 'establishments.import-running',
      })
      await refusedToStrangers(ctx => stopImport(ctx, organizerId, id))
      expect((await stopImport(officer, organizerId, id)).run?.isStopped).toBe(true)
      await release()
      await expect(attempt).rejects.toMatchObject({ code: 'establishments.import-stopped' })
      expect(await readImport(officer, organizerId, id)).toMatchObject({
        state: 'previewed',
        run: { isRunning: false, isStopped: true },
      })
    }))

  it('leaves nothing behind when the server ends in the middle, and can be tried again', async () => {
    let again = ''
    await heldUp(async ({ id }, release) => {
      const server = await startProcess(house)
      const person = await house.staff(organizerId, 'officer')
      const path = `/api/organizers/${organizerId}/establishment-imports/${id}/apply`
      const answer = fetch(`${server.origin}${path}`, {
        method: 'POST',
        headers: { cookie: person.cookie, 'x-requested-with': 'hoicho', origin: server.origin },
      }).catch(() => null)
      await running(id, true)
      await server.stop('SIGKILL')
      await answer
      await release()
      expect(await running(id, false)).toMatchObject({ isStopped: false, done: 0 })
      expect((await readImport(officer, organizerId, id)).state).toBe('previewed')
      again = id
    })
    expect((await applyImport(officer, organizerId, again)).state).toBe('applied')
  }, 60_000)
})

describe('the list of imports', () => {
  it('has who, when and how many, and keeps the figures when the rows are forgotten', async () => {
    const { id } = await start('Tên;Tỉnh', 'HTX Nhớ Lâu;Hà Nội')
    const { items } = await listImports(officer, organizerId)
    const one = {
      id,
      fileName: 'ds.csv',
      state: 'previewed',
      counts: [{ verdict: 'new', action: 'create', count: 1 }],
    }
    expect(items[0]).toMatchObject(one)
    expect(items[0]?.createdByName).toBe(officer.actor.kind === 'person' ? officer.actor.name : '')
    await refusedToStrangers(ctx => listImports(ctx, organizerId))
    await forgetImports(house.app.db, new Date(Date.now() + 60_000).toISOString())
    const after = (await listImports(officer, organizerId)).items
    expect(after[0]).toMatchObject({ ...one, state: 'cancelled' })
    expect(await rows(id)).toEqual([])
  })
})
