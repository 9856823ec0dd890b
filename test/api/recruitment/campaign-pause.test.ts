import { moveCampaign } from '@hoicho/server/recruitment/campaigns/move-campaign.ts'
import { describe, expect, it } from 'vitest'
import { auditOf, openCall } from './call.ts'
import { noon, places, started } from './campaign.ts'
import { campaignHouse, later } from './campaign-house.ts'

const stage = campaignHouse()
const { path, view, run, smtp } = stage

describe('pausing', () => {
  it('in the middle of a batch lets at most the letter under way leave, and resuming sends the rest once', async () => {
    await places(stage.house, 6)
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId, { batchSize: 4 })
    let paused = false
    const { server, deliver } = await smtp({}, async () => {
      if (paused) return
      paused = true
      await moveCampaign(await stage.call.officer.ctx(), stage.call.fairId, campaign.id, 'pause')
    })
    // Batches of four: two of the six are still to be written when it is paused.
    const at = noon()
    await run(at)
    await deliver(at)
    expect(server.letters).toHaveLength(1)
    expect((await view(campaign.id)).counts).toEqual({ sent: 1, queued: 5 })
    expect(await run(later(at, 60))).toBe(0)
    await deliver(later(at, 60))
    expect(server.letters).toHaveLength(1)
    await stage.call.officer.send('POST', path(campaign.id, '/resume'))
    await run(later(at, 61))
    await deliver(later(at, 61))
    expect(await view(campaign.id)).toMatchObject({ state: 'done', counts: { sent: 6 } })
    expect(new Set(server.letters.map(letter => letter.to[0])).size).toBe(6)
    expect(server.letters).toHaveLength(6)
  })

  it('waits for the batch being made, which is whole or not there', async () => {
    await places(stage.house, 8)
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId, { batchSize: 4 })
    const [, answer] = await Promise.all([
      run(noon()),
      stage.call.officer.send('POST', path(campaign.id, '/pause')),
    ])
    expect(answer.status).toBe(200)
    const { state } = await view(campaign.id)
    expect(state).toBe('paused')
    const mails = await stage.house.app.db
      .selectFrom('mail')
      .select('heldAt')
      .where('isBulk', '=', true)
      .execute()
    expect([0, 4]).toContain(mails.length)
    expect(mails.every(mail => mail.heldAt !== null)).toBe(true)
  })

  it('cancelling takes back what has not left; those may be invited again', async () => {
    const rows = await places(stage.house, 4)
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId, { batchSize: 2 })
    await run(noon())
    const answer = await stage.call.officer.send('POST', path(campaign.id, '/cancel'))
    expect(answer.body).toMatchObject({ state: 'cancelled', counts: { cancelled: 4 }, total: 4 })
    const { server, deliver } = await smtp()
    await deliver(noon())
    expect(server.letters).toHaveLength(0)
    const again = await stage.call.officer.send('POST', `/api/fairs/${stage.call.fairId}/invitations`, {
      establishmentIds: rows.map(row => row.id),
    })
    expect(again.body.items.map((item: { outcome: string }) => item.outcome)).toEqual(
      Array(4).fill('invited'),
    )
    expect((await stage.call.officer.send('POST', path(campaign.id, '/resume'))).status).toBe(409)
  })
})

describe('quiet hours', () => {
  it('keep batches and letters from leaving between 20:00 and 07:00 in Hà Nội', async () => {
    await places(stage.house, 2)
    const campaign = await started(stage.house, stage.call.officer, stage.call.fairId)
    const evening = noon().replace('T05', 'T13')
    const { server, deliver } = await smtp()
    expect(await run(evening)).toBe(0)
    const { nextBatchAt } = await view(campaign.id)
    expect(nextBatchAt).toBe(`${noon(2).slice(0, 10)}T00:00:00.000Z`)
    const justBefore = later(evening, -1)
    await stage.house.app.db.updateTable('campaign').set({ nextBatchAt: justBefore }).execute()
    expect(await run(justBefore)).toBe(2)
    await deliver(evening)
    expect(server.letters).toHaveLength(0)
    await deliver(nextBatchAt)
    expect(server.letters).toHaveLength(2)
  })

  it("are the organizer's own, set by its manager, and hold from one letter to the next", async () => {
    const manager = await stage.house.staff(stage.call.organizerId, 'manager')
    const place = `/api/organizers/${stage.call.organizerId}/quiet-hours`
    const before = await manager.send('GET', place)
    expect(before.body).toMatchObject({ startsAt: '20:00', endsAt: '07:00', version: 0 })
    const hours = {
      startsAt: '12:00',
      endsAt: '13:30',
      weekdays: [7],
      days: [],
      timeZone: 'Asia/Ho_Chi_Minh',
    }
    const set = await manager.send('PUT', place, { ...hours, version: 0 })
    expect(set.body).toEqual({ ...hours, version: 1 })
    expect((await auditOf(stage.house, stage.call.organizerId)).at(-1)).toMatchObject({
      action: 'mail.set-quiet-hours',
      after: { version: 1 },
    })
    const answers = [
      await manager.send('PUT', place, { ...hours, version: 0 }),
      await stage.call.officer.send('PUT', place, { ...hours, version: 1 }),
      await (await openCall(stage.house)).officer.send('GET', place),
      await manager.send('PUT', place, { ...hours, weekdays: [1, 2, 3, 4, 5, 6, 7], version: 1 }),
    ]
    expect(answers.map(answer => answer.status)).toEqual([409, 403, 404, 422])
    await places(stage.house, 1)
    await started(stage.house, stage.call.officer, stage.call.fairId)
    expect(await run(noon())).toBe(0)
  })
})
