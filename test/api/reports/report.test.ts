import { newId } from '@hoicho/server/platform/ids.ts'
import { viewReport } from '@hoicho/server/reports/report.ts'
import type { KyselyPlugin } from 'kysely'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { dealInput, runningFair, selectedExhibitor } from '../../support/deals.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let fairId: string
let manager: TestPerson
const now = new Date().toISOString()

async function invite(establishmentId: string, state: 'sent' | 'visited' | 'submitted' | 'revoked') {
  const visitedAt = state === 'sent' ? null : now
  const row = { id: newId(), fairId, establishmentId, email: 'a@example.vn', tokenHash: newId() }
  await house.app.db
    .insertInto('fairInvitation')
    .values({ ...row, state, invitedAt: now, visitedAt })
    .execute()
}

/** A booth, a badge and its scan, for one selected application. */
async function atTheFair(applicationId: string) {
  const { db } = house.app
  const [hallId, boothId, badgeId, gateId, deviceId] = [newId(), newId(), newId(), newId(), newId()]
  const made = { fairId, createdAt: now }
  await db
    .insertInto('hall')
    .values({ ...made, id: hallId, name: hallId, widthCm: 900, depthCm: 900 })
    .execute()
  const size = { xCm: 0, yCm: 0, widthCm: 300, depthCm: 300, areaCm2: 90_000, priceMinor: 1 }
  await db
    .insertInto('booth')
    .values({
      ...made,
      ...size,
      id: boothId,
      hallId,
      number: hallId.slice(-4),
      kind: 'standard',
      fundingSource: 'national',
    })
    .execute()
  await db
    .insertInto('boothAssignment')
    .values({ id: newId(), fairId, boothId, applicationId, state: 'assigned', assignedAt: now })
    .execute()
  const badge = {
    kind: 'exhibitor',
    holderName: 'Lê Na',
    state: 'active',
    keyNumber: 1,
    code: badgeId,
  } as const
  const serial = Number.parseInt(badgeId.slice(-6), 16)
  await db
    .insertInto('badge')
    .values({ ...badge, id: badgeId, fairId, serial, applicationId, issuedAt: now })
    .execute()
  await db
    .insertInto('gate')
    .values({ ...made, id: gateId, name: gateId, kinds: ['exhibitor'] })
    .execute()
  await db
    .insertInto('gateDevice')
    .values({ ...made, id: deviceId, name: 'Máy 1' })
    .execute()
  for (const verdict of ['admitted', 'already-inside']) {
    const scan = {
      gateId,
      deviceId,
      badgeId,
      direction: 'entry',
      verdict,
      scannedAt: now,
      receivedAt: now,
    } as const
    await db
      .insertInto('scan')
      .values({ ...scan, id: newId(), fairId })
      .execute()
  }
}

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  manager = await house.staff(organizerId, 'manager')
  fairId = (await runningFair(house, organizerId)).id
  const [onlyInvited, visited, drafting, back] = await Promise.all(
    [1, 2, 3, 4].map(() => establishment(house)),
  )
  await invite(onlyInvited?.id ?? '', 'sent')
  await invite(visited?.id ?? '', 'visited')
  await invite(back?.id ?? '', 'revoked')
  await application(house, fairId, drafting?.id ?? '', 'draft')
  const exhibitor = await selectedExhibitor(house, fairId)
  await invite(exhibitor.id, 'submitted')
  await house.app.db
    .updateTable('establishment')
    .set({ provinceCode: '17', sectorCode: null })
    .where('id', '=', exhibitor.id)
    .execute()
  await atTheFair(exhibitor.applicationId)
  const path = `/api/applications/${exhibitor.applicationId}/deals`
  const deal = (await exhibitor.owner.send('POST', path, dealInput())).body
  await manager.send('POST', `/api/deals/${deal.id}/verify`, { version: 1 })
  await exhibitor.owner.send('POST', path, dealInput({ currency: 'VND', valueMinor: 5_000_000 }))
})
afterAll(() => house.close())

const report = async (query = '') => (await manager.send('GET', `/api/fairs/${fairId}/report${query}`)).body

