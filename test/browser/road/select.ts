import type { Page } from 'playwright-core'
import { screenshot } from '../../support/browser.ts'
import { ESTABLISHMENT } from './recruit.ts'

/** The officer finds the application in the inbox, examines it and takes it in. */
export async function examine(page: Page, fairId: string, number: string): Promise<void> {
  await page.goto(`/desk/fairs/${fairId}/applications`)
  await screenshot(page, 'road/13-inbox')
  await page.getByRole('link', { name: ESTABLISHMENT.name }).click()
  await page.getByRole('heading', { level: 1, name: number }).waitFor()
  await page.getByRole('button', { name: 'Kiểm tra', exact: true }).click()
  await page.getByText(/\d+ điều kiện đạt/).waitFor()
  await screenshot(page, 'road/14-dossier')
  await confirm(page, 'Tiếp nhận hồ sơ đầy đủ')
  await page.getByText('Đã tiếp nhận hồ sơ', { exact: true }).waitFor()
}

/** The officer takes the proposed criteria and gives the application to two members of the council. */
export async function prepareScoring(page: Page, fairId: string): Promise<void> {
  await page.goto(`/desk/fairs/${fairId}/selection`)
  await page.getByRole('button', { name: 'Dùng bộ tiêu chí gợi ý' }).click()
  await page.getByText('Tổng: 100 / 100').waitFor()
  await page.getByRole('button', { name: 'Lưu tiêu chí' }).click()
  await page.getByText('Đã lưu tiêu chí').waitFor()
  await page.getByRole('tab', { name: 'Phân công' }).click()
  await page.getByLabel('Số người chấm mỗi hồ sơ').fill('2')
  await page.getByRole('button', { name: 'Phân công đều' }).click()
  await page.getByText('Đã thêm 2 phân công').waitFor()
  await screenshot(page, 'road/15-assigned')
}

/** A member of the council gives points to each criterion and files the sheet. */
export async function score(page: Page, fairId: string, share: number): Promise<void> {
  await page.goto(`/desk/fairs/${fairId}/selection`)
  await page.getByRole('link', { name: ESTABLISHMENT.name }).click()
  const sheet = page.locator('#sheet')
  await sheet.getByRole('heading', { name: 'Phiếu chấm điểm' }).waitFor()
  for (const slider of await sheet.getByRole('slider').all()) {
    const most = Number(await slider.getAttribute('max'))
    await slider.fill(String(Math.round(most * share)))
  }
  await sheet.getByLabel('Nhận xét').fill('Sản phẩm có danh hiệu, bao bì tốt, đủ năng lực giao hàng.')
  await screenshot(page, `road/16-sheet-${share * 100}`)
  await confirm(page, 'Nộp phiếu')
  await page.getByText('Phiếu đã nộp lúc').waitFor()
}

/** The manager looks at the ranking, decides, and the officer's letters go out. */
export async function decide(manager: Page, officer: Page, fairId: string): Promise<void> {
  await manager.goto(`/desk/fairs/${fairId}/selection?tab=ranking`)
  await manager.getByText(ESTABLISHMENT.name).waitFor()
  await screenshot(manager, 'road/17-ranking')
  await holdMeeting(manager)
  await manager.getByRole('tab', { name: 'Quyết định và thư' }).click()
  await confirm(manager, 'Ra quyết định')
  await manager.getByText('1 được chọn, 0 dự bị, 0 không được chọn').waitFor()
  await screenshot(manager, 'road/18-decided')
  await officer.goto(`/desk/fairs/${fairId}/selection?tab=decision`)
  await confirm(officer, 'Gửi 1 thư')
  await officer.getByText('Mọi thư đã gửi.').waitFor()
}

/** The establishment reads on the phone that it was chosen, and takes the place. */
export async function takePlace(phone: Page): Promise<void> {
  await phone.goto('/e')
  await phone.getByRole('link', { name: 'Trả lời', exact: true }).click()
  await phone.getByRole('heading', { name: 'Kết quả xét chọn' }).waitFor()
  await screenshot(phone, 'road/18b-outcome-phone')
  await confirm(phone, 'Xác nhận tham gia')
  await phone.getByText('Đã xác nhận tham gia lúc').waitFor()
}

/** The council meets: who was there and how they voted is as proposed; the manager signs the minutes. */
async function holdMeeting(manager: Page): Promise<void> {
  await manager.getByRole('tab', { name: 'Họp hội đồng' }).click()
  await manager.getByRole('button', { name: 'Lập biên bản họp' }).click()
  await manager.getByLabel('Ngày họp').fill('2026-01-05')
  await manager.getByLabel('Bắt đầu').fill('08:30')
  await manager.getByLabel('Kết thúc').fill('10:00')
  await manager.getByLabel('Địa điểm').fill('Phòng họp tầng 2')
  await manager.getByRole('button', { name: 'Lưu biên bản' }).click()
  await confirm(manager, 'Ký biên bản')
  await manager.getByRole('link', { name: 'Mở biên bản PDF' }).waitFor()
  await screenshot(manager, 'road/17b-minutes')
}

/** Presses a button that asks once, and says yes. */
export async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}
