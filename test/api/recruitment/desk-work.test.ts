import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { auditOf, completeDraft, openCall } from './call.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

describe('PUT /applications/{applicationId}/assignee', () => {
  it('lets one of two officers take it and tells the other', async () => {
    const { id } = await completeDraft(house, call.fairId)
    const other = await house.staff(call.organizerId, 'officer')
    const take = (person: typeof other) =>
      person.send('PUT', `/api/applications/${id}/assignee`, { officerId: person.id, from: null })
    const answers = await Promise.all([take(call.officer), take(other)])
    expect(answers.map(answer => answer.body.code ?? answer.status).sort()).toEqual([
      200,
      'platform.changed-meanwhile',
    ])
    const winner = answers.find(answer => answer.status === 200)?.body.assigneeId
    expect((await auditOf(house, id)).at(-1)).toMatchObject({
      action: 'recruitment.assign-officer',
      before: { assigneeId: null },
      after: { assigneeId: winner },
    })
  })

  it('is for the desk of that organizer, and takes nobody else', async () => {
    const { id, owner } = await completeDraft(house, call.fairId)
    const stranger = await house.staff(await house.organizer(), 'officer')
    const put = (person: Pick<typeof stranger, 'send'>, officerId: string) =>
      person.send('PUT', `/api/applications/${id}/assignee`, { officerId, from: null })
    expect((await put(owner, owner.id)).status).toBe(403)
    expect((await put(stranger, stranger.id)).status).toBe(404)
    expect((await put(call.officer, stranger.id)).body.errors).toMatchObject([{ pointer: '/officerId' }])
  })
})

describe('POST /applications/{applicationId}/notes', () => {
  it('is read by the staff and never by the establishment', async () => {
    const { id, owner } = await completeDraft(house, call.fairId)
    const path = `/api/applications/${id}/notes`
    const written = await call.officer.send('POST', path, { body: 'Đã gọi điện, chưa rõ máy móc.' })
    expect(written.status).toBe(201)
    expect(await auditOf(house, written.body.id)).toMatchObject([
      { action: 'recruitment.write-note', after: { applicationId: id } },
    ])
    const { body } = await call.officer.send('GET', path)
    expect(body.items).toMatchObject([{ body: 'Đã gọi điện, chưa rõ máy móc.' }])
    expect([
      (await owner.send('GET', path)).status,
      (await owner.send('POST', path, { body: 'x' })).status,
    ]).toEqual([403, 403])
    const { body: history } = await owner.send('GET', `/api/applications/${id}/history`)
    expect(JSON.stringify(history)).not.toMatch(/write-note|Đã gọi/)
    const stranger = await house.staff(await house.organizer(), 'officer')
    expect((await stranger.send('GET', path)).status).toBe(404)
    expect((await call.officer.send('POST', path, { body: ' ' })).body.errors).toMatchObject([
      { pointer: '/body' },
    ])
  })
})
