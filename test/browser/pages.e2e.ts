import { DEMO_PASSWORD, PLATFORM_ADMIN } from '@hoicho/db/seed/demonstration/people.ts'
import { seedDemonstration } from '@hoicho/server/demonstration/seed-demonstration.ts'
import type { Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routePages } from '../../web/bundle-size.ts'
import { DESK, openBrowser, type PageOptions, PHONE, picture, type TestBrowser } from '../support/browser.ts'
import { type House, openHouse } from '../support/house.ts'
import { type ServerProcess, startProcess } from '../support/process.ts'
import { collectIds, type Ids, ownerEmail, staffEmail } from './pages/ids.ts'
import { look, lookInTheDark } from './pages/look.ts'
import { type Role, type Visit, WALK } from './pages/walk.ts'

let house: House
let server: ServerProcess
let browser: TestBrowser
let ids: Ids

beforeAll(async () => {
  house = await openHouse()
  await seedDemonstration(house.app)
  ids = await collectIds(house)
  server = await startProcess(house)
  browser = await openBrowser({ origin: server.origin })
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await house?.close()
})

const ROLES = ['anybody', 'admin', 'manager', 'officer', 'finance', 'reviewer', 'gate', 'owner'] as const

/** Signs in by the API: how the page does it is the road's matter. */
async function pageOf(role: Role, width: number, options: PageOptions = {}): Promise<Page> {
  const page = await browser.newPage(width, options)
  if (role === 'anybody') return page
  const email = role === 'admin' ? PLATFORM_ADMIN.email : role === 'owner' ? ownerEmail : staffEmail(role)
  const answer = await page.request.post('/api/session/sign-in', {
    headers: { 'x-requested-with': 'hoicho' },
    data: { email, password: DEMO_PASSWORD },
  })
  if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`)
  return page
}

const visitsOf = (role: Role, wanted: (visit: Visit) => boolean = () => true) =>
  Object.values(WALK)
    .flat()
    .filter(visit => visit.as === role && wanted(visit))

/** Goes to each page and gives back everything wrong with any of them, each line with its address. */
async function walk(visits: Visit[], page: Page, width: number, suffix = String(width)): Promise<string[]> {
  const faults: string[] = []
  for (const visit of visits) {
    const path = visit.to(ids)
    const found = await visitPage(page, visit, width, suffix).catch(error => [String(error)])
    faults.push(...found.map(fault => `${path} (${visit.as}, ${suffix}): ${fault}`))
  }
  await page.context().close()
  return [...faults, ...browser.complaints()]
}

/** A page asks for nothing its visitor may not have. */
async function visitPage(page: Page, visit: Visit, width: number, suffix: string): Promise<string[]> {
  const refused: string[] = []
  const note = (answer: Response) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} from ${new URL(answer.url()).pathname}`)
  }
  page.on('response', note)
  await page.goto(visit.to(ids))
  const shot = `pages/${visit.as}-${nameOf(visit)}`
  const faults = [...(await look(page, width)), ...refused]
  page.off('response', note)
  await picture(page, `${shot}-${suffix}`)
  if (!visit.dark || suffix !== String(PHONE)) return faults
  const dark = await lookInTheDark(page)
  await picture(page, `${shot}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...faults, ...dark.map(fault => `in the dark: ${fault}`)]
}

/** The last words of the address, ids left out. */
function nameOf({ name, to }: Visit): string {
  const words = to(ids)
    .replace(/\?.*/, '')
    .split('/')
    .filter(part => part && !/^[0-9a-f-]{36}$/.test(part))
  return name ?? (words.join('-') || 'home')
}

describe('every page', { timeout: 120_000 }, () => {
  it('is on the walk', () => {
    const paths = routePages().map(page => page.path)
    expect(Object.keys(WALK).sort()).toEqual(paths.sort())
  })

  describe.each(ROLES)('for %s', role => {
    it.each([PHONE, DESK])('stands in a window of %d px, by day and in the dark', async width => {
      const page = await pageOf(role, width)
      expect(await walk(visitsOf(role), page, width)).toEqual([])
    })
  })

  it.each(['anybody', 'owner'] as const)('holds long German words for %s', async role => {
    const page = await pageOf(role, PHONE, { locale: 'de-DE' })
    const visits = visitsOf(role, visit => visit.de === true)
    expect(await walk(visits, page, PHONE, 'de')).toEqual([])
  })
})
