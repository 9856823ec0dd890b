import { randomUUID } from 'node:crypto'
import { createApp } from '@hoicho/server/app.ts'
import { createFair } from '@hoicho/server/fairs/create-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let organizerId: string
let officer: TestPerson
let fairId: string
let gateId: string
let device: TestPerson['send']

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
afterAll(() => house.close())

/** A fair that is on now, all day, with a gate and an enrolled device. */
beforeEach(async () => {
  fairId = await openFair()
  gateId = await addGate(fairId, 'Cổng A')
  device = await enrolled(fairId)
})

async function openFair(): Promise<string> {
  const today = new Date().toISOString().slice(0, 10)
  const hours = { dailyOpensAt: '00:00', dailyClosesAt: '23:59', timeZone: 'UTC' }
  const fair = await createFair(
    systemContext(house.app),
    organizerId,
    fairInput({ opensOn: today, closesOn: today, ...hours }),
  )
  return fair.id
}

async function addGate(fair: string, name: string, kinds = ['guest', 'visitor', 'exhibitor']) {
  const { body } = await officer.send('POST', `/api/fairs/${fair}/gates`, { name, kinds })
  return body.id
}

async function enrolled(fair: string): Promise<TestPerson['send']> {
  const { body } = await officer.send('POST', `/api/fairs/${fair}/gate-devices`, { name: 'Máy 1' })
  const enrolment = await house.visitor.send('POST', '/api/gate/enrol', { code: body.code })
  return withToken(enrolment.body.token)
}

const withToken =
  (token: string): TestPerson['send'] =>
  (method, path, body, headers) =>
    house.visitor.send(method, path, body, { ...headers, authorization: `Device ${token}` })

const badge = async (input: object = {}) => {
  const guest = { kind: 'guest', holderName: 'Vũ An', company: '', position: '', email: null, locale: 'vi' }
  return (await officer.send('POST', `/api/fairs/${fairId}/badges`, { ...guest, ...input })).body
}

const attempt = (code: string, changes: object = {}) => ({
  id: randomUUID(),
  gateId,
  code,
  direction: 'entry',
  scannedAt: new Date().toISOString(),
  ...changes,
})

async function scan(...items: object[]) {
  const { status, body } = await device('POST', '/api/gate/scans', { items })
  expect(status).toBe(200)
  return body.items
}
const verdictOf = async (code: string, changes: object = {}) =>
  (await scan(attempt(code, changes)))[0].answer.verdict

const stored = () => house.app.db.selectFrom('scan').selectAll().where('fairId', '=', fairId).execute()

