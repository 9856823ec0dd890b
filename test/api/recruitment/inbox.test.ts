import { addCertificate } from '@hoicho/server/establishments/add-certificate.ts'
import { newId } from '@hoicho/server/platform/ids.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { submitApplication } from '@hoicho/server/recruitment/submit-application.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { completeDraft, mailsTo, openCall } from './call.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>

beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

type Row = { id: string; establishmentName: string }
const inbox = async (query = '', person = call.officer) =>
  (await person.send('GET', `/api/fairs/${call.fairId}/applications${query}`)).body

/** Many drafts at once, written straight to the table: the paging is what is tried. */
async function manyDrafts(howMany: number) {
  const model = await completeDraft(house, call.fairId)
  const at = (index: number) => new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 3) * 60_000).toISOString()
  const establishments = Array.from({ length: howMany }, () => newId())
  const source = await house.app.db
    .selectFrom('establishment')
    .selectAll()
    .where('id', '=', model.establishmentId)
    .executeTakeFirstOrThrow()
  const application = await house.app.db
    .selectFrom('application')
    .select(['formVersion'])
    .where('id', '=', model.id)
    .executeTakeFirstOrThrow()
  await house.app.db
    .insertInto('establishment')
    .values(
      establishments.map((id, index) => ({
        id,
        name: `Xưởng ${String(index % 40).padStart(3, '0')}`,
        nameKey: `xuong ${String(index % 40).padStart(3, '0')}`,
        legalForm: source.legalForm,
        provinceScheme: source.provinceScheme,
        provinceCode: source.provinceCode,
        createdAt: at(index),
      })),
    )
    .execute()
  await house.app.db
    .insertInto('application')
    .values(
      establishments.map((establishmentId, index) => ({
        id: newId(),
        fairId: call.fairId,
        establishmentId,
        state: 'draft' as const,
        formVersion: application.formVersion,
        startedAt: at(index),
        updatedAt: at(index),
      })),
    )
    .execute()
}

describe('GET /fairs/{fairId}/applications', () => {
  it('pages through every row once, in each order', async () => {
    await manyDrafts(130)
    const { counts } = await inbox()
    const total = Object.values(counts as Record<string, number>).reduce((sum, count) => sum + count, 0)
    for (const sort of ['waiting', 'newest', 'name', 'due']) {
      const seen: Row[] = []
      let next: string | null = null
      do {
        const page: { items: Row[]; next: string | null } = await inbox(
          `?sort=${sort}${next ? `&after=${next}` : ''}`,
        )
        expect(page.items.length).toBeLessThanOrEqual(50)
        seen.push(...page.items)
        next = page.next
      } while (next)
      expect([sort, seen.length, new Set(seen.map(row => row.id)).size]).toEqual([sort, total, total])
    }
  })

  it('asks who has it, whether a correction is overdue, and how long it waits', async () => {
    const draft = await completeDraft(house, call.fairId)
    await submitApplication(draft.ctx, draft.id)
    await call.officer.send('PUT', `/api/applications/${draft.id}/assignee`, {
      officerId: call.officer.id,
      from: null,
    })
    const ids = (answer: { items: Row[] }) => answer.items.map(row => row.id)
    expect(ids(await inbox('?assignee=me'))).toEqual([draft.id])
    expect(ids(await inbox(`?assignee=${call.officer.id}`))).toEqual([draft.id])
    expect(ids(await inbox('?assignee=none&state=submitted'))).toEqual([])
    const other = await house.staff(call.organizerId, 'officer')
    expect(ids(await inbox('?assignee=me', other))).toEqual([])
    expect(ids(await inbox('?state=submitted&waits=3'))).toEqual([])
    await call.officer.send('POST', `/api/applications/${draft.id}/corrections`, {
      note: 'Thiếu bản cân đối',
      fields: [],
      dueOn: '2026-10-01',
    })
    const overdue = await inbox('?overdue=yes')
    expect(overdue.items).toMatchObject([
      { id: draft.id, isOverdue: true, correctionDueOn: '2026-10-01', assigneeId: call.officer.id },
    ])
    expect(overdue.counts).toEqual({ 'correction-requested': 1 })
    expect((await inbox('?state=correction-requested')).quick).toEqual({ mine: 1, unassigned: 0, overdue: 1 })
    expect((await call.officer.send('GET', `/api/fairs/${call.fairId}/applications?waits=5`)).status).toBe(
      422,
    )
  })

  it('becomes a workbook for the desk, and for nobody else', async () => {
    const path = `/api/fairs/${call.fairId}/applications.xlsx?state=draft`
    const { status, headers } = await call.officer.send('GET', path)
    expect([status, headers.get('content-disposition')]).toEqual([200, expect.stringContaining('ho-so.xlsx')])
    const stranger = await house.staff(await house.organizer(), 'officer')
    expect((await stranger.send('GET', path)).status).toBe(404)
  })
})

describe('GET /fairs/{fairId}/officers', () => {
  it('names the desk of the fair', async () => {
    await house.staff(call.organizerId, 'finance')
    const { body } = await call.officer.send('GET', `/api/fairs/${call.fairId}/officers`)
    const ids = body.items.map((one: { id: string }) => one.id)
    expect(ids).toContain(call.officer.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('GET /applications/{applicationId}/desk', () => {
  it('tells the staff who has it and what is doubtful, and the establishment nothing', async () => {
    const { id, owner, establishmentId } = await completeDraft(house, call.fairId)
    await addCertificate(systemContext(house.app), establishmentId, {
      kind: 'haccp',
      name: 'HACCP',
      number: '',
      issuer: '',
      issuedOn: null,
      validUntil: '2020-01-01',
      fileId: null,
    })
    const { body } = await call.officer.send('GET', `/api/applications/${id}/desk`)
    expect(body).toMatchObject({ assigneeId: null, assigneeName: null })
    expect(body.warnings).toContainEqual({
      code: 'certificate-ended',
      kind: 'haccp',
      name: 'HACCP',
      validUntil: '2020-01-01',
    })
    expect((await owner.send('GET', `/api/applications/${id}/desk`)).status).toBe(403)
  })
})

describe('POST /applications/{applicationId}/corrections/preview', () => {
  it('shows the very mail that is sent afterwards, and sends none', async () => {
    const { id, owner, ctx } = await completeDraft(house, call.fairId)
    const path = `/api/applications/${id}/corrections`
    const request = {
      note: 'Xin bổ sung',
      fields: [{ pointer: '/answers/goods', note: 'Ghi rõ số lượng' }],
      dueOn: '2026-12-01',
    }
    expect((await call.officer.send('POST', `${path}/preview`, request)).body.code).toBe(
      'platform.wrong-state',
    )
    await submitApplication(ctx, id)
    const { body } = await call.officer.send('POST', `${path}/preview`, request)
    expect(body.items).toMatchObject([{ to: owner.email }])
    expect((await mailsTo(house, owner.email)).map(mail => mail.template)).toEqual(['application-receipt'])
    await call.officer.send('POST', path, request)
    const mail = (await mailsTo(house, owner.email)).at(-1)
    expect([mail?.subject, mail?.bodyText]).toEqual([body.items[0].subject, body.items[0].text])
    expect((await owner.send('POST', `${path}/preview`, request)).status).toBe(403)
  })
})
