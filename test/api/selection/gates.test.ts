import { newId } from '@hoicho/server/platform/ids.ts'
import { runChecks } from '@hoicho/server/selection/run-checks.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { applicant, auditOf, openStage, type Stage } from './stage.ts'

let house: House
let stage: Stage
let finance: TestPerson

beforeAll(async () => {
  house = await openHouse()
  stage = await openStage(house)
  finance = await house.staff(stage.organizerId, 'finance')
})
afterAll(() => house.close())

const settings = {
  effects: {},
  requiredCertificates: [],
  eligibleProvinces: [],
  eligibleElsewhere: 'unknown',
  eligibleBasis: '',
  bannedWords: [],
  fund: 'national-promotion',
  feeMinor: null,
  version: 0,
}
const path = (own: Stage) => `/api/fairs/${own.fairId}/selection/gates`
const outcomeOf = (body: { items: { gate: string; outcome: string; evidence: unknown }[] }, gate: string) =>
  body.items.find(item => item.gate === gate)
const check = (own: Stage, id: string) => own.officer.send('POST', `/api/applications/${id}/checks`)

describe('PUT /fairs/{fairId}/selection/gates', () => {
  it('sets what a fair asks, once for each version', async () => {
    const own = await openStage(house)
    const wanted = { ...settings, effects: { sector: 'off', 'own-product': 'warn' }, fund: null }
    const { status, body } = await own.officer.send('PUT', path(own), wanted)
    expect([status, body.version, body.plan.sector, body.usual.sector, body.plan['trips-abroad']]).toEqual([
      200,
      1,
      'off',
      'block',
      'off',
    ])
    expect(await auditOf(house, 'selection.configure', own.fairId)).toMatchObject([
      {},
      { after: { effects: wanted.effects, fund: null, version: 1 } },
    ])
    const stale = await own.officer.send('PUT', path(own), wanted)
    expect([stale.status, stale.body.code]).toEqual([409, 'platform.changed-meanwhile'])
    const { id } = await applicant(house, own.fairId, 'submitted')
    await house.app.db.deleteFrom('applicationProduct').where('applicationId', '=', id).execute()
    const { body: checks } = await check(own, id)
    expect(outcomeOf(checks, 'sector')).toBeUndefined()
    expect(outcomeOf(checks, 'own-product')).toMatchObject({ outcome: 'fail', effect: 'warn' })
    expect(outcomeOf(checks, 'double-funding')?.evidence).toEqual({ code: 'no-state-money' })
    const { body: taken } = await own.officer.send('POST', `/api/applications/${id}/accept-dossier`)
    expect(taken.state).toBe('complete')
    const [, last] = await auditOf(house, 'selection.check', id)
    expect(last?.after).toEqual({
      state: 'complete',
      lookedAt: expect.arrayContaining(['dossier-complete', 'eligible-area']),
    })
  })

  it('lets one of two win, and wants the basis of a list of places', async () => {
    const own = await openStage(house)
    const answers = await Promise.all(
      [own.officer, own.manager].map(person => person.send('PUT', path(own), settings)),
    )
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
    const bare = { ...settings, version: 1, eligibleProvinces: ['gso-63:01'] }
    const { body } = await own.officer.send('PUT', path(own), bare)
    expect(body.errors).toMatchObject([{ pointer: '/eligibleBasis', code: 'required' }])
    const { id } = await applicant(house, own.fairId, 'submitted')
    await own.officer.send('PUT', path(own), { ...bare, eligibleBasis: 'Công văn 12/SCT' })
    const { body: checks } = await check(own, id)
    expect(outcomeOf(checks, 'eligible-area')).toMatchObject({
      outcome: 'pass',
      legalBasis: 'Công văn 12/SCT',
    })
  })

  it('is for the desk of that organizer', async () => {
    const stranger = await openStage(house)
    const answers = await Promise.all(
      [house.visitor, finance, stranger.officer].map(person => person.send('PUT', path(stage), settings)),
    )
    expect(answers.map(answer => answer.status)).toEqual([401, 403, 404])
  })
})

describe('running the gates again', () => {
  it('keeps every run with what changed', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    await check(stage, id)
    await house.app.db.deleteFrom('applicationProduct').where('applicationId', '=', id).execute()
    await check(stage, id)
    const { body } = await stage.officer.send('GET', `/api/applications/${id}/check-runs`)
    expect(body.items).toHaveLength(2)
    const [second, first] = body.items.map((run: { items: { gate: string }[] }) =>
      run.items.find(item => item.gate === 'own-product'),
    )
    expect(first).toMatchObject({ outcome: 'pass', before: null })
    expect(second).toMatchObject({ outcome: 'fail', before: 'pass' })
    const stranger = await openStage(house)
    expect((await stranger.officer.send('GET', `/api/applications/${id}/check-runs`)).status).toBe(404)
  })
})

describe('the four verbs', () => {
  it('say for an application who did what', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    const road = async () => (await stage.officer.send('GET', `/api/applications/${id}/road`)).body
    const states = (body: { items: { state: string }[] }) => body.items.map(step => step.state)
    expect(states(await road())).toEqual(['now', 'next', 'next', 'next'])
    await stage.officer.send('POST', `/api/applications/${id}/accept-dossier`)
    const after = await road()
    expect(states(after)).toEqual(['done', 'now', 'next', 'next'])
    expect(after.items[0]).toMatchObject({ verb: 'check', who: expect.stringContaining('officer') })
    expect(after.sheets).toEqual({ asked: 0, filed: 0 })
    const stranger = await openStage(house)
    expect((await stranger.officer.send('GET', `/api/applications/${id}/road`)).status).toBe(404)
  })
})

