import { createApp } from '@hoicho/server/app.ts'
import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { openApp } from '@hoicho/server/open-app.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import type { BoothView } from '@hoicho/shared/booths/schema.ts'
import type { ApplicationState } from '@hoicho/shared/recruitment/states.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { type Answer, fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'
import { boothInput, hallWithBooths } from '../../support/plans.ts'

let house: House
let organizerId: string
let officer: TestPerson
let fairId: string
let slug: string
let booth: BoothView
let second: BoothView

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
beforeEach(async () => {
  const fair = await createFair(systemContext(house.app), organizerId, fairInput())
  fairId = fair.id
  slug = fair.slug
  const { booths } = await hallWithBooths(house, fairId, 2)
  const [first, next] = booths
  if (!first || !next) throw new Error('no booths')
  booth = first
  second = next
})
afterAll(() => house.close())

const at = (verb: 'assign' | 'release', boothId = booth.id) =>
  `/api/fairs/${fairId}/plan/booths/${boothId}/${verb}`
const assign = (person: Pick<TestPerson, 'send'>, applicationId: string, boothId = booth.id) =>
  person.send('POST', at('assign', boothId), { applicationId })

async function applicant(state: ApplicationState = 'selected', ofFair = fairId) {
  const { id: establishmentId } = await establishment(house)
  return { establishmentId, ...(await application(house, ofFair, establishmentId, state)) }
}

const assignments = () =>
  house.app.db
    .selectFrom('boothAssignment')
    .select(['boothId', 'applicationId', 'state', 'releaseReason'])
    .where('fairId', '=', fairId)
    .orderBy('id')
    .execute()

const auditOfBooth = () =>
  house.app.db
    .selectFrom('auditEntry')
    .select(['action', 'actorId', 'fairId', 'establishmentId', 'after'])
    .where('entity', '=', 'booth')
    .where('entityId', '=', booth.id)
    .orderBy('id')
    .execute()

