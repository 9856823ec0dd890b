import { newId } from '@hoicho/server/platform/ids.ts'
import { runCampaigns } from '@hoicho/server/recruitment/campaigns/run-campaigns.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { auditOf, mailsTo, openCall } from './call.ts'
import { ANYBODY, noon, places, started } from './campaign.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>
beforeAll(async () => {
  house = await openHouse()
  call = await openCall(house)
})
afterAll(() => house.close())

const lists = () => `/api/organizers/${call.organizerId}/saved-lists`

/** Places on a list of their own. */
async function listed(count: number, changes: Parameters<typeof places>[2] = () => ({})) {
  const rows = await places(house, count, changes)
  const { body } = await call.officer.send('POST', lists(), { name: `Danh sách ${newId()}`, from: null })
  await call.officer.send('POST', `${lists()}/${body.id}/members`, {
    add: rows.map(row => row.id),
    remove: [],
  })
  return { rows, listId: String(body.id), audience: { ...ANYBODY, listId: String(body.id) } }
}

async function campaigned(count = 1) {
  const { rows, audience } = await listed(count)
  const campaign = await started(house, call.officer, call.fairId, { audience })
  await runCampaigns(house.app, () => noon())
  const invitations = await house.app.db
    .selectFrom('fairInvitation')
    .selectAll()
    .where('campaignId', '=', campaign.id)
    .execute()
  return { rows, campaign, invitations }
}

const sent = (mailId: string | null) =>
  house.app.db.updateTable('mail').set({ state: 'sent', bodyText: '' }).where('id', '=', mailId).execute()
const act = (
  id: string | undefined,
  word: 'resend' | 'revoke',
  person = call.officer,
  fairId = call.fairId,
) => person.send('POST', `/api/fairs/${fairId}/invitations/${id}/${word}`)

describe('an invitee', () => {
  it('gets the letter again, with the same link and paper, to the address the directory holds now', async () => {
    const { rows, invitations } = await campaigned()
    const [one] = invitations
    const first = await mailsTo(house, rows[0]?.email ?? '')
    expect((await act(one?.id, 'resend')).body.code).toBe('recruitment.letter-under-way')
    await sent(one?.mailId ?? null)
    await house.app.db
      .updateTable('establishment')
      .set({ email: 'moi@example.vn' })
      .where('id', '=', rows[0]?.id ?? '')
      .execute()
    expect((await act(one?.id, 'resend')).status).toBe(204)
    const [again] = await mailsTo(house, 'moi@example.vn')
    const link = /\/i\/[\w-]{43}/
    expect(link.exec(again?.bodyText ?? '')?.[0]).toBe(link.exec(first[0]?.bodyText ?? '')?.[0])
    expect((await auditOf(house, one?.id ?? '')).at(-1)).toMatchObject({
      action: 'recruitment.invite',
      after: { resent: true },
    })
  })

  it('revoked: the link opens nothing, the waiting letter stays, and a new invitation is possible', async () => {
    const { rows, campaign, invitations } = await campaigned()
    const token = await house.tokenMailedTo(rows[0]?.email ?? '')
    const answers = await Promise.all([act(invitations[0]?.id, 'revoke'), act(invitations[0]?.id, 'revoke')])
    expect(answers.map(answer => answer.status).toSorted()).toEqual([204, 409])
    expect((await house.visitor.send('POST', `/api/public/invitations/${token}/open`)).body.code).toBe(
      'recruitment.link-unknown',
    )
    const { counts } = (await call.officer.send('GET', `/api/fairs/${call.fairId}/campaigns/${campaign.id}`))
      .body
    expect(counts).toEqual({ revoked: 1 })
    const mail = await house.app.db
      .selectFrom('mail')
      .select('state')
      .where('id', '=', invitations[0]?.mailId ?? '')
      .executeTakeFirst()
    expect(mail?.state).toBe('cancelled')
    const again = await call.officer.send('POST', `/api/fairs/${call.fairId}/invitations`, {
      establishmentIds: [rows[0]?.id],
    })
    expect(again.body.items[0].outcome).toBe('invited')
  })

  it('of another fair is not found, and finance may not', async () => {
    const { invitations } = await campaigned()
    const other = await openCall(house)
    const finance = await house.staff(call.organizerId, 'finance')
    for (const word of ['resend', 'revoke'] as const) {
      expect((await act(invitations[0]?.id, word, other.officer, other.fairId)).status).toBe(404)
      expect((await act(invitations[0]?.id, word, finance)).status).toBe(403)
    }
  })

  it('says no with a reason that can be counted', async () => {
    const { rows, campaign } = await campaigned()
    const token = await house.tokenMailedTo(rows[0]?.email ?? '')
    await house.visitor.send('POST', `/api/public/invitations/${token}/decline`, {
      code: 'cost',
      reason: 'Kinh phí hạn hẹp',
    })
    const { items } = (
      await call.officer.send('GET', `/api/fairs/${call.fairId}/campaigns/${campaign.id}/invitees`)
    ).body
    expect(items).toMatchObject([
      { state: 'declined', declineCode: 'cost', declineReason: 'Kinh phí hạn hẹp' },
    ])
  })

  it('may ask not to be written to again, which later campaigns and officers respect', async () => {
    const { rows } = await campaigned()
    const token = await house.tokenMailedTo(rows[0]?.email ?? '')
    const letters = (stop: boolean) =>
      house.visitor.send('POST', `/api/public/invitations/${token}/letters`, { stop })
    expect((await letters(true)).status).toBe(204)
    expect((await letters(true)).status).toBe(204)
    expect(await auditOf(house, rows[0]?.id ?? '')).toMatchObject([
      { action: 'recruitment.stop-letters', after: { stop: true } },
    ])
    const opened = await house.visitor.send('POST', `/api/public/invitations/${token}/open`)
    expect(opened.body.isOptedOut).toBe(true)
    const invitation = await house.app.db
      .selectFrom('fairInvitation')
      .select('id')
      .where('establishmentId', '=', rows[0]?.id ?? '')
      .executeTakeFirstOrThrow()
    await act(invitation.id, 'revoke')
    const again = await call.officer.send('POST', `/api/fairs/${call.fairId}/invitations`, {
      establishmentIds: [rows[0]?.id],
    })
    expect(again.body.items[0].outcome).toBe('opted-out')
    const nobody = await house.visitor.send('POST', `/api/public/invitations/${'x'.repeat(43)}/letters`, {
      stop: false,
    })
    expect(nobody.status).toBe(404)
  })
})

