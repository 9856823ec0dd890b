import { newId } from '@hoicho/server/platform/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { PLAIN, readRoutes } from '../../support/walk.ts'
import { applicant, auditOf, openStage, type Stage, sheet } from './stage.ts'

let house: House
let stage: Stage

beforeAll(async () => {
  house = await openHouse()
  stage = await openStage(house)
})
afterAll(() => house.close())

const TAX_CODE = '0100109106'
const at = (rest: string) => `/api/fairs/${stage.fairId}/selection/${rest}`
const sheetAt = (id: string, rest = '') => `/api/applications/${id}/my-sheet${rest}`

const profileOf = (person: TestPerson) =>
  `/api/organizers/${stage.organizerId}/reviewers/${person.id}/profile`

const assign = (id: string, reviewer: TestPerson) =>
  stage.officer.send('POST', at('assignments'), { applicationIds: [id], reviewerIds: [reviewer.id] })

const setEstablishment = (id: string, values: Record<string, string>) =>
  house.app.db.updateTable('establishment').set(values).where('id', '=', id).execute()

const employ = async (person: TestPerson, employers: object[], phone = '') => {
  const { body } = await person.send('GET', profileOf(person))
  return await person.send('PUT', profileOf(person), { phone, employers, version: body.version })
}

const settle = (person: TestPerson, applicationId: string, reviewer: TestPerson, isConflict: boolean) =>
  person.send('POST', at('council/settle-conflict'), {
    applicationId,
    reviewerId: reviewer.id,
    isConflict,
    reason: 'Đã hỏi và xác minh',
  })

describe("a reviewer's profile", () => {
  it('is written by themself and the desk, nobody else', async () => {
    const [reviewer, other] = stage.reviewers
    const input = {
      phone: '0912 345 678',
      employers: [{ name: 'Sở Công Thương', taxCode: '', isPast: true }],
      version: 0,
    }
    const put = (person: TestPerson, version = 0) =>
      person.send('PUT', profileOf(reviewer), { ...input, version })
    expect((await put(other)).status).toBe(404)
    expect((await put((await openStage(house)).officer)).status).toBe(404)
    expect((await put(reviewer)).body).toMatchObject({ phone: '+84912345678', version: 1 })
    expect((await put(stage.officer)).body.code).toBe('platform.changed-meanwhile')
    expect((await put(stage.officer, 1)).status).toBe(200)
    expect((await other.send('GET', profileOf(reviewer))).status).toBe(404)
    expect(await auditOf(house, 'selection.edit-profile', reviewer.id)).toHaveLength(2)
    expect((await stage.officer.send('GET', profileOf(stage.officer))).status).toBe(404)
  })
})

