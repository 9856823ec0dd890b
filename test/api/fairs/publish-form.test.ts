import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { moveFair } from '@hoicho/server/fairs/move-fair.ts'
import { proposeForm } from '@hoicho/server/fairs/propose-form.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishedFair } from '../../support/fairs.ts'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let manager: TestPerson

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  manager = await house.staff(organizerId, 'manager')
})
afterAll(() => house.close())

const draftFair = async () => await createFair(await manager.ctx(), organizerId, fairInput())
const put = async (person: Pick<TestPerson, 'send'>, fairId: string, version = 0) =>
  await person.send('PUT', `/api/fairs/${fairId}/form`, { version, definition: await proposeForm('home') })

describe('PUT /fairs/{fairId}/form', () => {
  it('puts a version in force and one audit entry', async () => {
    const fair = await draftFair()
    const proposed = await manager.send('GET', `/api/fairs/${fair.id}/form`)
    expect(proposed.body).toMatchObject({ version: 0, definition: await proposeForm('home') })
    const { status, body } = await put(manager, fair.id)
    expect([status, body.version]).toEqual([200, 1])
    const view = await manager.send('GET', `/api/fairs/${fair.id}/form`)
    expect(view.body).toEqual(body)
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'actorId', 'entity', 'before', 'after'])
      .where('fairId', '=', fair.id)
      .where('entity', '=', 'application-form')
      .execute()
    const after = { version: 1, definition: body.definition }
    expect(audit).toEqual([
      {
        action: 'fairs.edit',
        actorId: manager.id,
        entity: 'application-form',
        before: { version: 0 },
        after,
      },
    ])
  })

  it('keeps the versions before', async () => {
    const fair = await draftFair()
    await put(manager, fair.id)
    await put(manager, fair.id, 1)
    const rows = await house.app.db
      .selectFrom('applicationForm')
      .select('version')
      .where('fairId', '=', fair.id)
      .orderBy('version')
      .execute()
    expect(rows.map(row => row.version)).toEqual([1, 2])
  })

  it('lets one of two at once win', async () => {
    const fair = await draftFair()
    const answers = await Promise.all([put(manager, fair.id), put(manager, fair.id)])
    expect(answers.map(answer => answer.body.code ?? 'ok').toSorted()).toEqual([
      'ok',
      'platform.changed-meanwhile',
    ])
  })

  it('refuses a form that names a field twice', async () => {
    const fair = await draftFair()
    const definition = await proposeForm('home')
    const twice = { ...definition, sections: [...definition.sections, ...definition.sections] }
    const { status, body } = await manager.send('PUT', `/api/fairs/${fair.id}/form`, {
      version: 0,
      definition: twice,
    })
    expect([status, body.errors[0].code]).toEqual([422, 'code-twice'])
  })

  it('refuses a fair that is over', async () => {
    const fair = await publishedFair(house, organizerId)
    await moveFair(await manager.ctx(), fair.id, 'close')
    const { body } = await put(manager, fair.id, 1)
    expect(body.code).toBe('platform.wrong-state')
  })

  it('knows who may not', async () => {
    const fair = await draftFair()
    const other = await house.staff(await house.organizer(), 'manager')
    const reviewer = await house.staff(organizerId, 'reviewer')
    const answers = await Promise.all([house.visitor, other, reviewer].map(person => put(person, fair.id)))
    expect(answers.map(answer => answer.body.code)).toEqual([
      'identity.not-signed-in',
      'platform.not-found',
      'identity.not-allowed',
    ])
  })
})

describe('POST /fairs/{fairId}/publish', () => {
  it('names everything missing', async () => {
    const input = fairInput({ kind: 'abroad', nameEn: '' })
    const fair = await createFair(await manager.ctx(), organizerId, {
      ...input,
      registrationClosesAt: `${input.closesOn.slice(0, 4)}-12-31T23:00:00.000Z`.replace(/^\d+/, year =>
        String(Number(year) + 1),
      ),
    })
    const { status, body } = await manager.send('POST', `/api/fairs/${fair.id}/publish`)
    expect([status, body.code]).toEqual([409, 'fairs.not-ready'])
    expect(body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([
      '/nameEn',
      '/registrationClosesAt',
      '/form',
    ])
    expect(body.errors[2].message).toBe('Chưa công bố mẫu hồ sơ.')
  })

  it('opens the page and its form to everybody, and withdraws them', async () => {
    const fair = await publishedFair(house, organizerId)
    const page = await house.visitor.send('GET', `/api/public/fairs/${fair.slug}`)
    expect(page.body).toMatchObject({ slug: fair.slug, state: 'published' })
    const form = await house.visitor.send('GET', `/api/public/fairs/${fair.slug}/form`)
    expect(form.body).toEqual({ version: 1, definition: await proposeForm('home') })
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select(['action', 'before', 'after'])
      .where('fairId', '=', fair.id)
      .where('action', '=', 'fairs.publish')
      .execute()
    expect(audit).toEqual([
      { action: 'fairs.publish', before: { state: 'draft' }, after: { state: 'published' } },
    ])
    await moveFair(await manager.ctx(), fair.id, 'withdraw')
    const gone = await house.visitor.send('GET', `/api/public/fairs/${fair.slug}/form`)
    expect(gone.status).toBe(404)
  })

  it('is for the manager of that organizer, and only from the right state', async () => {
    const fair = await publishedFair(house, organizerId)
    const officer = await house.staff(organizerId, 'officer')
    const other = await house.staff(await house.organizer(), 'manager')
    const publish = (person: Pick<TestPerson, 'send'>) => person.send('POST', `/api/fairs/${fair.id}/publish`)
    const answers = await Promise.all([house.visitor, other, officer, manager].map(publish))
    expect(answers.map(answer => answer.body.code)).toEqual([
      'identity.not-signed-in',
      'platform.not-found',
      'identity.not-allowed',
      'platform.wrong-state',
    ])
  })
})

describe('PUT /fairs/{fairId}', () => {
  it('lets one of two edits of the same version win', async () => {
    const fair = await draftFair()
    const { id } = fair
    // What is more than the input (id, state …) is dropped by its schema.
    const edit = (nameVi: string) => manager.send('PUT', `/api/fairs/${id}`, { ...fair, nameVi })
    const answers = await Promise.all([edit('Hội chợ một'), edit('Hội chợ hai')])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 409])
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select('action')
      .where('entityId', '=', id)
      .where('action', '=', 'fairs.edit')
      .execute()
    expect(audit).toHaveLength(1)
  })
})
