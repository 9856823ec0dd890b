import { createApp } from '@hoicho/server/app.ts'
import { inviteStaff } from '@hoicho/server/identity/invite.ts'
import { openApp } from '@hoicho/server/open-app.ts'
import { createLog } from '@hoicho/server/platform/log.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { application, establishment } from '../../support/applications.ts'
import { house, issued, manager, officer, organizerId, signature } from '../../support/contracts.ts'
import { dealInput, runningFair, selectedExhibitor } from '../../support/deals.ts'
import { publishedFair } from '../../support/fairs.ts'
import type { TestPerson } from '../../support/house.ts'
import { completeDraft, openCall } from '../recruitment/call.ts'

type Instance = { http: ReturnType<typeof createApp>; close(): Promise<void> }
let instances: Instance[] = []

beforeAll(() => {
  instances = [1, 2].map(() => {
    const { config, secrets } = house.app
    const { app, close } = openApp(config, secrets, createLog('silent'), house.database.url, 4)
    return { http: createApp(app), close }
  })
})
afterAll(() => Promise.all(instances.map(instance => instance.close())))

function instanceFor(n: number): Instance {
  const instance = instances[n % 2]
  if (!instance) throw new Error('No instance is open')
  return instance
}

/** One request of each person, each to an instance of its own, at the same time: statuses and codes. */
async function race(people: readonly TestPerson[], path: string, bodies: readonly unknown[]) {
  const answers = people.map(async (person, n) => {
    const response = await instanceFor(n).http.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'hoicho', cookie: person.cookie },
      body: JSON.stringify(bodies[n % bodies.length]),
    })
    const { code } = (await response.json()) as { code?: string }
    return `${response.status} ${code ?? 'done'}`
  })
  return (await Promise.all(answers)).toSorted()
}

const entries = async (entityId: string, action: string) =>
  (
    await house.app.db
      .selectFrom('auditEntry')
      .select('id')
      .where('entityId', '=', entityId)
      .where('action', '=', action)
      .execute()
  ).length

it('one of two officers refuses a dossier, the other is told', async () => {
  const { id: fairId } = await publishedFair(house, organizerId)
  const { id: establishmentId } = await establishment(house)
  const { id } = await application(house, fairId, establishmentId)
  const reason = 'Hồ sơ không thuộc đối tượng hỗ trợ của chương trình.'
  const answers = await race([officer, manager], `/api/applications/${id}/refuse`, [{ reason }])
  expect(answers).toEqual(['200 done', '409 platform.wrong-state'])
  const mails = await house.app.db.selectFrom('mail').select('id').where('fairId', '=', fairId).execute()
  expect(mails).toHaveLength(1)
})

it('an application submitted twice gets one number and one receipt', async () => {
  const call = await openCall(house)
  const { id, owner } = await completeDraft(house, call.fairId)
  const answers = await race([owner, owner], `/api/applications/${id}/submit`, [{}])
  expect(answers).toEqual(['200 done', '409 platform.wrong-state'])
  expect(await entries(id, 'recruitment.submit')).toBe(1)
})

it('a contract signed twice bears one signature', async () => {
  const { contract, owner, path } = await issued()
  const answers = await race([owner, owner], `${path}/sign-for-establishment`, [signature({ contract })])
  expect(answers[0]).toBe('200 done')
  expect(answers[1]).toMatch(/^409 /)
  const signed = await house.app.db
    .selectFrom('contractSignature')
    .select('id')
    .where('contractId', '=', contract.id)
    .execute()
  expect(signed).toHaveLength(1)
})

it('a deal verified by two counts once', async () => {
  const { id: fairId } = await runningFair(house, organizerId)
  const { owner, applicationId } = await selectedExhibitor(house, fairId)
  const deal = await owner.send('POST', `/api/applications/${applicationId}/deals`, dealInput())
  const answers = await race([officer, manager], `/api/deals/${deal.body.id}/verify`, [{ version: 1 }])
  expect(answers[0]).toBe('200 done')
  expect(answers[1]).toMatch(/^409 /)
  expect(await entries(deal.body.id, 'deals.verify')).toBe(1)
})

it('an invitation opened twice makes one member', async () => {
  const person = await house.signUp()
  const system = systemContext(house.app)
  await inviteStaff(system, organizerId, { email: person.email, role: 'reviewer', locale: 'vi' })
  const token = await house.tokenMailedTo(person.email)
  const answers = await race([person, person], '/api/invitations/accept', [{ token }])
  expect(answers[0]).toBe('200 done')
  expect(answers[1]).toMatch(/^(409|410) /)
  const held = await house.app.db
    .selectFrom('organizerMember')
    .select('id')
    .where('personId', '=', person.id)
    .execute()
  expect(held).toHaveLength(1)
})
