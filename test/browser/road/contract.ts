import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { screenshot } from '../../support/browser.ts'
import { textOfPdf } from '../../support/read-pdf.ts'
import { ESTABLISHMENT } from './recruit.ts'

/** The officer draws a hall with two rows of booths and gives the establishment the first of them. */
export async function placeBooth(page: Page, fairId: string): Promise<void> {
  await page.goto(`/desk/fairs/${fairId}/booths`)
  await page.getByRole('button', { name: 'Thêm khu' }).click()
  const hall = page.getByRole('dialog')
  await hall.getByLabel('Tên khu').fill('Khu A')
  await hall.getByLabel('Chiều ngang').fill('40')
  await hall.getByLabel('Chiều sâu').fill('20')
  await hall.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('button', { name: 'Vẽ các dãy gian' }).click()
  const rows = page.getByRole('dialog')
  await rows.getByLabel('Giá mỗi gian').fill('12000000')
  await screenshot(page, 'road/19-rows')
  await rows.getByRole('button', { name: 'Thêm 16 gian' }).click()
  await page.getByRole('button', { name: 'A01 Chọn' }).click()
  await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: ESTABLISHMENT.name })
  await page.getByRole('button', { name: 'Xếp vào gian này' }).click()
  await page.getByText(`Đã xếp ${ESTABLISHMENT.name} vào gian A01`).waitFor()
  await screenshot(page, 'road/20-booth')
}

/** The officer sets the terms and issues the contract. Returns its number. */
export async function issue(page: Page, fairId: string): Promise<string> {
  await page.goto(`/desk/fairs/${fairId}/contracts`)
  await page.getByRole('link', { name: 'Lập hợp đồng' }).click()
  await page.getByRole('heading', { level: 1, name: 'Lập hợp đồng' }).waitFor()
  await page.getByLabel('Hạn đơn vị nộp tiền').waitFor()
  await screenshot(page, 'road/21-contract-terms')
  await page.getByRole('button', { name: 'Lập và gửi cho đơn vị' }).click()
  const notice = await page.getByText('Đã lập hợp đồng số').innerText()
  await screenshot(page, 'road/22-contract-issued')
  return notice.replace('Đã lập hợp đồng số ', '').trim()
}

/** The establishment reads its contract on the phone and signs. */
export async function signForEstablishment(page: Page): Promise<void> {
  await page.goto('/e')
  await page.getByRole('link', { name: 'Mở hợp đồng' }).click()
  await page.getByRole('heading', { level: 1, name: 'Hợp đồng số' }).waitFor()
  await page.getByLabel('Họ tên người ký').fill(ESTABLISHMENT.representative)
  await page.getByLabel('Chức vụ').fill('Giám đốc')
  await page.getByLabel('Tôi đã đọc hợp đồng').check()
  await screenshot(page, 'road/23-contract-phone')
  await page.getByRole('button', { name: 'Ký hợp đồng' }).click()
  await page.getByText('Chờ ban tổ chức ký').waitFor()
}

/** The manager signs for the organizer; both have the paper. Returns what pdftotext reads in it. */
export async function countersign(page: Page, phone: Page, fairId: string, number: string): Promise<string> {
  await page.goto(`/desk/fairs/${fairId}/contracts`)
  await page.getByRole('link', { name: number }).click()
  await page.getByLabel('Tôi đã đọc hợp đồng').check()
  await page.getByRole('button', { name: 'Ký bên A' }).click()
  await page.getByText('Đã ký đủ', { exact: true }).waitFor()
  await screenshot(page, 'road/24-contract-signed')
  await phone.reload()
  const download = phone.waitForEvent('download')
  await phone.getByRole('link', { name: 'Tải bản có chữ ký hai bên' }).click()
  return await textOfPdf(await readFile(await (await download).path()))
}
