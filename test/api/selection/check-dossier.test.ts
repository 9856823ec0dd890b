import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { applicant, auditOf, openStage, type Stage, stateOf } from './stage.ts'

let house: House
let stage: Stage

beforeAll(async () => {
  house = await openHouse()
  stage = await openStage(house)
})
afterAll(() => house.close())

const outcomesIn = (body: { items: { gate: string; outcome: string }[] }) =>
  Object.fromEntries(body.items.map(item => [item.gate, item.outcome]))

describe('POST /applications/{applicationId}/checks', () => {
  it('judges the gates, keeps the evidence and one audit entry', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    const { status, body } = await stage.officer.send('POST', `/api/applications/${id}/checks`)
    expect(status).toBe(200)
    expect(outcomesIn(body)).toEqual({
      'dossier-complete': 'unknown',
      'legal-form': 'pass',
      'sme-size': 'unknown',
      'eligible-area': 'unknown',
      sector: 'pass',
      'own-product': 'pass',
      certificates: 'unknown',
      'no-banned-goods': 'pass',
      'double-funding': 'unknown',
      'not-barred': 'pass',
    })
    expect(body.items[5].evidence).toEqual({ code: 'listed', products: ['Bát gốm'], count: 1 })
    const rows = await house.app.db
      .selectFrom('applicationCheck')
      .selectAll()
      .where('applicationId', '=', id)
      .execute()
    expect(rows).toHaveLength(10)
    expect(await auditOf(house, 'selection.check', id)).toEqual([
      {
        action: 'selection.check',
        actorId: stage.officer.id,
        fairId: stage.fairId,
        entity: 'application',
        after: outcomesIn(body),
      },
    ])
    const seen = await stage.manager.send('GET', `/api/applications/${id}/checks`)
    expect(seen.body).toEqual(body)
  })

  it('is for the desk of that organizer, and for applications handed in', async () => {
    const { id } = await applicant(house, stage.fairId, 'draft')
    const other = await openStage(house)
    const codes = await Promise.all(
      [house.visitor, stage.reviewers[0], other.officer, stage.officer].map(async person => {
        const { status, body } = await person.send('POST', `/api/applications/${id}/checks`)
        return [status, body.code]
      }),
    )
    expect(codes).toEqual([
      [401, 'identity.not-signed-in'],
      [403, 'identity.not-allowed'],
      [404, 'platform.not-found'],
      [409, 'platform.wrong-state'],
    ])
  })
})

describe('accepting a dossier', () => {
  it('moves it on to be scored', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    const { status, body } = await stage.officer.send('POST', `/api/applications/${id}/accept-dossier`)
    expect([status, body.state]).toEqual([200, 'complete'])
    expect(await auditOf(house, 'selection.check', id)).toMatchObject([{ after: { state: 'complete' } }])
    const again = await stage.officer.send('POST', `/api/applications/${id}/accept-dossier`)
    expect([again.status, again.body.code]).toEqual([409, 'platform.wrong-state'])
  })

  it('is refused while a gate fails, until a manager decides otherwise with a reason', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    await house.app.db.deleteFrom('applicationProduct').where('applicationId', '=', id).execute()
    const accept = () => stage.officer.send('POST', `/api/applications/${id}/accept-dossier`)
    const refused = await accept()
    expect([refused.status, refused.body.code, refused.body.params]).toEqual([
      409,
      'selection.gate-failed',
      { count: 1 },
    ])
    expect(await stateOf(house, id)).toBe('submitted')
    await stage.officer.send('POST', `/api/applications/${id}/checks`)
    const path = `/api/applications/${id}/checks/own-product/override`
    const byOfficer = await stage.officer.send('PUT', path, { outcome: 'pass', reason: 'x' })
    expect(byOfficer.body.code).toBe('identity.not-allowed')
    const withoutReason = await stage.manager.send('PUT', path, { outcome: 'pass', reason: ' ' })
    expect(withoutReason.body.errors).toMatchObject([{ pointer: '/reason', code: 'required' }])
    const reason = 'Mẫu đã gửi qua bưu điện'
    const decided = await stage.manager.send('PUT', path, { outcome: 'pass', reason })
    expect(decided.status).toBe(200)
    expect(await auditOf(house, 'selection.override-check', id)).toMatchObject([
      { after: { gate: 'own-product', overrideOutcome: 'pass', overrideReason: reason } },
    ])
    expect((await accept()).body.state).toBe('complete')
    const late = await stage.manager.send('PUT', path, { outcome: null, reason: '' })
    expect(late.body.code).toBe('platform.wrong-state')
  })

  it('drops an override when the answer it was made against changes', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    await stage.officer.send('POST', `/api/applications/${id}/checks`)
    const override = (gate: string) =>
      stage.manager.send('PUT', `/api/applications/${id}/checks/${gate}/override`, {
        outcome: 'fail',
        reason: 'Không đúng',
      })
    await override('own-product')
    await override('legal-form')
    await house.app.db.deleteFrom('applicationProduct').where('applicationId', '=', id).execute()
    const { body } = await stage.officer.send('POST', `/api/applications/${id}/checks`)
    const left = body.items.filter((item: { overrideOutcome: unknown }) => item.overrideOutcome !== null)
    expect(left.map((item: { gate: string }) => item.gate)).toEqual(['legal-form'])
  })

  it('lets one of two officers win when one accepts and one refuses at once', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    const answers = await Promise.all([
      stage.officer.send('POST', `/api/applications/${id}/accept-dossier`),
      stage.manager.send('POST', `/api/applications/${id}/refuse`, { reason: 'Ngoài phạm vi' }),
    ])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
    expect(answers.find(answer => answer.status === 409)?.body.code).toBe('platform.wrong-state')
  })
})

describe('refusing an application', () => {
  it('moves it, keeps the reason and writes to the establishment once', async () => {
    const { id, establishment, number } = await applicant(house, stage.fairId, 'submitted')
    const reason = 'Không thuộc đối tượng của đề án.'
    const { status, body } = await stage.officer.send('POST', `/api/applications/${id}/refuse`, { reason })
    expect([status, body.state, body.refusal.reason]).toEqual([200, 'rejected', reason])
    expect(await auditOf(house, 'selection.check', id)).toMatchObject([
      { after: { state: 'rejected', reason } },
    ])
    const mails = await house.app.db
      .selectFrom('mail')
      .select(['template', 'toAddress', 'bodyText', 'subject'])
      .where('establishmentId', '=', establishment.id)
      .execute()
    expect(mails).toMatchObject([{ template: 'application-refused', toAddress: establishment.owner.email }])
    expect(mails[0]?.bodyText).toContain(reason)
    expect(mails[0]?.subject).toContain(String(number))
    const again = await stage.officer.send('POST', `/api/applications/${id}/refuse`, { reason })
    expect(again.body.code).toBe('platform.wrong-state')
  })

  it('wants a reason', async () => {
    const { id } = await applicant(house, stage.fairId, 'submitted')
    const { body } = await stage.officer.send('POST', `/api/applications/${id}/refuse`, { reason: ' ' })
    expect(body.errors).toMatchObject([{ pointer: '/reason' }])
  })
})
