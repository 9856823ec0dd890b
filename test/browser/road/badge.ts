import type { Page } from 'playwright-core'
import { PHONE, screenshot, type TestBrowser } from '../../support/browser.ts'
import type { Mailbox } from '../../support/mailbox.ts'
import { FAIR } from './set-up-fair.ts'

export const STAFF = { name: 'Phạm Thị Ngọc Ưng', email: 'ngocung@coso.example' }
export const VISITOR = { name: 'Lý Quốc Khánh', email: 'khanh@khach.example' }

/** The establishment makes a badge for somebody at its booth. */
export async function makeStaffBadge(page: Page): Promise<void> {
  await page.goto('/e')
  await page.getByRole('link', { name: /thẻ/i }).first().click()
  await page.getByLabel('Họ và tên').fill(STAFF.name)
  await page.getByLabel('Chức danh').fill('Nghệ nhân')
  await page.getByLabel('Thư điện tử').fill(STAFF.email)
  await page.getByRole('button', { name: 'Lập thẻ' }).click()
  await page.getByText(`Đã lập thẻ cho ${STAFF.name}`).waitFor()
  await screenshot(page, 'road/25-own-badges')
}

/** Somebody from the street finds the fair and registers on a phone. */
export async function registerVisitor(browser: TestBrowser): Promise<void> {
  const page = await browser.newPage(PHONE)
  await page.goto('/')
  await page.getByRole('link', { name: FAIR.name }).first().click()
  await page.getByRole('heading', { level: 1, name: FAIR.name }).waitFor()
  await screenshot(page, 'road/26-public-page')
  await page.getByRole('link', { name: 'Đăng ký tham quan' }).click()
  await page.getByLabel('Họ và tên').fill(VISITOR.name)
  await page.getByLabel('Thư điện tử').fill(VISITOR.email)
  await page.getByLabel(/Tôi đồng ý/).check()
  await page.getByRole('button', { name: 'Đăng ký' }).click()
  await page.getByRole('heading', { level: 1, name: 'Xin kiểm tra thư điện tử' }).waitFor()
  await page.context().close()
}

/** The mail with somebody's badge: the code it leads to, and the picture of it. */
export async function badgeMailed(mailbox: Mailbox, to: string): Promise<{ code: string; picture: Buffer }> {
  const link = await mailbox.linkTo(to, /\/b\/\w+/)
  const mail = await mailbox.mailTo(to, /\/b\/\w+/)
  const picture = mail.parts.find(part => part.type === 'image/png')?.bytes
  if (!picture) throw new Error('The mail brings no picture of the code')
  return { code: link.split('/').at(-1) ?? '', picture }
}
