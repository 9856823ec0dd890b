import { seedDemonstration } from '@hoicho/server/demonstration/seed-demonstration.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'

let house: House
let lines: string[]

beforeAll(async () => {
  house = await openHouse()
  lines = await seedDemonstration(house.app)
}, 300_000)
afterAll(() => house.close())

const counts = async (table: 'application' | 'contract' | 'deal', slug: string) => {
  const rows = await house.database.sql<{ state: string; n: number }[]>`
    select t.state, count(*)::int as n from ${house.database.sql(table)} t join fair f on f.id = t.fair_id
    where f.slug = ${slug} group by t.state order by t.state`
  return Object.fromEntries(rows.map(row => [row.state, row.n]))
}

describe('the demonstration', () => {
  it('takes thirteen of sixteen to Frankfurt, all with a signed contract', async () => {
    expect(await counts('application', 'tendence-2019')).toMatchObject({ selected: 13 })
    expect(await counts('contract', 'tendence-2019')).toEqual({ signed: 13 })
    expect(await counts('deal', 'tendence-2019')).toEqual({ logged: 2, verified: 22 })
  })

  it('saw all thirteen come in on each of the three days', async () => {
    const rows = await house.database.sql`
      select s.direction, s.verdict, count(*)::int as n, count(distinct s.badge_id)::int as people from scan s
      join fair f on f.id = s.fair_id where f.slug = 'tendence-2019' group by 1, 2 order by 1`
    expect([...rows]).toEqual([
      { direction: 'entry', verdict: 'admitted', n: 39, people: 13 },
      { direction: 'exit', verdict: 'admitted', n: 39, people: 13 },
    ])
  })

  it('leaves the fair in Hà Nội half way, with something waiting at every step', async () => {
    const applications = await counts('application', 'cnnt-tieu-bieu-2019')
    expect(applications).toEqual({
      complete: 5,
      'correction-requested': 1,
      draft: 1,
      rejected: 1,
      selected: 21,
      submitted: 2,
    })
    expect(await counts('contract', 'cnnt-tieu-bieu-2019')).toEqual({
      issued: 3,
      signed: 8,
      'signed-by-establishment': 3,
    })
  })

  it('is made by people: every record of the road has its audit entry', async () => {
    for (const table of ['fair', 'application', 'contract', 'deal', 'hall'] as const) {
      const [row] = await house.database.sql<{ bare: number }[]>`
        select count(*)::int as bare from ${house.database.sql(table)} t
        where not exists (select 1 from audit_entry a where a.entity = ${table} and a.entity_id = t.id)`
      expect([table, row?.bare]).toEqual([table, 0])
    }
  })

  it('sends none of its letters to a mail server, and keeps the clock of 2019', async () => {
    const [mail] = await house.database.sql<{ waiting: number; late: number }[]>`
      select count(*) filter (where state <> 'sent')::int as waiting,
        count(*) filter (where created_at > '2019-12-31')::int as late from mail`
    expect(mail).toEqual({ waiting: 0, late: 0 })
  })

  it('is played once, and says again how to sign in', async () => {
    const [before] = await house.database.sql`select count(*)::int as n from audit_entry`
    expect(await seedDemonstration(house.app)).toEqual(lines)
    const [after] = await house.database.sql`select count(*)::int as n from audit_entry`
    expect(after).toEqual(before)
  })

  it('is played anew when it was cut short', async () => {
    await house.database.sql`update house_note set value = 'playing'`
    expect(await seedDemonstration(house.app)).toEqual(lines)
    expect(await counts('contract', 'tendence-2019')).toEqual({ signed: 13 })
  }, 300_000)

  it('leaves a database alone that holds anything of its own', async () => {
    const other = await openHouse()
    await other.signUp()
    expect(await seedDemonstration(other.app)).toEqual([])
    await other.close()
  })
})