describe('four eyes', () => {
  it('keeps who checked from overruling, and who overruled from taking the dossier', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    await house.app.db.deleteFrom('applicationProduct').where('applicationId', '=', id).execute()
    await runChecks(await stage.manager.ctx(), id)
    const override = `/api/applications/${id}/checks/own-product/override`
    const input = { outcome: 'pass', reason: 'Đã xem mẫu' }
    const alone = await stage.manager.send('PUT', override, input)
    expect([alone.status, alone.body.code]).toEqual([409, 'selection.four-eyes'])
    await check(stage, id)
    const { body } = await stage.manager.send('PUT', override, input)
    expect(outcomeOf(body, 'own-product')).toMatchObject({
      outcome: 'fail',
      overrideOutcome: 'pass',
      overriddenByName: expect.stringContaining('manager'),
    })
    const accept = `/api/applications/${id}/accept-dossier`
    expect((await stage.manager.send('POST', accept)).body.code).toBe('selection.four-eyes')
    expect((await stage.officer.send('POST', accept)).body.state).toBe('complete')
  })
})

describe('the fee before appraisal', () => {
  it('is asked where a fair asks it, and counts what finance saw', async () => {
    const own = await openStage(house)
    const cashier = await house.staff(own.organizerId, 'finance')
    const { id, establishment } = await applicant(house, own.fairId, 'submitted')
    const pay = (person: Pick<TestPerson, 'send'>, amountMinor: number) =>
      person.send('POST', `/api/applications/${id}/fee-payments`, {
        amountMinor,
        paidOn: '2026-11-01',
        reference: 'BC 12',
      })
    expect((await pay(cashier, 100)).body.code).toBe('selection.no-fee')
    await own.officer.send('PUT', path(own), { ...settings, feeMinor: 5_000_000 })
    expect(outcomeOf((await check(own, id)).body, 'fee-paid')?.evidence).toMatchObject({ code: 'unpaid' })
    const accept = () => own.officer.send('POST', `/api/applications/${id}/accept-dossier`)
    expect((await accept()).body.code).toBe('selection.gate-failed')
    expect((await pay(own.officer, 5_000_000)).status).toBe(403)
    expect((await pay(finance, 5_000_000)).status).toBe(404)
    const first = await pay(cashier, 2_000_000)
    expect([first.status, first.body.paidMinor]).toEqual([201, 2_000_000])
    const paymentId = first.body.items[0].id
    expect(await auditOf(house, 'selection.record-fee', paymentId)).toMatchObject([
      { entity: 'fee-payment', after: { applicationId: id, amountMinor: 2_000_000, reference: 'BC 12' } },
    ])
    await pay(cashier, 5_000_000)
    const remove = () =>
      cashier.send('POST', `/api/applications/${id}/fee-payments/${paymentId}/void`, { reason: 'Nhầm' })
    const voids = await Promise.all([remove(), remove()])
    expect(voids.map(answer => answer.body.code ?? answer.body.paidMinor).sort()).toEqual([
      5_000_000,
      'selection.fee-voided',
    ])
    expect((await accept()).body.state).toBe('complete')
    const seen = await establishment.owner.send('GET', `/api/applications/${id}/fee`)
    expect(seen.body).toMatchObject({ askedMinor: 5_000_000, paidMinor: 5_000_000 })
  })
})

describe('the list of those not taken', () => {
  it('keeps an establishment out until it is lifted', async () => {
    const own = await openStage(house)
    const { id, establishment } = await applicant(house, own.fairId, 'submitted')
    const list = `/api/organizers/${own.organizerId}/barred`
    const input = {
      establishmentId: establishment.id,
      reason: 'Bỏ gian hàng giữa hội chợ',
      barredFrom: '2025-01-01',
      barredUntil: null,
    }
    expect((await own.officer.send('POST', list, input)).status).toBe(403)
    expect((await stage.manager.send('POST', list, input)).status).toBe(404)
    const two = await Promise.all([
      own.manager.send('POST', list, input),
      own.manager.send('POST', list, input),
    ])
    expect(two.map(answer => answer.body.code ?? answer.status).sort()).toEqual([
      201,
      'selection.already-barred',
    ])
    const { body } = await own.officer.send('GET', list)
    const [bar] = body.items
    expect(await auditOf(house, 'selection.bar', bar.id)).toMatchObject([
      { entity: 'barred-establishment', after: { reason: input.reason } },
    ])
    expect(outcomeOf((await check(own, id)).body, 'not-barred')).toMatchObject({
      outcome: 'fail',
      evidence: { code: 'barred', reason: input.reason, until: null },
    })
    const elsewhere = await applicant(house, stage.fairId, 'submitted')
    expect(outcomeOf((await check(stage, elsewhere.id)).body, 'not-barred')?.outcome).toBe('pass')
    const lift = `${list}/${bar.id}/lift`
    expect((await own.manager.send('POST', lift, { reason: 'Đã cam kết' })).status).toBe(200)
    expect((await own.manager.send('POST', lift, { reason: 'x' })).body.code).toBe('platform.wrong-state')
    expect(outcomeOf((await check(own, id)).body, 'not-barred')?.outcome).toBe('pass')
    expect(
      (await own.manager.send('POST', list, { ...input, establishmentId: newId() })).body.errors,
    ).toMatchObject([{ pointer: '/establishmentId' }])
  })
})