describe('a saved list', () => {
  it('is made from a description, changed by hand, and put away', async () => {
    const rows = await places(house, 3, () => ({ sectorCode: 'food', provinceCode: '04' }))
    const from = { fairId: call.fairId, audience: { ...ANYBODY, provinces: ['gso-34:04'] } }
    const made = await call.officer.send('POST', lists(), { name: 'Cao Bằng', from })
    expect(made.body).toMatchObject({ name: 'Cao Bằng', members: 3 })
    expect(await auditOf(house, made.body.id)).toMatchObject([
      { action: 'recruitment.keep-lists', after: { members: 3 } },
    ])
    const twice = await call.officer.send('POST', lists(), { name: 'cao bằng', from: null })
    expect([twice.status, twice.body.code]).toEqual([409, 'recruitment.list-name-taken'])
    const one = `${lists()}/${made.body.id}`
    const changed = await call.officer.send('POST', `${one}/members`, {
      add: [rows[0]?.id, newId()],
      remove: [rows[1]?.id],
    })
    expect(changed.body.members).toBe(2)
    expect((await call.officer.send('GET', `${one}/members`)).body.items).toHaveLength(2)
    const other = await openCall(house)
    expect(
      (
        await other.officer.send(
          'GET',
          `/api/organizers/${other.organizerId}/saved-lists/${made.body.id}/members`,
        )
      ).status,
    ).toBe(404)
    expect((await call.officer.send('DELETE', one)).status).toBe(204)
    expect((await call.officer.send('DELETE', one)).status).toBe(404)
    expect(
      (await call.officer.send('GET', lists())).body.items.some(
        (list: { id: string }) => list.id === made.body.id,
      ),
    ).toBe(false)
  })
})

