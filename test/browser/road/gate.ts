import type { Page } from 'playwright-core'
import { PHONE, picture, screenshot, type TestBrowser } from '../../support/browser.ts'

/** The officer sets up a gate and a device for it. Returns the one-time code that is shown once. */
export async function openGate(page: Page, fairId: string): Promise<string> {
  await page.goto(`/desk/fairs/${fairId}/gates`)
  await page.getByRole('button', { name: 'Thêm cổng' }).first().click()
  await page.getByRole('dialog').getByLabel('Tên cổng').fill('Cổng chính')
  await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('Cổng chính', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Thêm thiết bị' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên thiết bị').fill('Điện thoại cổng chính')
  await dialog.getByRole('button', { name: 'Thêm thiết bị' }).click()
  await page.getByRole('dialog', { name: 'Quét mã này bằng điện thoại soát thẻ' }).waitFor()
  await screenshot(page, 'road/27-device-code')
  const code = await page.getByRole('dialog').locator('p.tnum').innerText()
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click()
  return code.trim()
}

/** The steward's phone is enrolled with the code and stands at the gate. */
export async function enrol(browser: TestBrowser, code: string): Promise<Page> {
  const page = await browser.newPage(PHONE, { camera: true })
  await page.goto('/gate')
  await page.getByLabel('Mã thiết bị').fill(code)
  await page.getByRole('button', { name: 'Bắt đầu' }).click()
  await page.getByRole('button', { name: /Cổng chính/ }).click()
  await page.getByRole('button', { name: 'Bật máy ảnh' }).waitFor()
  await screenshot(page, 'road/28-gate')
  return page
}

/** The camera sees the same badge again and again: let in, already inside, then out. Returns what the screen said. */
export async function scanThrice(page: Page, holder: string): Promise<string[]> {
  await page.getByRole('button', { name: 'Bật máy ảnh' }).click()
  const admitted = await verdict(page, 'admitted')
  await admitted.getByText(holder).waitFor()
  const said = [await admitted.innerText()]
  await picture(page, 'road/29-admitted')
  await admitted.waitFor({ state: 'detached' })
  const inside = await verdict(page, 'already-inside')
  said.push(await inside.innerText())
  await picture(page, 'road/30-already-inside')
  await inside.click()
  await choose(page, 'Ra')
  said.push(await (await verdict(page, 'admitted')).innerText())
  return said
}

/** What a hand-held scanner does: types the code and a return, wherever the focus is. */
export async function typeCodes(page: Page, codes: ['Vào' | 'Ra', string][]): Promise<string[]> {
  // Opened anew the camera is off.
  await page.reload()
  const said: string[] = []
  for (const [direction, code] of codes) {
    await choose(page, direction)
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    const shown = page.locator('[data-verdict]')
    said.push(await shown.innerText())
    await shown.click()
    await shown.waitFor({ state: 'detached' })
  }
  return said
}

const choose = (page: Page, direction: 'Vào' | 'Ra') =>
  page.getByRole('group', { name: 'Chiều đi' }).getByRole('button', { name: direction }).click()

async function verdict(page: Page, wanted: string) {
  const shown = page.locator(`[data-verdict="${wanted}"]`)
  await shown.waitFor({ timeout: 20_000 })
  return shown
}
