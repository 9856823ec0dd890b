import { newId } from '@hoicho/server/platform/ids.ts'
import { submitApplication } from '@hoicho/server/recruitment/submit-application.ts'
import { GATES } from '@hoicho/shared/selection/gate-vocabulary.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { auditOf, completeDraft, mailsTo, openCall } from '../recruitment/call.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

async function submitted() {
  const draft = await completeDraft(house, call.fairId)
  await submitApplication(draft.ctx, draft.id)
  return draft
}
const path = () => `/api/fairs/${call.fairId}/applications/bulk`
const preview = (action: object, ids: string[] | null, filter: object = {}) =>
  call.officer.send('POST', `${path()}/preview`, { action, ids, filter })
const apply = (action: object, ids: string[], key = newId()) =>
  call.officer.send('POST', path(), {
    key,
    action,
    rows: ids.map(applicationId => ({ applicationId, assigneeId: null })),
  })
const correction = {
  kind: 'request-correction',
  request: { note: 'Bổ sung ảnh', fields: [{ pointer: '/products', note: 'Thêm ảnh' }], dueOn: null },
}

describe('POST /fairs/{fairId}/applications/bulk/preview', () => {
  it('says for each row what would happen, and changes nothing', async () => {
    const [handedIn, draft] = [await submitted(), await completeDraft(house, call.fairId)]
    const before = await auditOf(house, handedIn.id)
    const { status, body } = await preview(correction, [draft.id, handedIn.id])
    expect(status).toBe(200)
    expect(body.items).toMatchObject([
      { applicationId: draft.id, verdict: 'refused', reason: expect.stringMatching(/\S/) },
      { applicationId: handedIn.id, verdict: 'does', reason: null, hint: null },
    ])
    expect((await preview({ kind: 'accept' }, [handedIn.id])).body.items).toMatchObject([
      { verdict: 'does', hint: 'gates-not-run' },
    ])
    expect((await preview({ kind: 'assign', officerId: null }, [draft.id])).body.items).toMatchObject([
      { verdict: 'nothing' },
    ])
    expect(await auditOf(house, handedIn.id)).toEqual(before)
  })

  it('takes all that answer the filters, and foresees a gate that fails', async () => {
    const { id } = await submitted()
    await apply({ kind: 'run-gates' }, [id])
    await house.app.db
      .updateTable('applicationCheck')
      .set({ outcome: 'fail', effect: 'block' })
      .where('applicationId', '=', id)
      .where('gate', '=', 'legal-form')
      .execute()
    const { body } = await preview({ kind: 'accept' }, null, { state: 'submitted' })
    expect(body.isMore).toBe(false)
    expect(body.items.every((row: { state: string }) => row.state === 'submitted')).toBe(true)
    expect(body.items.find((row: { applicationId: string }) => row.applicationId === id)).toMatchObject({
      verdict: 'refused',
    })
  })

  it('is for the desk of the fair, and names no application of another', async () => {
    const foreign = await openCall(house)
    const theirs = await completeDraft(house, foreign.fairId)
    expect((await preview({ kind: 'run-gates' }, [theirs.id])).body.items).toEqual([])
    const finance = await house.staff(call.organizerId, 'finance')
    const input = { action: { kind: 'run-gates' }, ids: null, filter: {} }
    expect((await finance.send('POST', `${path()}/preview`, input)).status).toBe(403)
    expect((await foreign.officer.send('POST', `${path()}/preview`, input)).status).toBe(404)
  })
})

describe('POST /fairs/{fairId}/applications/bulk', () => {
  it('does each row through its verb, names those refused, and repeats nothing under the same key', async () => {
    const [one, draft] = [await submitted(), await completeDraft(house, call.fairId)]
    const key = newId()
    const first = await apply(correction, [one.id, draft.id], key)
    expect(first.body.items).toMatchObject([
      { applicationId: one.id, isDone: true, reason: null },
      { applicationId: draft.id, isDone: false, reason: expect.stringMatching(/\S/) },
    ])
    const again = await apply(correction, [one.id, draft.id], key)
    expect(again.body).toEqual(first.body)
    const anew = await apply(correction, [one.id])
    expect(anew.body.items).toMatchObject([{ isDone: false }])
    const asked = (await auditOf(house, one.id)).filter(
      entry => entry.action === 'recruitment.request-correction',
    )
    expect(asked).toHaveLength(1)
    const mails = await mailsTo(house, one.owner.email)
    expect(mails.filter(mail => mail.template === 'application-correction')).toHaveLength(1)
  })

  it('gives rows to an officer and tells of those somebody took meanwhile', async () => {
    const [free, taken] = [await submitted(), await submitted()]
    const other = await house.staff(call.organizerId, 'officer')
    await other.send('PUT', `/api/applications/${taken.id}/assignee`, { officerId: other.id, from: null })
    const { body } = await apply({ kind: 'assign', officerId: call.officer.id }, [free.id, taken.id])
    expect(body.items.map((row: { isDone: boolean }) => row.isDone)).toEqual([true, false])
  })

  it('lets one of two runs accept a dossier', async () => {
    const own = await openCall(house)
    await house.app.db
      .insertInto('fairGateSettings')
      .values({
        fairId: own.fairId,
        effects: Object.fromEntries(GATES.map(gate => [gate, 'off'])),
        version: 1,
        updatedAt: new Date().toISOString(),
      })
      .execute()
    const { id, ctx } = await completeDraft(house, own.fairId)
    await submitApplication(ctx, id)
    const accept = () =>
      own.officer.send('POST', `/api/fairs/${own.fairId}/applications/bulk`, {
        key: newId(),
        action: { kind: 'accept' },
        rows: [{ applicationId: id, assigneeId: null }],
      })
    const both = await Promise.all([accept(), accept()])
    expect(both.map(answer => answer.body.items[0].isDone).toSorted()).toEqual([false, true])
  })

  it('takes no more rows than it says, and none of another fair', async () => {
    const foreign = await openCall(house)
    const theirs = await completeDraft(house, foreign.fairId)
    expect((await apply({ kind: 'run-gates' }, [theirs.id])).body.items).toMatchObject([{ isDone: false }])
    expect(
      (
        await apply(
          { kind: 'run-gates' },
          Array.from({ length: 26 }, () => newId()),
        )
      ).status,
    ).toBe(422)
    const reviewer = await house.staff(call.organizerId, 'reviewer')
    const input = {
      key: newId(),
      action: { kind: 'run-gates' },
      rows: [{ applicationId: newId(), assigneeId: null }],
    }
    expect((await reviewer.send('POST', path(), input)).status).toBe(403)
  })
})
