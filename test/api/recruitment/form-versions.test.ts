import { publishForm } from '@hoicho/server/fairs/publish-form.ts'
import { uploadFile } from '@hoicho/server/files/store-file.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { submitApplication } from '@hoicho/server/recruitment/submit-application.ts'
import type { FormDefinition } from '@hoicho/shared/fairs/form.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse, type TestPerson } from '../../support/house.ts'
import { ANSWERS, auditOf, completeDraft, openCall } from './call.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const words = (vi: string) => ({ vi, en: '', de: '' })

/** A second version of the proposed form: the power question is gone, a new one stands in its place. */
async function secondVersion(fairId: string, form: FormDefinition) {
  const next: FormDefinition = {
    ...form,
    sections: form.sections.map(section => ({
      ...section,
      fields: section.fields.filter(field => field.code !== 'power'),
    })),
    papers: form.papers.filter(paper => paper.code !== 'balanceSheet'),
  }
  await publishForm(systemContext(house.app), fairId, next)
}

const adopt = (person: Pick<TestPerson, 'send'>, id: string, version: number) =>
  person.send('POST', `/api/applications/${id}/form`, { version })

describe('POST /applications/{applicationId}/form', () => {
  it('moves a draft to the form in force and hands back what has no place there', async () => {
    const call = await openCall(house)
    const { id, owner, establishmentId } = await completeDraft(house, call.fairId)
    const { body: view } = await owner.send('GET', `/api/applications/${id}`)
    expect((await adopt(owner, id, view.version)).body.code).toBe('platform.wrong-state')
    const other = await completeDraft(house, call.fairId)
    await secondVersion(call.fairId, view.form)
    const refused = [
      await adopt(call.officer, id, view.version),
      await adopt(other.owner, id, view.version),
      await adopt(owner, id, view.version + 1),
    ]
    expect(refused.map(answer => answer.status)).toEqual([403, 404, 409])
    const both = await Promise.all([adopt(owner, id, view.version), adopt(owner, id, view.version)])
    expect(both.map(answer => answer.status).toSorted()).toEqual([200, 409])
    const { power, ...kept } = ANSWERS
    const body = both.find(answer => answer.status === 200)?.body
    expect(body.application).toMatchObject({ formVersion: 2, answers: kept })
    expect(body.application.papers.map((paper: { paperCode: string }) => paper.paperCode)).toEqual([
      'businessRegistration',
      'supportRequest',
    ])
    expect(body.left).toMatchObject([{ code: 'power', answer: power }])
    expect((await auditOf(house, id)).at(-1)).toMatchObject({
      action: 'recruitment.save-draft',
      actorId: owner.id,
      fairId: call.fairId,
      establishmentId,
      before: { formVersion: 1 },
      after: { formVersion: 2, left: [{ code: 'power' }] },
    })
  })
})

describe('an application to the next fair', () => {
  it('begins with what was handed in to the last one, declarations aside, and says so', async () => {
    const [last, next] = [await openCall(house), await openCall(house)]
    const { id, owner, ctx, establishmentId } = await completeDraft(house, last.fairId)
    await submitApplication(ctx, id)
    const { body } = await owner.send('POST', `/api/establishments/${establishmentId}/applications`, {
      fair: next.slug,
    })
    const { noOtherStateMoney, goodsAsRegistered, ...carried } = ANSWERS
    expect([noOtherStateMoney, goodsAsRegistered]).toEqual([true, true])
    expect(body.answers).toEqual(carried)
    expect(body.prefilled).toEqual(Object.fromEntries(Object.keys(carried).map(code => [code, 'last-fair'])))
    const productIds = body.products.map((product: { id: string }) => product.id)
    const answers = { ...carried, goods: 'Gốm mới' }
    await owner.send('PUT', `/api/applications/${body.id}/draft`, { version: 1, answers, productIds })
    const { body: saved } = await owner.send('GET', `/api/applications/${body.id}`)
    expect(saved.prefilled).toEqual({
      fasciaName: 'last-fair',
      boothCount: 'last-fair',
      power: 'last-fair',
    })
  })
})

describe('a form with conditions and templates', () => {
  it('asks, judges and keeps only what the answers show', async () => {
    const call = await openCall(house)
    const { id, owner, ctx } = await completeDraft(house, call.fairId)
    const { body: view } = await owner.send('GET', `/api/applications/${id}`)
    const form: FormDefinition = view.form
    const [section] = form.sections
    const when = { field: 'boothCount', op: 'more-than', value: 1 } as const
    const asked = { code: 'why', label: words('Vì sao'), hint: words(''), required: true, showWhen: when }
    const definition: FormDefinition = {
      ...form,
      sections: [
        ...form.sections,
        { code: 'more', title: words('Thêm'), fields: [{ ...asked, kind: 'text', maxLength: 50 }] },
      ],
    }
    expect(section?.code).toBe('display')
    await publishForm(systemContext(house.app), call.fairId, definition)
    const moved = await adopt(owner, id, view.version)
    const productIds = view.products.map((product: { id: string }) => product.id)
    const save = async (answers: object, version: number) =>
      (await owner.send('PUT', `/api/applications/${id}/draft`, { version, answers, productIds })).body
    const two = await save({ ...ANSWERS, boothCount: 2 }, moved.body.application.version)
    const lacking = await owner.send('POST', `/api/applications/${id}/submit`)
    expect(lacking.body.errors).toMatchObject([{ pointer: '/answers/why', code: 'required' }])
    await save({ ...ANSWERS, why: 'Hàng nhiều' }, two.version)
    const done = await submitApplication(ctx, id)
    expect(done.answers).toEqual(ANSWERS)
  })

  it('is refused with a circle, and with somebody else’s file as a template', async () => {
    const call = await openCall(house)
    const { body: current } = await call.officer.send('GET', `/api/fairs/${call.fairId}/form`)
    const definition: FormDefinition = current.definition
    const put = (next: FormDefinition, version = 1) =>
      call.officer.send('PUT', `/api/fairs/${call.fairId}/form`, { version, definition: next })
    const circle = structuredClone(definition)
    const first = circle.sections[0]?.fields[0]
    if (!first) throw new Error('the proposal has fields')
    first.showWhen = { field: first.code, op: 'is', value: 'x' }
    const refused = await put(circle)
    expect([refused.status, refused.body.errors]).toMatchObject([
      422,
      [{ pointer: '/definition/sections/0/fields/0/showWhen', code: 'condition-cycle' }],
    ])
    const pdf = new TextEncoder().encode('%PDF-1.4\n% mẫu\n')
    const stranger = await house.signUp()
    const [theirs, ours] = [
      await uploadFile(await stranger.ctx(), 'mẫu.pdf', pdf),
      await uploadFile(await call.officer.ctx(), 'mẫu.pdf', pdf),
    ]
    const withTemplate = (fileId: string): FormDefinition => ({
      ...definition,
      papers: definition.papers.map((paper, at) =>
        at === 0 ? { ...paper, template: { fileId, name: 'giả.exe', sizeBytes: 1 } } : paper,
      ),
    })
    expect((await put(withTemplate(theirs.id))).status).toBe(404)
    const done = await put(withTemplate(ours.id))
    expect(done.body.definition.papers[0].template).toEqual({
      fileId: ours.id,
      name: 'mẫu.pdf',
      sizeBytes: pdf.byteLength,
    })
    expect((await house.visitor.send('GET', `/api/files/${ours.id}`)).status).toBe(200)
    expect((await put(withTemplate(ours.id), 2)).status).toBe(200)
  })
})
