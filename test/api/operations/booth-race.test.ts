import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { publishedFair } from '../../support/fairs.ts'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { hallWithBooths } from '../../support/plans.ts'
import { type ServerProcess, startProcess } from '../../support/process.ts'

const RIVALS = 50

let house: House
let officer: TestPerson
let fairId: string
let boothId: string
let servers: ServerProcess[] = []

beforeAll(async () => {
  house = await openHouse()
  const organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
  fairId = (await publishedFair(house, organizerId)).id
  const { booths } = await hallWithBooths(house, fairId, 1)
  boothId = booths[0]?.id ?? ''
  servers = await Promise.all([startProcess(house), startProcess(house)])
})
afterAll(async () => {
  await Promise.all(servers.map(server => server.stop()))
  await house.close()
})

/** One request over a real socket, as one of the two processes answers it. */
async function assign(server: ServerProcess | undefined, applicationId: string) {
  const path = `/api/fairs/${fairId}/plan/booths/${boothId}/assign`
  const answer = await fetch(`${server?.origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'hoicho', cookie: officer.cookie },
    body: JSON.stringify({ applicationId }),
  })
  const body = (await answer.json()) as { code?: string; params?: Record<string, unknown> }
  return { status: answer.status, ...body }
}

describe('50 people assign the same booth at once through two processes', () => {
  it('lets one win, tells 49 that it is taken, and writes one audit entry', async () => {
    const applications = await Promise.all(
      Array.from({ length: RIVALS }, async () => {
        const { id } = await establishment(house)
        return await application(house, fairId, id, 'selected')
      }),
    )
    const answers = await Promise.all(applications.map(({ id }, n) => assign(servers[n % 2], id)))

    const losers = answers.filter(answer => answer.status !== 200)
    expect(losers).toHaveLength(RIVALS - 1)
    expect(new Set(losers.map(({ status, code }) => `${status} ${code}`))).toEqual(
      new Set(['409 booths.already-assigned']),
    )
    const held = await house.app.db
      .selectFrom('boothAssignment')
      .select(['applicationId', 'state'])
      .where('fairId', '=', fairId)
      .execute()
    const winner = applications[answers.findIndex(answer => answer.status === 200)]
    expect(held).toEqual([{ applicationId: winner?.id, state: 'assigned' }])
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['actorId', 'after'])
      .where('action', '=', 'booths.assign')
      .where('entityId', '=', boothId)
      .execute()
    expect(audit).toEqual([{ actorId: officer.id, after: { applicationId: winner?.id } }])
  })
})
