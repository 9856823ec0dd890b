import { newId } from '@hoicho/server/platform/ids.ts'
import { viewFunnel } from '@hoicho/server/reports/recruitment-funnel.ts'
import type { RoadCounts } from '@hoicho/shared/reports/funnel.ts'
import { ROAD, roadOverTime, TIMED_STEPS } from '@hoicho/shared/reports/funnel.ts'
import type { RecruitmentFunnel } from '@hoicho/shared/reports/schema.ts'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { runningFair, selectedExhibitor } from '../../support/deals.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let fairId: string
let officer: TestPerson

type Invited = { channel: 'campaign' | 'officer' | 'phone'; invitedAt: string; visitedAt?: string }

async function invite(establishmentId: string, { visitedAt, ...invited }: Invited, state = 'sent' as const) {
  const row = { id: newId(), fairId, establishmentId, email: null, tokenHash: newId(), ...invited }
  await house.app.db
    .insertInto('fairInvitation')
    .values({ ...row, state: visitedAt ? 'visited' : state, visitedAt: visitedAt ?? null })
    .execute()
}

/** Two by campaign, one by phone, one by hand who is selected, one by the public call. */
beforeAll(async () => {
  house = await openHouse()
  const organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
  fairId = (await runningFair(house, organizerId)).id
  const [silent, looked, called, itself] = await Promise.all([1, 2, 3, 4].map(() => establishment(house)))
  // Half past eleven at night in Hà Nội, a Sunday: still the week before.
  await invite(silent?.id ?? '', { channel: 'campaign', invitedAt: '2026-03-01T16:30:00Z' })
  const visited = { invitedAt: '2026-03-01T17:30:00Z', visitedAt: '2026-03-05T03:00:00Z' }
  await invite(looked?.id ?? '', { channel: 'campaign', ...visited })
  await invite(called?.id ?? '', { channel: 'phone', invitedAt: '2026-03-10T03:00:00Z' })
  await application(house, fairId, itself?.id ?? '', 'draft')
  const exhibitor = await selectedExhibitor(house, fairId)
  await invite(exhibitor.id, { channel: 'officer', invitedAt: '2026-03-02T03:00:00Z' })
  await house.app.db
    .updateTable('application')
    .set({ startedAt: '2026-03-18T03:00:00Z' })
    .where('fairId', '=', fairId)
    .execute()
  await house.app.db
    .updateTable('application')
    .set({ submittedAt: '2026-03-20T03:00:00Z' })
    .where('id', '=', exhibitor.applicationId)
    .execute()
  await house.app.db
    .updateTable('establishment')
    .set({ provinceScheme: 'gso-63', provinceCode: '17', sectorCode: null })
    .where('id', '=', exhibitor.id)
    .execute()
})
afterAll(() => house.close())

const funnel = async (query = ''): Promise<RecruitmentFunnel> =>
  (await officer.send('GET', `/api/fairs/${fairId}/funnel${query}`)).body
const rowsOf = async (query: Record<string, string>) => {
  const path = `/api/fairs/${fairId}/report/dossiers?${new URLSearchParams(query)}`
  return (await officer.send('GET', path)).body.items.length
}

