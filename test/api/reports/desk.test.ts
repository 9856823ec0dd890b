import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { moveFair } from '@hoicho/server/fairs/move-fair.ts'
import { newId } from '@hoicho/server/platform/ids.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { viewDesk } from '@hoicho/server/reports/desk.ts'
import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { dealInput, runningFair, selectedExhibitor } from '../../support/deals.ts'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let fairId: string
let officer: TestPerson
let manager: TestPerson
let reviewer: TestPerson

const apply = async (state: Parameters<typeof application>[3]) =>
  await application(house, fairId, (await establishment(house)).id, state)

async function assign(applicationId: string, reviewerId: string, isFiled: boolean) {
  const now = new Date().toISOString()
  const ofFair = { fairId, applicationId, reviewerId }
  await house.app.db
    .insertInto('reviewerAssignment')
    .values({ ...ofFair, id: newId(), assignedAt: now })
    .execute()
  if (!isFiled) return
  const sheet = { state: 'filed', updatedAt: now, filedAt: now } as const
  await house.app.db
    .insertInto('scoreSheet')
    .values({ ...ofFair, ...sheet, id: newId() })
    .execute()
}

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
  manager = await house.staff(organizerId, 'manager')
  reviewer = await house.staff(organizerId, 'reviewer')
  const other = await house.staff(organizerId, 'reviewer')
  fairId = (await runningFair(house, organizerId)).id
  await apply('submitted')
  await apply('submitted')
  await apply('draft')
  const open = await apply('complete')
  await assign(open.id, reviewer.id, false)
  await assign(open.id, other.id, true)
  const scored = await apply('complete')
  await assign(scored.id, reviewer.id, true)
  await assign(scored.id, other.id, true)
  const exhibitor = await selectedExhibitor(house, fairId)
  await exhibitor.owner.send('POST', `/api/applications/${exhibitor.applicationId}/deals`, dealInput())
})
afterAll(() => house.close())

const waitingFor = async (person: TestPerson) => {
  const { body } = await person.send('GET', `/api/organizers/${organizerId}/desk`)
  return body.items.find((item: { fair: { id: string } }) => item.fair.id === fairId).waiting
}

describe('GET /organizers/{organizerId}/desk', () => {
  it('shows each role what it can do', async () => {
    expect(await waitingFor(officer)).toEqual([
      { code: 'to-check', count: 2 },
      { code: 'without-booth', count: 1 },
      { code: 'deals-to-verify', count: 1 },
    ])
    expect(await waitingFor(reviewer)).toEqual([{ code: 'sheets-to-file', count: 1 }])
    expect(await waitingFor(manager)).toContainEqual({ code: 'ready-to-decide', count: 1 })
    expect(await waitingFor(await house.staff(organizerId, 'gate'))).toEqual([])
  })

  it('says where the fair stands', async () => {
    const { body } = await manager.send('GET', `/api/organizers/${organizerId}/desk`)
    expect(body.items[0]).toMatchObject({
      phase: 'setup',
      progress: { submitted: 5, selected: 1, booth: 0, contract: 0, deals: 1 },
      nextDeadline: { code: 'fair-closes', daysLeft: 3 },
    })
  })

  it('asks as many questions for four fairs as for one', async () => {
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
      await viewDesk({ ...ctx, app: { ...house.app, db: house.app.db.withPlugin(plugin) } }, organizerId)
      return count
    }
    const few = await ask()
    for (let index = 0; index < 3; index += 1) await runningFair(house, organizerId)
    expect(await ask()).toBe(few)
  })

  it('knows who may not', async () => {
    const elsewhere = await house.staff(await house.organizer(), 'manager')
    for (const path of [`/api/organizers/${organizerId}/desk`, `/api/fairs/${fairId}/overview`]) {
      const answers = await Promise.all([house.visitor, elsewhere].map(person => person.send('GET', path)))
      expect(answers.map(answer => answer.status)).toEqual([401, 404])
    }
  })
})

describe('GET /fairs/{fairId}/overview', () => {
  it('tells officers what was done, and nobody else', async () => {
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/overview`)
    expect(body.activity[0]).toMatchObject({ action: 'deals.log', actorKind: 'person' })
    expect(body.activity[0].establishmentName).toMatch(/^Cơ sở/)
    expect(body.deadlines.map((one: { code: string }) => one.code)).toContain('report-due')
    const seen = await reviewer.send('GET', `/api/fairs/${fairId}/overview`)
    expect([seen.status, seen.body.activity]).toEqual([200, []])
  })
})

describe('GET /establishments/{establishmentId}/home', () => {
  it('says the next step of each application, and the open calls', async () => {
    const ctx = systemContext(house.app)
    const open = await createFair(ctx, organizerId, fairInput({ nameVi: 'Hội chợ mở' }))
    await house.app.db.updateTable('fair').set({ state: 'published' }).where('id', '=', open.id).execute()
    const held = await selectedExhibitor(house, fairId)
    const home = async () => (await held.owner.send('GET', `/api/establishments/${held.id}/home`)).body
    const first = await home()
    expect(first.applications).toMatchObject([
      { id: held.applicationId, state: 'selected', step: { code: 'log-deals', turn: 'act', page: 'deals' } },
    ])
    expect(first.openFairs.map((fair: { nameVi: string }) => fair.nameVi)).toEqual(['Hội chợ mở'])
    await application(house, open.id, held.id, 'submitted')
    const second = await home()
    expect(second.openFairs).toEqual([])
    expect(second.applications.map((one: { step: { code: string } }) => one.step.code)).toEqual([
      'log-deals',
      'wait-check',
    ])
    await moveFair(ctx, open.id, 'cancel')
    expect((await home()).applications[1].step.code).toBe('fair-cancelled')
  })

  it('is nobody else’s', async () => {
    const held = await selectedExhibitor(house, fairId)
    const stranger = await selectedExhibitor(house, fairId)
    const people = [house.visitor, stranger.owner, manager]
    const answers = await Promise.all(
      people.map(one => one.send('GET', `/api/establishments/${held.id}/home`)),
    )
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 404])
  })
})