describe('a call', () => {
  const calls = (person = call.officer) => ({
    log: (establishmentId: string | undefined, changes: object = {}) =>
      person.send('POST', `/api/fairs/${call.fairId}/calls`, {
        establishmentId,
        calledAt: new Date(Date.now() - 60_000).toISOString(),
        outcome: 'reached',
        note: '',
        callAgainOn: null,
        declineCode: null,
        handOver: false,
        ...changes,
      }),
    toCall: async () =>
      (await person.send('GET', `/api/fairs/${call.fairId}/to-call`)).body.items as {
        establishmentId: string
        isDue: boolean
        reason: string
      }[],
  })

  it('is what those without e-mail get: the worklist names them until they answer', async () => {
    const { rows, audience } = await listed(3, nth => (nth < 2 ? { email: null } : {}))
    await started(house, call.officer, call.fairId, { audience })
    const { log, toCall } = calls()
    const mine = async () => (await toCall()).filter(one => rows.some(row => row.id === one.establishmentId))
    expect(await mine()).toMatchObject([
      { reason: 'no-e-mail', isDue: true },
      { reason: 'no-e-mail', isDue: true },
    ])
    await log(rows[0]?.id, { outcome: 'no-answer', callAgainOn: '2099-01-01', note: 'Máy bận' })
    expect(await mine()).toMatchObject([
      { establishmentId: rows[1]?.id, isDue: true },
      { establishmentId: rows[0]?.id, isDue: false, reason: 'call-again' },
    ])
    const declined = await log(rows[1]?.id, {
      outcome: 'declined',
      declineCode: 'no-time',
      callAgainOn: '2099-01-01',
    })
    expect(declined.status).toBe(201)
    expect((await mine()).map(one => one.establishmentId)).toEqual([rows[0]?.id])
    const history = await call.officer.send(
      'GET',
      `/api/fairs/${call.fairId}/calls?establishmentId=${rows[0]?.id}`,
    )
    expect(history.body.items).toMatchObject([{ outcome: 'no-answer', note: 'Máy bận' }])
    expect(await auditOf(house, declined.body.id)).toMatchObject([
      { action: 'recruitment.log-calls', after: { outcome: 'declined' } },
    ])
  })

  it('hands over a code that opens the invitation, and the same one again', async () => {
    const { rows, audience } = await listed(2, () => ({ email: null }))
    const { id } = await started(house, call.officer, call.fairId, {
      audience: { ...audience, listId: audience.listId },
    }).catch(() => ({ id: null }))
    expect(id).toBeNull()
    const { log } = calls()
    const first = await log(rows[0]?.id, { outcome: 'will-answer', handOver: true })
    const { code } = first.body.handedOver
    expect(code).toMatch(/^[2-9A-HJKMNP-TW-Z]{5}-[2-9A-HJKMNP-TW-Z]{5}$/)
    const again = await log(rows[0]?.id, { handOver: true })
    expect(again.body.handedOver.code).toBe(code)
    const opened = await house.visitor.send('POST', `/api/public/invitations/${code.toLowerCase()}/open`)
    expect(opened.body).toMatchObject({ establishmentName: rows[0]?.name, state: 'visited' })
    const invitation = await house.app.db
      .selectFrom('fairInvitation')
      .selectAll()
      .where('establishmentId', '=', rows[0]?.id ?? '')
      .executeTakeFirstOrThrow()
    expect(invitation).toMatchObject({ channel: 'phone', email: null })
    expect((await act(invitation.id, 'resend')).body.code).toBe('recruitment.no-address')
  })

  it('cannot be guessed: codes tried are counted by address', async () => {
    const statuses = []
    for (let nth = 0; nth < 32; nth++) {
      const answer = await house.visitor.send(
        'POST',
        `/api/public/invitations/AAAAA-${String(nth + 10000)}/open`,
      )
      statuses.push(answer.status)
    }
    expect(statuses.slice(0, 20)).toEqual(Array(20).fill(404))
    expect(statuses.at(-1)).toBe(429)
  })

  it("in the future, from finance or about another's fair is refused", async () => {
    const [place] = await places(house, 1)
    expect((await calls().log(place?.id, { calledAt: '2099-01-01T00:00:00Z' })).status).toBe(422)
    expect((await calls(await house.staff(call.organizerId, 'finance')).log(place?.id)).status).toBe(403)
    expect((await calls((await openCall(house)).officer).log(place?.id)).status).toBe(404)
    expect((await calls().log(newId())).status).toBe(404)
  })
})