describe('assign', () => {
  it('gives the booth and writes one audit entry', async () => {
    const { id, establishmentId } = await applicant()
    const { status, body } = await assign(officer, id)
    expect([status, body.assignment.applicationId, body.assignment.state]).toEqual([200, id, 'assigned'])
    expect(await assignments()).toEqual([
      { boothId: booth.id, applicationId: id, state: 'assigned', releaseReason: null },
    ])
    expect(await auditOfBooth()).toEqual([
      {
        action: 'booths.assign',
        actorId: officer.id,
        fairId,
        establishmentId,
        after: { applicationId: id },
      },
    ])
  })

  it('gives one application several booths', async () => {
    const { id } = await applicant()
    await assign(officer, id)
    await assign(officer, id, second.id)
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/plan`)
    expect(body.seekers).toMatchObject([{ applicationId: id, boothCount: 2, isConfirmed: false }])
  })

  it('takes no second owner and no one who was not selected', async () => {
    await assign(officer, (await applicant()).id)
    const taken = await assign(officer, (await applicant()).id)
    expect([taken.status, taken.body.code, taken.body.params]).toEqual([
      409,
      'booths.already-assigned',
      { booth: 'A01' },
    ])
    const waiting = await assign(officer, (await applicant('waiting')).id, second.id)
    expect([waiting.status, waiting.body.code]).toEqual([409, 'booths.not-selected'])
  })

  it('knows who may, and finds nothing of another fair', async () => {
    const { id } = await applicant()
    const other = await house.staff(await house.organizer(), 'manager')
    const finance = await house.staff(organizerId, 'finance')
    const answers = await Promise.all([house.visitor, other, finance].map(person => assign(person, id)))
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403])
    const elsewhere = (await createFair(systemContext(house.app), organizerId, fairInput())).id
    const stranger = await applicant('selected', elsewhere)
    expect((await assign(officer, stranger.id)).status).toBe(404)
    const theirs = await hallWithBooths(house, elsewhere, 1)
    expect((await assign(officer, id, theirs.booths[0]?.id)).status).toBe(404)
    expect(await assignments()).toEqual([])
  })

  it('lets one of 50 win when all try at once through two programs', async () => {
    const twin = openApp(house.app.config, house.app.secrets, house.app.log, house.database.url, 8)
    const doors = [createApp(house.app), createApp(twin.app)]
    const applications = await Promise.all(Array.from({ length: 50 }, () => applicant()))
    const answers = await Promise.all(applications.map(({ id }, i) => rush(doors[i % 2], officer.cookie, id)))
    await twin.close()
    const codes = answers.map(answer => answer.body.code ?? 'won').sort()
    expect(codes).toEqual([...Array(49).fill('booths.already-assigned'), 'won'])
    const losers = answers.filter(answer => answer.status !== 200)
    expect(losers.every(answer => answer.status === 409 && answer.body.params.booth === 'A01')).toBe(true)
    expect(await assignments()).toHaveLength(1)
    expect(await auditOfBooth()).toHaveLength(1)
  }, 30_000)

  it('lets many people assign and release the same booths at once without a deadlock', async () => {
    const applications = await Promise.all(Array.from({ length: 4 }, () => applicant()))
    const steps = Array.from({ length: 60 }, (_, i) => {
      const boothId = i % 2 === 0 ? booth.id : second.id
      const applicationId = applications[i % 4]?.id ?? ''
      return i % 3 === 2
        ? officer.send('POST', at('release', boothId), { reason: 'thử' })
        : assign(officer, applicationId, boothId)
    })
    const answers = await Promise.all(steps)
    expect(answers.filter(answer => answer.status >= 500)).toEqual([])
    const live = (await assignments()).filter(row => row.state !== 'released').map(row => row.boothId)
    expect(new Set(live).size).toBe(live.length)
  }, 30_000)
})

async function rush(door: ReturnType<typeof createApp> | undefined, cookie: string, applicationId: string) {
  if (!door) throw new Error('no door')
  const response = await door.request(at('assign'), {
    method: 'POST',
    headers: { 'x-requested-with': 'hoicho', 'content-type': 'application/json', cookie },
    body: JSON.stringify({ applicationId }),
  })
  return { status: response.status, body: (await response.json()) as Answer['body'] }
}

describe('release', () => {
  it('takes the booth back with its reason, and another may have it', async () => {
    const { id } = await applicant()
    await assign(officer, id)
    const { status, body } = await officer.send('POST', at('release'), { reason: 'Đổi khu' })
    expect([status, body.assignment]).toEqual([200, null])
    expect(await assignments()).toMatchObject([{ state: 'released', releaseReason: 'Đổi khu' }])
    expect((await assign(officer, (await applicant()).id)).status).toBe(200)
  })

  it('needs an assignment and a reason', async () => {
    const free = await officer.send('POST', at('release'), { reason: 'Đổi khu' })
    expect([free.status, free.body.code]).toEqual([409, 'booths.not-assigned'])
    const silent = await officer.send('POST', at('release'), { reason: ' ' })
    expect(silent.body.errors).toMatchObject([{ pointer: '/reason', code: 'required' }])
  })

  it('is once for two who try at once', async () => {
    await assign(officer, (await applicant()).id)
    const answers = await Promise.all(
      [1, 2].map(() => officer.send('POST', at('release'), { reason: 'Đổi khu' })),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
  })

  it('knows who may', async () => {
    const other = await house.staff(await house.organizer(), 'manager')
    const reviewer = await house.staff(organizerId, 'reviewer')
    const answers = await Promise.all(
      [house.visitor, other, reviewer].map(person => person.send('POST', at('release'), { reason: 'x' })),
    )
    expect(answers.map(answer => answer.status)).toEqual([401, 404, 403])
  })

  it('leaves an assigned booth on the plan', async () => {
    await assign(officer, (await applicant()).id)
    const { body } = await officer.send('DELETE', `/api/fairs/${fairId}/plan/booths/${booth.id}`)
    expect([body.code, body.params]).toEqual(['booths.still-assigned', { booth: 'A01' }])
  })
})

const publish = () =>
  house.app.db.updateTable('fair').set({ state: 'published' }).where('id', '=', fairId).execute()

describe('the public plan', () => {
  it('shows who stands where, of a published fair only, and nothing of money', async () => {
    const { id } = await applicant()
    await assign(officer, id)
    const path = `/api/public/fairs/${slug}/plan`
    expect((await house.visitor.send('GET', path)).status).toBe(404)
    await publish()
    const { status, body } = await house.visitor.send('GET', path)
    expect(status).toBe(200)
    expect(
      body.booths.map((one: { number: string; exhibitor: unknown }) => [one.number, one.exhibitor !== null]),
    ).toEqual([
      ['A01', true],
      ['A02', false],
    ])
    expect(body.booths[0].exhibitor).toMatchObject({ sectorCode: 'handicraft', products: [] })
    expect(JSON.stringify(body)).not.toContain('priceMinor')
  })

  it('holds whatever was drawn', async () => {
    await officer.send('POST', `/api/fairs/${fairId}/plan/halls/${booth.hallId}/booths`, {
      booths: [boothInput({ number: '9.1 D44', yCm: 900 })],
    })
    await publish()
    const { body } = await house.visitor.send('GET', `/api/public/fairs/${slug}/plan`)
    expect(body.booths.at(-1).number).toBe('9.1 D44')
  })
})
