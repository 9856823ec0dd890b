import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fairInput, type House, openHouse, type TestPerson } from '../../support/house.ts'
import { freePort, type ServerProcess, startProcess } from '../../support/process.ts'

let house: House
let officer: TestPerson
let organizerId: string

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  officer = await house.staff(organizerId, 'officer')
})
afterAll(() => house.close())

const createFair = (server: ServerProcess, slug: string) =>
  fetch(`${server.origin}/api/organizers/${organizerId}/fairs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-requested-with': 'hoicho', cookie: officer.cookie },
    body: JSON.stringify(fairInput({ slug })),
  })

describe('a server process', () => {
  it('says it is alive and ready, and that a foreign port is taken in one line', async () => {
    const server = await startProcess(house)
    const health = await Promise.all(['/healthz', '/readyz'].map(path => fetch(server.origin + path)))
    expect(health.map(answer => answer.status)).toEqual([200, 200])
    expect(await health[1]?.json()).toEqual({ status: 'ready', database: 'ok', worker: 'ok' })

    const port = new URL(server.origin).port
    const second = await startProcess(house, { PORT: port })
    expect(second.child.exitCode).toBe(1)
    expect(second.output()).toBe(`Port ${port} is taken. Set PORT to a free one.\n`)
    expect(await server.stop()).toBe(0)
  })

  it('finishes the requests under way when asked to stop', async () => {
    const server = await startProcess(house)
    const slugs = Array.from({ length: 10 }, () => `stop-${randomBytes(4).toString('hex')}`)
    // A connection that has sent nothing yet may be cut: that is no acknowledgement.
    const answers = Promise.allSettled(slugs.map(slug => createFair(server, slug)))
    await new Promise(resolve => setTimeout(resolve, 30))
    const code = await server.stop('SIGTERM')
    const settled = await answers
    const accepted = settled.filter(answer => answer.status === 'fulfilled' && answer.value.status === 201)
    expect(code).toBe(0)
    expect(await countFairs(slugs)).toBe(accepted.length)
    expect(accepted.length).toBeGreaterThan(0)
  })

  it('keeps every acknowledged write through a kill -9 and starts again', async () => {
    const port = String(await freePort())
    const acknowledged: string[] = []
    const server = await startProcess(house, { PORT: port })
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let n = 0; n < 200; n++) {
        const slug = `kill-${writer}-${n}-${randomBytes(3).toString('hex')}`
        const answer = await createFair(server, slug).catch(() => undefined)
        if (answer?.status !== 201) return
        acknowledged.push(slug)
      }
    })
    await untilSome(acknowledged, 20)
    await server.stop('SIGKILL')
    await Promise.all(writers)
    expect(await countFairs(acknowledged)).toBe(acknowledged.length)

    const again = await startProcess(house, { PORT: port })
    expect((await fetch(`${again.origin}/readyz`)).status).toBe(200)
    expect((await createFair(again, `after-${randomBytes(3).toString('hex')}`)).status).toBe(201)
    await again.stop()
  })

  it('says in one line that the database cannot be reached, without its password', async () => {
    const dead = await freePort()
    const url = `postgres://someone:hunter2@127.0.0.1:${dead}/nothing`
    const server = await startProcess(house, { DATABASE_URL: url })
    expect(server.child.exitCode).toBe(1)
    expect(server.output().trim().split('\n')).toHaveLength(1)
    expect(server.output()).toContain(`The database at 127.0.0.1:${dead}/nothing cannot be reached`)
    expect(server.output()).not.toContain('hunter2')
  })
})

describe('two server processes started at once', () => {
  it('migrate an empty database between them, and both become ready', async () => {
    const name = `t_${randomBytes(8).toString('hex')}`
    await house.database.sql.unsafe(`create database ${name}`)
    const DATABASE_URL = Object.assign(new URL(house.database.url), { pathname: name }).href
    const settings = { DATABASE_URL, DEMO: '0' }
    const servers = await Promise.all([startProcess(house, settings), startProcess(house, settings)])
    try {
      const ready = await Promise.all(servers.map(server => fetch(`${server.origin}/readyz`)))
      expect(ready.map(answer => answer.status)).toEqual([200, 200])
      const fairs = await Promise.all(servers.map(server => fetch(`${server.origin}/api/public/fairs`)))
      expect(await Promise.all(fairs.map(answer => answer.json()))).toEqual([{ items: [] }, { items: [] }])
    } finally {
      await Promise.all(servers.map(server => server.stop()))
      await house.database.sql.unsafe(`drop database ${name} with (force)`)
    }
  })
})

async function countFairs(slugs: string[]): Promise<number> {
  const rows = await house.database.sql`select 1 from fair where slug = any(${slugs})`
  return rows.length
}

async function untilSome(list: string[], count: number): Promise<void> {
  while (list.length < count) await new Promise(resolve => setTimeout(resolve, 5))
}
