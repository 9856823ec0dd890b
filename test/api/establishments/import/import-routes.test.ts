import { addEstablishment } from '@hoicho/server/establishments/add-establishment.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishmentInput } from '../../../support/establishments.ts'
import { type House, openHouse, type TestPerson } from '../../../support/house.ts'

let house: House
let officer: TestPerson
let base: string

beforeAll(async () => {
  house = await openHouse()
  const organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
  base = `/api/organizers/${organizerId}/establishment-imports`
})
afterAll(() => house.close())

const BINARY = { 'content-type': 'application/octet-stream' }
const upload = (text: string) =>
  officer.send('POST', `${base}?name=ds.csv`, new TextEncoder().encode(text), BINARY)

describe('establishment-imports', () => {
  it('goes from upload to undo', async () => {
    const there = await addEstablishment(
      systemContext(house.app),
      (await officer.ctx()).rights.organizers[0]?.organizerId ?? '',
      establishmentInput({ name: 'Đã Có', phone: null }),
    )
    const { status, body } = await upload(
      `Tên;MST;Tỉnh;SĐT\nĐã Có;${there.taxCode};;0987654321\nHTX Mới;;Bắc Ninh;\nHỏng;;Atlantis;123\n`,
    )
    expect([status, body.state, body.mapping]).toEqual([
      201,
      'previewed',
      ['name', 'taxCode', 'province', 'phone'],
    ])
    const one = `${base}/${body.id}`
    const { body: rows } = await officer.send('GET', `${one}/rows`)
    expect([rows.total, rows.choosable]).toEqual([3, { create: 0, update: 0, skip: 2 }])
    expect(rows.items[0]).toMatchObject({
      verdict: 'update',
      establishmentName: 'Đã Có',
      matchedBy: 'tax-code',
      changes: [{ field: 'phone', before: null, after: '0987 654 321', isTaken: true }],
    })
    const { body: faulty } = await officer.send('GET', `${one}/rows?verdict=fault`)
    expect(faulty.items.map((row: { faults: unknown }) => row.faults)).toEqual([
      [
        { field: 'province', code: 'province' },
        { field: 'phone', code: 'phone' },
      ],
    ])
    const choice = { rowNumbers: [2], action: 'skip' }
    expect((await officer.send('PUT', `${one}/choices`, choice)).status).toBe(200)
    const mapping = { mapping: ['name', null, 'province', null] }
    expect((await officer.send('PUT', `${one}/mapping`, mapping)).status).toBe(200)
    expect((await officer.send('POST', `${one}/apply`)).body.state).toBe('applied')
    expect((await officer.send('POST', `${one}/undo`, { leaveBlocked: false })).body.state).toBe('undone')
    expect((await officer.send('POST', `${one}/cancel`)).status).toBe(409)
    expect((await officer.send('GET', one)).body.state).toBe('undone')
  })

  it('refuses 200 MB by what the request announces, before it is read', async () => {
    const response = await house.http.request(`${base}?name=to.xlsx`, {
      method: 'POST',
      headers: {
        'x-requested-with': 'hoicho',
        cookie: officer.cookie,
        'content-length': String(200 * 1024 * 1024),
        ...BINARY,
      },
      body: 'PK',
    })
    expect(response.status).toBe(413)
  })

  it('takes 20,000 rows in and back out', async () => {
    const lines = Array.from(
      { length: 20_000 },
      (_, i) =>
        `Công ty TNHH Gốm số ${i};;Thôn ${i}, xã Phù Lãng;Bắc Ninh;0912 345 678;${i % 300} người;1,5 tỷ`,
    )
    const head = 'Tên cơ sở;MST;Địa chỉ;Tỉnh;Điện thoại;Lao động;Doanh thu'
    const { status, body } = await upload([head, ...lines].join('\n'))
    expect(status).toBe(201)
    expect(body.counts).toEqual([{ verdict: 'new', action: 'create', count: 20_000 }])
    const applied = await officer.send('POST', `${base}/${body.id}/apply`)
    expect(applied.status).toBe(200)
    expect((await officer.send('POST', `${base}/${body.id}/undo`, { leaveBlocked: false })).status).toBe(200)
  }, 120_000)
})