describe('a scan', () => {
  it('admits, says who, and is stored', async () => {
    const { code, number } = await badge()
    const item = attempt(code, { deviceVerdict: 'admitted' })
    const [result] = await scan(item)
    expect(result).toEqual({
      status: 'stored',
      id: item.id,
      answer: {
        id: item.id,
        verdict: 'admitted',
        params: {},
        direction: 'entry',
        scannedAt: item.scannedAt,
        holder: { name: 'Vũ An', company: '', kind: 'guest', number },
      },
    })
    const rows = await stored()
    expect(rows).toMatchObject([{ id: item.id, gateId, verdict: 'admitted', deviceVerdict: 'admitted' }])
  })

  it('sent again gives the first answer and one record, whatever happened since', async () => {
    const { code, id } = await badge()
    const item = attempt(code)
    const [first] = await scan(item)
    await officer.send('POST', `/api/fairs/${fairId}/badges/${id}/revoke`, { reason: 'x' })
    const again = await Promise.all([scan(item), scan(item), scan(item, item)])
    expect(again.flat().map(result => result.answer)).toEqual(Array(4).fill(first.answer))
    expect(await stored()).toHaveLength(1)
    expect(await verdictOf(code)).toBe('revoked')
  })

  it('of fifty at once in two processes admits one', async () => {
    const { code } = await badge()
    const scanThere = await secondProcess()
    const one = (at: number) => (at % 2 === 0 ? scan(attempt(code)) : scanThere(attempt(code)))
    const results = (await Promise.all(Array.from({ length: 50 }, (_, at) => one(at)))).flat()
    const verdicts = results.map(result => result.answer.verdict)
    expect(verdicts.filter(verdict => verdict === 'admitted')).toHaveLength(1)
    expect(verdicts.filter(verdict => verdict === 'already-inside')).toHaveLength(49)
    expect(await stored()).toHaveLength(50)
  })

  it('lets out whoever came in, and in again', async () => {
    const { code } = await badge()
    expect(await verdictOf(code)).toBe('admitted')
    expect(await verdictOf(code)).toBe('already-inside')
    expect(await verdictOf(code, { direction: 'exit' })).toBe('admitted')
    expect(await verdictOf(code)).toBe('admitted')
  })

  it('knows every reason', async () => {
    const good = await badge()
    const revoked = await badge()
    await officer.send('POST', `/api/fairs/${fairId}/badges/${revoked.id}/revoke`, { reason: 'x' })
    const replaced = await badge()
    await officer.send('POST', `/api/fairs/${fairId}/badges/${replaced.id}/replace`)
    const press = await badge({ kind: 'press' })
    const forged = good.code.slice(0, 60) + (good.code[60] === 'A' ? 'B' : 'A') + good.code.slice(61)
    const others = await elsewhere()
    const verdicts = []
    const codes = [revoked.code, replaced.code, press.code, forged, others, 'xin chào', '77-AAAAA']
    for (const code of codes) verdicts.push(await verdictOf(code))
    expect(verdicts).toEqual([
      'revoked',
      'replaced',
      'wrong-kind',
      'forged',
      'other-fair',
      'unknown',
      'unknown',
    ])
    expect(await stored()).toHaveLength(7)
  })

  it('takes the address of the badge page, a scanner prefix and the typed number', async () => {
    const { code, number } = await badge()
    expect(await verdictOf(`http://localhost:3000/b/${code}`)).toBe('admitted')
    expect(await verdictOf(`]Q3\\000026${code.toLowerCase()}`)).toBe('already-inside')
    expect(await verdictOf(number.toLowerCase())).toBe('already-inside')
  })

  it('stops exhibitors who are not selected any more', async () => {
    const { id, owner } = await establishment(house)
    const { id: applicationId } = await application(house, fairId, id, 'selected')
    const { body } = await owner.send('POST', `/api/applications/${applicationId}/badges`, {
      holderName: 'A',
      position: '',
      email: null,
    })
    await house.app.db
      .updateTable('application')
      .set({ state: 'withdrawn' })
      .where('id', '=', applicationId)
      .execute()
    expect(await verdictOf(body.code)).toBe('unapproved')
  })

  it('made without network is judged at its own time, and the later of two is flagged', async () => {
    const { code } = await badge()
    const early = new Date(Date.now() - 2000).toISOString()
    const late = new Date(Date.now() - 1000).toISOString()
    expect(await verdictOf(code, { scannedAt: late, wasOffline: true })).toBe('admitted')
    expect(await verdictOf(code, { scannedAt: early, wasOffline: true })).toBe('admitted')
    const hall = await officer.send('GET', `/api/fairs/${fairId}/hall`)
    expect(hall.body).toMatchObject({ inside: 1, entriesToday: 1, duplicatesToday: 1, refusedToday: 0 })
  })

  it('does not answer with another fair’s scan of the same id', async () => {
    const item = attempt((await badge()).code)
    await scan(item)
    const there = await openFair()
    const gate = await addGate(there, 'Cổng A')
    const elsewhereDevice = await enrolled(there)
    const { body } = await elsewhereDevice('POST', '/api/gate/scans', { items: [{ ...item, gateId: gate }] })
    expect(body.items).toEqual([{ status: 'refused', id: item.id, code: 'platform.not-found' }])
  })

  it('holds up no other of its batch', async () => {
    const { code } = await badge()
    const foreign = await addGate(await openFair(), 'Cổng A')
    const results = await scan(attempt(code, { gateId: foreign }), attempt(code))
    expect(results.map((result: { status: string; code?: string }) => [result.status, result.code])).toEqual([
      ['refused', 'platform.not-found'],
      ['stored', undefined],
    ])
  })
})

/** A true code of another fair of the same organizer. */
async function elsewhere(): Promise<string> {
  const guest = { kind: 'guest', holderName: 'B', company: '', position: '', email: null, locale: 'vi' }
  return (await officer.send('POST', `/api/fairs/${await openFair()}/badges`, guest)).body.code
}

