import { afterAll, beforeAll, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'

let house: House
let manager: TestPerson
let organizerId: string

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  manager = await house.staff(organizerId, 'manager')
})
afterAll(() => house.close())

const day = (from: number) => new Date(Date.now() + from * 86_400_000).toISOString().slice(0, 10)

async function showFair(opensIn: number): Promise<string> {
  const input = { ...fairInput(), opensOn: day(opensIn), closesOn: day(opensIn + 4) }
  const { body } = await manager.send('POST', `/api/organizers/${organizerId}/fairs`, input)
  await house.app.db.updateTable('fair').set({ state: 'published' }).where('id', '=', body.id).execute()
  return body.id
}

it('shows the fair that is on first, then the coming ones by their day, then the past ones, latest first', async () => {
  const far = await showFair(90)
  const past = await showFair(-30)
  const on = await showFair(-1)
  const longPast = await showFair(-300)
  const near = await showFair(20)
  const { body } = await house.visitor.send('GET', '/api/public/fairs')
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([on, near, far, past, longPast])
})