describe('what a member and an application have in common', () => {
  const cases: [string, (person: TestPerson, establishmentId: string) => Promise<unknown>][] = [
    [
      'employer',
      async (person, id) => {
        await setEstablishment(id, { taxCode: TAX_CODE })
        return await employ(person, [{ name: 'Khác', taxCode: '0100 109 106', isPast: false }])
      },
    ],
    [
      'past-employer',
      async (person, id) => {
        await setEstablishment(id, { name: 'Gốm sứ Phù Lãng' })
        return await employ(person, [{ name: 'GOM SU PHU LANG', taxCode: '', isPast: true }])
      },
    ],
    [
      'phone',
      async (person, id) => {
        await setEstablishment(id, { phone: '+84987654321' })
        return await employ(person, [], '098 765 4321')
      },
    ],
    [
      'e-mail',
      async (person, id) => await setEstablishment(id, { email: `ban-hang@${person.email.split('@')[1]}` }),
    ],
  ]

  it.each(cases)('is found by %s, keeps the member away and is set aside with a reason', async (by, make) => {
    const reviewer = await house.staff(stage.organizerId, 'reviewer')
    const { id, establishment } = await applicant(house, stage.fairId)
    await assign(id, reviewer)
    await reviewer.send('POST', sheetAt(id, '/file'), sheet(10, 10))
    await make(reviewer, establishment.id)
    expect((await reviewer.send('GET', sheetAt(id))).status).toBe(404)
    expect((await assign(id, reviewer)).body.code).toBe('selection.has-conflict')
    const ranked = async () => {
      const { body } = await stage.officer.send('GET', at('ranking'))
      return body.items.find((row: { applicationId: string }) => row.applicationId === id).filed
    }
    expect(await ranked()).toBe(0)
    const { body } = await stage.manager.send('GET', at('council'))
    const found = body.interests.find((row: { applicationId: string }) => row.applicationId === id)
    expect(found).toMatchObject({ reviewerId: reviewer.id, by: [by] })
    expect((await settle(stage.officer, id, reviewer, false)).status).toBe(403)
    expect((await settle(reviewer, id, reviewer, false)).body.code).toBe('selection.no-council')
    expect((await settle(stage.manager, id, reviewer, false)).status).toBe(204)
    expect((await reviewer.send('GET', sheetAt(id))).status).toBe(200)
    expect(await ranked()).toBe(1)
    expect((await auditOf(house, 'selection.settle-conflict', id))[0]?.after).toMatchObject({
      verdict: 'none',
      evidence: [by],
    })
    await setEstablishment(establishment.id, { taxCode: '', phone: '', email: '', name: 'Khác hẳn' }).catch(
      () => null,
    )
  })

  it('is not found in the addresses anybody may open', async () => {
    const reviewer = await house.staff(stage.organizerId, 'reviewer')
    const { id, establishment } = await applicant(house, stage.fairId)
    await assign(id, reviewer)
    await house.app.db
      .updateTable('person')
      .set({ email: `${reviewer.id}@gmail.com` })
      .where('id', '=', reviewer.id)
      .execute()
    await setEstablishment(establishment.id, { email: 'lang.gom@GMAIL.com' })
    expect((await reviewer.send('GET', sheetAt(id))).status).toBe(200)
    await setEstablishment(establishment.id, { email: `${reviewer.id}@gmail.com` })
    expect((await reviewer.send('GET', sheetAt(id))).status).toBe(404)
  })

  it('stands once confirmed, and something new is settled anew', async () => {
    const reviewer = await house.staff(stage.organizerId, 'reviewer')
    const { id, establishment } = await applicant(house, stage.fairId)
    await setEstablishment(establishment.id, { phone: '+84911222333' })
    await employ(reviewer, [], '0911222333')
    expect((await settle(stage.manager, id, stage.reviewers[1], true)).body.code).toBe(
      'selection.no-such-interest',
    )
    expect((await settle(stage.manager, id, reviewer, false)).status).toBe(204)
    expect((await assign(id, reviewer)).status).toBe(200)
    await employ(reviewer, [{ name: establishment.name, taxCode: '', isPast: false }], '0911222333')
    expect((await reviewer.send('GET', sheetAt(id))).status).toBe(404)
    expect((await settle(stage.manager, id, reviewer, true)).status).toBe(204)
    await employ(reviewer, [])
    expect((await reviewer.send('GET', sheetAt(id))).status).toBe(404)
    const foreign = await openStage(house)
    expect((await settle(foreign.manager, id, reviewer, false)).status).toBe(404)
  })
})

describe('a member with a conflict of interest', () => {
  it('finds nothing of the application in any answer they can ask for', async () => {
    const reviewer = await house.staff(stage.organizerId, 'reviewer')
    const one = await applicant(house, stage.fairId)
    const name = `Xưởng mây ${newId().slice(-8)}`
    await setEstablishment(one.establishment.id, { name, taxCode: '0100686209', phone: '+84933444555' })
    await assign(one.id, reviewer)
    await reviewer.send('POST', sheetAt(one.id, '/conflict'), { kind: 'family', note: '' })
    const ids: Record<string, string> = {
      ...PLAIN,
      organizerId: stage.organizerId,
      fairId: stage.fairId,
      applicationId: one.id,
      establishmentId: one.establishment.id,
      reviewerId: reviewer.id,
    }
    const routes = (await readRoutes(house)).filter(
      route =>
        route.method === 'GET' && [...route.path.matchAll(/\{(\w+)\}/g)].every(([, key]) => ids[key ?? '']),
    )
    expect(routes.length).toBeGreaterThan(40)
    const leaks: string[] = []
    for (const route of routes) {
      const path = route.path.replaceAll(/\{(\w+)\}/g, (_, key: string) => ids[key] ?? '')
      const answer = await house.http.request(`${path}${route.query}`, {
        headers: { cookie: reviewer.cookie },
      })
      const text = Buffer.from(await answer.arrayBuffer()).toString('utf8')
      if ([name, one.number ?? '', '0100686209', one.id].some(secret => text.includes(secret)))
        leaks.push(`${path} ${answer.status}`)
    }
    expect(leaks).toEqual([])
  })
})
