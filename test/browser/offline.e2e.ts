import { createDevice } from '@hoicho/server/badges/create-device.ts'
import { createGate } from '@hoicho/server/badges/create-gate.ts'
import { issueBadge } from '@hoicho/server/badges/issue-badge.ts'
import { systemContext } from '@hoicho/server/platform/system-context.ts'
import { startApplication } from '@hoicho/server/recruitment/start-application.ts'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { establishment } from '../support/applications.ts'
import {
  enterAs,
  keepEvidence,
  openBrowser,
  PHONE,
  screenshot,
  type TestBrowser,
} from '../support/browser.ts'
import { publishedFair } from '../support/fairs.ts'
import { type House, openHouse } from '../support/house.ts'
import { freePort, type ServerProcess, startProcess } from '../support/process.ts'

let house: House
let organizerId: string
let port: string
let server: ServerProcess
let browser: TestBrowser

beforeAll(async () => {
  house = await openHouse()
  organizerId = await house.organizer()
  port = String(await freePort())
  server = await startProcess(house, { PORT: port })
  browser = await openBrowser({ origin: server.origin })
})
afterAll(async () => {
  await browser?.close()
  await server?.stop()
  await house?.close()
})

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

describe('an application written on a phone', { timeout: 60_000 }, () => {
  it('keeps what is typed while the network is away and saves it when it is back', async ({
    onTestFailed,
  }) => {
    onTestFailed(({ task }) => keepEvidence(browser, task.name))
    const { id: fairId } = await publishedFair(house, organizerId)
    const { id: establishmentId, owner } = await establishment(house, 'Cơ sở Mây tre Phú Vinh')
    const { id } = await startApplication(await owner.ctx(), fairId, establishmentId)
    const page = await browser.newPage(PHONE)
    await enterAs(page, owner, server.origin)
    const path = `/e/applications/${id}?part=display`

    await page.goto(path)
    await page.getByLabel('Tên trên biển gian hàng (tiếng Việt)').fill('MÂY TRE PHÚ VINH')
    await page.getByText('Đã lưu lúc').waitFor()
    // The bus drives into a tunnel in the middle of a sentence.
    await page.context().setOffline(true)
    await page.getByLabel('Sản phẩm sẽ trưng bày').fill('Giỏ mây, đèn tre')
    await page.getByText('Mất mạng. Đã giữ trên máy này, sẽ tự lưu khi có mạng.').waitFor()
    await screenshot(page, 'offline/form')
    await page.getByLabel('Sản phẩm sẽ trưng bày').fill('Giỏ mây, đèn tre, tranh ghép lá')
    await page.context().setOffline(false)
    await page.getByText('Đã lưu lúc').waitFor({ timeout: 20_000 })
    expect((await answersOf(id)).goods).toBe('Giỏ mây, đèn tre, tranh ghép lá')

    // Once more, and this time the telephone is put away before the network is back.
    await page.context().setOffline(true)
    await page.getByLabel('Tên trên biển gian hàng (tiếng Anh)').fill('PHU VINH RATTAN')
    await page.getByText('Mất mạng.').waitFor()
    const again = await page.context().newPage()
    await page.close()
    await again.context().setOffline(false)
    await again.goto(path)
    await again.getByText('Nội dung bạn gõ trên máy này trước đó đã được đưa vào hồ sơ.').waitFor()
    expect(await again.getByLabel('Tên trên biển gian hàng (tiếng Anh)').inputValue()).toBe('PHU VINH RATTAN')
    await again.getByText('Đã lưu lúc').waitFor()
    expect(await answersOf(id)).toMatchObject({
      fasciaName: 'MÂY TRE PHÚ VINH',
      fasciaNameEn: 'PHU VINH RATTAN',
      goods: 'Giỏ mây, đèn tre, tranh ghép lá',
    })
    expect(browser.complaints()).toEqual([])
  })
})

async function answersOf(applicationId: string): Promise<Record<string, unknown>> {
  const { answers } = await house.app.db
    .selectFrom('application')
    .select('answers')
    .where('id', '=', applicationId)
    .executeTakeFirstOrThrow()
  return answers as Record<string, unknown>
}

describe('the gate', { timeout: 60_000 }, () => {
  it('opens, judges and keeps its scans while the server is down, and sends them when it is back', async ({
    onTestFailed,
  }) => {
    onTestFailed(({ task }) => keepEvidence(browser, task.name))
    const { code, badge, fairId } = await runningGate()
    const page = await browser.newPage(PHONE)
    await page.goto('/gate')
    await page.getByLabel('Mã thiết bị').fill(code)
    await page.getByRole('button', { name: 'Bắt đầu' }).click()
    await page.getByRole('button', { name: /Cổng A/ }).click()
    await page.getByText('Có mạng', { exact: true }).waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await page.reload()
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)

    await server.stop()
    await page.reload()
    expect(await scan(page, badge)).toContain('MỜI VÀO')
    expect(await scan(page, badge)).toContain('ĐÃ VÀO RỒI')
    await page.getByText('2 lượt chờ gửi').waitFor()
    await screenshot(page, 'offline/gate')
    await page.reload()
    await page.getByText('2 lượt chờ gửi').waitFor()
    expect(await scansOf(fairId)).toEqual([])

    server = await startProcess(house, { PORT: port })
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await page.getByText('Đã gửi hết').waitFor()
    expect(await scansOf(fairId)).toEqual([
      { verdict: 'admitted', deviceVerdict: 'admitted' },
      { verdict: 'already-inside', deviceVerdict: 'already-inside' },
    ])
    expect(browser.complaints()).toEqual([])
  })
})

/** A fair that is on at this hour, its gate with a device to enrol, and the code of a visitor's badge. */
async function runningGate() {
  const { id: fairId } = await publishedFair(house, organizerId, {
    opensOn: day(-2),
    closesOn: day(2),
    dailyOpensAt: '00:00',
    dailyClosesAt: '23:59',
    registrationOpensAt: `${day(-20)}T00:00:00.000Z`,
    registrationClosesAt: `${day(-10)}T00:00:00.000Z`,
  })
  const ctx = systemContext(house.app)
  await createGate(ctx, fairId, { name: 'Cổng A', kinds: ['guest'] })
  const { code } = await createDevice(ctx, fairId, { name: 'Điện thoại cổng A' })
  const badge = await issueBadge(ctx, fairId, {
    kind: 'guest',
    holderName: 'Đỗ Thị Ước',
    company: '',
    position: '',
    email: null,
    locale: 'vi',
  })
  return { fairId, code, badge: badge.code }
}

async function scan(page: Page, code: string): Promise<string> {
  await page.getByRole('button', { name: 'Bật máy ảnh' }).waitFor()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  const shown = page.locator('[data-verdict]')
  const said = await shown.innerText()
  await shown.click()
  await shown.waitFor({ state: 'detached' })
  return said
}

const scansOf = (fairId: string) =>
  house.app.db
    .selectFrom('scan')
    .select(['verdict', 'deviceVerdict'])
    .where('fairId', '=', fairId)
    .orderBy('scannedAt')
    .execute()