describe('GET /fairs/{fairId}/funnel', () => {
  it('counts who got to each step or farther, by channel, province and sector', async () => {
    const { total, byChannel, byProvince, bySector } = await funnel()
    const none = { submitted: 0, complete: 0, selected: 0, contract: 0 }
    expect(total).toEqual({
      invited: 5,
      visited: 3,
      started: 2,
      submitted: 1,
      complete: 1,
      selected: 1,
      contract: 0,
    })
    expect(byChannel).toEqual([
      { key: 'campaign', counts: { invited: 2, visited: 1, started: 0, ...none } },
      { key: 'officer', counts: { ...total, invited: 1, visited: 1, started: 1 } },
      { key: 'phone', counts: { invited: 1, visited: 0, started: 0, ...none } },
      { key: 'public', counts: { invited: 1, visited: 1, started: 1, ...none } },
    ])
    expect(byProvince.map(row => [row.nameVi, row.counts.invited])).toEqual([
      ['Hà Nội', 4],
      ['Phú Thọ', 1],
    ])
    expect(bySector.map(row => [row.key, row.counts.invited])).toEqual([
      ['handicraft', 4],
      ['none', 1],
    ])
  })

  it('puts each on the day it was at the fair', async () => {
    const { moments } = await funnel()
    expect(
      roadOverTime(moments, 'week').map(week => [week.from, ...TIMED_STEPS.map(step => week.counts[step])]),
    ).toEqual([
      ['2026-02-23', 1, 0, 0, 0, 0],
      ['2026-03-02', 2, 1, 0, 0, 0],
      ['2026-03-09', 1, 0, 0, 0, 0],
      ['2026-03-16', 1, 2, 2, 1, 0],
    ])
  })

  it('has exactly the rows behind every number', async () => {
    const { total, byProvince, bySector, byChannel, moments } = await funnel()
    const cuts: [Record<string, string>, RoadCounts][] = [
      [{}, total],
      ...byProvince.map(row => [{ province: row.key }, row.counts] as [Record<string, string>, RoadCounts]),
      ...bySector.map(row => [{ sector: row.key }, row.counts] as [Record<string, string>, RoadCounts]),
      ...byChannel.map(row => [{ channel: row.key }, row.counts] as [Record<string, string>, RoadCounts]),
    ]
    for (const [filter, counts] of cuts)
      for (const step of ROAD)
        expect([filter, step, await rowsOf({ ...filter, reached: step })]).toEqual([
          filter,
          step,
          counts[step],
        ])
    for (const { from, to, counts } of roadOverTime(moments, 'week'))
      for (const step of TIMED_STEPS) expect(await rowsOf({ reached: step, from, to })).toBe(counts[step])
    expect(await rowsOf({ reached: 'complete', from: '2020-01-01' })).toBe(0)
    expect((await officer.send('GET', `/api/fairs/${fairId}/report/dossiers?from=2026-02-31`)).status).toBe(
      422,
    )
  })

  it('asks as many questions for thirty more', async () => {
    const ask = async () => {
      let count = 0
      const ctx = await officer.ctx()
      const db = house.app.db.withPlugin({
        transformQuery: ({ node }) => {
          count += 1
          return node
        },
        transformResult: async ({ result }) => result,
      })
      await viewFunnel({ ...ctx, app: { ...house.app, db } }, fairId)
      return count
    }
    const few = await ask()
    for (let nth = 0; nth < 30; nth += 1)
      await application(house, fairId, (await establishment(house)).id, 'submitted')
    expect(await ask()).toBe(few)
    expect((await funnel()).total.submitted).toBe(31)
  })

  it('is a workbook too, with the totals', async () => {
    const { response } = await officer.send('GET', `/api/fairs/${fairId}/funnel.xlsx?period=day`)
    const sheets = await readWorkbook(Buffer.from(await response.arrayBuffer()))
    expect(sheets.map(sheet => sheet.sheet)).toEqual([
      'Theo tỉnh, thành phố',
      'Theo ngành hàng',
      'Theo nguồn hồ sơ',
      'Theo ngày',
    ])
    const { total } = await funnel()
    for (const sheet of sheets.slice(0, 3))
      expect(sheet.data.at(-1)?.slice(0, 8)).toEqual(['Cộng', ...ROAD.map(step => total[step])])
  })

  it('knows who may not', async () => {
    const elsewhere = await house.staff(await house.organizer(), 'manager')
    for (const path of ['funnel', 'funnel.xlsx']) {
      const answers = await Promise.all(
        [house.visitor, elsewhere].map(person => person.send('GET', `/api/fairs/${fairId}/${path}`)),
      )
      expect(answers.map(answer => answer.status)).toEqual([401, 404])
    }
  })
})
