import { readFileSync } from 'node:fs'
import { get } from 'node:https'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type House, openHouse } from '../../support/house.ts'
import { startProcess } from '../../support/process.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/tls/${name}`, import.meta.url))

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

it("serves phones on the hall's network over HTTPS with the certificate it is given", async () => {
  const server = await startProcess(house, {
    TLS_CERT: fixture('cert.pem'),
    TLS_KEY: fixture('key.pem'),
    HOST: '0.0.0.0',
  })
  const status = await new Promise(resolve => {
    const ca = readFileSync(fixture('cert.pem'))
    get(`${server.origin}/healthz`, { ca }, answer => resolve(answer.statusCode)).on('error', resolve)
  })
  expect(status).toBe(200)
  expect(await server.stop()).toBe(0)
})

it('asks for both halves of a certificate, in one line', async () => {
  const server = await startProcess(house, { TLS_CERT: fixture('cert.pem') })
  expect(server.child.exitCode).toBe(1)
  expect(server.output()).toBe('The setting TLS_KEY is missing: TLS_CERT and TLS_KEY go together.\n')
})
