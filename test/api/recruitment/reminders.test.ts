import { editFair } from '@hoicho/server/fairs/edit-fair.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { runCampaigns } from '@hoicho/server/recruitment/campaigns/run-campaigns.ts'
import { runReminders } from '@hoicho/server/recruitment/campaigns/send-reminders.ts'
import { reminderAt } from '@hoicho/shared/recruitment/reminders.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { fairInput, type House, openHouse } from '../../support/house.ts'
import { openCall } from './call.ts'
import { ANYBODY, noon, places, started } from './campaign.ts'

let house: House
let call: Awaited<ReturnType<typeof openCall>>
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const CLOSES = new Date(Date.now() + 20 * 86_400_000).toISOString()
const OPENS_ON = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
const dates = { registrationClosesAt: CLOSES, opensOn: OPENS_ON, closesOn: OPENS_ON }
const moment = (days: number, closesAt = CLOSES) =>
  reminderAt({ closesAt, timeZone: 'Asia/Ho_Chi_Minh', days: [days] }, days)
const run = (at: string) => runReminders(house.app, () => at)

beforeEach(async () => {
  call = await openCall(house, dates)
})

/** A campaign to so many places of a list of its own, all letters sent. */
async function written(count: number) {
  const rows = await places(house, count)
  const list = await call.officer.send('POST', `/api/organizers/${call.organizerId}/saved-lists`, {
    name: `Đợt ${Math.random()}`,
    from: null,
  })
  await call.officer.send('POST', `/api/organizers/${call.organizerId}/saved-lists/${list.body.id}/members`, {
    add: rows.map(row => row.id),
    remove: [],
  })
  const campaign = await started(house, call.officer, call.fairId, {
    audience: { ...ANYBODY, listId: list.body.id },
  })
  await runCampaigns(house.app, () => noon())
  await house.app.db
    .updateTable('mail')
    .set({ state: 'sent', sentAt: noon() })
    .where('fairId', '=', call.fairId)
    .execute()
  return { rows, campaign }
}

const reminded = () =>
  house.app.db
    .selectFrom('mail')
    .select(['template', 'toAddress'])
    .where('fairId', '=', call.fairId)
    .where('template', 'like', 'fair-reminder%')
    .orderBy('toAddress')
    .execute()

const move = (establishmentId: string, state: 'started' | 'submitted' | 'declined' | 'revoked') =>
  house.app.db
    .updateTable('fairInvitation')
    .set({ state })
    .where('establishmentId', '=', establishmentId)
    .execute()

it('go once to those who have not answered; one who began is asked to finish', async () => {
  const { rows } = await written(6)
  const states = ['started', 'submitted', 'declined', 'revoked'] as const
  for (const [nth, state] of states.entries()) await move(rows[nth]?.id ?? '', state)
  await house.app.db
    .insertInto('invitationOptOut')
    .values({ organizerId: call.organizerId, establishmentId: rows[4]?.id ?? '', createdAt: noon() })
    .execute()
  expect(await run(new Date(Date.parse(moment(14)) - 60_000).toISOString())).toBe(0)
  await Promise.all([run(moment(14)), run(moment(14)), run(moment(14))])
  const sent = await reminded()
  expect(sent).toHaveLength(2)
  expect(sent).toContainEqual({ template: 'fair-reminder-draft', toAddress: rows[0]?.email })
  expect(sent).toContainEqual({ template: 'fair-reminder', toAddress: rows[5]?.email })
  expect(await run(moment(14))).toBe(0)
  await move(rows[5]?.id ?? '', 'submitted')
  expect(await run(moment(7))).toBe(1)
})

it('keep quiet at night, follow the deadline, and can be called off', async () => {
  const { campaign } = await written(1)
  const night = new Date(Date.parse(moment(14)) + 12 * 3_600_000).toISOString()
  expect(await run(night)).toBe(0)
  expect(await run(moment(14))).toBe(1)
  const later = new Date(Date.parse(CLOSES) + 10 * 86_400_000).toISOString()
  const fair = await house.app.db
    .selectFrom('fair')
    .select(['slug', 'version'])
    .where('id', '=', call.fairId)
    .executeTakeFirstOrThrow()
  await editFair(systemContext(house.app), call.fairId, {
    ...fairInput({ ...dates, slug: fair.slug, registrationClosesAt: later }),
    version: fair.version,
  })
  expect(await run(moment(7))).toBe(0)
  expect(await run(moment(14, later))).toBe(1)
  const view = (await call.officer.send('GET', `/api/fairs/${call.fairId}/campaigns/${campaign.id}`)).body
  const { batchSize, batchMinutes, reminderDays, version } = view
  await call.officer.send('PUT', `/api/fairs/${call.fairId}/campaigns/${campaign.id}/pace`, {
    batchSize,
    batchMinutes,
    reminderDays,
    remindersOn: false,
    version,
  })
  expect(await run(moment(7, later))).toBe(0)
})
