import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { fairInput, type House } from '../support/house.ts'
import type { Case } from './measure.ts'

/** Main reads and writes over a real socket, beside a bare Hono reply or the same SQL alone. */
export async function requestCases(house: House): Promise<Case[]> {
  const origin = await listen(house.http.fetch)
  const bare = await listen(new Hono().get('/', c => c.text('hi')).fetch)
  const organizerId = await house.organizer()
  const manager = await house.staff(organizerId, 'manager')
  const officer = await house.staff(organizerId, 'officer')
  const fair = await officer.send('POST', `/api/organizers/${organizerId}/fairs`, fairInput())
  await manager.send('PUT', `/api/fairs/${fair.body.id}/form`, await defaultForm(officer, fair.body.id))
  await manager.send('POST', `/api/fairs/${fair.body.id}/publish`)
  const { sql } = house.database
  const get = (path: string, cookie = '') => fetch(origin + path, { headers: { cookie } }).then(read)
  const hi = () => fetch(bare).then(read)
  return [
    { name: 'GET /healthz', floor: 'a bare Hono reply', run: () => get('/healthz'), runFloor: hi },
    {
      name: 'public fair page data',
      floor: 'the same three statements alone',
      run: () => get(`/api/public/fairs/${fair.body.slug}`),
      runFloor: async () => {
        await sql`select f.*, o.name_vi, o.name_en, o.email, o.phone, o.address from fair f join organizer o on o.id = f.organizer_id where f.slug = ${fair.body.slug} and f.state = any(${['published', 'closed']})`
        await sql`select s.code from fair_sector fs join sector s on s.code = fs.sector_code where fair_id = ${fair.body.id} order by s.position`
        await sql`select code, name_vi, name_en, name_de from sector where code = any(${fair.body.sectorCodes}) order by position`
      },
    },
    {
      name: 'fairs of an organizer, signed in',
      floor: 'the list statement alone',
      run: () => get(`/api/organizers/${organizerId}/fairs`, officer.cookie),
      runFloor: () =>
        sql`select id, slug, name_vi, opens_on from fair where organizer_id = ${organizerId} order by opens_on desc`,
    },
    {
      name: 'create a fair (row, audit, two locks)',
      floor: 'one insert and one commit alone',
      run: () =>
        fetch(`${origin}/api/organizers/${organizerId}/fairs`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            'x-requested-with': 'hoicho',
            cookie: officer.cookie,
          },
          body: JSON.stringify(fairInput()),
        }).then(read),
      runFloor: () =>
        sql`insert into attempt (key, window_started_at, count) values (${randomBytes(8).toString('hex')}, now(), 1)`,
    },
  ]
}

async function defaultForm(officer: { send: House['visitor']['send'] }, fairId: string): Promise<unknown> {
  return (await officer.send('GET', `/api/fairs/${fairId}/form`)).body?.definition
}

async function listen(fetch: Parameters<typeof serve>[0]['fetch']): Promise<string> {
  // Only an HTTP/1.1 server is ever made here.
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  server.unref()
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const read = (answer: Response) => answer.arrayBuffer()