/** Sends scans to a second process of the server, as a device of its own. */
async function secondProcess() {
  const http = createApp(house.app)
  const { body } = await officer.send('POST', `/api/fairs/${fairId}/gate-devices`, { name: 'Máy 2' })
  const { token } = (await house.visitor.send('POST', '/api/gate/enrol', { code: body.code })).body
  return async (item: object) => {
    const response = await http.request('/api/gate/scans', {
      method: 'POST',
      headers: { authorization: `Device ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ items: [item] }),
    })
    const answer = (await response.json()) as { items: { answer: { verdict: string } }[] }
    return answer.items
  }
}

describe('devices', () => {
  it('enrol once with a code that is said once', async () => {
    const { body } = await officer.send('POST', `/api/fairs/${fairId}/gate-devices`, { name: 'Máy 3' })
    expect(body).toMatchObject({ code: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/) })
    expect(body.link).toBe(`http://localhost:3000/gate#${body.code}`)
    const enrol = () => house.visitor.send('POST', '/api/gate/enrol', { code: ` ${body.code.toLowerCase()}` })
    const answers = await Promise.all([enrol(), enrol()])
    expect(answers.map(answer => answer.status).sort()).toEqual([200, 409])
    expect((await enrol()).body.code).toBe('badges.code-not-valid')
    const row = await house.app.db
      .selectFrom('gateDevice')
      .selectAll()
      .where('id', '=', body.device.id)
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(body.code.replace('-', ''))
  })

  it('get all they need to judge alone, and no names', async () => {
    const { code, number } = await badge({ holderName: 'Tên Bí Mật' })
    const revoked = await badge()
    await officer.send('POST', `/api/fairs/${fairId}/badges/${revoked.id}/revoke`, { reason: 'x' })
    await scan(attempt(code))
    const { status, body } = await device('GET', '/api/gate/state')
    expect(status).toBe(200)
    expect(body).toMatchObject({ keys: [{ keyNumber: 1 }], gates: [{ id: gateId }], revoked: [2] })
    expect(Object.keys(body.inside)).toEqual([number.split('-')[0]])
    expect(JSON.stringify(body)).not.toContain('Bí Mật')
  })

  it('are nobody once revoked, and may nothing else before', async () => {
    const { body } = await officer.send('GET', `/api/fairs/${fairId}/gate-devices`)
    const id = body.items[0].id
    expect((await device('GET', `/api/fairs/${fairId}/badges`)).status).toBe(404)
    const gone = await officer.send('POST', `/api/fairs/${fairId}/gate-devices/${id}/revoke`)
    expect(gone.body.state).toBe('revoked')
    expect((await device('GET', '/api/gate/state')).body.code).toBe('identity.not-signed-in')
    expect((await device('POST', '/api/gate/scans', { items: [attempt('x')] })).status).toBe(401)
    const again = await officer.send('POST', `/api/fairs/${fairId}/gate-devices/${id}/revoke`)
    expect(again.body.code).toBe('platform.wrong-state')
  })
})

describe('gates', () => {
  it('are added, changed and removed by the desk, each with one entry', async () => {
    const path = `/api/fairs/${fairId}/gates`
    expect((await officer.send('POST', path, { name: 'Cổng A', kinds: ['guest'] })).body.code).toBe(
      'badges.gate-name-taken',
    )
    const edited = await officer.send('PUT', `${path}/${gateId}`, { name: 'Cổng B', kinds: ['press'] })
    expect(edited.body).toMatchObject({ name: 'Cổng B', kinds: ['press'] })
    expect((await officer.send('DELETE', `${path}/${gateId}`)).status).toBe(204)
    expect((await officer.send('DELETE', `${path}/${gateId}`)).status).toBe(404)
    expect((await officer.send('GET', path)).body.items).toEqual([])
    const audit = await house.app.db
      .selectFrom('auditEntry')
      .select('action')
      .where('entityId', '=', gateId)
      .execute()
    expect(audit).toHaveLength(3)
    // What was scanned there without network is still taken.
    const { code } = await badge({ kind: 'press' })
    expect(await verdictOf(code, { wasOffline: true })).toBe('admitted')
  })

  it('are shown to gate staff, who change nothing; others see nothing', async () => {
    const steward = await house.staff(organizerId, 'gate')
    const other = await house.staff(await house.organizer(), 'manager')
    expect((await steward.send('GET', `/api/fairs/${fairId}/hall`)).status).toBe(200)
    const post = (person: Pick<TestPerson, 'send'>) =>
      person.send('POST', `/api/fairs/${fairId}/gates`, { name: 'X', kinds: ['guest'] })
    const answers = await Promise.all([steward, other, house.visitor].map(post))
    expect(answers.map(answer => answer.status)).toEqual([403, 404, 401])
  })
})
