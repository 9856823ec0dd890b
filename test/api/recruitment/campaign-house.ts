import { deliverDue, openTransport } from '@hoicho/server/mail/deliver.ts'
import { runCampaigns } from '@hoicho/server/recruitment/campaigns/run-campaigns.ts'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { type SmtpHouse, startSmtp } from '../../support/smtp.ts'
import { openCall } from './call.ts'

/** A house with one open call before each test, nobody in its directory yet, and mail servers closed after it. */
export function campaignHouse() {
  let house: House
  let call: Awaited<ReturnType<typeof openCall>>
  const servers: SmtpHouse[] = []
  const transports: { close(): void }[] = []
  beforeAll(async () => {
    house = await openHouse({ smtpUrl: 'smtp://127.0.0.1:9' })
  })
  afterAll(() => house.close())
  beforeEach(async () => {
    await house.app.db.deleteFrom('campaignRecipient').execute()
    await house.app.db.deleteFrom('fairInvitation').execute()
    await house.app.db.deleteFrom('campaign').execute()
    await house.app.db.deleteFrom('invitationOptOut').execute()
    await house.app.db.deleteFrom('recognition').execute()
    await house.app.db.deleteFrom('establishment').execute()
    call = await openCall(house)
    // Those that invited the officer.
    await house.app.db.deleteFrom('mail').execute()
  })
  afterEach(async () => {
    for (const transport of transports.splice(0)) transport.close()
    for (const server of servers.splice(0)) await server.stop()
  })
  const path = (id: string, rest = '') => `/api/fairs/${call.fairId}/campaigns/${id}${rest}`
  return {
    get house() {
      return house
    },
    get call() {
      return call
    },
    /** Another call for the rest of this test. */
    set call(other) {
      call = other
    },
    path,
    view: async (id: string) => (await call.officer.send('GET', path(id))).body,
    run: (at: string) => runCampaigns(house.app, () => at),
    smtp: async (...args: Parameters<typeof startSmtp>) => {
      const server = await startSmtp(...args)
      servers.push(server)
      const transport = openTransport(server.url)
      if (!transport) throw new Error('no transport')
      transports.push(transport)
      return { server, deliver: (at: string) => deliverDue(house.app, transport, () => at) }
    },
  }
}

export const later = (at: string, minutes: number) =>
  new Date(Date.parse(at) + minutes * 60_000).toISOString()