describe('GET /fairs/{fairId}/report', () => {
  it('counts establishments step by step', async () => {
    const { total, byChannel } = await report()
    expect(total).toEqual({
      invited: 3,
      visited: 2,
      started: 2,
      submitted: 1,
      complete: 1,
      selected: 1,
      booth: 1,
      contract: 0,
      badges: 1,
      attended: 1,
      deals: 1,
    })
    const started = byChannel.map((row: { key: string; counts: { started: number } }) => [
      row.key,
      row.counts.started,
    ])
    expect(new Map(started)).toEqual(
      new Map([
        ['officer', 1],
        ['public', 1],
      ]),
    )
  })

  it('maps old provinces to new ones, and names both', async () => {
    const old = await report('?scheme=gso-63')
    expect(old.byProvince.map((row: { nameVi: string }) => row.nameVi)).toEqual(['Hà Nội', 'Hòa Bình'])
    const since = await report('?scheme=gso-34')
    expect(since.byProvince.map((row: { nameVi: string }) => row.nameVi)).toEqual(['Hà Nội', 'Phú Thọ'])
    expect(since.total).toEqual(old.total)
    expect((await report()).scheme).toBe('gso-34')
  })

  it('keeps those without a sector, last', async () => {
    const { bySector } = await report()
    expect(bySector.map((row: { key: string }) => row.key)).toEqual(['handicraft', 'none'])
  })

  it('keeps deals by kind, currency and word', async () => {
    const { deals } = await report()
    const row = { kind: 'contract', verifiedCount: 0, verifiedMinor: 0, loggedCount: 0, loggedMinor: 0 }
    expect(deals).toEqual([
      { ...row, currency: 'VND', loggedCount: 1, loggedMinor: 5_000_000 },
      { ...row, currency: 'EUR', verifiedCount: 1, verifiedMinor: 4_200_000 },
    ])
  })

  it('counts booths, and entries that were let in', async () => {
    const { booths, visits, lastScanAt } = await report()
    const area = { areaCm2: 90_000, assignedAreaCm2: 90_000 }
    expect(booths).toEqual([{ fundingSource: 'national', booths: 1, assignedBooths: 1, ...area }])
    expect(visits).toHaveLength(7)
    expect(visits.reduce((sum: number, day: { staff: number }) => sum + day.staff, 0)).toBe(1)
    expect(visits.every((day: { visitors: number }) => day.visitors === 0)).toBe(true)
    expect(lastScanAt).toBe(now)
  })

  it('asks as many questions for thirty as for one', async () => {
    const ask = async () => {
      let count = 0
      const plugin: KyselyPlugin = {
        transformQuery: ({ node }) => {
          count += 1
          return node
        },
        transformResult: async ({ result }) => result,
      }
      const ctx = await manager.ctx()
      const app = { ...house.app, db: house.app.db.withPlugin(plugin) }
      await viewReport({ ...ctx, app }, fairId)
      return count
    }
    const few = await ask()
    for (let index = 0; index < 30; index += 1) {
      const one = await establishment(house)
      await application(house, fairId, one.id, 'submitted')
    }
    expect(await ask()).toBe(few)
    expect(few).toBeLessThan(20)
  })

  it('knows who may not', async () => {
    const reviewer = await house.staff(organizerId, 'reviewer')
    const elsewhere = await house.staff(await house.organizer(), 'manager')
    for (const path of ['report', 'report.xlsx', 'report/dossiers']) {
      const answers = await Promise.all(
        [house.visitor, reviewer, elsewhere].map(person =>
          person.send('GET', `/api/fairs/${fairId}/${path}`),
        ),
      )
      expect(answers.map(answer => answer.status)).toEqual([401, 403, 404])
    }
  })
})

describe('GET /fairs/{fairId}/report/dossiers', () => {
  it('shows exactly the rows behind every figure', async () => {
    const { total, byProvince, bySector, byChannel } = await report()
    const count = async (query: string) =>
      (await manager.send('GET', `/api/fairs/${fairId}/report/dossiers?${query}`)).body.items.length
    for (const [stage, figure] of Object.entries(total))
      expect([stage, await count(`stage=${stage}`)]).toEqual([stage, figure])
    for (const row of byProvince)
      expect(await count(`stage=started&province=${row.key}`)).toBe(row.counts.started)
    for (const row of bySector)
      expect(await count(`stage=started&sector=${row.key}`)).toBe(row.counts.started)
    for (const row of byChannel)
      expect(await count(`stage=invited&channel=${row.key}`)).toBe(row.counts.invited)
  })

  it('says how far each got', async () => {
    const { body } = await manager.send('GET', `/api/fairs/${fairId}/report/dossiers?stage=deals`)
    expect(body.items).toMatchObject([
      { stage: 'deals', state: 'selected', dealCount: 2, provinceNameVi: 'Phú Thọ' },
    ])
  })
})

describe('GET /fairs/{fairId}/report.xlsx', () => {
  it('has the same figures in seven sheets', async () => {
    const { response } = await manager.send('GET', `/api/fairs/${fairId}/report.xlsx?lang=vi`)
    const sheets = await readWorkbook(Buffer.from(await response.arrayBuffer()))
    expect(sheets.map(sheet => sheet.sheet)).toEqual([
      'Từ mời đến giao dịch',
      'Theo tỉnh, thành phố',
      'Theo ngành hàng',
      'Giao dịch',
      'Gian hàng theo nguồn kinh phí',
      'Hỗ trợ theo khoản mục',
      'Lượt vào theo ngày',
    ])
    const funnel = sheets[0]?.data.find(row => row[0] === 'Được mời')
    expect(funnel?.slice(0, 6)).toEqual(['Được mời', 3, 0, 3, 0, 0])
    const deals = sheets[3]?.data.filter(row => row[0] === 'Hợp đồng đã ký')
    expect(deals?.map(row => row.slice(1, 6))).toEqual([
      ['VND', 0, 0, 1, 5_000_000],
      ['EUR', 1, 42_000, 0, 0],
    ])
  })
})
